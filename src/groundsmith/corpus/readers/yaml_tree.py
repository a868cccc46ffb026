"""YAML as a tree of nodes that remember their lines, whatever the file says.

Built from the parser's events in one loop, so depth costs no stack; scalars stay as they are
written. The decision to question: aliases are never followed and tags never obeyed. With them go
the documents that unfold into gigabytes or into objects; a node that has one carries it as its
fault, so that only the row it stands in is lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_DEPTH = 32
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C, where PyYAML was built with libyaml
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True, kw_only=True)
class Scalar:
    """A scalar as it is written; empty where it means null."""

    line: int
    text: str
    fault: str = ""


@dataclass(slots=True, kw_only=True)
class Listing:
    """A list's nodes in order."""

    line: int
    items: "list[Node]" = field(default_factory=list)
    fault: str = ""


@dataclass(slots=True, kw_only=True)
class Mapping:
    """A mapping's pairs in the order of the file; the same key may come twice."""

    line: int
    pairs: "list[tuple[Node, Node]]" = field(default_factory=list)
    fault: str = ""


Node = Scalar | Listing | Mapping


class BrokenYaml(Exception):
    """A text that is no YAML, or nests without end; `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


class _Tree:
    """The tree as far as the events have come."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Listing | Mapping] = []
        self._keys: list[Node | None] = []

    def add(self, event: Any) -> None:
        """Takes one event; raises BrokenYaml where it nests too deep."""
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event)
            self._place(node)
            if not isinstance(node, Scalar):
                if len(self._open) >= MAX_DEPTH:
                    raise BrokenYaml(node.line, f"nested deeper than {MAX_DEPTH} levels")
                self._open.append(node)
                self._keys.append(None)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        above, key = self._open[-1], self._keys[-1]
        if isinstance(above, Listing):
            above.items.append(node)
        elif key is None:
            self._keys[-1] = node
        else:
            above.pairs.append((key, node))
            self._keys[-1] = None


def root_of(text: str) -> Node | None:
    """The root of the one document in `text`; `None` where there is none, or several.

    Raises:
        BrokenYaml: It is no YAML, or nested deeper than MAX_DEPTH.
    """
    tree = _Tree()
    try:
        for event in _events(text):
            if isinstance(event, yaml.DocumentStartEvent) and tree.root is not None:
                return None
            tree.add(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "unreadable"
        raise BrokenYaml(mark.line + 1 if mark else 1, f"no YAML ({reason})") from error
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        reason = f"a character that YAML does not allow ({error.reason})"
        raise BrokenYaml(line, reason) from error
    return tree.root


def _events(text: str) -> Iterator[Any]:
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    return events


def _node(event: Any) -> Node:
    line, fault = event.start_mark.line + 1, _fault(event)
    if isinstance(event, yaml.MappingStartEvent):
        return Mapping(line=line, fault=fault)
    if isinstance(event, yaml.SequenceStartEvent):
        return Listing(line=line, fault=fault)
    if isinstance(event, yaml.AliasEvent):
        return Scalar(line=line, text="", fault=fault)
    is_null = event.implicit[0] and event.value in _NULL
    return Scalar(line=line, text="" if is_null else event.value, fault=fault)


def _fault(event: Any) -> str:
    """Why a node is not taken."""
    if event.anchor is not None:
        return "anchors and aliases are not supported"
    if getattr(event, "tag", None) is not None:
        return "tags are not supported"
    return ""

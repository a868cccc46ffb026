"""YAML as plain values that remember their lines.

Written on PyYAML's own scanner and composer with the scalar rules of YAML 1.2's core schema, so
that `language: no` is Norwegian and `1e-3` is a number. Anchors and tags are refused: settings
need neither, and with them go the documents that unfold into gigabytes or into objects.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from groundsmith.records import Json

MAX_BYTES = 262_144
_MAX_DEPTH = 16
_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A YAML value: a scalar, a list of Values, or a tuple of Pairs; `line` counts from 1.

    Attributes:
        plain: Whether it is a scalar without quotes, whose text decides its type.
    """

    data: "str | list[Value] | tuple[Pair, ...]"
    line: int
    plain: bool = False

    @property
    def empty(self) -> bool:
        """Whether it is null, as a section is whose every key is commented out."""
        return self.plain and scalar(str(self.data)) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One `key: value` of a mapping, in the order of the file; the same key may come twice."""

    key: str
    value: Value
    line: int


class BrokenYaml(Exception):
    """A text that is no YAML we take; `line` and `column` count from 1."""

    def __init__(self, line: int, column: int, reason: str) -> None:
        super().__init__(line, column, reason)
        self.line = line
        self.column = column
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class _Rules(yaml.resolver.BaseResolver):
    """The core schema of YAML 1.2 (chapter 10.3), for reading and for writing."""


_CORE = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
)
for _name, _pattern, _first in _CORE:
    _Rules.add_implicit_resolver(_TAG + _name, re.compile(rf"^(?:{_pattern})$"), _first)


_RULES = _Rules()


class _Composer(
    yaml.reader.Reader,
    yaml.scanner.Scanner,
    yaml.parser.Parser,
    yaml.composer.Composer,
    _Rules,
):
    """Composes one document, and refuses what could unfold or nest without end."""

    def __init__(self, data: bytes) -> None:
        yaml.reader.Reader.__init__(self, data)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)
        yaml.composer.Composer.__init__(self)
        _Rules.__init__(self)
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call] # the stubs leave it open
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _broken(event.start_mark, "anchors and aliases are not supported")
        if getattr(event, "tag", None):
            raise _broken(event.start_mark, "tags are not supported")
        if self.depth >= _MAX_DEPTH:
            raise _broken(event.start_mark, f"nested deeper than {_MAX_DEPTH} levels")
        self.depth += 1
        node: yaml.Node | None = super().compose_node(parent, index)
        self.depth -= 1
        return node


class _Dumper(yaml.SafeDumper):
    """Writes scalars so that `_Rules` reads back what was meant."""

    yaml_implicit_resolvers = _Rules.yaml_implicit_resolvers

    def represent_text(self, text: str) -> yaml.ScalarNode:
        """Text on one line; the breaks that YAML would fold into spaces are escaped in quotes."""
        style = '"' if _BREAKS.search(text) else None
        return self.represent_scalar(f"{_TAG}str", text, style=style)


_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")
_Dumper.add_representer(str, _Dumper.represent_text)


def compose(data: bytes) -> Value | None:
    """The document's root, or `None` for an empty one; raises BrokenYaml."""
    if len(data) > MAX_BYTES:
        raise BrokenYaml(1, 1, f"longer than {MAX_BYTES:,} bytes")
    try:
        node = _Composer(data).get_single_node()
    except yaml.MarkedYAMLError as exc:
        mark = exc.problem_mark or exc.context_mark
        raise _broken(mark, exc.problem or exc.context or "unreadable") from exc
    except yaml.reader.ReaderError as exc:
        line = _line_of(data, exc.position)
        raise BrokenYaml(line, 1, f"a character that YAML does not allow ({exc.reason})") from exc
    return None if node is None else _value(node)


def scalar(text: str) -> Json:
    """What a plain scalar means: null, a boolean, a number, or the text itself."""
    found: str = _RULES.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call] # as above
    tag = found.removeprefix(_TAG)
    if tag == "null":
        return None
    if tag == "bool":
        return text[0] in "tT"
    if tag == "int" and len(text) < 400:
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if tag == "float":
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text


def plain(value: Value, expand: Callable[[str], str]) -> Json:
    """`value` as JSON, its scalars passed through `expand`; raises BrokenYaml on a double key."""
    if isinstance(value.data, str):
        text = expand(value.data)
        return scalar(text) if value.plain else text
    if isinstance(value.data, list):
        return [plain(inner, expand) for inner in value.data]
    mapping: dict[str, Json] = {}
    for pair in value.data:
        if pair.key in mapping:
            raise BrokenYaml(pair.line, 1, f"{pair.key!r} is given twice")
        mapping[pair.key] = plain(pair.value, expand)
    return mapping


def dumped(value: Json) -> str:
    """One line of YAML for a JSON value."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=True, allow_unicode=True, width=10**9
    )
    return text.removesuffix("\n").removesuffix("\n...")


def _value(node: yaml.Node) -> Value:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Value(data=tuple(_pairs(node)), line=line)
    if isinstance(node, yaml.SequenceNode):
        return Value(data=[_value(inner) for inner in node.value], line=line)
    return Value(data=node.value, line=line, plain=getattr(node, "style", None) is None)


def _pairs(node: yaml.MappingNode) -> Iterator[Pair]:
    for key, value in node.value:
        mark = key.start_mark
        if not isinstance(key, yaml.ScalarNode):
            raise BrokenYaml(mark.line + 1, mark.column + 1, "a key must be a plain word")
        yield Pair(key=key.value, value=_value(value), line=mark.line + 1)


def _broken(mark: yaml.Mark | None, reason: str) -> BrokenYaml:
    return BrokenYaml(mark.line + 1, mark.column + 1, reason) if mark else BrokenYaml(1, 1, reason)


def _line_of(data: bytes, position: int) -> int:
    return data[:position].count(b"\n") + 1

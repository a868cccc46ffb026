"""A component's YAML file, read so that a fault can be told with its line."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from groundsmith.recipes.page.component import Component

_MAX_BYTES = 256 * 1024
_KEYS = tuple(Component.model_fields)


class DefinitionFault(Exception):
    """What is wrong in a file, as `line: message` each."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(lines)
        self.lines = lines


class _Loader(yaml.SafeLoader):
    """Plain YAML: no tag that makes an object, no alias that could multiply, no key twice."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """The next node; an alias is refused, because a small file could stand for a huge one."""
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # PyYAML
            raise yaml.MarkedYAMLError(problem="aliases are not read", problem_mark=mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        """A mapping; a key that stands there twice is refused."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"{key.value} stands there twice", problem_mark=key.start_mark
                )
            seen.add(str(key.value))
        return super().construct_mapping(node, deep=deep)


def read_definition(path: Path) -> Component:
    """The component in a file; raises DefinitionFault, with a line wherever one is known."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise DefinitionFault((f"1: longer than {_MAX_BYTES} bytes",))
        return parsed_definition(data.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise DefinitionFault((f"1: cannot be read ({error})",)) from error


def parsed_definition(text: str) -> Component:
    """The component that a YAML text declares; raises DefinitionFault."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        value = None if node is None else loader.construct_document(node)
    except RecursionError as error:
        raise DefinitionFault(("1: nested too deep",)) from error
    except (yaml.YAMLError, ValueError) as error:
        raise DefinitionFault((_yaml_fault(error),)) from error
    try:
        return Component.model_validate(value)
    except ValidationError as error:
        raise DefinitionFault(
            tuple(
                f"{_line(node, fault['loc'])}: {_said(fault['loc'], fault['msg'])}"
                for fault in error.errors(include_url=False, include_input=False)
            )
        ) from error


def _yaml_fault(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"{mark.line + 1 if mark else 1}: {problem}"


def _said(where: tuple[int | str, ...], message: str) -> str:
    message = message.removeprefix("Value error, ")
    if not where:
        return message
    known = f"; known: {', '.join(_KEYS)}" if message.startswith("Extra inputs") else ""
    return f"{'.'.join(map(str, where))}: {message}{known}"


def _line(node: yaml.Node | None, where: tuple[int | str, ...]) -> int:
    """The line of the innermost part of `where` that stands in the file."""
    line = node.start_mark.line + 1 if node else 1
    for part in where:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == str(part)), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line

"""An entry of a catalogue as `path: value` lines, and what every catalogue is held to.

Exactly one fact a line, in the order of the source, so that each can be cited by a span. What is
wrong with an entry is told with its field, whether it was a part of a file or a row of a table.
"""

from collections.abc import Iterator, Sequence

from groundsmith.corpus.readers.rows import one_line
from groundsmith.corpus.readers.yaml_tree import BrokenYaml, Listing, Mapping, Node, Scalar

_NAMES = ("name", "id")
_PATH_CHARS = 200
"""It stands in front of every value below it, so a long one would make much out of little."""


def naming(rows: Sequence[Node]) -> str | None:
    """The field that names the items: the first that tells all apart, else the first there is."""
    used: list[str] = []
    for key in _NAMES:
        names = [name_of(row, key) for row in rows]
        if all(names) and len(set(names)) == len(names):
            return key
        used += [key] if any(names) else []
    return used[0] if used else None


def name_of(row: Node, key: str) -> str:
    """A row's name as one printable line; empty where it has none."""
    return one_line(value_of(row, key).text)


def value_of(row: Node, key: str) -> Scalar:
    """The scalar under `key`; an empty one in the row's place where there is none."""
    for name, value in row.pairs if isinstance(row, Mapping) else ():
        if isinstance(name, Scalar) and name.text == key and isinstance(value, Scalar):
            return value
    return Scalar(line=row.line, text="")


def named(row: Node, key: str, seen: dict[str, str], at: str) -> str:
    """The row's name, noted in `seen`; raises BrokenYaml where it has none, or another's.

    Args:
        seen: Where each name stands.
        at: Where this row does, in words.
    """
    name, line = name_of(row, key), value_of(row, key).line
    if not name:
        raise BrokenYaml(line, f"{key}: missing, and the other items have one")
    if name in seen:
        raise BrokenYaml(line, f"{key}: {name!r} stands in {seen[name]} already")
    seen[name] = at
    return name


def lines_of(row: Node) -> Iterator[str]:
    """One line a fact: nested fields as `outer.inner: value`, a list's entries each on its own."""
    if not isinstance(row, Mapping):
        raise BrokenYaml(row.line, row.fault or "not a mapping")
    waiting: list[tuple[str, Node]] = [("", row)]
    while waiting:
        path, node = waiting.pop()
        if node.fault:
            raise BrokenYaml(node.line, f"{path}: {node.fault}" if path else node.fault)
        if isinstance(node, Mapping):
            waiting += reversed(_fields(path, node))
        elif isinstance(node, Listing):
            is_plain = all(isinstance(entry, Scalar) for entry in node.items)
            numbered = enumerate(node.items, start=1)
            waiting += reversed(
                [(path if is_plain else f"{path}.{at}", entry) for at, entry in numbered]
            )
        elif text := " ".join(node.text.split()):
            yield f"{path}: {text}"


def _fields(path: str, mapping: Mapping) -> list[tuple[str, Node]]:
    """A mapping's values under their full paths; raises BrokenYaml for what is no plain key."""
    fields: dict[str, Node] = {}
    for key, value in mapping.pairs:
        if not isinstance(key, Scalar) or key.fault:
            raise BrokenYaml(key.line, key.fault or "a key must be a plain word")
        name = " ".join(key.text.split())
        inner = f"{path}.{name}" if path else name
        if not name or len(inner) > _PATH_CHARS:
            reason = f"a key is empty, or longer with those above it than {_PATH_CHARS} characters"
            raise BrokenYaml(key.line, reason)
        if inner in fields:
            raise BrokenYaml(key.line, f"{inner}: given twice")
        fields[inner] = value
    return list(fields.items())

"""YAML files: a list of mappings is a catalogue, one document an item.

An item is `path: value` lines, exactly one fact a line in the order of the file, so that each can
be cited by a span. Any other YAML is a configuration as a rule, and read as the text it is. The
decision to question: an item with a double key, an alias or a tag is left out whole, with its line
and field, because nobody can say what else in it depends on that.
"""

from collections.abc import Callable, Iterator, Sequence

from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers.registry import document, reads, text_of
from groundsmith.corpus.readers.rows import one_line
from groundsmith.corpus.readers.yaml_tree import (
    BrokenYaml,
    Listing,
    Mapping,
    Node,
    Scalar,
    root_of,
)
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source

_NAMES = ("name", "id")
_PATH_CHARS = 200
"""It stands in front of every value below it, so a long one would make much out of little."""


@reads("application/yaml")
class YamlReader:
    """One document an item, `catalogue.yaml#NAME`, or `#N` where no item has a name or id."""

    name = "yaml@1"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Items in order; a bad one goes to `skip` with its line and field."""
        text = text_of(source, data, skip)
        try:
            rows = _rows(root_of(text))
        except BrokenYaml as error:
            raise SourceError(source.path, str(error)) from error
        if rows is not None:
            yield from self._items(source, rows, skip)
        elif text.strip():
            yield document(self, source, text)
        else:
            skip(Skipped(path=source.path, reason="nothing but white space"))

    def _items(
        self, source: Source, rows: Sequence[Node], skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        key = _naming(rows)
        seen: dict[str, int] = {}
        for number, row in enumerate(rows, start=1):
            try:
                text = normalise("".join(f"{line}\n" for line in _lines(row)))
                part = _part(row, key, seen) if key else str(number)
            except BrokenYaml as error:
                path = f"{source.path}#item {number}"
                skip(Skipped(path=path, reason=str(error), failed=True))
                continue
            if text:
                yield document(self, source, text, part=part)
            else:
                skip(Skipped(path=f"{source.path}#item {number}", reason="empty"))


def _rows(root: Node | None) -> Sequence[Node] | None:
    """The items of a catalogue; `None` where the file is none.

    A catalogue is a list of mappings, or a mapping whose one value that is no scalar is one.
    """
    if isinstance(root, Mapping):
        nested = [value for _, value in root.pairs if not isinstance(value, Scalar)]
        root = nested[0] if len(nested) == 1 else None
    if isinstance(root, Listing) and any(isinstance(row, Mapping) for row in root.items):
        return root.items
    return None


def _naming(rows: Sequence[Node]) -> str | None:
    """The field that names the items: the first that tells all apart, else the first there is."""
    used: list[str] = []
    for key in _NAMES:
        names = [_name(row, key) for row in rows]
        if all(names) and len(set(names)) == len(names):
            return key
        used += [key] if any(names) else []
    return used[0] if used else None


def _name(row: Node, key: str) -> str:
    """A row's name as one printable line; empty where it has none."""
    return one_line(_value(row, key).text)


def _value(row: Node, key: str) -> Scalar:
    """The scalar under `key`; an empty one in the row's place where there is none."""
    for name, value in row.pairs if isinstance(row, Mapping) else ():
        if isinstance(name, Scalar) and name.text == key and isinstance(value, Scalar):
            return value
    return Scalar(line=row.line, text="")


def _part(row: Node, key: str, seen: dict[str, int]) -> str:
    """The row's name, noted in `seen`; raises BrokenYaml where it has none, or another's."""
    name, line = _name(row, key), _value(row, key).line
    if not name:
        raise BrokenYaml(line, f"{key}: missing, and the other items have one")
    if name in seen:
        raise BrokenYaml(line, f"{key}: {name!r} stands in line {seen[name]} already")
    seen[name] = line
    return name


def _lines(row: Node) -> Iterator[str]:
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

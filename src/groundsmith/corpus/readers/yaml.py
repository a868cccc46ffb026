"""YAML files: a list of mappings is a catalogue, one document an item.

An item is `path: value` lines, exactly one fact a line in the order of the file, so that each can
be cited by a span. Any other YAML is a configuration as a rule, and read as the text it is. The
decision to question: an item with a double key, an alias or a tag is left out whole, with its line
and field, because nobody can say what else in it depends on that.
"""

from collections.abc import Callable, Iterator, Sequence

from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers.entry import lines_of, named, naming, value_of
from groundsmith.corpus.readers.registry import document, reads, text_of
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
        key = naming(rows)
        seen: dict[str, str] = {}
        for number, row in enumerate(rows, start=1):
            try:
                text = normalise("".join(f"{line}\n" for line in lines_of(row)))
                part = str(number)
                if key:
                    part = named(row, key, seen, f"line {value_of(row, key).line}")
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

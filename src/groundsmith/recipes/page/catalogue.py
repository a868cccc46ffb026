"""The plan of a catalogue: an item for each of its entries and each component.

An entry is a part of a file (a row, an item of a list) with a name; who wrote about it stands in a
file of authors, which is read beside the catalogue. Names are kept apart by number where one stands
there twice, so that no file is ever written over by another.
"""

from collections import Counter
from collections.abc import Iterator

from groundsmith.recipes.page.component_set import ComponentSet
from groundsmith.recipes.page.fact import AUTHOR, Fact, facts_of_text, is_of_authors
from groundsmith.recipes.page.need import Selector, entries
from groundsmith.recipes.page.slug import slug
from groundsmith.records import Chunk, ChunkKind, Document, Item
from groundsmith.seams import Corpus

_NAMES = ("name", "title")

Authors = dict[str, Document]
"""Id → the document of an author."""


def items_of(corpus: Corpus, components: ComponentSet) -> Iterator[Item]:
    """An item for each entry and component, entries in the order of the catalogue."""
    selectors = {each.name: components.selector(each) for each in components.components}
    authors = _authors(corpus)
    taken: Counter[str] = Counter()
    for document in corpus.documents():
        if "#" not in document.id or is_of_authors(document.id):
            continue
        facts = list(facts_of_text(document.text))
        if not (name := _value(facts, *_NAMES)):
            continue
        title = _apart(name, taken)
        renamed = "" if slug(title) == slug(name) else f" as {slug(title)}"
        author = authors.get(_value(facts, f"{AUTHOR}_id"))
        for component in components.components:
            selector = selectors[component.name]
            lines = _lines(document, facts, selector) or _lines(document, facts, Selector(_NAMES))
            yield Item(
                name=f"{title}/{component.name}",
                inputs=(*lines, *(_author_lines(author, selector) if author else ())),
                needs=tuple(f"{title}/{need}" for need in component.needs.components),
                category=_value(facts, "category"),
                priority=component.priority,
                template=f"{component.name}@{components.sha256(component)}{renamed}",
            )


def parts_of(item: str) -> tuple[str, str]:
    """The entry and the component that an item's name is made of."""
    title, _, component = item.rpartition("/")
    return title, component


def slug_of(item: str) -> str:
    """The entry of an item as it stands in addresses and paths."""
    return slug(parts_of(item)[0])


def _authors(corpus: Corpus) -> Authors:
    """The authors by id, the first of each id."""
    found: Authors = {}
    for document in corpus.documents():
        if is_of_authors(document.id) and (name := _value(facts_of_text(document.text), "id")):
            found.setdefault(name, document)
    return found


def _lines(document: Document, facts: list[Fact], selector: Selector) -> tuple[Chunk, ...]:
    return tuple(_chunk(document, first, last) for first, last in entries(facts, selector))


def _author_lines(author: Document, selector: Selector) -> tuple[Chunk, ...]:
    """The lines of an author that are needed, by their paths under `author`."""
    wanted = Selector(
        tuple(
            path.removeprefix(f"{AUTHOR}.") if path != AUTHOR else "*"
            for path in selector.paths
            if path == AUTHOR or path.startswith(f"{AUTHOR}.")
        )
    )
    return _lines(author, list(facts_of_text(author.text)), wanted)


def _chunk(document: Document, first: Fact, last: Fact) -> Chunk:
    return Chunk(
        id=f"{document.id}:{first.path}",
        document=document.id,
        start=first.start,
        stop=last.stop,
        overlap_chars=0,
        text=document.text[first.start : last.stop],
        headings=(),
        kind=ChunkKind.LIST,
    )


def _value(facts: list[Fact] | Iterator[Fact], *paths: str) -> str:
    """The first value under one of the paths; empty where there is none."""
    return next((fact.value for fact in facts if fact.path in paths), "")


def _apart(name: str, taken: Counter[str]) -> str:
    """The name, with a number behind it where its file would be another entry's."""
    title = " ".join(name.split())
    number = 1
    while taken[slug(title)]:
        number += 1
        title = f"{' '.join(name.split())} ({number})"
    taken[slug(title)] += 1
    return title

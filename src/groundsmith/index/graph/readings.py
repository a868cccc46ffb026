"""What the graph wants of each document, read once: mentions, what a catalogue says, marks.

It is kept in the index, so that an update reads only documents that are new to it. Columns,
because there are millions of rows; names are numbered by their first occurrence, so that the same
documents in the same order give the same bytes, whatever was read when.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph import ragged
from groundsmith.index.graph.entity import Kind, Relation
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.near import BANDS, Marks, marks
from groundsmith.index.graph.rules import mentions

READ_BY = "readings@1"
"""Moves when documents are read otherwise."""

KEYWORD, CLUSTER = "keyword", "cluster"
SORTS = (*Kind, KEYWORD, CLUSTER)
"""What a name is a name of: a node's kind, or a group of documents."""

Name = tuple[str, str]
"""One of `SORTS`, and the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A document with what its catalogue says of it."""

    id: str
    text: str
    types: Sequence[str] = ()
    domains: Sequence[str] = ()
    periods: Sequence[str] = ()
    places: Sequence[str] = ()
    keywords: Sequence[str] = ()
    cluster: str | None = None
    cites: Sequence[str] = ()
    """Ids of documents; those that are not among the documents are left out."""
    styles: Sequence[str] = ()

    def said(self) -> Iterable[Name]:
        """Names of what the catalogue says."""
        return chain(
            ((Kind.TYPE, name) for name in self.types),
            ((Kind.DOMAIN, name) for name in self.domains),
            ((Kind.PERIOD, name) for name in self.periods),
            ((Kind.PLACE, name) for name in self.places),
            ((KEYWORD, name.casefold()) for name in self.keywords),
            ((CLUSTER, name) for name in (self.cluster,) if name is not None),
            ((Kind.DOCUMENT, name) for name in self.cites),
            ((Kind.STYLE, name) for name in self.styles),
        )


RELATIONS: Mapping[str, Relation] = {
    Kind.TYPE: Relation.HAS_TYPE,
    Kind.DOMAIN: Relation.BELONGS_TO_DOMAIN,
    Kind.PERIOD: Relation.FROM_PERIOD,
    Kind.PLACE: Relation.LOCATED_IN,
    Kind.STYLE: Relation.IN_STYLE,
    Kind.DOCUMENT: Relation.CITES,
    KEYWORD: Relation.SHARES_KEYWORDS,
    CLUSTER: Relation.SAME_CLUSTER,
}
"""What ties a document to what its catalogue says, by what that is a name of."""


@dataclass(frozen=True, kw_only=True)
class Readings:
    """What was read, a row a document.

    Attributes:
        marks: See `near.marks`.
        names: UTF-8 of all names, one after another, ends in `name_ends`; `sorts` are places in
            `SORTS`.
        said: Numbers of names, the rows' ends in `said_ends`.
        mentioned: As `said`, with spans beside.
    """

    marks: Marks
    names: NDArray[np.uint8]
    name_ends: NDArray[np.int64]
    sorts: NDArray[np.uint8]
    said: NDArray[np.int32]
    said_ends: NDArray[np.int64]
    mentioned: NDArray[np.int32]
    mention_spans: NDArray[np.int32]
    mention_ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.marks)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What is stored; `from_arrays` gives it back."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """From what `arrays` gave, mapped files included."""
        return cls(**{each.name: np.asarray(arrays[each.name]) for each in fields(cls)})

    def named(self) -> list[Name]:
        """The names, by number."""
        texts = ragged.unpacked_all(self.names, self.name_ends)
        return [(SORTS[sort], text) for sort, text in zip(self.sorts.tolist(), texts, strict=True)]

    @classmethod
    def of(cls, documents: Iterable[Described], gazetteer: Gazetteer) -> Self:
        """What is in some documents."""
        numbers: dict[Name, int] = {}
        said, told, spans = array("i"), array("i"), array("i")
        said_ends, told_ends = array("q"), array("q")
        rows: list[Marks] = []
        for document in documents:
            rows.append(marks(document.text))
            said.extend(numbers.setdefault(name, len(numbers)) for name in document.said())
            said_ends.append(len(said))
            for mention in mentions(document.text, gazetteer):
                name = (mention.entity.kind, mention.entity.name)
                told.append(numbers.setdefault(name, len(numbers)))
                spans.extend((mention.span.start, mention.span.stop))
            told_ends.append(len(told))
        return cls(
            marks=np.array(rows, dtype=np.uint64).reshape(-1, BANDS),
            **_table(numbers),
            said=np.array(said, dtype=np.int32),
            said_ends=np.array(said_ends, dtype=np.int64),
            mentioned=np.array(told, dtype=np.int32),
            mention_spans=np.array(spans, dtype=np.int32).reshape(-1, 2),
            mention_ends=np.array(told_ends, dtype=np.int64),
        )

    @classmethod
    def joined(cls, parts: Sequence["Readings"]) -> Self:
        """Several readings one after another."""
        numbers: dict[Name, int] = {}
        said, told = [], []
        for part in parts:
            names = [numbers.setdefault(name, len(numbers)) for name in part.named()]
            same = np.array(names, dtype=np.int32)
            said.append(same[part.said])
            told.append(same[part.mentioned])
        return cls(
            marks=np.concatenate([each.marks for each in parts]),
            **_table(numbers),
            said=np.concatenate(said),
            said_ends=ragged.joined([each.said_ends for each in parts]),
            mentioned=np.concatenate(told),
            mention_spans=np.concatenate([each.mention_spans for each in parts]),
            mention_ends=ragged.joined([each.mention_ends for each in parts]),
        )

    def taken(self, rows: NDArray[np.int64]) -> "Readings":
        """Some rows in an order, their names numbered by first occurrence and no others kept."""
        said_at, said_ends = ragged.places_of(self.said_ends, rows)
        told_at, told_ends = ragged.places_of(self.mention_ends, rows)
        said, told = self.said[said_at], self.mentioned[told_at]
        used, first = np.unique(np.concatenate([told, said]), return_index=True)
        kept = used[np.argsort(first)]
        new = np.zeros(len(self.sorts), dtype=np.int32)
        new[kept] = np.arange(len(kept))
        letters, name_ends = ragged.places_of(self.name_ends, kept)
        return Readings(
            marks=self.marks[rows],
            names=self.names[letters],
            name_ends=name_ends,
            sorts=self.sorts[kept],
            said=new[said],
            said_ends=said_ends,
            mentioned=new[told],
            mention_spans=self.mention_spans[told_at],
            mention_ends=told_ends,
        )


def _table(names: Iterable[Name]) -> dict[str, NDArray[Any]]:
    """The columns of a table of names."""
    place = {sort: at for at, sort in enumerate(SORTS)}
    held = list(names)
    blob, ends = ragged.packed(name for _, name in held)
    sorts = np.array([place[sort] for sort, _ in held], dtype=np.uint8)
    return {"names": blob, "name_ends": ends, "sorts": sorts}

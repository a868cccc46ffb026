"""A run's records, made anew from its stored drafts each time they are wanted.

Drafts stream from the ledger in plan order through the recipe's curation, as often as it goes
through them; nothing is kept but the provenance of those on their way, so that memory does not grow
with the number of records.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import Connection

from groundsmith.app.corpus import Passages
from groundsmith.records import EVERYTHING, Json, Judged, Record, Selection, draft_id, in_dollars
from groundsmith.seams import Kit, Recipe
from groundsmith.store import drafts
from groundsmith.store.database import Database
from groundsmith.store.drafts import StoredDraft

_MOST_ON_THEIR_WAY = 1024
"""Drafts that a recipe may have read before it gives the record of the first of them."""

_Figures = tuple[dict[str, Json], dict[str, Json] | None]


@dataclass(slots=True, kw_only=True)
class Curation:
    """Curates one run's drafts, judged under one set of settings.

    Attributes:
        selection: Of which items.
        instead: By item the drafts that are taken for those that are stored.
    """

    database: Database
    run: str
    recipe: Recipe
    kit: Kit
    passages: Passages
    judge_sha256: str
    selection: Selection = EVERYTHING
    instead: Mapping[str, Sequence[StoredDraft]] = field(default_factory=dict)
    _on_their_way: dict[str, _Figures] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """Accepted and rejected records, in plan order; drafts not judged yet are left out."""
        with self.database.read() as connection:
            for record in self.recipe.curate(_Drafts(self, connection), self.kit):
                yield record
                del self._on_their_way[record.id]

    def provenance(self, record: Record) -> dict[str, Json]:
        """How the record that `records` gave last came about."""
        return _provenance(*self._on_their_way[record.id])

    def judged(self, connection: Connection) -> Iterator[Judged]:
        """The drafts with their judgements, anew, as they stand in this snapshot."""
        for row in self._stored(connection):
            if row.judgement is None:
                continue
            name = draft_id(row.item, row.fingerprint, row.draft.part)
            self._on_their_way[name] = (row.provenance, row.judging)
            if len(self._on_their_way) > _MOST_ON_THEIR_WAY:
                del self._on_their_way[next(iter(self._on_their_way))]
            yield Judged(
                id=name,
                item=row.item,
                category=row.category,
                inputs=self.passages.passages(row.payload),
                draft=row.judgement.repaired or row.draft,
                judgement=row.judgement,
            )

    def _stored(self, connection: Connection) -> Iterator[StoredDraft]:
        rows = drafts.done(connection, self.run, self.judge_sha256, self.selection)
        for item, of_item in groupby(rows, key=lambda row: row.item):
            yield from self.instead.get(item, of_item)


@dataclass(frozen=True, slots=True)
class _Drafts:
    """The drafts of a curation, as often as they are gone through."""

    curation: Curation
    connection: Connection

    def __iter__(self) -> Iterator[Judged]:
        return self.curation.judged(self.connection)


def _provenance(stored: dict[str, Json], judging: dict[str, Json] | None) -> dict[str, Json]:
    """The stored figures under their public names; zeros are counts that were taken.

    Under `judging` stands what judging and correcting the draft took, where anybody was asked.
    """
    written_at = time.gmtime(stored["written_at"])
    return {
        "run": stored["run"],
        "created_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", written_at),
        **_asked(stored),
        "latency_s": stored["latency_s"],
        "attempts": stored["attempts"],
        **({"judging": _asked(judging)} if judging else {}),
    }


def _asked(stored: dict[str, Json]) -> dict[str, Json]:
    return {
        "calls": stored["calls"],
        "input_tokens": stored["input_tokens"],
        "output_tokens": stored["output_tokens"],
        "cost_usd": in_dollars(stored["cost_pico_usd"]),
        "cache_hits": stored["cache_hits"],
    }

"""Rows of `written`, `drafts` and `judgements`: what was made, found by fingerprint alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    insert,
    or_,
    select,
)

from groundsmith.records import EVERYTHING, Draft, ItemState, Json, Judgement, Selection, sha256
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import drafts, items, judgements, written
from groundsmith.store.selection import among
from groundsmith.store.statement import Statement

_PAGE = 500

Place = tuple[int, int]
"""Of a draft: its item's place in the plan, and its part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDraft:
    """A draft of a DONE item, with the item's payload and, where there is one, its judgement.

    Attributes:
        provenance: How the item was written.
        judging: What its judgement took; `None` where nobody was asked.
    """

    item: str
    ordinal: int
    category: str
    payload: bytes
    fingerprint: str
    draft: Draft
    judgement: Judgement | None
    provenance: dict[str, Json]
    judging: dict[str, Json] | None = None

    @property
    def place(self) -> Place:
        """Where it stands among all drafts of the run."""
        return self.ordinal, self.draft.part


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written under a fingerprint, and how it came about."""

    fingerprint: str
    drafts: Sequence[Draft]
    provenance: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDraft:
    """A draft's judgement under some judge settings.

    Attributes:
        provenance: What it took; `None` where nobody was asked.
    """

    fingerprint: str
    part: int
    judge_sha256: str
    judgement: Judgement
    provenance: Mapping[str, Json] | None = None


def _add_where_not(table: Table, known: Callable[[dict[str, Any]], Select[Any]]) -> Statement:
    """A row of `table`, added where its values, by name, do not lead to a known row."""
    new: dict[str, Any] = {name: bindparam(name, type_=c.type) for name, c in table.c.items()}
    return Statement(
        insert(table).from_select(list(new), select(*new.values()).where(~known(new).exists()))
    )


_add_written = _add_where_not(
    written, lambda new: select(written).where(written.c.fingerprint == new["fingerprint"])
)
_add_draft = _add_where_not(
    drafts, lambda new: select(written).where(written.c.fingerprint == new["fingerprint"])
)
_add_judgement = _add_where_not(
    judgements,
    lambda new: select(judgements).where(
        *(column == new[column.name] for column in judgements.primary_key.columns)
    ),
)


def put(connection: Connection, made: Sequence[Written]) -> None:
    """Stores drafts; the first ones under a fingerprint stay for good, and no others join them."""
    _add_draft.run_all(
        connection,
        [
            {"fingerprint": each.fingerprint, "part": draft.part, "body": dump(draft)}
            for each in made
            for draft in each.drafts
        ],
    )
    _add_written.run_all(
        connection,
        [
            {
                "fingerprint": each.fingerprint,
                "draft_count": len(each.drafts),
                "provenance": dump(each.provenance),
            }
            for each in made
        ],
    )


def is_written(connection: Connection, fingerprint: str) -> bool:
    """Whether an item with this fingerprint was ever written, be it with no draft at all."""
    found = select(written.c.fingerprint).where(written.c.fingerprint == fingerprint)
    return connection.execute(found).first() is not None


def written_under(connection: Connection, fingerprint: str) -> tuple[Draft, ...]:
    """Everything written under a fingerprint, in order."""
    chosen = select(drafts.c.body).where(drafts.c.fingerprint == fingerprint)
    bodies = connection.execute(chosen.order_by(drafts.c.part)).scalars()
    return tuple(load(Draft, body) for body in bodies)


def judged_under(connection: Connection, fingerprint: str, judge_sha256: str) -> dict[int, Draft]:
    """By part what was written under a fingerprint, as it was after it was judged, if it was."""
    bodies = {draft.part: draft for draft in written_under(connection, fingerprint)}
    chosen = select(judgements.c.part, judgements.c.body).where(
        judgements.c.fingerprint == fingerprint, judgements.c.judge_sha256 == judge_sha256
    )
    for part, body in connection.execute(chosen):
        if repaired := load(Judgement, body).repaired:
            bodies[part] = repaired
    return bodies


def output_sha256(connection: Connection, fingerprint: str) -> str:
    """Hash of everything written under a fingerprint, for the items that build on it."""
    chosen = select(drafts.c.body).where(drafts.c.fingerprint == fingerprint)
    bodies = connection.execute(chosen.order_by(drafts.c.part)).scalars()
    return sha256(b"\n".join(bodies))


def put_judgement(connection: Connection, judged: JudgedDraft) -> None:
    """Stores a draft's judgement; the first one under the same judge settings stays."""
    row = {
        "fingerprint": judged.fingerprint,
        "part": judged.part,
        "judge_sha256": judged.judge_sha256,
        "body": dump(judged.judgement),
        "provenance": dump(judged.provenance) if judged.provenance else None,
    }
    _add_judgement.run_all(connection, [row])


def unjudged(
    connection: Connection,
    run: str,
    judge_sha256: str,
    selection: Selection = EVERYTHING,
    *,
    after: Place,
    limit: int,
) -> list[StoredDraft]:
    """Drafts of selected DONE items that lack a judgement under these settings, in plan order.

    At most `limit` of those that stand after a place.
    """
    ordinal, part = after
    chosen = _done(run, judge_sha256).where(
        *among(connection, run, selection),
        judgements.c.part.is_(None),
        items.c.ordinal >= ordinal,
        or_(items.c.ordinal > ordinal, drafts.c.part > part),
    )
    return [_stored_draft(row) for row in connection.execute(chosen.limit(limit))]


def done(
    connection: Connection, run: str, judge_sha256: str, selection: Selection = EVERYTHING
) -> Iterator[StoredDraft]:
    """Drafts of selected DONE items with their judgements, in plan order; a page in memory."""
    chosen = _done(run, judge_sha256).where(*among(connection, run, selection))
    return _stored(connection, chosen)


def written_items(connection: Connection, run: str) -> Iterator[tuple[bytes, dict[str, Json]]]:
    """Payload and provenance of each DONE item of the plan, with drafts or without.

    What several items have in common, having one fingerprint, comes with the first of them alone.
    """
    chosen = (
        select(items.c.payload, written.c.provenance)
        .join(written, written.c.fingerprint == items.c.fingerprint)
        .where(_first_done(run))
        .order_by(items.c.ordinal)
    )
    return _provenances(connection, chosen)


def asked_to_judge(connection: Connection, run: str) -> Iterator[tuple[bytes, dict[str, Json]]]:
    """Payload and provenance of each judgement of the plan that somebody was asked for.

    Under whatever settings: what is no longer used was paid for all the same.
    """
    chosen = (
        select(items.c.payload, judgements.c.provenance)
        .join(judgements, judgements.c.fingerprint == items.c.fingerprint)
        .where(_first_done(run), judgements.c.provenance.is_not(None))
        .order_by(items.c.ordinal, judgements.c.part)
    )
    return _provenances(connection, chosen)


def _first_done(run: str) -> ColumnElement[bool]:
    """DONE items of a run; of those that have one fingerprint, the first."""
    twin = items.alias("twin")
    has_earlier_twin = (
        select(twin.c.name)
        .where(
            twin.c.run == run,
            twin.c.fingerprint == items.c.fingerprint,
            twin.c.state == ItemState.DONE.value,
            twin.c.ordinal < items.c.ordinal,
        )
        .exists()
    )
    return and_(items.c.run == run, items.c.state == ItemState.DONE.value, ~has_earlier_twin)


def _provenances(
    connection: Connection, chosen: "Select[tuple[bytes, bytes]]"
) -> Iterator[tuple[bytes, dict[str, Json]]]:
    streamed = connection.execution_options(stream_results=True).execute(chosen)
    for page in streamed.partitions(_PAGE):
        for row in page:
            yield row.payload, load(dict, row.provenance)


def _done(run: str, judge_sha256: str) -> "Select[tuple[object, ...]]":
    judged_here = and_(
        judgements.c.fingerprint == drafts.c.fingerprint,
        judgements.c.part == drafts.c.part,
        judgements.c.judge_sha256 == judge_sha256,
    )
    return (
        select(
            items.c.name,
            items.c.ordinal,
            items.c.category,
            items.c.payload,
            items.c.fingerprint,
            drafts.c.body.label("draft"),
            judgements.c.body.label("judgement"),
            judgements.c.provenance.label("judging"),
            written.c.provenance,
        )
        .join(drafts, drafts.c.fingerprint == items.c.fingerprint)
        .join(written, written.c.fingerprint == items.c.fingerprint)
        .join(judgements, judged_here, isouter=True)
        .where(items.c.run == run, items.c.state == ItemState.DONE.value)
        .order_by(items.c.ordinal, drafts.c.part)
    )


def _stored(connection: Connection, chosen: "Select[tuple[object, ...]]") -> Iterator[StoredDraft]:
    streamed = connection.execution_options(stream_results=True).execute(chosen)
    for page in streamed.partitions(_PAGE):
        for row in page:
            yield _stored_draft(row)


def _stored_draft(row: "Row[tuple[object, ...]]") -> StoredDraft:
    return StoredDraft(
        item=row.name,
        ordinal=row.ordinal,
        category=row.category,
        payload=row.payload,
        fingerprint=row.fingerprint,
        draft=load(Draft, row.draft),
        judgement=load(Judgement, row.judgement) if row.judgement else None,
        provenance=load(dict, row.provenance),
        judging=load(dict, row.judging) if row.judging else None,
    )

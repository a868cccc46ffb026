"""Rows of `story_proposals` and `story_decisions`: facts proposed, and what people said of them.

Rows are only ever added; a number that the database gives orders them, so that two reviewers at
once both keep their decision and nobody waits for anybody. What holds now is the fold of all rows:
the latest decision on a proposal that was not undone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from groundsmith.records import Json
from groundsmith.store.codec import dump, load
from groundsmith.store.schema import story_decisions, story_proposals


class Decision(StrEnum):
    """What a person may say of a proposal."""

    APPROVED = "approved"
    PARTLY = "partly"
    REJECTED = "rejected"
    UNDONE = "undone"
    """Takes back the decision that stood."""


class State(StrEnum):
    """What a proposal has come to."""

    PENDING = "pending"
    APPROVED = "approved"
    PARTLY = "partly"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Facts proposed together; people speak of them by their numbers, from 1."""

    id: str
    chapter: str
    risk: str
    reason: str
    at: float
    facts: tuple[dict[str, Json], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One person's decision; `chosen` are the numbers that are approved, none for all."""

    proposal: str
    decision: Decision
    who: str
    at: float
    chosen: tuple[int, ...] = ()
    note: str = ""


def propose(connection: Connection, story: str, proposals: Sequence[Proposal]) -> None:
    """Appends the proposals that the story has not yet."""
    known = {one.id for one in proposed(connection, story)}
    new = [one for one in proposals if one.id not in known]
    if new:
        connection.execute(
            insert(story_proposals),
            [
                {
                    "story": story,
                    "proposal": one.id,
                    "chapter": one.chapter,
                    "risk": one.risk,
                    "reason": one.reason,
                    "at": one.at,
                    "facts": dump(one.facts),
                }
                for one in new
            ],
        )


def proposed(connection: Connection, story: str) -> list[Proposal]:
    """The proposals of a story in order, each once though two processes may have added it."""
    rows = connection.execute(
        select(story_proposals)
        .where(story_proposals.c.story == story)
        .order_by(story_proposals.c.id)
    )
    found: dict[str, Proposal] = {}
    for row in rows:
        found.setdefault(
            row.proposal,
            Proposal(
                id=row.proposal,
                chapter=row.chapter,
                risk=row.risk,
                reason=row.reason,
                at=row.at,
                facts=tuple(load(list, row.facts)),
            ),
        )
    return list(found.values())


def decide(connection: Connection, story: str, given: Decided) -> bool:
    """Appends a decision; false, and nothing added, where it stands already."""
    before = standing(decisions(connection, story)).get(given.proposal)
    if given.decision is Decision.UNDONE:
        if before is None:
            return False
    elif before and (before.decision, before.chosen) == (given.decision, given.chosen):
        return False
    connection.execute(
        insert(story_decisions).values(
            story=story,
            proposal=given.proposal,
            decision=given.decision.value,
            chosen=dump(given.chosen),
            who=given.who,
            note=given.note,
            at=given.at,
        )
    )
    return True


def decisions(connection: Connection, story: str) -> list[Decided]:
    """Every decision ever made on a story, in order: the audit."""
    rows = connection.execute(
        select(story_decisions)
        .where(story_decisions.c.story == story)
        .order_by(story_decisions.c.id)
    )
    return [
        Decided(
            proposal=row.proposal,
            decision=Decision(row.decision),
            who=row.who,
            at=row.at,
            chosen=tuple(load(list, row.chosen)),
            note=row.note,
        )
        for row in rows
    ]


def standing(rows: Iterable[Decided]) -> dict[str, Decided]:
    """The fold: the decision that holds on each proposal; an undoing brings back the one before."""
    made: dict[str, list[Decided]] = {}
    for row in rows:
        stack = made.setdefault(row.proposal, [])
        if row.decision is not Decision.UNDONE:
            stack.append(row)
        elif stack:
            stack.pop()
    return {proposal: stack[-1] for proposal, stack in made.items() if stack}


def state_of(proposal: str, held: Mapping[str, Decided]) -> State:
    """What a proposal has come to."""
    decided = held.get(proposal)
    return State(decided.decision.value) if decided else State.PENDING


def approved(proposals: Iterable[Proposal], held: Mapping[str, Decided]) -> list[dict[str, Json]]:
    """The facts that people approved, in order: the bible as it stands."""
    found: list[dict[str, Json]] = []
    for proposal in proposals:
        decided = held.get(proposal.id)
        if decided is None or decided.decision is Decision.REJECTED:
            continue
        for number, fact in enumerate(proposal.facts, start=1):
            if decided.decision is Decision.APPROVED or number in decided.chosen:
                found.append(fact)
    return found

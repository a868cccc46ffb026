"""Proposals and decisions: rows that are only ever added, and what they come to."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from groundsmith.store import facts
from groundsmith.store.database import Database
from groundsmith.store.facts import Decided, Decision, Proposal, State

PROPOSAL = Proposal(
    id="p", chapter="1.md", risk="low", reason="", at=1.0, facts=({"id": "a"}, {"id": "b"})
)


def said(decision: Decision, *, who: str = "ann", chosen: tuple[int, ...] = ()) -> Decided:
    return Decided(proposal="p", decision=decision, who=who, at=1.0, chosen=chosen)


def decide(database: Database, given: Decided) -> bool:
    return database.write(lambda c: facts.decide(c, "story", given))


def bible(database: Database) -> list[object]:
    held = facts.standing(database.fetch(lambda c: facts.decisions(c, "story")))
    return [one["id"] for one in facts.approved([PROPOSAL], held)]


def test_a_proposal_is_kept_once_however_often_it_is_made(database: Database) -> None:
    for _ in range(2):
        database.write(lambda c: facts.propose(c, "story", [PROPOSAL]))

    assert database.fetch(lambda c: facts.proposed(c, "story")) == [PROPOSAL]


def test_approving_twice_changes_nothing(database: Database) -> None:
    assert decide(database, said(Decision.APPROVED))
    assert not decide(database, said(Decision.APPROVED, who="bo"))

    assert len(database.fetch(lambda c: facts.decisions(c, "story"))) == 1


def test_a_part_that_is_approved_is_all_that_the_bible_takes(database: Database) -> None:
    decide(database, said(Decision.PARTLY, chosen=(2,)))

    assert bible(database) == ["b"]


def test_undoing_brings_back_the_decision_before(database: Database) -> None:
    decide(database, said(Decision.REJECTED))
    decide(database, said(Decision.APPROVED))
    decide(database, said(Decision.UNDONE))

    held = facts.standing(database.fetch(lambda c: facts.decisions(c, "story")))

    assert facts.state_of("p", held) is State.REJECTED
    assert decide(database, said(Decision.UNDONE))
    assert not decide(database, said(Decision.UNDONE))


def test_two_reviewers_at_once_lose_no_decision(place: str) -> None:
    def review(who: str) -> None:
        with Database.open(place) as own:
            for number in range(5):
                given = Decided(
                    proposal=f"{who}{number}", decision=Decision.APPROVED, who=who, at=1.0
                )
                own.write(lambda c, given=given: facts.decide(c, "story", given))  # type: ignore[misc]  # a default binds it

    Database.open(place).close()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(review, ("ann", "bo")))

    with Database.open(place) as database:
        kept = database.fetch(lambda c: facts.decisions(c, "story"))
    assert sorted(one.who for one in kept) == ["ann"] * 5 + ["bo"] * 5
    assert len(facts.standing(kept)) == 10


@pytest.mark.parametrize("decision", [Decision.APPROVED, Decision.REJECTED])
def test_a_story_knows_nothing_of_anothers_decisions(
    database: Database, decision: Decision
) -> None:
    decide(database, said(decision))

    assert database.fetch(lambda c: facts.decisions(c, "other")) == []

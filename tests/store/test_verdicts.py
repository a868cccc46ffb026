"""Remembered verdicts: found by key, the first one kept, a broken one replaced."""

from sqlalchemy import update

from groundsmith.records import Evidence, JudgedClaim, Verdict
from groundsmith.store import schema, verdicts
from groundsmith.store.database import Database


def judged(score: float) -> JudgedClaim:
    shown = Evidence(input=0, start=1, stop=3, text="bc")
    return JudgedClaim(
        text="b", verdict=Verdict.SUPPORTED, score=score, judge="dear@1", evidence=(shown,)
    )


def test_a_verdict_is_found_by_its_key_alone(database: Database) -> None:
    database.write(lambda c: verdicts.put(c, {"k": judged(0.9), "l": judged(0.8)}, 1.0))

    found = database.fetch(lambda c: verdicts.find(c, ["l", "unknown", "k"]))

    assert found == [judged(0.8), None, judged(0.9)]


def test_the_first_verdict_under_a_key_stays(database: Database) -> None:
    database.write(lambda c: verdicts.put(c, {"k": judged(0.9)}, 1.0))
    database.write(lambda c: verdicts.put(c, {"k": judged(0.1)}, 2.0))

    assert database.fetch(lambda c: verdicts.find(c, ["k"])) == [judged(0.9)]


def test_a_row_that_cannot_be_read_counts_as_none_and_is_replaced(database: Database) -> None:
    database.write(lambda c: verdicts.put(c, {"k": judged(0.9)}, 1.0))
    database.write(lambda c: c.execute(update(schema.verdicts).values(body=b'{"old": 1}')))

    before = database.fetch(lambda c: verdicts.find(c, ["k"]))
    database.write(lambda c: verdicts.put(c, {"k": judged(0.4)}, 2.0))

    assert before == [None]
    assert database.fetch(lambda c: verdicts.find(c, ["k"])) == [judged(0.4)]

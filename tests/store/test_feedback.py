"""People's verdicts: rows that are only ever added, and what they come to."""

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.store import feedback
from groundsmith.store.database import Database
from groundsmith.store.feedback import Feedback, Opinion, Seen, standing

verdicts = st.builds(
    Feedback,
    record=st.sampled_from("ab"),
    claim=st.sampled_from([None, 0, 1]),
    verdict=st.sampled_from(Opinion),
    who=st.sampled_from(["ann", "bo"]),
    at=st.just(1.0),
)


def said(verdict: Opinion, *, who: str = "ann", claim: int | None = 0) -> Feedback:
    return Feedback(record="a", claim=claim, verdict=verdict, who=who, at=1.0)


def test_rows_come_back_as_they_were_given_and_in_their_order(database: Database) -> None:
    seen = Seen(text="It is 5 m.", documents=("a.md", "b.md"), score=0.5, judge="j@1")
    first = Feedback(record="a", claim=1, verdict=Opinion.UNSURE, who="ann", at=2.5, seen=seen)
    second = Feedback(record="a", claim=None, verdict=Opinion.SUPPORTED, who="bo", at=1, note="ok")

    database.write(lambda c: feedback.add(c, "r", [first]))
    database.write(lambda c: feedback.add(c, "r", [second, first]))

    assert database.fetch(lambda c: feedback.every(c, "r")) == [first, second, first]
    assert database.fetch(lambda c: feedback.every(c, "other")) == []


def test_what_stands_is_the_latest_of_each_person_on_each_claim() -> None:
    rows = [
        said(Opinion.SUPPORTED),
        said(Opinion.UNSUPPORTED),
        said(Opinion.SUPPORTED, who="bo"),
        said(Opinion.UNSURE, claim=None),
    ]

    found = {(row.who, row.claim): row.verdict for row in standing(rows)}

    assert found == {
        ("ann", 0): Opinion.UNSUPPORTED,
        ("bo", 0): Opinion.SUPPORTED,
        ("ann", None): Opinion.UNSURE,
    }


def test_a_withdrawn_verdict_stands_no_more_and_may_be_given_again() -> None:
    rows = [said(Opinion.SUPPORTED), said(Opinion.WITHDRAWN)]

    again = [*rows, said(Opinion.UNSUPPORTED)]

    assert standing(rows) == []
    assert [row.verdict for row in standing(again)] == [Opinion.UNSUPPORTED]


@given(st.lists(verdicts), st.lists(verdicts))
def test_folding_in_two_steps_is_folding_at_once_unless_something_was_withdrawn(
    early: list[Feedback], late: list[Feedback]
) -> None:
    assert standing([*standing(early), *late]) == standing([*early, *late])

"""Statements about the same thing: which cannot both be true, which only differ, in what order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.verify.consistency import Statement, conflicts, disagreement

CONTRADICTING = [
    ("75 dollars", "95 dollars"),
    ("The fee is 75 dollars.", "It costs 95 dollars."),
    ("12 March 2021", "13 March 2021"),
    ("in 1960", "in 1961"),
    ("Biayanya 1.500.000 rupiah.", "Biayanya 2.500.000 rupiah."),
    ("5 %", "7 %"),
    ("3 days", "3 weeks"),
]
AGREEING = [
    ("75 dollars", "75 dollars"),
    ("75 dollars", "The fee is 75 dollars."),
    ("75", "75 dollars"),
    ("12 March 2021", "March 2021"),
    ("12/03/2021", "12 March 2021"),
    ("2 hours", "120 minutes"),
    ("1,500 metres", "1.5 km"),
    ("75 dollars", "75 dollars for adults and 50 dollars for children"),
    ("at least 75 dollars", "95 dollars"),
    ("75 dollars", "It is paid within 3 days."),
    ("by post", "at the counter"),
    ("", "75 dollars"),
]
STATEMENTS = st.builds(
    Statement,
    key=st.sampled_from("ab"),
    text=st.integers(1, 3).map(lambda count: f"{count} dollars"),
    name=st.text(max_size=3),
)


@pytest.mark.parametrize(("one", "other"), CONTRADICTING)
def test_another_number_or_date_cannot_be_true_as_well(one: str, other: str) -> None:
    found = disagreement(one, other)

    assert found is not None
    assert found.certain
    assert found.one in one
    assert found.other in other


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_what_may_be_said_of_one_thing_is_no_disagreement(one: str, other: str) -> None:
    assert disagreement(one, other) is None
    assert disagreement(other, one) is None


def test_several_numbers_that_differ_are_not_sure_to_be_about_the_same() -> None:
    found = disagreement("75 dollars, children 50 dollars", "95 dollars")

    assert found is not None
    assert not found.certain


def test_other_words_differ_only_where_somebody_asks_and_are_never_certain() -> None:
    found = disagreement("Meera Rao", "Arun Sen", wording=True)

    assert disagreement("Meera Rao", "Arun Sen") is None
    assert found is not None
    assert not found.certain
    assert disagreement("Professor Meera Rao", "Meera Rao", wording=True) is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_which_one_comes_first_changes_no_outcome(one: str, other: str) -> None:
    there, back = (disagreement(*pair, wording=True) for pair in ((one, other), (other, one)))

    assert (there is None) == (back is None)
    assert there is None or back is None or there.certain == back.certain


@given(st.text(max_size=60))
def test_nothing_disagrees_with_itself(text: str) -> None:
    assert disagreement(text, text, wording=True) is None


@given(st.lists(STATEMENTS, max_size=12))
def test_each_statement_is_held_against_the_first_under_its_key(said: list[Statement]) -> None:
    first = {one.key: one for one in reversed(said)}

    found = list(conflicts(said))

    assert all(conflict.earlier is first[conflict.later.key] for conflict in found)
    assert [conflict.later for conflict in found] == [
        one for one in said if one.text != first[one.key].text
    ]

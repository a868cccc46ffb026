"""Which questions repeat another, and that the compact indexes say the same as plain ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.recipes.qa.duplicates import normalised
from groundsmith.recipes.qa.near import NearQuestions, telling_words
from groundsmith.recipes.qa.text_table import TextTable
from groundsmith.records import rounded

UNTIMED = settings(deadline=None)  # the first example loads the word tables

BASE = "What documents must international students bring for hostel registration at Sharda?"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is the fee?", "what is  the FEE"),
        ("What is “the” fee?", 'What is "the" fee ?'),
        ("What is the ﬁne?", "What is the fine?"),
        ("Wie groß?", "WIE GROSS"),
    ],
)
def test_questions_that_differ_in_form_alone_are_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Is it C++?", "Is it C#?"), ("5 % or 5?", "5 or 5?"), ("???", "!!!")]
)
def test_signs_that_carry_meaning_are_kept(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@UNTIMED
@given(st.text(max_size=80))
def test_normalising_again_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (BASE, True),
        (BASE.replace("What documents", "Which document").replace("for", "for the"), True),
        (BASE.replace("Sharda", "Galgotias"), False),
        (BASE.replace("hostel", "library"), False),
        (BASE.replace("for hostel", "before hostel"), False),
        (BASE.replace("must", "must not"), False),
        (BASE.replace("students", "students in 2025"), False),
        (BASE.replace("What documents", "When"), False),
    ],
)
def test_near_questions_are_told_apart_by_what_matters(other: str, same: bool) -> None:
    near = NearQuestions(0.85)
    near.add(BASE)

    assert (near.first_like(other) is not None) is same


def test_one_more_common_word_in_seven_is_near_at_085_and_not_at_090() -> None:
    longer = BASE.replace("students", "exchange students")
    lenient, strict = NearQuestions(0.85), NearQuestions(0.9)
    for near in (lenient, strict):
        near.add(BASE)

    assert lenient.first_like(longer) == 0
    assert strict.first_like(longer) is None


WORDS = ["alpha", "beta", "gamma", "delta", "zeta", "eta", "theta", "iota", "17", "42", "not"]
questions = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


@UNTIMED
@given(
    asked=st.lists(questions, max_size=40),
    query=questions,
    threshold=st.sampled_from([0.3, 0.6, 0.85, 1.0]),
)
def test_prefix_filtering_finds_what_comparing_with_all_finds(
    asked: list[str], query: str, threshold: float
) -> None:
    near = NearQuestions(threshold)
    for question in asked:
        near.add(question)

    expected = [at for at, question in enumerate(asked) if like(question, query, threshold)]

    assert near.first_like(query) == (expected[0] if expected else None)


def like(one: str, other: str, threshold: float) -> bool:
    """The rule as it is told, without an index."""
    mine, its = telling_words(one), telling_words(other)
    shared, either = mine.keys() & its.keys(), mine.keys() | its.keys()
    contained = mine.keys() <= its.keys() or its.keys() <= mine.keys()
    apart = any({**mine, **its}[word] for word in either - shared)
    return contained and not apart and rounded(len(shared) / len(either)) >= threshold


def test_taking_the_order_anew_loses_no_question() -> None:
    near = NearQuestions(0.85)
    asked = [f"Which alpha belongs to beta number {number}?" for number in range(1200)]
    for question in asked:
        near.add(question)

    assert [near.first_like(question) for question in asked] == list(range(1200))


@UNTIMED
@given(st.lists(st.tuples(st.text(max_size=6), st.integers(0, 2**32 - 1)), max_size=60))
def test_the_text_table_says_what_a_dictionary_says(entries: list[tuple[str, int]]) -> None:
    table, plain = TextTable(), dict(entries)
    for text, number in entries:
        table.put(text, number)

    assert {text: table.get(text) for text in plain} == plain
    assert len(table) == len(plain)
    assert table.get("not in it, whatever it holds") is None


def test_the_text_table_keeps_all_while_it_grows() -> None:
    table = TextTable()
    for number in range(5000):
        table.put(f"question {number}", number)

    assert [table.get(f"question {number}") for number in range(5000)] == list(range(5000))

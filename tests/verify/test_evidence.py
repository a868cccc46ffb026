from hypothesis import given
from hypothesis import strategies as st

from groundsmith.records import Claim, Span
from groundsmith.verify.claims import split_claims
from groundsmith.verify.evidence import find_evidence
from groundsmith.verify.tokens import analysed

PASSAGE = (
    "# Sharda University\n\nThe campus has a lake. The hostel fee is ₹52,000 a year. "
    "Meals are served three times a day. The library closes at ten."
)


class LineSplitter:
    """Sentences are lines."""

    def split(self, text: str) -> list[Span]:
        spans: list[Span] = []
        at = 0
        for line in text.split("\n"):
            if line:
                spans.append(Span(start=at, stop=at + len(line)))
            at += len(line) + 1
        return spans


def claim(text: str) -> Claim:
    return Claim(text=text, start=0, stop=len(text))


def test_the_window_is_the_sentence_that_says_it() -> None:
    found = find_evidence(claim("The hostel fee is ₹52,000."), [PASSAGE])

    assert [window.text for window in found] == ["The hostel fee is ₹52,000 a year."]


def test_a_claim_that_joins_two_facts_gets_a_window_for_each() -> None:
    found = find_evidence(claim("Sharda has a library that closes at ten."), [PASSAGE])

    assert {window.text for window in found} == {
        "# Sharda University",
        "The library closes at ten.",
    }


def test_the_passage_is_named_by_its_place() -> None:
    found = find_evidence(claim("hostel fee"), ["Nothing.", PASSAGE])

    assert [window.input for window in found] == [1]


def test_nothing_shared_is_no_evidence() -> None:
    assert find_evidence(claim("zebra"), [PASSAGE]) == []
    assert find_evidence(claim("zebra"), []) == []


@given(st.text(max_size=60), st.lists(st.text(max_size=200), max_size=3))
def test_a_window_is_exactly_the_text_at_its_span(text: str, passages: list[str]) -> None:
    found = find_evidence(claim(text), passages)

    assert all(passages[w.input][w.start : w.stop] == w.text for w in found)


@given(st.text(alphabet="fee due. ", min_size=1, max_size=80), st.integers(1, 200))
def test_a_window_stays_readable_however_long_the_passage(text: str, times: int) -> None:
    found = find_evidence(claim(text), ["fee due due fee " * times * 10])

    assert all(len(window.text) <= 2_100 for window in found)


def test_each_sentence_is_a_claim_at_its_place() -> None:
    text = "Fees are due.\n---\nMeals are free."

    claims = split_claims(text, LineSplitter())

    assert [(one.text, text[one.start : one.stop]) for one in claims] == [
        ("Fees are due.", "Fees are due."),
        ("Meals are free.", "Meals are free."),
    ]


def test_an_answer_that_is_no_sentence_is_one_claim() -> None:
    assert [one.text for one in split_claims("₹52,000", LineSplitter())] == ["₹52,000"]


def test_a_text_that_states_nothing_is_kept_so_that_it_can_be_called_unchecked() -> None:
    assert [one.text for one in split_claims("***", LineSplitter())] == ["***"]
    assert split_claims(" \n ", LineSplitter()) == []


@given(st.text(alphabet="Fee 1,5. 語彙é'\n", max_size=80), st.text(alphabet="Fee 1,5. 語彙é'\n"))
def test_a_window_is_read_as_any_text_is(text: str, passage: str) -> None:
    passage = passage * 40

    found = find_evidence(claim(text), [passage])

    assert all(analysed(w.text).tokens == analysed(w.text + " ").tokens for w in found)

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.records import Claim
from groundsmith.verify.sources import Sources

GUIDANCE = Path(__file__).parents[2] / "examples" / "guidance"
LIBRARY = [path.read_text(encoding="utf-8") for path in sorted(GUIDANCE.glob("*.txt"))]
FACTS = "The moss garden of Wexlow opens at dawn. Its keeper is Ambrose Tillotson."


def claim(text: str) -> Claim:
    return Claim(text=text, start=0, stop=len(text))


def test_small_sources_are_shown_whole() -> None:
    shown = Sources(["One fact.", "", "Another."]).near(claim("A fact about nothing."))

    assert [(one.input, one.text) for one in shown] == [(0, "One fact."), (1, ""), (2, "Another.")]


@pytest.mark.parametrize("at", range(0, len(LIBRARY), 8))
def test_a_fact_hidden_in_a_library_is_found(at: int) -> None:
    texts = list(LIBRARY)
    middle = texts[at].find("\n", len(texts[at]) // 2) + 1
    texts[at] = texts[at][:middle] + FACTS + "\n" + texts[at][middle:]

    shown = Sources(texts).near(claim("Ambrose Tillotson looks after the moss garden of Wexlow."))

    assert any(one.input == at and FACTS in one.text for one in shown)
    assert sum(len(one.text) for one in shown) < 30_000


def test_facts_that_stand_far_apart_are_both_shown() -> None:
    first, second = FACTS.split(". ")
    texts = [first + ".\n" + LIBRARY[0] + "\n" + second, *LIBRARY[1:]]

    shown = Sources(texts).near(claim("Tillotson keeps the moss garden of Wexlow."))

    assert any(first in one.text for one in shown)
    assert any(second in one.text for one in shown)


@pytest.mark.parametrize("start", range(1_000, 60_000, 4_999))
def test_a_sentence_copied_from_anywhere_is_shown_whole(start: int) -> None:
    text = "\n\n".join(LIBRARY)
    start = text.find(" ", start) + 1
    copied = text[start : start + 300].rpartition(" ")[0]

    assert any(copied in one.text for one in Sources([text]).near(claim(copied)))


def test_what_shares_no_word_is_shown_nothing() -> None:
    assert Sources(LIBRARY).near(claim("Xyzzy qwxq.")) == ()
    assert Sources([]).near(claim("Anything.")) == ()


@given(
    st.text(alphabet=st.characters(), max_size=40),
    st.lists(st.text(alphabet="ab. \n語é9,\ud800", max_size=60), max_size=4),
    st.sampled_from([1, 500, 3_000]),
)
def test_a_passage_is_exactly_the_text_at_its_span(
    asked: str, texts: list[str], times: int
) -> None:
    texts = [text * times for text in texts]

    shown = Sources(texts).near(claim(asked))

    assert all(texts[one.input][one.start : one.stop] == one.text for one in shown)


@pytest.mark.parametrize("text", ["a", "a b ", "語", "a. B", " \n", "ab", "9,", "a.\n"])
def test_no_passage_is_long_however_long_the_text(text: str) -> None:
    shown = Sources([text * 17_000]).near(claim(text))

    assert all(len(one.text) <= 3_300 for one in shown)

"""What a model quotes is found where it stands, or where most of its words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.qa.asking.quote import _unfolding, cited
from groundsmith.recipes.qa.checks.folding import folded

PASSAGE = (
    "The harbour museum opened in 1904.\n"
    "Admission costs **120 kroner**; it’s free for\n  children under “six” – always.\n\n"
    "The café is on the second floor. The café closes at 17:00 on Sundays.\n"
)


@pytest.mark.parametrize(
    ("quote", "answer", "found"),
    [
        ("The harbour museum opened in 1904.", "1904", "The harbour museum opened in 1904."),
        ("  1904 ", "1904", "1904"),
        ("it's free for children", "children", "it’s free for\n  children"),
        ('children under "six" - always', "six", "children under “six” – always"),
        ("The café closes at 17:00", "17:00", "The café closes at 17:00"),
        ("", "120 kroner", "120 kroner"),
        ("…", "on Sundays", "on Sundays"),
    ],
)
def test_what_stands_there_is_cited_as_it_stands(quote: str, answer: str, found: str) -> None:
    assert cited(quote, answer, PASSAGE).of(PASSAGE) == found


@pytest.mark.parametrize(
    ("quote", "answer", "within"),
    [
        ("Admission costs 120 kroner, free for children", "120 kroner", "120 kroner"),
        ("The café, they say, shuts on Sundays at 17:00.", "17:00", "closes at 17:00"),
        ("The museum is the oldest of the country", "1904", "1904"),
    ],
)
def test_a_changed_quote_cites_where_its_words_stand(quote: str, answer: str, within: str) -> None:
    found = cited(quote, answer, PASSAGE).of(PASSAGE)

    assert within in found
    assert len(found) < len(PASSAGE) / 2


def test_a_quote_does_not_cut_through_a_word_or_a_number() -> None:
    assert cited("00", "00", "It costs 2,000 euros.").of("It costs 2,000 euros.") != "00"
    assert cited("cat", "cat", "A category. A cat.").start == 14


def test_a_quote_from_nowhere_cites_the_passage_it_was_asked_about() -> None:
    assert cited("zebra crossing", "zebra", PASSAGE).of(PASSAGE) == PASSAGE.strip()


@given(st.text(max_size=60), st.text(max_size=20), st.text(min_size=1, max_size=200))
def test_a_span_always_lies_within_its_passage(quote: str, answer: str, passage: str) -> None:
    found = cited(quote, answer, passage)

    assert 0 <= found.start <= found.stop <= len(passage)
    assert found.stop > found.start or not passage.strip()


@given(st.data(), st.text(max_size=200))
def test_every_whole_stretch_of_a_passage_is_found_word_for_word(
    data: st.DataObject, text: str
) -> None:
    words = data.draw(st.lists(st.sampled_from(["fee", "café", "“six”", "12", text]), min_size=1))
    passage = " ".join(words)

    found = cited(passage, "", f"a {passage} b").of(f"a {passage} b")

    assert folded(found) == folded(passage) or not any(map(str.isalnum, passage))


@given(st.text(alphabet=" \n\t\u00ad…“’–abC\u3000\ud800", max_size=60))
def test_folding_with_origins_is_folding(text: str) -> None:
    plain, origins = _unfolding(text)

    assert plain == folded(text)
    assert len(origins) == len(plain)
    assert list(origins) == sorted(origins)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.normalise import normalise

ANYTHING = st.text(alphabet=st.characters(exclude_categories=[]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeffa", "a"),
        ("a\ufeffb", "a\ufeffb"),
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("a\0b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("e\u0301 \u00a0 \t x  ", "e\u0301 \u00a0 \t x  "),
    ],
)
def test_only_marks_line_ends_and_unstorable_characters_change(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(ANYTHING)
def test_normalised_text_can_be_stored_and_hashed(text: str) -> None:
    found = normalise(text)

    assert found.encode("utf-8").decode("utf-8") == found
    assert not {"\r", "\0"} & set(found)


@given(ANYTHING.filter(lambda text: not text.startswith("\ufeff")))
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once

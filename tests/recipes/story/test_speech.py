"""Which words of a story are spoken."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.story.cutting.speech import blanked, dialogue_share, speech


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("“Come in,” she said.", ["“Come in,”"]),
        ("„Masuk,“ kata Bima.", ["„Masuk,“"]),
        ("«Entrez», dit-il.", ["«Entrez»"]),
        ('"Masuk," kata Bima. "Duduk."', ['"Masuk,"', '"Duduk."']),
        ("‘Don’t go,’ said Ann.", ["‘Don’t go,’"]),
        ("'Don't go,' said Ann.", ["'Don't go,'"]),
        ("— Masuk, kata Bima. — Duduk.", ["— Masuk,", " — Duduk."]),
        ("The dogs' bowls and Ann's hat weren't there.", []),
    ],
)
def test_speech_is_found_in_every_style_of_quotation(text: str, spoken: list[str]) -> None:
    assert [span.of(text) for span in speech(text)] == spoken


def test_speech_that_its_paragraph_leaves_open_ends_with_the_paragraph() -> None:
    text = "“It was late.\n\n“I went home,” he said."

    found = [span.of(text) for span in speech(text)]

    assert found == ["“It was late.", "“I went home,”"]


@given(st.text(alphabet="“”„\"'‘’«»—\n a.,B", max_size=200))
def test_spans_of_speech_are_in_order_and_blanking_them_moves_nothing(text: str) -> None:
    spans = speech(text)

    told = blanked(text, spans)

    assert len(told) == len(text)
    assert all(one.stop <= other.start for one, other in pairwise(spans))
    assert 0.0 <= dialogue_share(text) <= 1.0

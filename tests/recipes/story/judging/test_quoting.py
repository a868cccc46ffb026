"""A quotation counts where it stands in the story, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.story.judging.quoting import Quotable
from groundsmith.recipes.story.manuscript import manuscript

TEXT = "She said: “It’s late — go…\nhome.” The cat slept. He went home. The cat slept again."
STORY = manuscript([("1.md", TEXT)], [("world.md", "Nobody may swim here.")])


@pytest.mark.parametrize(
    "words",
    [
        "It’s late — go…\nhome.",
        "It's late - go... home.",
        '"The cat slept."',
        "  The cat\n\tslept  ",
        "Nobody may swim",
    ],
)
def test_words_are_found_whatever_typography_they_are_copied_in(words: str) -> None:
    found = Quotable(STORY).find(words)

    assert found is not None
    text = TEXT if found.chapter == "1.md" else "Nobody may swim here."
    assert text[found.start : found.stop] == found.quote


@pytest.mark.parametrize(
    "words",
    ["", "cat", "It is late", "the cat slept", "at slept", "The cat sle", "a " * 600, "\ud800 x"],
)
def test_other_words_and_less_than_words_stand_nowhere(words: str) -> None:
    assert Quotable(STORY).find(words) is None


def test_of_several_places_the_one_at_hand_is_meant() -> None:
    quotable = Quotable(STORY)
    near = quotable.find("The cat slept again")
    assert near is not None

    found = quotable.find("The cat slept", (near,))

    assert found is not None
    assert found.start == near.start
    assert quotable.find("The cat slept") != found


@given(st.text(max_size=40), st.text(max_size=200))
def test_what_is_found_is_what_stands_there(words: str, text: str) -> None:
    found = Quotable(manuscript([("1.md", text + words)])).find(words)

    if found is not None:
        assert (text + words)[found.start : found.stop] == found.quote

"""Cutting chapters into passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.story.content_types import ContentType, content_type
from groundsmith.recipes.story.cutting.scenes import scenes
from groundsmith.recipes.story.cutting.strategies import STRATEGIES, cut


def test_a_break_mark_and_a_shift_of_time_begin_a_scene() -> None:
    text = "# One\n\nShe slept.\n\n***\n\nHe rose.\n\nThe next morning it rained."

    found = [span.of(text) for span in scenes(text)]

    assert found == ["She slept.", "He rose.", "The next morning it rained."]


@pytest.mark.parametrize("strategy", STRATEGIES)
@given(text=st.text(alphabet="ab .“”\n*#", max_size=300))
def test_no_strategy_loses_a_letter_or_shows_it_twice(strategy: str, text: str) -> None:
    spans = cut(text, strategy)

    kept = [at for span in spans for at in range(span.start, span.stop)]

    assert len(kept) == len(set(kept))
    told = "".join(span.of(text) for span in scenes(text))
    assert {text[at] for at in kept} >= {char for char in told if char.isalpha()}


def test_a_paragraph_longer_than_any_passage_is_cut_behind_a_sentence() -> None:
    text = "She walked on and on. " * 800

    found = [span.of(text) for span in cut(text)]

    assert all(len(one.split()) <= 1_500 for one in found)
    assert all(one.rstrip().endswith(".") for one in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Where is it?”\n\n“I had it here.”\n\n“Look again,” she said.", ContentType.DIALOGUE),
        ("He ducked, rolled, kicked the door, leapt the rail and ran.", ContentType.ACTION),
        ("Ia merunduk, berguling, menendang pintu, melompat, lalu lari.", ContentType.ACTION),
        ("Three weeks later, meanwhile, winter came. By the next morning it was over.",
         ContentType.TRANSITION),
        ("What if he knew? He couldn't. Perhaps, she thought, she ought to go. Why not?",
         ContentType.INTERIOR_MONOLOGUE),
    ],
)  # fmt: skip
def test_a_passage_is_what_most_of_it_does(text: str, kind: ContentType) -> None:
    assert content_type(text) == kind

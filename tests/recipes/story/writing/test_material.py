"""What a model is shown fits its budget, and goes on from the last scene whatever its length."""

import pytest

from groundsmith.recipes.story.writing.recipe import StoryRecipe
from short_stories import ENGLISH, trial_with

LONG = "\n\n".join(
    f"Hanna counted sack number {at} and set it down on the floor." for at in range(900)
)


def context(files: dict[str, str], **asked: object) -> tuple[str, dict[str, object]]:
    trial = trial_with(files, **asked)
    assert isinstance(trial.recipe, StoryRecipe)
    looked = trial.recipe.looked(trial.items[0])
    return looked.request.messages[0][1], dict(looked.context)


@pytest.mark.parametrize("budget", [1_000, 4_000, 8_000, 32_000])
def test_four_fifths_of_the_budget_hold_all_that_is_shown(budget: int) -> None:
    many = {f"{at:02}.md": f"# {at}\n\n{LONG[:9_000]}\n" for at in range(4, 24)}

    _, counted = context({**ENGLISH, **many}, context_tokens=budget, pov="Hanna")

    assert isinstance(counted["tokens"], int)
    assert 0 < counted["tokens"] <= budget * 0.8


def test_a_last_scene_that_is_too_long_is_shown_from_a_paragraph_to_its_end() -> None:
    prompt, counted = context({**ENGLISH, "04.md": f"# Sacks\n\n{LONG}\n"}, context_tokens=4_000)

    assert "sack number 899" in prompt
    assert "sack number 10 " not in prompt
    assert counted["scene"] != 0


def test_notes_on_whoever_is_present_come_before_others() -> None:
    filler = "".join(f"## Custom {at}\nNobody whistles on day {at}.\n" for at in range(400))
    files = {
        **ENGLISH,
        "notes/aa.md": f"# Customs\n\n{filler}",
        "notes/rupert.md": "# Rupert\n\nRupert is afraid of geese.\n",
    }

    prompt, _ = context(files, context_tokens=2_000, pov="Rupert")

    assert "afraid of geese" in prompt
    assert "on day 399" not in prompt


def test_what_comes_after_the_passage_is_not_shown() -> None:
    prompt, _ = context(dict(ENGLISH), chapter=2)

    assert "buried Tobias" in prompt
    assert "a letter came" not in prompt

"""The estimate of how a post may be received: its levels, its tips, and the fit to results."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.post.engagement import FEATURES, Level, rule_of_thumb
from groundsmith.recipes.post.fitting import LEAST_POSTS, Result, fitted

POOR = "Considerations " * 120 + "were considered at length and in the passive voice throughout."
PLAIN = (
    "The official forecast covers the open coast and not the inner basin.\n\n"
    "A sensor reports the level. The difference is fitted to the table of the port authority, and "
    "the forecast is published on a page that is static and needs no network to be read by those "
    "who want to read it.\n\nThe pontoon flooded in one winter. It is small. It is made of parts.\n"
    "\n#harbour #python"
)
GOOD = (
    "The pontoon flooded twice in 1 winter.\n\n"
    "You know the forecast. It is off by 40 cm. A sensor tells you more, every 5 minutes. "
    "A warning comes 2 hours early.\n\n"
    "31 of 34 warnings were right. The mean error was 6 cm, against 19 cm for the table. "
    "It runs on a Raspberry Pi 4. It takes 80 ms. The page is static, so it still answers when "
    "the network of the office is down, and your boats are moved in time by those who read it.\n\n"
    "What would you measure in your harbour?\n\n#harbour #python"
)


@pytest.mark.parametrize(
    ("text", "level"), [(POOR, Level.LOW), (PLAIN, Level.MEDIUM), (GOOD, Level.HIGH)]
)
def test_every_level_is_reached(text: str, level: Level) -> None:
    made = rule_of_thumb().estimate(text)

    assert made.level is level
    assert made.confidence is Level.LOW
    assert made.as_json()["label"] == "estimate, not a measurement"


@given(text=st.text(max_size=400))
def test_any_text_has_an_estimate_with_every_feature_in_its_bounds(text: str) -> None:
    made = rule_of_thumb().estimate(text)

    assert set(made.features) == set(FEATURES)
    assert all(0 <= value <= 1 for value in made.features.values())
    assert 0 < made.reactions_per_1000 <= 1000
    assert made.best_line in text or not made.best_line


def test_a_tip_is_tied_to_a_feature_that_is_low_and_following_it_raises_the_estimate() -> None:
    before = rule_of_thumb().estimate(PLAIN)

    after = rule_of_thumb().estimate(PLAIN.replace("\n\n#", "\n\nWhat would you measure?\n\n#"))

    asked = next(tip for tip in before.tips if tip.feature == "question")
    assert before.features["question"] == 0
    assert after.reactions_per_1000 > before.reactions_per_1000
    assert "question" not in [tip.feature for tip in after.tips]
    assert asked.gain_ratio > 0
    gains = [tip.gain_ratio for tip in before.tips]
    assert gains == sorted(gains, reverse=True)


def test_the_best_line_is_one_of_the_post_that_says_something_in_few_words() -> None:
    assert rule_of_thumb().estimate(GOOD).best_line == "A sensor tells you more, every 5 minutes."


def results(count: int, *, question_matters: bool, seed: int = 1) -> list[Result]:
    """Posts of which half ask; where that matters, these have eight times the reactions."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        asks = number % 2 == 0
        text = f"Post {'a' * (number % 5)} has said this much.\n\n{'Is it so?' if asks else 'So.'}"
        rate = 0.04 if asks and question_matters else 0.005
        seen = chance.randrange(500, 5000)
        noise = math.exp(chance.gauss(0, 0.15))
        made.append(Result(text=text, impressions=seen, reactions=round(seen * rate * noise)))
    return made


def test_too_few_results_change_nothing_and_it_is_said_how_many_there_are() -> None:
    made = fitted(results(LEAST_POSTS - 1, question_matters=True))

    assert made.weights == rule_of_thumb().weights
    assert f"{LEAST_POSTS - 1} of the {LEAST_POSTS} results" in made.basis


def test_what_matters_to_ones_readers_gets_its_weight() -> None:
    made = fitted(results(60, question_matters=True))

    assert made.confidence is Level.HIGH
    asks, says = made.estimate("Post.\n\nIs it so?"), made.estimate("Post.\n\nSo.")
    assert asks.reactions_per_1000 > 3 * says.reactions_per_1000
    assert asks.level is Level.HIGH
    assert says.level is not Level.HIGH
    assert asks.likely_range is not None
    assert asks.likely_range[0] < asks.reactions_per_1000 < asks.likely_range[1]


def test_results_that_nothing_explains_have_a_low_confidence() -> None:
    made = fitted(results(60, question_matters=False))

    assert made.confidence is Level.LOW


def test_more_results_of_a_kind_draw_the_weight_further_from_the_rule_of_thumb() -> None:
    few, many = (fitted(results(count, question_matters=True)) for count in (8, 200))

    assert rule_of_thumb().weights["question"] < few.weights["question"] < many.weights["question"]


def test_results_without_reactions_or_views_are_no_fault() -> None:
    silent = [Result(text=PLAIN, impressions=seen, reactions=0) for seen in [0, *range(1, 20)]]

    made = fitted(silent).estimate(PLAIN)

    assert made.reactions_per_1000 > 0

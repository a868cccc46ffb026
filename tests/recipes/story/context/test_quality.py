"""A context's quality falls when the context is wrong, and says what is missing."""

import random
from dataclasses import replace

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.context.context import Context, ContextBuilder
from groundsmith.recipes.story.manuscript import manuscript

HARBOUR = (
    "Mara walked down to the harbour at Selby. “The ferry is late again,” said Mara. Tom closed "
    "the ledger and looked at the clock. “It always is,” Tom answered, and he locked the office.",
    "In the evening Mara rowed out to the wreck. The lamp on the buoy was dark. Tom had hidden "
    "the key of the office under the ledger, and Mara knew it. She found the key and kept it.",
    "Tom waited for Mara at the harbour. “Where is my key?” asked Tom. Mara looked out at the "
    "wreck and the ferry and said nothing. The clock in the office struck nine.",
)
DESERT = (
    "Colonel Ibsen counted his camels before the sandstorm. “Water for two days,” said Ibsen. "
    "His scout Farid pointed at the dunes. The caravan turned towards the salt mines.",
    "Farid dug for roots. Ibsen drank the last of the brandy and cursed the generals in Cairo. "
    "The camels lay down behind the dunes. Farid covered them with sailcloth.",
    "Ibsen wrote a dispatch by candlelight. “Nobody will read it,” said Farid. The generals had "
    "forgotten the mines. Ibsen sealed the dispatch and gave it to the scout.",
)
ASK = "Tom finds out that Mara took the key of the office"


def builder(*chapters: str) -> ContextBuilder:
    return ContextBuilder(
        Story(manuscript([(f"{at:02}.md", text) for at, text in enumerate(chapters, 1)]))
    )


def overall(built: ContextBuilder, context: Context) -> float:
    found = built.quality(ASK, context.parts, 4_000).overall
    assert found is not None
    return found


def test_a_context_comes_with_the_quality_of_its_parts() -> None:
    built = builder(*HARBOUR)

    context = built.build(ASK, 4_000)

    assert context.quality == built.quality(ASK, context.parts, 4_000)


def test_another_storys_context_is_worth_less() -> None:
    built = builder(*HARBOUR)

    foreign = builder(*DESERT).build("Ibsen and Farid")

    assert overall(built, foreign) < overall(built, built.build(ASK, 4_000))


def test_the_same_words_in_no_order_are_worth_less() -> None:
    built = builder(*HARBOUR)
    right = built.build(ASK, 4_000)
    chance = random.Random(5)
    shuffled = [
        replace(part, text=" ".join(chance.sample(words, len(words))))
        for part in right.parts
        for words in [part.text.split()]
    ]

    assert overall(built, replace(right, parts=tuple(shuffled))) < overall(built, right)


def test_a_single_part_of_many_is_worth_less() -> None:
    built = builder(*HARBOUR)
    right = built.build(ASK, 4_000)

    starved = replace(right, parts=right.parts[:1])

    assert overall(built, starved) < overall(built, right)


def test_nothing_shown_is_worth_nothing() -> None:
    assert builder(*HARBOUR).quality(ASK, (), 4_000).overall == 0.0


def test_whoever_is_asked_for_and_not_shown_is_missing() -> None:
    built = builder(*HARBOUR)

    assert built.missing(ASK, ()) == ("Tom", "Mara")
    assert built.build(ASK, 4_000).missing == ()


@pytest.mark.parametrize("ask", ["", "\ud800", "?" * 5_000, "Tom " * 2_000])
def test_a_quality_is_a_share_or_none_whatever_is_asked(ask: str) -> None:
    found = builder(*HARBOUR).build(ask, 1_000).quality

    assert found.overall is None or 0.0 <= found.overall <= 1.0

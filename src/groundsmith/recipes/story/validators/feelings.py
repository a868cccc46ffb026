"""Feelings that turn without a step between: grief and joy of one person within a few sentences.

Only the two farthest of Plutchik's opposites are looked at, both strong or plain, within one scene,
with nothing told between that could turn one into the other: no news, no sight, no time.
What this does not see: feelings that are shown and not named, mixed feelings that are meant.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from groundsmith.recipes.story.bible.emotions import Emotion, emotions
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.words.feelings import GRIEF, JOY

_MOST_APART = 3
_TURNED = re.compile(
    r"\b(?:but|then|until|suddenly|when|because|at last|later|news|letter|saw|heard|though|through"
    r"|yet|and yet|remembered|smiled|nevertheless|still|after|for joy|with joy|tapi|tetapi|namun"
    r"|lalu|kemudian|tiba-tiba|ketika|karena|akhirnya|kabar|surat|melihat|mendengar|sampai|teringat"
    r"|meskipun|walau|malah|sambil|sesudah|setelah|terharu|haru)\b",
    re.I,
)


def check(story: Story) -> Iterator[Finding]:
    """Grief that is joy, or joy that is grief, a moment later and for no reason told."""
    for one, after in pairwise(emotions(story)):
        if {one.emotion, after.emotion} == {GRIEF, JOY} and _is_abrupt(story, one, after):
            yield Finding(
                subtype="emotion",
                severity=Severity.LOW,
                message=f"{one.who} turns from {one.emotion} to {after.emotion}, nothing between",
                established=one.line.sentence.place(),
                contradicting=after.line.sentence.place(),
                suggestion="tell what turns the feeling, or leave a while between the two",
            )


def _is_abrupt(story: Story, one: Emotion, after: Emotion) -> bool:
    first, second = one.line.sentence, after.line.sentence
    if one.who != after.who or first.scene != second.scene or first.at == second.at:
        return False
    if "mild" in (one.strength, after.strength):
        return False
    told = story.between(first, second)
    between = " ".join(sentence.text for sentence in told[1:])
    return len(told) <= _MOST_APART + 1 and not _TURNED.search(between)

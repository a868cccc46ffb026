"""What a passage does: dialogue, narration, action, description, thought, transition, flashback.

A type's score is the weighted count of its cues per hundred words of narration. Weights were set by
hand on the open half of the labelled passages; the sealed half says what they are worth elsewhere.
The decision to question: a passage that is mostly spoken is dialogue whatever it speaks of.
"""

import re
from enum import StrEnum

from groundsmith.recipes.story.cutting.speech import blanked, dialogue_share, speech
from groundsmith.recipes.story.words.cues import (
    DESCRIBED,
    MOVED_ON,
    REMEMBERED,
    SUMMED_UP,
    THOUGHT,
)
from groundsmith.recipes.story.words.motion import ACTED
from groundsmith.verify.language import language_of


class ContentType(StrEnum):
    """What most words of a passage do."""

    DIALOGUE = "dialogue"
    NARRATION = "narration"
    ACTION = "action"
    DESCRIPTION = "description"
    INTERIOR_MONOLOGUE = "interior_monologue"
    TRANSITION = "transition"
    FLASHBACK = "flashback"


_SPOKEN_SHARE = 0.45
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CUES = {
    ContentType.INTERIOR_MONOLOGUE: THOUGHT,
    ContentType.FLASHBACK: REMEMBERED,
    ContentType.TRANSITION: MOVED_ON,
    ContentType.DESCRIPTION: DESCRIBED,
    ContentType.NARRATION: SUMMED_UP,
}
_WEIGHTS = {
    ContentType.INTERIOR_MONOLOGUE: 1.6,
    ContentType.FLASHBACK: 1.9,
    ContentType.TRANSITION: 1.7,
    ContentType.DESCRIPTION: 0.7,
    ContentType.NARRATION: 1.0,
    ContentType.ACTION: 1.8,
}
_PATTERNS = {
    (kind, language): re.compile(pattern)
    for kind, cues in _CUES.items()
    for language, pattern in cues.items()
}


def content_type(text: str, language: str | None = None) -> ContentType:
    """What a passage mostly does; "narration" where no cue says otherwise."""
    if dialogue_share(text) > _SPOKEN_SHARE:
        return ContentType.DIALOGUE
    scores = content_scores(text, language or language_of(text))
    return max(scores, key=lambda kind: scores[kind])


def content_scores(text: str, language: str) -> dict[ContentType, float]:
    """Weighted cues per hundred words of narration, by type; narration has a little for nothing."""
    told = blanked(text, speech(text)).replace("’", "'").lower()
    words = _WORD.findall(told)
    per_hundred = 100 / max(len(words), 1)
    known = language if language in ACTED else "en"
    acted = ACTED[known]
    counts = {kind: float(len(_PATTERNS[kind, known].findall(told))) for kind in _CUES}
    counts[ContentType.ACTION] = max(0.0, sum(word in acted for word in words) - 1.0)
    counts[ContentType.INTERIOR_MONOLOGUE] += 1.5 * told.count("?")
    counts[ContentType.NARRATION] += 1.0
    return {kind: counts[kind] * _WEIGHTS[kind] * per_hundred for kind in _WEIGHTS}

"""Passages of a chapter, cut so that fiction survives it.

Four ways: turns of a conversation stay together (`dialogue`), whole scenes (`scene`), about 800
words (`beat`), or whichever suits the scene (`hybrid`: `dialogue` where more than 0.7 of it is
spoken, else the scene, cut in beats where it is long). No cut falls within a paragraph unless the
paragraph alone is longer than the limit.
"""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from groundsmith.recipes.story.cutting.scenes import paragraphs, scenes
from groundsmith.recipes.story.cutting.speech import dialogue_share
from groundsmith.records import Span

MOSTLY_SPOKEN = 0.7
_BEAT_WORDS = 800
_LEAST_WORDS = 100
_MOST_WORDS = 1_500
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»]*\s+")


def cut(text: str, strategy: str = "hybrid") -> list[Span]:
    """Spans of passages in order: none under 100 words beside another, none over 1,500."""
    return _fitted(
        text, [part for scene in scenes(text) for part in STRATEGIES[strategy](text, scene)]
    )


def _by_scene(text: str, scene: Span) -> list[Span]:
    return [scene]


def _by_beat(text: str, scene: Span) -> list[Span]:
    return _packed(text, _within(text, scene), _BEAT_WORDS)


def _by_turns(text: str, scene: Span) -> list[Span]:
    """Conversations whole: a cut falls only where a paragraph without speech begins."""
    found: list[Span] = []
    spoken_before = False
    for paragraph in _within(text, scene):
        spoken = dialogue_share(paragraph.of(text)) > 0
        joins = found and (spoken or spoken_before) and _count(text, found[-1]) < _MOST_WORDS
        if joins:
            found[-1] = Span(start=found[-1].start, stop=paragraph.stop)
        else:
            found.append(paragraph)
        spoken_before = spoken
    return found


def _by_kind(text: str, scene: Span) -> list[Span]:
    if dialogue_share(scene.of(text)) > MOSTLY_SPOKEN:
        return _by_turns(text, scene)
    return _by_beat(text, scene) if _count(text, scene) > _MOST_WORDS else [scene]


STRATEGIES: dict[str, Callable[[str, Span], list[Span]]] = {
    "dialogue": _by_turns,
    "scene": _by_scene,
    "beat": _by_beat,
    "hybrid": _by_kind,
}


def _within(text: str, scene: Span) -> list[Span]:
    return [
        Span(start=scene.start + one.start, stop=scene.start + one.stop)
        for one in paragraphs(scene.of(text))
    ]


def _packed(text: str, parts: Iterable[Span], most: int) -> list[Span]:
    """Neighbours joined while they have no more than `most` words together."""
    found: list[Span] = []
    words = 0
    for part in parts:
        count = _count(text, part)
        if found and words + count <= most:
            found[-1], words = Span(start=found[-1].start, stop=part.stop), words + count
        else:
            found.append(part)
            words = count
    return found


def _fitted(text: str, parts: list[Span]) -> list[Span]:
    """Short passages joined to their neighbour, long ones cut at sentences."""
    joined: list[Span] = []
    for part in parts:
        small = joined and min(_count(text, part), _count(text, joined[-1])) < _LEAST_WORDS
        if small and _count(text, part) + _count(text, joined[-1]) <= _MOST_WORDS:
            joined[-1] = Span(start=joined[-1].start, stop=part.stop)
        else:
            joined.append(part)
    return [piece for part in joined for piece in _halved(text, part)]


def _halved(text: str, part: Span) -> list[Span]:
    """Pieces of at most 1,500 words, cut behind sentences, or behind words where there are none."""
    if _count(text, part) <= _MOST_WORDS:
        return [part]
    borders = [part.start + one.end() for one in _SENTENCE_END.finditer(part.of(text))]
    edges = [part.start, *(one for one in borders if one < part.stop), part.stop]
    pieces = [Span(start=a, stop=b) for a, b in pairwise(edges) if a < b]
    fine = [small for piece in pieces for small in _by_words(text, piece)]
    return _packed(text, fine, _MOST_WORDS)


def _by_words(text: str, part: Span) -> list[Span]:
    words = [part.start + one.start() for one in _WORD.finditer(part.of(text))]
    edges = [part.start, *words[_MOST_WORDS::_MOST_WORDS], part.stop]
    return [Span(start=a, stop=b) for a, b in pairwise(edges) if a < b]


def _count(text: str, span: Span) -> int:
    return len(span.of(text).split())

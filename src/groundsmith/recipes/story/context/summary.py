"""Chapters in a few of their own sentences, each citing its place.

A sentence is worth the rarity of its words and the people it names (inverse frequencies
over the square root of its length, after the centroid idea of Radev et al. 2004); the best are
shown in the order in which they stand. Nothing is put in other words, so nothing new is said.
"""

import math
from collections.abc import Sequence

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode, Sentence

_SENTENCES = 4
_LEAST_CHARS = 30


def summaries(story: Story) -> dict[int, tuple[Place, ...]]:
    """The places that sum up each chapter, by its order."""
    chapters: dict[int, list[Sentence]] = {}
    for sentence in story.reading.sentences:
        if sentence.mode in (Mode.TOLD, Mode.RECOUNTED) and len(sentence.text) > _LEAST_CHARS:
            chapters.setdefault(sentence.chapter.order, []).append(sentence)
    return {order: _best(sentences, story) for order, sentences in chapters.items()}


def _best(sentences: Sequence[Sentence], story: Story) -> tuple[Place, ...]:
    total = len(story.reading.sentences)

    def worth(sentence: Sentence) -> float:
        stems = story.stems(sentence.told)
        told = math.fsum(math.log(total / (1 + story.frequency[stem])) for stem in sorted(stems))
        named = len(story.cast.mentions(sentence.told))
        return (told + 3 * named) / math.sqrt(len(stems) + 4)

    best = sorted(sentences, key=worth, reverse=True)[:_SENTENCES]
    return tuple(one.place() for one in sorted(best, key=lambda one: one.at))

"""What a portion is held against: facts about whoever is in it, and earlier passages like it.

For a portion only what precedes it is taken, and nothing that depends on where the manuscript ends:
a page that is added must not change what was asked about the pages before it, because an answer is
stored under its question. That is why `ContextBuilder`, which shows the last scenes, is not asked.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.reading import facts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.cutting.scenes import paragraphs
from groundsmith.recipes.story.judging.portion import packed, place_of
from groundsmith.recipes.story.manuscript import Place

T = TypeVar("T")

_UNIT_CHARS = 600
_HITS = 12
"""Asked for each stretch of a portion; later ones among them are not shown."""


class Established:
    """Finds what a story tells before a place and what of it matters there; reads it once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        self._rules: list[Fact] = []
        for fact in facts(story):
            if fact.kind is FactKind.RULE:
                self._rules.append(fact)
            else:
                self._facts[fact.subject.rpartition(":")[2]].append(fact)
        told = story.manuscript
        self._units = [
            place_of(one, span)
            for one in (*told.notes, *told.chapters)
            for span in packed(paragraphs(one.text), _UNIT_CHARS)
        ]
        self._index = LexicalRetriever(
            (str(number), unit.quote) for number, unit in enumerate(self._units)
        )

    def facts(self, portion: Place, room_chars: int) -> list[Fact]:
        """Rules, and facts about whoever is named in a portion, in story order, as they fit."""
        named = dict.fromkeys(one.key for one in self._story.cast.mentions(portion.quote))
        known = [*self._rules, *(fact for key in named for fact in self._facts[key])]
        before = (one for one in known if _ends_before(one.place, portion))
        return sorted(fitting(before, line_of, room_chars), key=lambda one: one.place.at)

    def excerpts(self, portion: Place, room_chars: int) -> list[Place]:
        """Passages before a portion that have most in common with it, in story order."""
        before = self._like(portion, lambda unit: _ends_before(unit, portion))
        return sorted(fitting(before, excerpt_of, room_chars), key=lambda one: one.at)

    def sequels(self, place: Place, room_chars: int) -> list[Place]:
        """Passages after a place that have most in common with it, in story order."""
        after = self._like(place, lambda unit: _ends_before(place, unit))
        return sorted(fitting(after, excerpt_of, room_chars), key=lambda one: one.at)

    def _like(self, place: Place, wanted: Callable[[Place], bool]) -> list[Place]:
        """Passages that share words with a place, the nearest first."""
        best: dict[int, float] = {}
        for span in packed(paragraphs(place.quote), _UNIT_CHARS):
            for hit in self._index.retrieve(span.of(place.quote), _HITS):
                number = int(hit.chunk)
                if wanted(self._units[number]):
                    best[number] = max(best.get(number, 0.0), hit.score)
        order = sorted(best, key=lambda number: (-best[number], number))
        return [self._units[number] for number in order]


def line_of(fact: Fact) -> str:
    """A fact on a line, with the words it was read from."""
    quote = " ".join(fact.place.quote.split())
    return f"[{fact.place.chapter}] {fact.subject}: {fact.attribute} {fact.value} — {quote}"


def excerpt_of(place: Place) -> str:
    """A passage as it is shown: its words behind its chapter."""
    return f"[{place.chapter}] {place.quote}"


def fitting(parts: Iterable[T], text_of: Callable[[T], str], room_chars: int) -> list[T]:
    """Parts in their order; one that does not fit leaves its room to the next."""
    found: list[T] = []
    for part in parts:
        length = len(text_of(part)) + 2
        if length <= room_chars:
            found.append(part)
            room_chars -= length
    return found


def _ends_before(place: Place, portion: Place) -> bool:
    return place.order < portion.order or (
        place.order == portion.order and place.stop <= portion.start
    )

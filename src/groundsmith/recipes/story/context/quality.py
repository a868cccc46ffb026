"""How good a story's context is for what shall be written, by the one definition of contexts.

What is asked for is what a reader would want to find: the words of the ask, who is there, where,
and what is still open. The collection is the story up to there, paragraph by paragraph, with its
notes. Two decisions to question: each kind of part is read as documents of its own, because facts,
voices and scenes are shown apart, each in story order; and how much is enough is what the story's
last pages would tell if they filled the room, as an abstract does for a paper (50 terms where 40
are enough), because what is enough for one page is nothing for a budget of fifty.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from groundsmith.index.context_quality import ContextMeasure, ContextQuality, Passage, measure_over
from groundsmith.index.lexical.analysers import analyser
from groundsmith.recipes.story.context.part import Part
from groundsmith.recipes.story.cutting.scenes import paragraphs
from groundsmith.recipes.story.manuscript import Manuscript

_ANALYSERS = {"en": "english", "id": "indonesian"}
_ENOUGH_RATIO = 0.8
"""Of what fills the room, that much is enough; 40 terms of an abstract's 50."""

_CHAPTER_CHARS = 1 << 40


class StoryMeasure:
    """Measures contexts of one manuscript; it is read once, here."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._told = [
            block.of(chapter.text)
            for chapter in (*manuscript.notes, *manuscript.chapters)
            for block in paragraphs(chapter.text)
        ]
        terms = analyser(_ANALYSERS.get(manuscript.language, "english"))
        self._measure = replace(measure_over(self._told, terms), remembered={})
        self._for_room: dict[int, ContextMeasure] = {}

    def quality(self, about: str, parts: Sequence[Part], room_chars: int) -> ContextQuality:
        """The quality of parts, in the order in which they are shown, for what is asked."""
        if room_chars not in self._for_room:
            full = self._measure.told(self._last_terms(room_chars))
            self._for_room[room_chars] = replace(self._measure, enough=_ENOUGH_RATIO * full or 1.0)
        return self._for_room[room_chars].quality(about, [_passage(part) for part in parts])

    def remember(self, texts: Iterable[str]) -> None:
        """Reads texts that will be shown, so that no context waits for them."""
        for text in texts:
            self._measure.read(text)

    def _last_terms(self, room_chars: int) -> set[str]:
        """The different terms of the last pages, as many as fill the room."""
        terms: set[str] = set()
        for text in self._last(room_chars):
            terms.update(self._measure.analyser.counts(text))
        return terms

    def _last(self, room_chars: int) -> Iterator[str]:
        for text in reversed(self._told):
            if room_chars <= 0:
                return
            room_chars -= len(text)
            yield text


def _passage(part: Part) -> Passage:
    """A part, as standing among those of its kind that tell of the same person or chapter."""
    return Passage(
        document=f"{part.kind} {part.about or part.place.chapter}",
        start=max(0, part.place.order + 1) * _CHAPTER_CHARS + part.place.start,
        text=part.text,
    )

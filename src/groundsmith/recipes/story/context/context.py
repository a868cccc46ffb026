"""A context for the next pages: facts, voices, summaries and the last scenes, within a budget.

A fifth of the budget is kept for the answer. Half of the rest is for the last scenes, a quarter for
facts about who and what is asked for, a twentieth for what is left open, the rest for summaries and
voices; what one part leaves, the next may use. Tokens are estimated at four characters each.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from groundsmith.index.context_quality import ContextQuality
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.reading import facts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.threads import OPEN, Thread, threads
from groundsmith.recipes.story.context.part import Part
from groundsmith.recipes.story.context.quality import StoryMeasure
from groundsmith.recipes.story.context.summary import summaries
from groundsmith.recipes.story.cutting.scenes import scenes
from groundsmith.recipes.story.manuscript import Place

_CHARS_A_TOKEN = 4
_KEPT_RATIO = 0.2
_SCENES_SHARE, _FACTS_SHARE = 0.5, 0.25
_LINES_A_VOICE = 3
_THREADS_PART = 20
"""Of the room, so small a part is for what is left open, the latest first."""
_LIKELY_CHARS = 120_000
_NAME = re.compile(r"[A-Z][^\W\d_]+")
_QUOTED = re.compile(r"[“„\"«][^”“\"»\n]{12,160}[”“\"»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is shown, in reading order.

    Attributes:
        missing: People and places that are asked for, or near, of whom nothing is shown.
        quality: How good it is for what was asked.
    """

    parts: tuple[Part, ...]
    token_count: int
    missing: tuple[str, ...]
    quality: ContextQuality

    @property
    def text(self) -> str:
        """All parts, one below the other."""
        return "\n\n".join(part.text for part in self.parts)


class ContextBuilder:
    """Builds contexts of one story; reading it is done once, here."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._summaries = summaries(story)
        self._scenes = _all_scenes(story)
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts(story):
            self._facts[fact.subject].append(fact)
        self._voices = _voices(story)
        self._threads = [one for one in reversed(threads(story)) if one.state == OPEN]
        self._near = [
            one.key for part in self._scenes[-1:] for one in story.cast.mentions(part.text)
        ]
        self._measure = StoryMeasure(story.manuscript)
        self._measure.remember(part.text for part in self._likely())

    def build(self, ask: str, budget_tokens: int = 8_000) -> Context:
        """The context for what is asked, under four fifths of the budget."""
        room = _room(budget_tokens)
        last = _fitting(reversed(self._scenes), int(room * _SCENES_SHARE))
        present = self._present(ask)
        known = _fitting(
            (_of_fact(one) for key in present for one in self._facts[key]),
            int(room * _FACTS_SHARE),
        )
        spent = sum(len(part.text) for part in (*last, *known))
        open_ended = _fitting((_of_thread(one) for one in self._threads), room // _THREADS_PART)
        voices = _fitting((part for key in present for part in self._voices[key]), room // 16)
        spent += sum(len(part.text) for part in open_ended)
        older = _fitting(self._older(last), room - spent - room // 16)
        parts = [*known, *voices, *reversed(open_ended), *older, *reversed(last)]
        return Context(
            parts=tuple(parts),
            token_count=sum(len(part.text) for part in parts) // _CHARS_A_TOKEN,
            missing=self.missing(ask, parts),
            quality=self.quality(ask, parts, budget_tokens),
        )

    def quality(self, ask: str, parts: Sequence[Part], budget_tokens: int) -> ContextQuality:
        """How good parts are for what is asked, where a budget could have shown more."""
        about = " ".join([ask, *self._wanted(ask)])
        return self._measure.quality(about, parts, _room(budget_tokens))

    def missing(self, ask: str, parts: Sequence[Part]) -> tuple[str, ...]:
        """What a reader would look for in these parts, and not find."""
        shown = " ".join(part.text for part in parts)
        return tuple(name for name in self._wanted(ask) if name not in shown)

    def _wanted(self, ask: str) -> list[str]:
        """The people and places that are asked for, or that the last scene names."""
        told = set(_NAME.findall(" ".join([ask, *(one.text for one in self._scenes[-1:])])))
        return [*self._present(ask), *sorted(told & self._story.cast.places)]

    def _present(self, ask: str) -> list[str]:
        """Who is asked for, then who is in the last scene."""
        named = [one.key for one in self._story.cast.mentions(ask)]
        return list(dict.fromkeys([*named, *self._near]))

    def _likely(self) -> Iterator[Part]:
        """What most contexts show, at budgets that are usual."""
        yield from _fitting(reversed(self._scenes), _LIKELY_CHARS)
        yield from self._older(())
        yield from (part for lines in self._voices.values() for part in lines)
        yield from (_of_fact(fact) for known in self._facts.values() for fact in known)

    def _older(self, last: Sequence[Part]) -> Iterable[Part]:
        """Summaries of chapters that are not shown whole, in their order."""
        whole = {part.place.order for part in last}
        for order, places in self._summaries.items():
            if order not in whole:
                for place in places:
                    yield Part(kind="summary", text=f"[{place.chapter}] {place.quote}", place=place)


def _room(budget_tokens: int) -> int:
    """How many characters may be shown."""
    return int(budget_tokens * (1 - _KEPT_RATIO)) * _CHARS_A_TOKEN


def _all_scenes(story: Story) -> list[Part]:
    found = []
    for chapter in story.manuscript.chapters:
        for span in scenes(chapter.text):
            place = Place(
                chapter=chapter.name, order=chapter.order, start=span.start, stop=span.stop,
                quote=span.of(chapter.text),
            )  # fmt: skip
            found.append(Part(kind="scene", text=place.quote, place=place))
    return found


def _voices(story: Story) -> dict[str, list[Part]]:
    """A few lines of each speaker, the longest first, whose tag names them."""
    found: dict[str, list[Part]] = defaultdict(list)
    said = story.cast.words.said
    for line in story.lines:
        for act in line.acts:
            quoted = _QUOTED.search(line.sentence.text)
            if act.verb.lower() in said and quoted and len(found[act.who]) < _LINES_A_VOICE:
                place = line.sentence.place(quoted.start(), quoted.end())
                found[act.who].append(
                    Part(
                        kind="voice",
                        text=f"{act.who}: {place.quote}",
                        place=place,
                        about=act.who,
                    )
                )
    return found


def _of_fact(fact: Fact) -> Part:
    text = f"{fact.subject}: {fact.attribute} {fact.value} ({fact.place.quote.strip()[:120]})"
    return Part(kind="fact", text=text, place=fact.place, about=fact.subject)


def _of_thread(thread: Thread) -> Part:
    place = thread.opened.place()
    return Part(kind="thread", text=f"{thread.kind}: {place.quote.strip()}", place=place)


def _fitting(parts: Iterable[Part], room: int) -> list[Part]:
    """Parts in their order while they fit; one that is too large by itself is left out."""
    found: list[Part] = []
    for part in parts:
        if len(part.text) <= room:
            found.append(part)
            room -= len(part.text)
        elif found:
            break
    return found

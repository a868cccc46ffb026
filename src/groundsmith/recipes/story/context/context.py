"""A context for the next pages: facts, voices, summaries and the last scenes, within a budget.

A fifth of the budget is kept for the answer. Half of the rest is for the last scenes, a quarter for
facts about who and what is asked for, the rest for summaries and voices; what one part leaves, the
next may use. Tokens are estimated at four characters each.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.reading import facts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.context.summary import summaries
from groundsmith.recipes.story.cutting.scenes import scenes
from groundsmith.recipes.story.manuscript import Place

_CHARS_A_TOKEN = 4
_KEPT_RATIO = 0.2
_SCENES_SHARE, _FACTS_SHARE = 0.5, 0.25
_LINES_A_VOICE = 3
_QUOTED = re.compile(r"[“„\"«][^”“\"»\n]{12,160}[”“\"»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that is shown: what kind of thing, and where it stands."""

    kind: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is shown, in reading order; `missing` are people of whom nothing is shown."""

    parts: tuple[Part, ...]
    token_count: int
    missing: tuple[str, ...]

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

    def build(self, ask: str, budget_tokens: int = 8_000) -> Context:
        """The context for what is asked, under four fifths of the budget."""
        room = int(budget_tokens * (1 - _KEPT_RATIO)) * _CHARS_A_TOKEN
        last = _fitting(reversed(self._scenes), int(room * _SCENES_SHARE))
        present = self._present(ask, last)
        known = _fitting(
            (_of_fact(one) for key in present for one in self._facts[key]),
            int(room * _FACTS_SHARE),
        )
        spent = sum(len(part.text) for part in (*last, *known))
        voices = _fitting((part for key in present for part in self._voices[key]), room // 16)
        older = _fitting(self._older(last), room - spent - room // 16)
        parts = [*known, *voices, *older, *reversed(last)]
        shown = " ".join(part.text for part in parts)
        return Context(
            parts=tuple(parts),
            token_count=sum(len(part.text) for part in parts) // _CHARS_A_TOKEN,
            missing=tuple(key for key in present if key not in shown),
        )

    def _present(self, ask: str, last: Sequence[Part]) -> list[str]:
        """Who is asked for, then who is in the last scene."""
        named = [one.key for one in self._story.cast.mentions(ask)]
        near = [one.key for part in last[:1] for one in self._story.cast.mentions(part.text)]
        return list(dict.fromkeys([*named, *near]))

    def _older(self, last: Sequence[Part]) -> Iterable[Part]:
        """Summaries of chapters that are not shown whole, in their order."""
        whole = {part.place.order for part in last}
        for order, places in self._summaries.items():
            if order not in whole:
                for place in places:
                    yield Part(kind="summary", text=f"[{place.chapter}] {place.quote}", place=place)


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
                    Part(kind="voice", text=f"{act.who}: {place.quote}", place=place)
                )
    return found


def _of_fact(fact: Fact) -> Part:
    text = f"{fact.subject}: {fact.attribute} {fact.value} ({fact.place.quote.strip()[:120]})"
    return Part(kind="fact", text=text, place=fact.place)


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

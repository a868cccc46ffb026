"""What a model is shown of a story: facts about whoever is present, notes on them, the last scenes.

Present is who is named in the request or in the last scene. Facts are taken until a third of the
room is filled, then notes until half of it, then scenes in full from the last one backwards. The
decision to question: tokens are estimated (four Latin letters, or one character of another script,
are about one), because a model's own count is not at hand before it is asked; what holds the
budget of money is counted elsewhere, exactly.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from groundsmith.prompt import fenced
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.reading import facts as established
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.cutting.scenes import scenes
from groundsmith.recipes.story.manuscript import Chapter, Place
from groundsmith.recipes.story.writing.brief import Brief
from groundsmith.recipes.story.writing.precheck import people
from groundsmith.records import Json

T = TypeVar("T")

_LATIN_CHARS_A_TOKEN = 4
_FACT_SHARE, _NOTE_SHARE = 1 / 3, 1 / 2
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]")
_PARAGRAPH_GAP = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is shown, and where it was taken from.

    Attributes:
        places: Where the facts, notes and scenes in it stand.
        absent: Characters who are present and of whom nothing could be shown.
    """

    text: str
    places: tuple[Place, ...]
    token_count: int
    fact_count: int
    scene_count: int
    absent: tuple[str, ...]

    def as_json(self) -> dict[str, Json]:
        """What a record says of it."""
        return {
            "tokens": self.token_count,
            "facts": self.fact_count,
            "scenes": self.scene_count,
            "absent": list(self.absent),
        }


def material(story: Story, brief: Brief, remarks: Sequence[str]) -> Material:
    """What is established before a passage, as far as there is room.

    Args:
        story: The chapters before the passage, and the notes.
        remarks: What the pre-check said.
    """
    room = brief.settings.shown_tokens
    backwards = _backwards(story)
    last = backwards[0].quote if backwards else ""
    asked = f"{brief.settings.pov or ''} {brief.settings.ask or ''}"
    present = tuple(dict.fromkeys((*people(asked, story), *people(last, story))))
    facts = list(_fitting(_relevant(story, present), int(room * _FACT_SHARE), _line))
    used = sum(about_tokens(_line(one)) for one in facts)
    notes = list(_fitting(_sections(story, present), int(room * _NOTE_SHARE) - used, _words))
    used += sum(about_tokens(one.quote) for one in notes)
    told = list(_scenes(backwards, room - used))[::-1]
    blocks = (
        ("Look out", "\n".join(remarks)),
        ("Established facts", "\n".join(map(_line, facts))),
        ("The author's notes", "\n\n".join(one.quote for one in notes)),
        ("The last scenes, in order", "\n\n* * *\n\n".join(one.quote for one in told)),
    )
    text = "\n\n".join(f"{title}:\n{fenced(words).text}" for title, words in blocks if words)
    return Material(
        text=text,
        places=(*(one.place for one in facts), *notes, *told),
        token_count=about_tokens(text),
        fact_count=len(facts),
        scene_count=len(told),
        absent=tuple(one for one in present if one not in text),
    )


def about_tokens(text: str) -> int:
    """About how many tokens a text has."""
    latin = sum(char < "\u0250" for char in text)
    return latin // _LATIN_CHARS_A_TOKEN + len(text) - latin + 1


def _line(fact: Fact) -> str:
    quote = " ".join(fact.place.quote.split())[:200]
    return f"- {fact.subject}: {fact.attribute} {fact.value} ({fact.place.chapter}: “{quote}”)"


def _words(place: Place) -> str:
    return place.quote


def _relevant(story: Story, present: tuple[str, ...]) -> list[Fact]:
    """Facts about whoever is present and their kin, the latest first: it holds now."""
    wanted = set(present)
    found = [fact for fact in established(story) if fact.subject.rpartition(":")[2] in wanted]
    return sorted(found, key=lambda fact: fact.place.at, reverse=True)


def _fitting(those: Iterable[T], room: int, words: Callable[[T], str]) -> Iterator[T]:
    """Those that fit, in their order; one that is too long leaves its room to the next."""
    for one in those:
        tokens = about_tokens(words(one))
        if tokens <= room:
            room -= tokens
            yield one


def _sections(story: Story, present: tuple[str, ...]) -> list[Place]:
    """Sections of the notes: those that name somebody present, then all others (rules, places)."""
    found = [place for note in story.manuscript.notes for place in _cut(note)]
    return sorted(found, key=lambda one: not any(name in one.quote for name in present))


def _cut(note: Chapter) -> Iterator[Place]:
    borders = [one.start() for one in _HEADING.finditer(note.text)]
    edges = sorted({0, *borders, len(note.text)})
    for start, stop in pairwise(edges):
        if note.text[start:stop].strip():
            yield _place(note, start, stop)


def _backwards(story: Story) -> list[Place]:
    """Scenes, the last one first."""
    told = story.manuscript.chapters
    return [
        _place(chapter, scene.start, scene.stop)
        for chapter in reversed(told)
        for scene in reversed(scenes(chapter.text))
    ]


def _scenes(backwards: Sequence[Place], room: int) -> Iterator[Place]:
    """The last scenes that fit; of the last one, its end where it is too long as a whole."""
    for number, scene in enumerate(backwards):
        tokens = about_tokens(scene.quote)
        if tokens > room:
            if not number:
                yield _ending(scene, room)
            return
        room -= tokens
        yield scene


def _ending(scene: Place, room: int) -> Place:
    """The end of a scene, from a paragraph on where one begins in it."""
    least = max(0, len(scene.quote) - _LATIN_CHARS_A_TOKEN * max(room, 1))
    gap = _PARAGRAPH_GAP.search(scene.quote, least)
    at = gap.end() if gap else least
    return Place(
        chapter=scene.chapter,
        order=scene.order,
        start=scene.start + at,
        stop=scene.stop,
        quote=scene.quote[at:],
    )


def _place(chapter: Chapter, start: int, stop: int) -> Place:
    return Place(
        chapter=chapter.name,
        order=chapter.order,
        start=start,
        stop=stop,
        quote=chapter.text[start:stop],
    )

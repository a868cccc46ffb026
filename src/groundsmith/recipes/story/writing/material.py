"""What a model is shown of a story: its context, the author's notes, and what to look out for.

The context is the one that `ContextBuilder` makes; a fifth of the room goes to notes, those that
name somebody present first. The decision to question: a last scene that is too long to be shown
whole is shown from a paragraph on, because a passage that goes on from nothing fits nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from groundsmith.index.context_quality import WEIGHTS, ContextQuality
from groundsmith.prompt import fenced
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.context.context import Context, ContextBuilder
from groundsmith.recipes.story.context.part import Part
from groundsmith.recipes.story.cutting.scenes import scenes
from groundsmith.recipes.story.manuscript import Chapter, Place
from groundsmith.recipes.story.writing.brief import Brief
from groundsmith.recipes.story.writing.settings import SHOWN_RATIO
from groundsmith.records import Json, rounded

_CHARS_A_TOKEN = 4
_NOTES_RATIO, _ENDING_RATIO = 0.2, 0.4
_FRAME_TOKENS = 300
"""Fences, their titles, and the white space between parts."""
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]")
_PARAGRAPH_GAP = re.compile(r"\n[ \t]*\n")
_FIGURES = ("overall", *WEIGHTS)
_TITLES = {
    "fact": "Established facts",
    "voice": "How they speak",
    "thread": "Open threads",
    "summary": "Earlier chapters, in sentences of their own",
    "note": "The author's notes",
    "scene": "The last scenes, in order",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is shown, where it was taken from, and how many parts of each kind it has.

    Attributes:
        missing: People and places that are asked for, or near, and not shown.
        quality: How good all of it is for what is asked.
    """

    text: str
    places: tuple[Place, ...]
    token_count: int
    part_counts: dict[str, int]
    missing: tuple[str, ...]
    quality: ContextQuality

    def as_json(self) -> dict[str, Json]:
        """What a record says of it."""
        return {
            "tokens": self.token_count,
            **self.part_counts,
            "missing": list(self.missing),
            "quality": {name: _rounded(getattr(self.quality, name)) for name in _FIGURES},
            "quality_why": self.quality.why,
        }


def material(story: Story, brief: Brief, remarks: Sequence[str]) -> Material:
    """What is established before a passage, as far as there is room.

    Args:
        story: The chapters before the passage, and the notes.
        remarks: What the pre-check said.
    """
    asked, room = f"{brief.settings.pov or ''} {brief.settings.ask or ''}", brief.settings
    last = _last_scene(story.manuscript.chapters)
    near = f"{asked} {last.quote if last else ''}"
    shown_tokens = room.shown_tokens - _FRAME_TOKENS
    noted = list(_fitting(_sections(story, near), int(shown_tokens * _NOTES_RATIO)))
    left = shown_tokens - _tokens(noted)
    builder = ContextBuilder(story)
    context = builder.build(asked, _budget(left))
    ending: list[Place] = []
    whole = {part.place.at for part in context.parts if part.kind == "scene"}
    if last and last.at not in whole:
        ending = [_ending(last, int(shown_tokens * _ENDING_RATIO))]
        context = builder.build(asked, _budget(left - _tokens(ending)))
    shown = _by_kind(context, noted, ending)
    parts = [*context.parts, *_parts("note", noted), *_parts("scene", ending)]
    told = {"Look out": list(remarks), **{_TITLES[kind]: held for kind, held in shown.items()}}
    blocks = (f"{name}:\n{fenced(_joined(held)).text}" for name, held in told.items() if held)
    text = "\n\n".join(blocks)
    return Material(
        text=text,
        places=(*(part.place for part in context.parts), *noted, *ending),
        token_count=len(text) // _CHARS_A_TOKEN,
        part_counts={kind: len(held) for kind, held in shown.items()},
        missing=builder.missing(asked, parts),
        quality=builder.quality(asked, parts, _budget(shown_tokens)),
    )


def _parts(kind: str, places: Sequence[Place]) -> Iterator[Part]:
    """Places as parts of a context."""
    return (Part(kind=kind, text=one.quote, place=one) for one in places)


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else rounded(figure)


def _by_kind(
    context: Context, noted: Sequence[Place], ending: Sequence[Place]
) -> dict[str, list[str]]:
    """The words of each kind of part, in the order in which kinds are shown."""
    shown: dict[str, list[str]] = {kind: [] for kind in _TITLES}
    for part in context.parts:
        shown[part.kind].append(part.text)
    shown["note"] += (one.quote for one in noted)
    shown["scene"] += (one.quote for one in ending)
    return shown


def _budget(shown_tokens: int) -> int:
    """The budget of which a context shows so many tokens."""
    return int(shown_tokens / SHOWN_RATIO)


def _joined(held: Sequence[str]) -> str:
    return "\n\n".join(one.strip("\n") for one in held)


def _tokens(places: Iterable[Place]) -> int:
    return sum(len(one.quote) for one in places) // _CHARS_A_TOKEN


def _fitting(places: Iterable[Place], room_tokens: int) -> Iterator[Place]:
    """Those that fit, in their order; one that is too long leaves its room to the next."""
    room = room_tokens * _CHARS_A_TOKEN
    for one in places:
        if len(one.quote) <= room:
            room -= len(one.quote)
            yield one


def _sections(story: Story, near: str) -> list[Place]:
    """Sections of the notes: those that name somebody present, then all others (rules, places)."""
    names = {one.spelling for one in story.cast.mentions(near)}
    found = [place for note in story.manuscript.notes for place in _cut(note)]
    return sorted(found, key=lambda one: not any(name in one.quote for name in names))


def _cut(note: Chapter) -> Iterator[Place]:
    borders = [one.start() for one in _HEADING.finditer(note.text)]
    for start, stop in pairwise(sorted({0, *borders, len(note.text)})):
        if note.text[start:stop].strip():
            yield _place(note, start, stop)


def _last_scene(chapters: Sequence[Chapter]) -> Place | None:
    for chapter in reversed(chapters):
        for scene in reversed(scenes(chapter.text)):
            return _place(chapter, scene.start, scene.stop)
    return None


def _ending(scene: Place, room_tokens: int) -> Place:
    """The end of a scene, from a paragraph on where one begins in it."""
    least = max(0, len(scene.quote) - _CHARS_A_TOKEN * room_tokens)
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

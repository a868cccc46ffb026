"""How many there are of things, how long things take, how far things lie.

A count is a number, what is counted, and the rare words around it, by which two counts of one thing
are told from two things. Times are in days, lengths in metres.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.counting import NUMBER, number_of
from groundsmith.verify.words import MONTHS, STOP_WORDS
from groundsmith.verify.words.listing import listed

UNITS = {
    word: (kind, size)
    for kind, size, words in (
        ("time", 1 / 1440, "minute minutes menit"),
        ("time", 1 / 24, "hour hours jam"),
        ("time", 1.0, "day days hari"),
        ("time", 7.0, "week weeks minggu pekan"),
        ("time", 14.0, "fortnight fortnights"),
        ("time", 30.0, "month months bulan"),
        ("time", 365.0, "year years tahun"),
        ("length", 0.3, "foot feet kaki"),
        ("length", 0.9, "yard yards"),
        ("length", 1.0, "metre metres meter meters"),
        ("length", 1000.0, "kilometre kilometres kilometer kilometers"),
        ("length", 1609.0, "mile miles mil"),
    )
    for word in words.split()
}
_COUNTED = re.compile(
    rf"(?<![\w-])(?P<number>{NUMBER}|half an|a|se(?=jam|hari|minggu|bulan|tahun))(?:[ -]|(?<=se))"
    rf"(?!(?:belas|puluh|ratus|ribu|juta|hundred|thousand|and"
    rf"|dan)\b)(?P<words>[^\W\d_]+(?:-[^\W\d_]+)?(?: [^\W\d_]+){{0,2}})",
    re.I,
)
_CLASSIFIERS = listed(
    """
    orang ekor buah batang lembar helai butir pucuk biji bilah keping
    """
)
_GENERIC = listed(
    """
    time times one ones people men women man hand hands hundred thousand pounds shillings pennies
    shells dollars rupiah ribu juta orang kali lelaki perempuan anak langkah detik kata nada dua
    tangan mata kaki jari suara others more of or and at in on to the steps strokes heaps minutes
    things words o'clock lewat kurang atau dan nama hal fingers arms feet eyes persen sen suku tahun
    malam pagi siang sore
    """
)
_NO_SPAN = re.compile(
    r"\b(?:umur\w*|usia\w*|berumur|old|age|aged|ago|later|earlier|before|after|kemudian|lalu"
    r"|silam"
    r"|sebelum|sesudah|setelah|lagi|ulang tahun|every|setiap|kali)\b",
    re.I,
)
_SURE = re.compile(
    r"\b(?:all|only|the whole|altogether|in all|the|those|these|its|her|his|their|itu|hanya"
    r"|semua\w*"
    r"|seluruh\w*|jumlahnya|terdiri|there (?:are|were)|ada)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of things.

    Attributes:
        noun: Stem of what is counted, "time" or "length" for measures.
        around: Rare stems of the sentence, without the noun's.
        sure: Whether the sentence speaks of all there are.
    """

    noun: str
    value: float
    around: frozenset[str]
    sure: bool
    mode: Mode
    place: Place


def counts(story: Story) -> Iterator[Count]:
    """Counts of the notes, then of the chapters."""
    for note in story.manuscript.notes:
        for line in re.finditer(r"[^\n]+", note.text):
            place = Place(
                chapter=note.name, order=-1, start=line.start(), stop=line.end(),
                quote=line.group(),
            )  # fmt: skip
            yield from _in(line.group(), place, Mode.TOLD, story)
    for sentence in story.reading.sentences:
        if sentence.mode is not Mode.DREAMT:
            yield from _in(sentence.text, sentence.place(), sentence.mode, story)


def facts(story: Story) -> Iterator[Fact]:
    """Counts as facts."""
    for one in counts(story):
        kind = FactKind.DURATION if one.noun == "time" else FactKind.QUANTITY
        yield Fact(
            kind=kind, subject=one.noun, attribute="count", value=f"{one.value:g}",
            place=one.place, mode=one.mode,
        )  # fmt: skip


def _in(text: str, place: Place, mode: Mode, story: Story) -> Iterator[Count]:
    for one in _COUNTED.finditer(text):
        words = one.group("words").lower().split()
        value = {"a": 1, "half an": 0.5, "se": 1}.get(one.group("number").lower())
        number = float(value) if value is not None else number_of(one.group("number"))
        found = _noun(words, story)
        if number is None or found is None or (value is not None and found[0] not in ("time",)):
            continue
        noun, size = found
        clause = _clause(text, one.start(), one.end())
        if noun == "time" and _NO_SPAN.search(clause):
            continue
        around = story.rare(clause, 12) - {noun, *(story.stem(word) for word in words[:1])}
        yield Count(
            noun=noun,
            value=number * size,
            around=around,
            sure=bool(_SURE.search(text[max(0, one.start() - 12) : one.start()]))
            or bool(_SURE.search(text[one.end() : one.end() + 16])),
            mode=mode,
            place=place,
        )


def _clause(text: str, start: int, stop: int) -> str:
    """The words between the marks on either side of a span."""
    before = max(text.rfind(mark, 0, start) for mark in (",", ";", ":", ".", "—"))
    behind = [at for mark in (",", ";", ":", ".", "—") if (at := text.find(mark, stop)) >= 0]
    return text[before + 1 : min(behind, default=len(text))]


def _noun(words: list[str], story: Story) -> tuple[str, float] | None:
    """What is counted, and the size of its unit."""
    if words[0] in UNITS:
        return UNITS[words[0]]
    if story.language == "id":
        if words[0] in _CLASSIFIERS:
            words = words[1:]
        if words[:2] == ["anak", "tangga"]:
            return "anak tangga", 1.0
        if not words or words[0] in MONTHS or words[0] in _GENERIC or words[0] in STOP_WORDS:
            return None
        return story.stem(words[0]), 1.0
    kept = []
    for word in words:
        if word in STOP_WORDS or word in _GENERIC:
            break
        kept.append(word)
    plural = next((word for word in kept if word.endswith("s") and len(word) > 3), None)
    return (story.stem(plural), 1.0) if plural is not None and plural not in _GENERIC else None

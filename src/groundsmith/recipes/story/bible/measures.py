"""How long things take and how far, heavy and dear they are: an amount, its unit, what it is of.

Times are in days, lengths in metres, weights in kilograms, money in its own coin. What is measured
is told by the events that a clause names ("crossing" and "sailed" are one), by its names and by its
rare words. A time that only says when ("three days later", "two years old") measures nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from groundsmith.recipes.story.bible.counts import clause_around
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.grammar.numerals import is_year
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.counting import NUMBER, number_of
from groundsmith.recipes.story.words.events import EVENT_OF
from groundsmith.verify.words.listing import listed
from groundsmith.verify.words.numbers import NUMBER_WORDS, SCALES

UNITS = {
    word: (kind, size)
    for kind, size, words in (
        ("time", 1 / 1440, "minute minutes menit"),
        ("time", 1 / 24, "hour hours jam"),
        ("time", 1.0, "day days night nights hari malam"),
        ("time", 7.0, "week weeks minggu pekan"),
        ("time", 14.0, "fortnight fortnights"),
        ("time", 30.4, "month months bulan"),
        ("time", 365.0, "year years tahun winters summers"),
        ("time", 3650.0, "decade decades dekade dasawarsa"),
        ("time", 36500.0, "century centuries abad"),
        ("length", 0.3, "foot feet kaki"),
        ("length", 0.025, "inch inches inci"),
        ("length", 0.9, "yard yards"),
        ("length", 0.01, "centimetre centimetres centimeter centimeters sentimeter senti"),
        ("length", 1.0, "metre metres meter meters"),
        ("length", 1.8, "fathom fathoms depa"),
        ("length", 1000.0, "kilometre kilometres kilometer kilometers kilo-meter"),
        ("length", 1609.0, "mile miles mil"),
        ("length", 4800.0, "league leagues"),
        ("mass", 1.0, "kilo kilos kilogram kilograms"),
        ("mass", 0.001, "gram grams"),
        ("mass", 1000.0, "ton tons tonne tonnes"),
        ("mass", 6.35, "stone"),
        ("mass", 100.0, "kuintal"),
        ("pounds", 1.0, "pound pounds"),
        ("rupiah", 1.0, "rupiah"),
        ("dollars", 1.0, "dollar dollars dolar"),
        ("shillings", 1.0, "shilling shillings"),
        ("guineas", 1.0, "guinea guineas"),
        ("francs", 1.0, "franc francs"),
        ("crowns", 1.0, "crown crowns"),
        ("pence", 1.0, "penny pennies pence"),
        ("euros", 1.0, "euro euros"),
        ("gulden", 1.0, "gulden guilder guilders"),
        ("ringgit", 1.0, "ringgit"),
        ("area", 1.0, "hectare hectares hektar hektare"),
        ("area", 0.4, "acre acres"),
        ("volume", 1.0, "litre litres liter liters"),
        ("volume", 4.5, "gallon gallons"),
    )
    for word in words.split()
}
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
MEASURED = re.compile(
    rf"(?<![\w.,:/’'-])(?P<number>{NUMBER}|half an?|an?|(?:a|three) quarters? of an"
    rf"|one|setengah|seperempat|se(?=jam|hari|minggu|pekan|bulan|tahun|dekade|abad|kilo))"
    rf"(?P<half>-and-a-half| and a half| setengah)?(?:[ -]|(?<=se))(?P<unit>{_UNIT})"
    rf"(?P<half2> and a half| setengah)?\b(?P<whole>[ -](?:old|long|tua)\b)?",
    re.I,
)
_PART = {
    "a": 1.0, "an": 1.0, "one": 1.0, "se": 1.0, "half a": 0.5, "half an": 0.5, "setengah": 0.5,
    "seperempat": 0.25, "a quarter of an": 0.25, "three quarters of an": 0.75,
    "three quarter of an": 0.75, "a quarters of an": 0.25,
}  # fmt: skip
_POINT_BEHIND = re.compile(
    r"['’]?\W*(?:old\b|of age|ago|later|earlier|hence|before|after|from now|kemudian|lalu|silam"
    r"|yang lalu"
    r"|sebelum|sesudah|setelah|lagi\b|younger|older|lebih (?:tua|muda)|past\b|to (?:go|midnight"
    r"|noon)"
    r"|late\b|early\b|overdue|terlambat|lebih (?:awal|cepat|lambat)"
    r"|more\b|now and|or so ago|apart|at a time|ini\b|itu\b(?= (?:ia|dia|aku|mereka|hujan)))",
    re.I,
)
_POINT_BEFORE = re.compile(
    r"\b(?:umur\w*|late by|early by|terlambat|tertunda|usia\w*|berumur|berusia|aged|age of|every"
    r"|each|setiap|tiap|per|times|once|twice"
    r"|kali|another|next|last|first|past|coming|the other|in|within|pukul|jam|or|and|to|than"
    r"|lebih dari|kurang dari|at least|more than|less than|up to|pada|bulan|tanggal"
    r"|dalam)(?: the)?\W*$",
    re.I,
)
_ROUGH = re.compile(
    r"\b(?:about|around|almost|nearly|some|over|roughly|close to|well over|sekitar|hampir"
    r"|kira-kira|kurang lebih|lebih|nearly)\W*$",
    re.I,
)
_GROWING = re.compile(
    r"\b(?:had (?:not |never )?been|has been|have been|by now|so far|already|still|since|sudah"
    r"|telah|baru|sejak)\b",
    re.I,
)
_JUTA = re.compile(
    rf"(?<![\w.,])(?P<number>{NUMBER})(?= (?:lagi|seharga|sebulan|setahun|untuk|kepada|dari|itu)\b"
    rf"|[,.;!?]|$)",
    re.I,
)
"""Money that is told without its coin: "berutang empat juta"."""
_THROW = re.compile(
    r"\ba stone['’]s throw\b|\bsepelempar\w* batu\b|\bselemparan batu\b|\bnext door to\b", re.I
)
_THROW_METRES = 50.0
_POINTS = re.compile(
    r"\b(?:all|the whole|the full|those|semua\w*|seluruh\w*)(?: the"
    r"| of the)?\W*$",
    re.I,
)
_PER = re.compile(r"\W+(?:an?|per|each|every|se(?:hari|jam|minggu|bulan)|setiap)\b", re.I)
_LEAST_MONEY = 1_000
_NAME = re.compile(r"(?<![.!?…“\"] )(?<!^)\b[A-Z]\w{2,}")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An amount of time, length, weight or money.

    Attributes:
        kind: "time", "length", "mass" and the like, or a coin.
        unit: Its size in the kind's own unit.
        owner: Whose it is or who does it: a character's key, or nothing.
        events: What takes or took it.
        around: Rare stems and names of the clause.
        is_rough: Whether it says "about".
        is_growing: Whether it goes on ("had been walking"), so that it may be longer later.
        at: Number of its sentence; -1 in notes.
        is_pointing: Whether it points back to what was measured before ("all ninety yards").
    """

    kind: str
    value: float
    unit: float
    owner: str
    events: frozenset[str]
    around: frozenset[str]
    is_rough: bool
    is_growing: bool
    is_pointing: bool
    mode: Mode
    place: Place
    at: int


def measures(story: Story) -> Iterator[Measure]:
    """Measures of the notes, then of the chapters."""
    for note in story.manuscript.notes:
        for line in re.finditer(r"[^\n]+", note.text):
            place = Place(
                chapter=note.name, order=-1, start=line.start(), stop=line.end(),
                quote=line.group(),
            )  # fmt: skip
            yield from _in(line.group(), None, place, Mode.TOLD, story)
    for at, told in enumerate(story.lines):
        sentence = told.sentence
        if sentence.mode is not Mode.DREAMT:
            for one in _in(sentence.text, told, sentence.place(), sentence.mode, story):
                yield replace(one, at=at)


def facts(story: Story) -> Iterator[Fact]:
    """Measures as facts."""
    for one in measures(story):
        yield Fact(
            kind=FactKind.DURATION if one.kind == "time" else FactKind.QUANTITY,
            subject=one.owner or one.kind, attribute=" ".join(sorted(one.events)) or one.kind,
            value=f"{one.value:g}", place=one.place, mode=one.mode,
        )  # fmt: skip


def _in(text: str, line: Line | None, place: Place, mode: Mode, story: Story) -> Iterator[Measure]:
    for one in MEASURED.finditer(text):
        kind, size = UNITS[one.group("unit").lower()]
        value = amount_of(one)
        if value is None or (kind == "time" and says_when(text, one)):
            continue
        article = one.group("number").lower() in ("a", "an", "one")
        if (article and kind not in ("time", "length")) or _PER.match(text, one.end()):
            continue
        yield _measure(text, one, (kind, value * size, size), line, place, mode, story)
    for one in _THROW.finditer(text):
        yield _measure(text, one, ("length", _THROW_METRES, 1.0), line, place, mode, story)
    if story.language == "id":
        for one in _JUTA.finditer(text):
            value = number_of(one.group("number"))
            if value is not None and value >= _LEAST_MONEY and not is_year(one.group("number")):
                yield _measure(text, one, ("rupiah", value, 1.0), line, place, mode, story)


def _measure(
    text: str,
    one: re.Match[str],
    amount: tuple[str, float, float],
    line: Line | None,
    place: Place,
    mode: Mode,
    story: Story,
) -> Measure:
    clause = clause_around(text, one.start(), one.end())
    words = {word.lower() for word in _WORD.findall(clause)}
    own = {story.stem(word) for word in one.group().lower().replace("-", " ").split()}
    names = {name.lower() for name in _NAME.findall(text) if story.cast.key_of(name) is None}
    before = text[max(0, one.start() - 20) : one.start()]
    people = {
        story.stem(part) for who in story.cast.mentions(text) for part in who.spelling.split()
    }
    plain = own | people | _PLAIN | _event_stems(words, story)
    return Measure(
        kind=amount[0],
        value=amount[1],
        unit=amount[2],
        owner=(line.subject or "") if line else "",
        events=frozenset(EVENT_OF[word] for word in words if word in EVENT_OF),
        around=(story.rare(clause, 12) | (names & words)) - plain,
        is_rough=bool(_ROUGH.search(before)),
        is_pointing=bool(_POINTS.search(before)),
        is_growing=bool(_GROWING.search(clause)),
        mode=mode,
        place=place,
        at=-1,
    )


_PLAIN = frozenset((*NUMBER_WORDS, *SCALES, "belas", "dozen")) | listed(
    """
    paid pay cost price sold sell worth bought buy took take last full whole long lama lamanya
    selama makan waktu bayar harga jual beli penuh baru only hanya just good better part distance
    away jarak dari jauh
    """
)


def _event_stems(words: set[str], story: Story) -> frozenset[str]:
    return frozenset(story.stem(word) for word in words if word in EVENT_OF)


def amount_of(one: re.Match[str]) -> float | None:
    """How many units a match speaks of."""
    written = one.group("number").lower()
    number = _PART.get(written)
    value = number if number is not None else number_of(written)
    if value is None:
        return None
    return value + (0.5 if one.group("half") or one.group("half2") else 0.0)


def says_when(text: str, one: re.Match[str]) -> bool:
    """Whether a time tells when something was, how old somebody is or how often, not how long."""
    return bool(
        one.group("whole")
        or _POINT_BEHIND.match(text, one.end())
        or _POINT_BEFORE.search(text[max(0, one.start() - 24) : one.start()])
    )

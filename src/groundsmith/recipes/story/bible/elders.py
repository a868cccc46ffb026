"""Who is older than whom, and by how much: always a person, another, and least and most years.

    three years older than Kit, had two years on me, born a year before him, the twins Ada and Abel,
    old enough to be her father, setahun lebih muda darinya, lahir dua tahun sesudah Rina

The decision to question: "old enough to be" is read as fourteen years and more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.words.counting import NUMBER, number_of

_SOME = 0.1
_MOST, _GENERATION, _TWO_GENERATIONS = 90.0, 14.0, 28.0
_NAME = r"(?-i:[A-Z][^\W\d_]+)"
_KIN = r"(?:(?:his|her|my|their|the) (?:\w+ )?(?:brother|sister|cousin|friend|wife|husband),? )?"
_WHOSE = (
    r"(?:my|his|her) (?:mother|father|brother|sister|wife|husband|uncle|aunt)\b"
    r"|(?:ibu|ayah|bapak|kakak|adik|suami|istri|paman|bibi)(?:ku|nya)\b"
)
_THAN = rf"{_KIN}(?P<than>me|I|him|her|he|she|{_WHOSE}|{_NAME})\b"
_OWNS = rf"(?P<than>my|his|her|{_NAME}(?=['’]s))(?:['’]s)?"
_KURANG = rf"(?:dari(?:pada)? ?)(?P<than>nya|ku|aku|saya|dia|{_WHOSE}|{_NAME})\b"
_MILIK = rf"(?P<than>nya|ku|{_WHOSE}|{_NAME})"
_YEARS = rf"(?:(?:a good|some|about|nearly|only|baru|cuma) )?(?P<n>{NUMBER}|an?|se)"
_AND = rf"(?P<who>{_NAME}) (?:and|dan) (?P<than>{_NAME})"

_OLDER = tuple(
    re.compile(rf"\b(?:{words})", re.I)
    for words in (
        rf"{_YEARS} years? (?P<order>older|younger) than {_THAN}",
        rf"(?P<order>older|younger) than {_THAN}(?: by {_YEARS} years?)?",
        rf"{_YEARS} years? {_OWNS} (?P<order>elder|senior|junior|younger)\b",
        rf"{_OWNS} (?P<order>elder|senior|junior|younger) by {_YEARS} years?",
        rf"(?P<order>had|has|have) {_YEARS} years on {_THAN}",
        rf"born {_YEARS} years? (?P<order>before|after) {_THAN}",
        rf"was {_YEARS}(?: years old)? (?P<order>when) (?P<than>{_NAME}) was born",
        rf"{_YEARS} ?tahun lebih (?P<order>tua|muda)(?: {_KURANG})?",
        rf"lebih (?P<order>tua|muda)(?: {_YEARS} ?tahun)? {_KURANG}",
        rf"adalah (?P<order>kakak|adik) (?:kandung )?(?P<than>{_NAME})\b",
        rf"lahir {_YEARS} ?tahun (?P<order>sebelum|sesudah|setelah)"
        rf" (?P<than>aku|saya|dia|{_NAME})\b",
    )
)
_YOUNGER_WORDS = frozenset({"younger", "junior", "after", "muda", "adik", "sesudah", "setelah"})
_APART = tuple(
    (low, high, re.compile(rf"\b(?:{words})", re.I))
    for low, high, words in (
        (0.0, 0.0, rf"twins,? (?:were )?{_AND}"),
        (0.0, 0.0, rf"{_AND} (?:were|are) (?:the )?(?:identical )?twins\b"),
        (0.0, 0.0, rf"kembar {_AND}"),
        (0.0, 0.0, rf"selisih (?:lahir|umur|usia) {_AND} (?:\w+ ){{0,2}}(?:menit|jam)\b"),
        (-2.0, 2.0, rf"{_AND} (?:were|are) (?:exactly )?(?:of )?the same age"),
        (-2.0, 2.0, rf"the same age as {_THAN}"),
        (-2.0, 2.0, r"(?:sebaya|seumur|seusia) (?:dengan )?"
         rf"(?P<than>aku|saya|dia|nya|{_WHOSE}|{_NAME})\b"),
        (_GENERATION, _MOST, rf"old enough to be {_OWNS} (?:father|mother)"),
        (-_MOST, -_GENERATION, rf"young enough to be {_OWNS} (?:son|daughter|child)"),
        (_TWO_GENERATIONS, _MOST, rf"old enough to be {_OWNS} grand\w+"),
        (-_MOST, -_TWO_GENERATIONS, rf"young enough to be {_OWNS} grand\w+"),
        (_GENERATION, _MOST, rf"pantas (?:men)?jadi (?:ibu|ayah|bapak) ?{_MILIK}"),
        (-_MOST, -_GENERATION, rf"pantas (?:men)?jadi (?:anak|cucu) ?{_MILIK}"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Elder:
    """`who` is `low` to `high` years older than `than`; negative where younger."""

    who: str
    low: float
    high: float
    than: str
    start: int
    stop: int


def elders(line: Line) -> Iterator[Elder]:
    """Who a sentence says is older than whom."""
    for pattern in _OLDER:
        for one in pattern.finditer(line.sentence.told):
            n = (one.groupdict().get("n") or "").lower()
            years = 1 if n in ("a", "an", "se") else number_of(n) if n else None
            low, high = (_SOME, _MOST) if years is None else (float(years), float(years))
            if one.group("order").lower() in _YOUNGER_WORDS:
                low, high = -high, -low
            yield from _between(line, one, low, high)
    for low, high, pattern in _APART:
        for one in pattern.finditer(line.sentence.told):
            yield from _between(line, one, low, high)


def _between(line: Line, one: re.Match[str], low: float, high: float) -> Iterator[Elder]:
    at = one.start("than")
    kin = next((each.key for each in line.kin if each.start == at), None)
    than = kin or meant(one.group("than") or "", line)
    named = one.groupdict().get("who")
    who = meant(named, line) if named else _subject(line, one.start(), than)
    if who is not None and than is not None and who != than and abs(low) <= _MOST:
        yield Elder(who, low, high, than, one.start(), one.end())


def _subject(line: Line, at: int, than: str | None) -> str | None:
    """Who stands before a comparison: its apposition's name, else its clause's subject."""
    told = line.sentence.told
    named = [one for one in (*line.mentions, *line.kin) if one.stop <= at]
    if named:
        last = max(named, key=lambda one: one.stop)
        if told[last.stop : at].strip(" ") in (",", ", who", ", yang") and last.key != than:
            return last.key
    before = [one for one in line.clauses if one.verb_at <= at and len(one.subjects) == 1]
    return before[-1].subjects[0] if before else None


def meant(word: str, line: Line) -> str | None:
    """Whom a name or a pronoun of a sentence means."""
    lower = word.lower()
    if lower in ("my", "me", "i", "aku", "saya", "ku"):
        return SELF
    if lower in ("his", "him", "he"):
        return line.owner.get("m")
    if lower in ("her", "she"):
        return line.owner.get("f")
    if lower in ("nya", "dia", ""):
        return line.owner.get("any")
    name = re.sub(r"['’]s$", "", word)
    return next((one.key for one in line.mentions if name in one.spelling.split()), None)

"""Ages said otherwise than by `she was forty`: decades, bounds, birthdays.

in his late fifties -> 56..59       not yet twenty -> ..19        her sixtieth birthday -> 60
At sixty-three she is -> 63
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.elders import meant
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.words.counting import NUMBER, number_of

YEARS = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine)-and-(?:twenty|thirty|forty|fifty|sixty"
    rf"|seventy|eighty)|{NUMBER})"
)
"""A number of years, in the old manner too: `nine-and-twenty`."""
_DECADES = {
    "teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_ORDINALS = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
_IN_DECADE = re.compile(
    rf"\bin (?:his|her|my|their) (?:(?P<part>early|mid|middle|late)[ -])?"
    rf"(?P<decade>{'|'.join(_DECADES)})\b",
    re.I,
)
_BIRTHDAY = re.compile(
    r"\b(?:(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?"
    rf"(?P<one>{'|'.join(_ORDINALS)}) birthday\b",
    re.I,
)
_NOT_YET = re.compile(
    rf"\b(?:not (?:yet )?(?:turned )?|under |below |(?:had|has)n['’]t (?:yet )?turned |not quite "
    rf"|belum (?:lagi )?(?:genap |sampai |berumur |berusia )?)(?P<n>{YEARS})"
    rf"(?= (?:years old|yet|tahun)|[.,;]|$)(?! (?:minutes|hours|feet|miles|o['’]clock))",
    re.I,
)
_PAST = re.compile(
    rf"\b(?:(?:well |long )?past|over|more than|the wrong side of|lewat|lebih dari|di atas) "
    rf"(?P<n>{YEARS})(?= years old|[.,;]| and\b| when\b| tahun umurnya|$)",
    re.I,
)
_SINCE = re.compile(
    rf"\b(?:since (?:he|she|I) was|sejak (?:ia|dia|aku|saya) (?:ber(?:umur|usia) )?)"
    rf"(?: (?:about|only|just))? ?(?P<n>{YEARS})(?= years old| tahun\b|[.,;]|$| and\b)",
    re.I,
)
"""Who has done something since they were eight is older than that."""
_HALF_CENTURY = re.compile(
    r"\b(?:past|over|more than|lewat|lebih dari) (?:half a century(?= old|[.,;])|setengah abad)",
    re.I,
)
_AT = re.compile(
    rf"(?:^\W*|, (?:and |but )?|\b(?:because|that|and|for|when) )(?:at|pada usia|di usia"
    rf"|dalam usia|a \w+ of) (?:only |just |barely |nearly )?(?P<n>{YEARS})(?: years old| tahun)?"
    rf"(?:,|(?= (?:he|she|I|ia|dia|[A-Z]\w+)\b)|(?= when\b))",
    re.I,
)
_HOURS = 24
_KEPALA = re.compile(rf"\bkepala (?P<n>{NUMBER})\b", re.I)
_AND_HE = re.compile(rf"\band (?P<who>he|she|I|[A-Z]\w+) (?P<n>{YEARS})(?=[.,;]|$| and\b)")
_MONTHS = re.compile(r"\s*(?:months?|weeks?|days?|bulan|minggu|hari)\b")


@dataclass(frozen=True, slots=True)
class AgeBounds:
    """Somebody is at least `low` and at most `high` years old; where it stands in the sentence."""

    who: str
    low: int
    high: int
    start: int
    stop: int


def bounds(line: Line) -> Iterator[AgeBounds]:
    """Ages that a sentence only bounds, or tells by a birthday or at its beginning."""
    told = line.sentence.told
    for one in _IN_DECADE.finditer(told):
        low = _DECADES[one.group("decade").lower()]
        part = (one.group("part") or "").lower()
        first, last = {"early": (0, 4), "late": (6, 9), "": (0, 9)}.get(part, (3, 7))
        yield from _bounded(line, one, low + first, low + last)
    for one in _BIRTHDAY.finditer(told):
        tens = number_of(one.group("tens")) if one.group("tens") else 0
        years = (tens or 0) + _ORDINALS[one.group("one").lower()]
        yield from _bounded(line, one, years - 1, years)
    for one in _NOT_YET.finditer(told):
        years = number_of(one.group("n")) or 0
        if years > 5 and _is_said_of(line, one.start()):
            yield from _bounded(line, one, 0, years - 1)
    for one in _PAST.finditer(told):
        years = number_of(one.group("n")) or 0
        if years > 15 and _is_said_of(line, one.start()):
            yield from _bounded(line, one, years, 130)
    yield from _at_least(line)
    yield from _at(line)
    for one in _AND_HE.finditer(told):
        years = number_of(one.group("n")) or 0
        who = meant(one.group("who"), line)
        if who is not None and 2 < years < 110 and re.search(r"\b(?:was|is|am|were)\b", told):
            yield AgeBounds(who, years, years, one.start(), one.end())


def _at(line: Line) -> Iterator[AgeBounds]:
    """Ages at which somebody is or does what the sentence says: `At eighty-one, Quist split`."""
    told = line.sentence.told
    for one in _AT.finditer(told):
        years = number_of(one.group("n")) or 0
        later = [each for each in line.clauses if each.verb_at >= one.end() and each.subject]
        if not later or len(later[0].subjects) != 1 or not 12 < years < 110:
            continue
        if years > _HOURS or later[0].verb in ("be", "remain"):
            yield AgeBounds(later[0].subjects[0], years, years, one.start(), one.end())


def _at_least(line: Line) -> Iterator[AgeBounds]:
    """Ages that are passed: `since he was eight`, `past half a century`."""
    told = line.sentence.told
    for one in _SINCE.finditer(told):
        yield from _bounded(line, one, number_of(one.group("n")) or 0, 130)
    for one in _HALF_CENTURY.finditer(told):
        if _is_said_of(line, one.start()):
            yield from _bounded(line, one, 50, 130)


def _bounded(line: Line, one: re.Match[str], low: int, high: int) -> Iterator[AgeBounds]:
    if _MONTHS.match(line.sentence.told, one.end()):
        return
    who = _owner(line, one.start())
    if who is not None:
        yield AgeBounds(who, low, high, one.start(), one.end())


def _is_said_of(line: Line, at: int) -> bool:
    """Whether a bare number is somebody's: behind a form of `be` or `turn` with a person."""
    clause = next((one for one in reversed(line.clauses) if one.start <= at < one.stop), None)
    return (
        clause is not None
        and (len(clause.subjects) == 1 or clause.noun in ("umur", "usia", "age"))
        and clause.verb in ("be", "turn", "umur", "usia")
    )


def _owner(line: Line, at: int) -> str | None:
    """Whose age stands at an offset: its apposition's name, else its clause's subject."""
    told = line.sentence.told
    named = [one for one in (*line.mentions, *line.kin) if one.stop <= at]
    if named:
        last = max(named, key=lambda one: one.stop)
        if told[last.stop : at].strip(" ") == ",":
            return last.key
    clause = next((one for one in reversed(line.clauses) if one.start <= at < one.stop), None)
    if clause is None:
        return line.subject
    if clause.noun in ("umur", "usia", "age"):
        return clause.owner
    return clause.subjects[0] if len(clause.subjects) == 1 else None

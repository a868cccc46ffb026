"""Entities by rule: dates, periods, and names that their neighbours tell the kind of.

A rule sees only the words around a name. A run of capitalised words without such a sign is a
`name`; a single one is none, because it opens sentences.
"""

import re
from collections.abc import Iterator

from groundsmith.index.graph.entity import Entity, Kind, Mention
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.records import Span

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ERA = r"(?: ?(?:BCE|BC|CE|AD)\b)"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}} (?:{_MONTHS}) \d{{4}}|(?:{_MONTHS}) \d{{1,2}}, \d{{4}}|"
    rf"(?:{_MONTHS}) \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,4}}{_ERA}|1\d{{3}}|20\d{{2}})(?![\w-])"
)
_PERIOD = re.compile(
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)|[a-z]{{3,12}}(?:st|nd|rd|th)) century{_ERA}?"
    r"|\d{3}0s|[A-Z]\w{2,20} (?:[Pp]eriod|[Ee]ra|[Dd]ynasty))\b"
)
_CAPITAL = r"[^\W\d_a-zà-ÿ][\w'’]{0,30}"
_NAMES = re.compile(rf"\b{_CAPITAL}(?: (?:of |the |de |van |al-)?{_CAPITAL}){{1,5}}")
_TITLES = frozenset(
    """
    Sir Lord Lady Dr Mr Mrs Ms Professor Prof King Queen Prince Princess Emperor Empress
    Saint Sultan Raja Maharaja Shah President General Captain Bishop Pope
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_BODIES = frozenset(
    """
    University Museum Institute Company Society Ministry Council Trust Survey Association
    Bank Library College Academy Commission Department Agency Corporation Foundation Church
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_PLACES = frozenset(
    """
    River Lake Mount Mountain Island Islands Valley City District Province State Sea Bay
    Street Road Village Desert Peninsula County Kingdom Republic
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_OPENERS = frozenset(
    """
    The A An In On At From By For This That These It Its And But As
    """.split()  # noqa: SIM905 - a list of words reads better as words
)


def found_by_rule(text: str) -> Iterator[Mention]:
    """Mentions, those of each rule in order."""
    for kind, pattern in ((Kind.PERIOD, _PERIOD), (Kind.DATE, _DATE)):
        for match in pattern.finditer(text):
            span = Span(start=match.start(), stop=match.end())
            yield Mention(entity=Entity(kind, match.group()), span=span)
    for match in _NAMES.finditer(text):
        words, start = match.group().split(" "), match.start()
        while words and words[0] in _OPENERS:
            start += len(words.pop(0)) + 1
        if len(words) > 1:
            entity = Entity(_kind(words), " ".join(words))
            yield Mention(entity=entity, span=Span(start=start, stop=match.end()))


def mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """What a text mentions, in order and without overlap; the gazetteer goes before the rules."""
    taken = bytearray(len(text))
    kept = []
    for found in (gazetteer.find(text), found_by_rule(text)):
        for mention in found:
            span = mention.span
            if not any(taken[span.start : span.stop]):
                taken[span.start : span.stop] = b"\1" * (span.stop - span.start)
                kept.append(mention)
    return sorted(kept, key=lambda mention: mention.span.start)


def _kind(words: list[str]) -> Kind:
    if words[0] in _TITLES:
        return Kind.PERSON
    if not _BODIES.isdisjoint(words):
        return Kind.ORGANISATION
    return Kind.NAME if _PLACES.isdisjoint(words) else Kind.PLACE

"""Ages that do not fit each other, or the years between them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from groundsmith.recipes.story.bible.ages import facts
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import BACK, Mode

_SLACK = 1
_ELAPSED = re.compile(
    r"\b(?:years? (?:later|afterwards|passed|went by|had gone by|had passed|on|after|since)"
    r"|(?:next|following) (?:year|spring|summer|autumn|winter)|summers|winters|grew up|grown up"
    r"|had grown|birthday|turned \w+|tahun (?:kemudian|berlalu|berikutnya|sesudah\w*|setelah\w*"
    r"|depan)|ulang tahun|genap|tumbuh|dewasa|bertambah (?:besar|umur))\b"
    r"|^\W*(?:In|By|Pada tahun|Tahun) (?:the \w+ of )?(?:1[5-9]|20)\d\d\b",
    re.I,
)
_SINCE = re.compile(r"\b(?:since|at the age of|sejak)\b", re.I)
_GROWN = 3
"""So many years older than before, without a word of time going by, is a slip."""


def check(story: Story) -> Iterator[Finding]:
    """Statements of ages that cannot all hold."""
    told = sorted(facts(story), key=lambda one: one.place.at)
    known: dict[str, list[Fact]] = defaultdict(list)
    for fact in told:
        if fact.attribute == "elder":
            continue
        earlier = known[fact.subject]
        other = next((one for one in earlier if _clash(one, fact, story)), None)
        if other is None:
            earlier.append(fact)
        elif fact.mode is not Mode.DREAMT:
            yield _finding(
                f"{fact.subject}: {_said(fact)} does not fit {_said(other)}", other, fact
            )
    yield from _orders(told, story)


def _orders(told: list[Fact], story: Story) -> Iterator[Finding]:
    """Two people whose ages do not differ by what the story says."""
    exact = defaultdict(list)
    for fact in told:
        if fact.attribute == "age" and _span(fact)[0] == _span(fact)[1]:
            exact[fact.subject].append(fact)
    for order in told:
        if order.attribute != "elder":
            continue
        years, _, than = order.value.partition(":")
        for one, other in product(exact[order.subject], exact[than]):
            apart = _span(one)[0] - _span(other)[0]
            if _same_time(one, other, story) and abs(apart - int(years)) > _SLACK:
                message = f"{order.subject} is {apart} years older than {than}, not {years}"
                yield _finding(message, order, max(one, other, key=lambda fact: fact.place.at))
                break


def _same_time(one: Fact, other: Fact, story: Story) -> bool:
    """Whether two ages are told of one year: beside each other, or with nothing in between."""
    near = one.place.order == other.place.order and abs(one.place.start - other.place.start) < 80
    if near:
        return True
    if {one.mode, other.mode} & {*BACK, Mode.SUPPOSED, Mode.SAID}:
        return False
    years = one.value.partition("@")[2], other.value.partition("@")[2]
    return years[0] == years[1] and not _elapsed(one, other, story)


def _finding(message: str, one: Fact, other: Fact) -> Finding:
    return Finding(
        subtype="age",
        severity=Severity.HIGH,
        message=message,
        established=one.place,
        contradicting=other.place,
        suggestion="change one of the ages, or the years between them",
    )


def _clash(one: Fact, other: Fact, story: Story) -> bool:
    born, also = _births(one), _births(other)
    if born is not None and also is not None:
        return also[0] > born[1] + _SLACK or also[1] < born[0] - _SLACK
    if FactKind.BORN in (one.kind, other.kind) or born is not None or also is not None:
        return False
    if {one.mode, other.mode} & BACK:
        return False
    (low, high), (later_low, later_high) = _span(one), _span(other)
    if later_high < low - _SLACK:
        return not _SINCE.search(other.place.quote)
    grown = _SLACK if one.place.order < 0 else _GROWN
    return later_low > high + grown and not _elapsed(one, other, story)


def _span(fact: Fact) -> tuple[int, int]:
    """The least and the most years that a fact gives."""
    low, _, high = fact.value.partition("@")[0].partition("-")
    return int(low), int(high or low)


def _births(fact: Fact) -> tuple[int, int] | None:
    """The years of birth that a fact allows."""
    if fact.kind is FactKind.BORN:
        return int(fact.value), int(fact.value)
    year = fact.value.partition("@")[2]
    low, high = _span(fact)
    return (int(year) - high, int(year) - low) if year else None


def _elapsed(one: Fact, other: Fact, story: Story) -> bool:
    """Whether the text between two places says that years went by."""
    low, high = sorted((one.place.at, other.place.at))
    return any(
        low <= sentence.at <= high and _ELAPSED.search(sentence.text)
        for sentence in story.reading.sentences
    )


def _said(fact: Fact) -> str:
    if fact.kind is FactKind.BORN:
        return f"born in {fact.value}"
    years, _, year = fact.value.partition("@")
    return f"{years} years old in {year}" if year else f"{years} years old"

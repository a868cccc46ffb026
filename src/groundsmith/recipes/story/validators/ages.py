"""Ages that do not fit each other, or the years between them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from groundsmith.recipes.story.bible.ages import facts
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import BACK, Mode
from groundsmith.recipes.story.words.counting import NUMBER
from groundsmith.verify.words.listing import listed

_SLACK = 1
_ELAPSED = re.compile(
    r"^.{0,40}?\byears? (?:later|afterwards|on|after|since)\b|\byears? (?:passed|went by"
    r"|had (?:gone by|passed))\b"
    r"|\bthe (?:year|spring|summer|autumn|winter) (?:in which|when|that) (?:he|she|I|[A-Z]\w+) "
    r"(?:was|turned)\b"
    r"|^\W*(?:the )?(?:next|following) (?:year|spring|summer|autumn|winter)\b"
    r"|\b(?:summers|winters) (?:\w+ )?(?:later|passed|went)|\b(?:grew up|had grown)\b"
    r"|\b(?:turned|genap) (?:NUMBER)\b"
    r"|^.{0,40}?\btahun (?:kemudian|berikutnya|sesudah\w*|setelah\w*)|\btahun (?:berlalu|depan)\b"
    r"|\b(?:tumbuh|menjadi|sudah) (?:menjadi |besar|dewasa)\b"
    r"|^\W*(?:In|By|Pada tahun|Tahun) (?:the \w+ of )?(?:1[5-9]|20)\d\d\b".replace(
        "NUMBER", NUMBER
    ),
    re.I,
)
_SINCE = re.compile(r"\b(?:since|at the age of|sejak)\b", re.I)
_NOW = re.compile(
    r"\b(?:now|by then|kini|sekarang"
    r"|in the (?:year|summer|winter|spring|autumn) (?:in which|when))\b",
    re.I,
)
"""By these words somebody has grown older."""
_GROWN = 3
"""So many years older than before, without a word of time going by, is a slip."""


def check(story: Story) -> Iterator[Finding]:
    """Statements of ages that cannot all hold."""
    told = sorted(facts(story), key=lambda one: one.place.at)
    known: dict[str, list[Fact]] = defaultdict(list)
    ranks: dict[str, Fact] = {}
    for fact in told:
        if fact.attribute == "elder":
            continue
        if fact.attribute == "rank":
            first = ranks.setdefault(fact.subject, fact)
            if first.value != fact.value:
                message = f"{fact.subject}: the {fact.value} here, the {first.value} elsewhere"
                yield _finding(message, first, fact)
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
    known: dict[tuple[str, str], Fact] = {}
    for order in told:
        if order.attribute != "elder" or order.mode is Mode.SUPPOSED:
            continue
        low, high, than = _order(order)
        before = known.setdefault((order.subject, than), order)
        turned = known.get((than, order.subject))
        for other, sign in ((before, 1), (turned, -1)):
            if other is not None and not _agree(other, sign, low, high):
                message = f"{order.subject} is older or younger than {than} here than elsewhere"
                yield _finding(message, other, order)
        for one, other in product(exact[order.subject], exact[than]):
            apart = _span(one)[0] - _span(other)[0]
            fits = low - _SLACK <= apart <= high + _SLACK
            if _same_time(one, other, story) and not fits:
                message = f"{order.subject} is {apart} years older than {than}, not {low:g}"
                yield _finding(message, order, max(one, other, key=lambda fact: fact.place.at))
                break


def _order(fact: Fact) -> tuple[float, float, str]:
    """The least and the most years that somebody is older, and than whom."""
    years, _, than = fact.value.partition(":")
    low, _, high = years.partition("..")
    return float(low), float(high), than


def _agree(other: Fact, sign: int, low: float, high: float) -> bool:
    """Whether an order told before, turned round where `sign` is -1, leaves these years."""
    first, last, _ = _order(other)
    least, most = (first, last) if sign > 0 else (-last, -first)
    if least > 0 > high or most < 0 < low:
        return False
    return least <= high + _SLACK and low <= most + _SLACK


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
    (low, high), (later_low, later_high) = _span(one), _span(other)
    if (later_low > high + _SLACK or later_high < low - _SLACK) and _same_moment(one, other, story):
        return True
    if {one.mode, other.mode} & {*BACK, Mode.SUPPOSED}:
        return False
    if later_high < low - _SLACK:
        return not _SINCE.search(other.place.quote)
    if _NOW.search(_sentence(other, story)):
        return False
    grown = _SLACK if one.place.order < 0 else _GROWN
    return later_low > high + grown and not _elapsed(one, other, story)


def _same_moment(one: Fact, other: Fact, story: Story) -> bool:
    """Whether two ages are told of one event: both died then, or the same words say when."""
    texts = [_sentence(fact, story) for fact in (one, other)]
    if one.place.order == other.place.order and texts[0] == texts[1]:
        return False
    if any(all(event.search(text) for text in texts) for event in _ONCE):
        return True
    when = [_WHEN.search(text) for text in texts]
    shared = story.stems(texts[0]) & story.stems(texts[1])
    shared -= story.stems(one.subject) | _OF_AGES
    return all(when) and len(shared) >= (1 if _THAT_SAME.search(texts[1]) else 2)


def _sentence(fact: Fact, story: Story) -> str:
    at = (fact.place.order, fact.place.start)
    sentences = story.reading.sentences
    number = bisect_right(sentences, at, key=lambda each: each.at) - 1
    return sentences[number].told if number >= 0 else ""


_ONCE = [
    re.compile(r"\b(?:died?|dies|death|meninggal|wafat|mati)\b", re.I),
    re.compile(r"\b(?:menikah)\b", re.I),
]
_WHEN = re.compile(
    r"\b(?:when|the (?:day|night|year|winter|summer|spring|autumn|month)|on the|in (?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December)|same"
    r"|ketika|waktu|saat|sewaktu|pada (?:hari|musim|malam|tahun))\b",
    re.I,
)
_THAT_SAME = re.compile(r"\b(?:(?:that|the) (?:very )?same|itu (?:juga|pula))\b", re.I)
_OF_AGES = listed("year old age day tahun umur usia hari one two three")


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
        low <= sentence.at <= high
        and sentence.mode is not Mode.SAID
        and _ELAPSED.search(sentence.told)
        for sentence in story.reading.sentences
    )


def _said(fact: Fact) -> str:
    if fact.kind is FactKind.BORN:
        return f"born in {fact.value}"
    years, _, year = fact.value.partition("@")
    return f"{years} years old in {year}" if year else f"{years} years old"

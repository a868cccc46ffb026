"""Numbers of things that change: eleven keys that are three, three sons who are two.

Two counts are of one thing where one person has both, where the later points back to what was
counted before, or where rare words stand around both. The decision to question: where anything
between them tells of the things being lost, given, born or added, the number may change.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.counts import Count, counts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.counted import FEWER, KIN, KIND_OF, LASTING, MORE, PEOPLE

_LIVE = frozenset({Mode.TOLD, Mode.RECOUNTED, Mode.SAID})
_MANY = 10
"""From this number on, who counts at all counts all there are."""
_NEAR = 40
_WITHIN = 4
_PAIR = 2
_ALL = re.compile(r"\b(?:all|only|semua\w*|hanya|tinggal)\b", re.I)
"""`the two ships` without it are two that were named, of however many."""
_WORD = re.compile(r"[^\W\d_]+")
_OTHER = re.compile(r"\b(?:across the|next door|neighbour\w*|(?:di )?seberang\w*|tetangga)\b", re.I)
"""Words by which something else of the kind is meant."""
_NOW = re.compile(r"\b(?:now there (?:were|are)|kini|sekarang)\b", re.I)
_KINDS = LASTING | frozenset(KIND_OF.values())
_MOST_KNOWN = 12
"""Counts of one noun that are held against a new one."""


def check(story: Story) -> Iterator[Finding]:
    """Counts that cannot both hold."""
    known: dict[str, list[Count]] = defaultdict(list)
    changes = _Changes(story)
    for count in counts(story):
        if count.mode not in _LIVE:
            continue
        if count.is_left:
            known[count.noun] = [count]
            continue
        earlier = known[count.noun]
        other = next(
            (
                one
                for one in earlier
                if _clash(one, count, earlier) and not changes.between(one, count)
            ),
            None,
        )
        if other is None:
            earlier.append(count)
            del earlier[:-_MOST_KNOWN]
        elif count.place.order >= 0:
            yield _finding(other, count)


def _clash(one: Count, other: Count, earlier: list[Count]) -> bool:
    """Whether both count the same things, and not to the same number."""
    if one.value == other.value or one.place.at == other.place.at:
        return False
    if bool(_OTHER.search(one.place.quote)) != bool(_OTHER.search(other.place.quote)):
        return False
    if _NOW.search(other.place.quote):
        return False
    both_whole = one.is_whole and other.is_whole
    if one.owner and other.owner:
        return one.owner == other.owner and both_whole
    shared = len(one.around & (other.around | other.adjectives))
    if one.is_least or other.is_least:
        least, total = (one, other) if one.is_least else (other, one)
        return not total.is_least and total.value < least.value and bool(shared)
    if 1 in (one.value, other.value) and one.noun in _KINDS:
        return _is_only(one, other, shared)
    if not other.adjectives <= one.adjectives | one.around:
        return bool(shared) and both_whole and one.noun in LASTING
    if one.noun.startswith("#"):
        return shared >= 2
    if Mode.SAID in (one.mode, other.mode):
        many = min(one.value, other.value) >= _MANY and one.noun not in PEOPLE
        return shared >= 2 or (many and _is_all(one, other, shared, earlier))
    if shared and both_whole and one.noun not in PEOPLE:
        return True
    if one.noun in KIN:
        return False
    return _is_all(one, other, shared, earlier) or (
        shared >= 2 and (one.is_whole or other.is_whole)
    )


def _is_only(one: Count, other: Count, shared: int) -> bool:
    """Whether one of them is the only one of its kind, and the other more of the same."""
    alone, many = (one, other) if one.value == 1 else (other, one)
    if not shared:
        return False
    return alone.is_pointing or (alone is one and many.is_pointing and (one.is_whole or shared > 1))


def _is_all(one: Count, other: Count, shared: int, earlier: list[Count]) -> bool:
    """Whether both speak of all there are of what the story has counted to one number only."""
    totals = {count.value for count in earlier if count.is_whole and not count.adjectives}
    is_unique = totals <= {one.value}
    known = one.is_whole or len(earlier) > 1 or _is_near(one, other)
    is_pair = other.value == _PAIR < one.value and not _ALL.search(other.place.quote)
    if is_pair and not shared:
        return False
    if other.is_pointing and (shared or (is_unique and known and one.noun not in PEOPLE)):
        return True
    if one.names and other.names and not one.names & other.names:
        return False
    if min(one.value, other.value) >= _MANY and is_unique and (other.is_whole or len(earlier) > 1):
        return True
    return bool(shared) and one.noun in LASTING and (one.is_whole or other.is_whole)


def _is_near(one: Count, other: Count) -> bool:
    """Whether few sentences stand between them."""
    return one.at >= 0 and other.at - one.at <= _NEAR


class _Changes:
    """Where a story tells that there are more or fewer of something."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words: dict[str, frozenset[str]] = {}
        for word, kind in KIND_OF.items():
            self._words[kind] = self._words.get(kind, frozenset()) | {word}

    def between(self, one: Count, other: Count) -> bool:
        """Whether one of them may have become the other."""
        noun = one.noun
        if noun in LASTING:
            return False
        changes = MORE if other.value > one.value else FEWER
        names = self._words.get(noun, frozenset()) | {noun, f"{noun}s", f"{noun}nya"}
        return any(
            _is_changed(_WORD.findall(line.sentence.text.lower()), names, changes, noun in PEOPLE)
            for line in self._story.lines[one.at + 1 : other.at + (not other.is_pointing)]
        )


def _is_changed(
    words: list[str], names: frozenset[str], changes: frozenset[str], are_people: bool
) -> bool:
    """Whether a word of change stands near the noun; anywhere, where people are counted."""
    told = [at for at, word in enumerate(words) if word in changes]
    if are_people:
        return bool(told)
    return any(
        words[at] in names
        for change in told
        for at in range(max(0, change - _WITHIN), min(len(words), change + _WITHIN + 1))
    )


def _finding(one: Count, other: Count) -> Finding:
    return Finding(
        subtype="quantity",
        severity=Severity.MEDIUM,
        message=f"{other.noun}: {other.value} here, {one.value} elsewhere",
        established=one.place,
        contradicting=other.place,
        suggestion="make the numbers agree",
    )

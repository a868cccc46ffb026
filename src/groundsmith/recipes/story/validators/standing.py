"""Things at two places: the safe in the cellar that has always been in the attic.

Only what does not move is held against itself: what is built, what is buried, and what one of both
sentences says never to have been elsewhere. The decision to question: two places exclude each other
only where they are of one kind (rooms, furniture, landscapes, floors, names).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import VOUCHED, Mode
from groundsmith.recipes.story.words.phrases import ADVERBS
from groundsmith.recipes.story.words.standing import (
    ALWAYS,
    BUILT,
    LEVELS,
    MOVES,
    PLACE_KINDS,
    WHEN,
    WHOLE,
)
from groundsmith.recipes.story.words.standing import STANDS as STANDING_VERBS
from groundsmith.verify.words import STOP_WORDS
from groundsmith.verify.words.listing import listed

_LIVE = VOUCHED | {Mode.DEPICTED}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMED = re.compile(
    r"\b(?:in|at|near|of|di|ke) (?:the |kota |desa |kampung |jalan |Jalan )?"
    r"(?P<name>(?-i:[A-Z])[a-z]+(?: [A-Z][a-z]+)?)"
)
_PAIRS = re.compile(
    r"\b(ground|first|second|third|fourth|fifth|top|dining|drawing) (floor|room)\b"
    r"|\b(lantai|ruang|kamar|jam|tepi) (dasar|satu|dua|tiga|empat|lima|atas|bawah|tamu|makan|mandi"
    r"|dinding|laut)\b",
    re.I,
)
_NO_THINGS = listed(
    """
    it he she they that this there what one who which nothing nobody hal itu ini orang yang siapa
    """
)
_GRAVES = listed("grave tomb churchyard graveyard cemetery makam kuburan pusara nisan pemakaman")
_BURIES = frozenset({"bury", "makam", "makamkan", "kubur", "kuburkan"})
_MOST_KNOWN = 8
_SHORTEST = 2
_COMMON = 20
"""A word of more sentences than these names many things."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """A thing at places of a kind in a line."""

    noun: str
    beside: frozenset[str]
    places: dict[str, frozenset[str]]
    is_fixed: bool
    line: Line


def check(story: Story) -> Iterator[Finding]:
    """Things that are somewhere else than where they always were."""
    yield from believable(_found(story), most=2)


def _found(story: Story) -> Iterator[Finding]:
    known: dict[str, list[_Standing]] = defaultdict(list)
    for line in story.lines:
        if line.sentence.mode not in _LIVE:
            continue
        for one in _standings(line, story, known.keys()):
            before = next((b for b in known[one.noun] if _clash(b, one)), None)
            if before is not None:
                yield _finding(before, one)
            known[one.noun] = [*known[one.noun], one][-_MOST_KNOWN:]


def _standings(line: Line, story: Story, known: Set[str]) -> Iterator[_Standing]:
    """What a line places; where it says that this was always so, whatever was placed before too."""
    told = line.sentence.told
    always = ALWAYS.search(told) is not None
    places = _places(told, story)
    if not places:
        return
    for who in _buried(line):
        yield _Standing(f"grave of {who}", frozenset(), _names_of(places), True, line)
    if MOVES.search(told) and not always:
        return
    whole = frozenset(one.group().lower() for one in WHEN.finditer(told))
    for who in {one for clause in line.clauses for one in clause.subjects} if whole else ():
        during = {f"{who} {when}" for when in whole}
        for noun in during:
            yield _Standing(noun, frozenset(), _names_of(places), bool(WHOLE.search(told)), line)
    things = dict(_things(line, story))
    told_of = ({_bare(word) for word in _heads(told)} & known) - things.keys()
    if always:
        things |= {word: frozenset[str]() for word in told_of}
    elif "floor" in places:
        floor = {"floor": places["floor"]}
        for noun in told_of & BUILT:
            yield _Standing(noun, frozenset(), floor, True, line)
    for noun, beside in things.items():
        around = {kind: own - {noun} for kind, own in places.items() if own - {noun}}
        yield _Standing(noun, beside, around, always or noun in BUILT, line)


def _names_of(places: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {kind: own for kind, own in places.items() if kind == "name"}


def _buried(line: Line) -> set[str]:
    """Whose grave a line places."""
    found = {one.key for one in line.owned if one.noun in _GRAVES}
    for clause in line.clauses:
        if clause.verb in _BURIES or (clause.verb == "lie" and _GRAVES & set(_heads(clause.rest))):
            found |= {*clause.subjects, *clause.objects} - {SELF}
    return {one for one in found if one in {m.key for m in (*line.mentions, *line.kin)}}


def _heads(text: str) -> list[str]:
    return [one.group().lower() for one in _WORD.finditer(text)]


def _bare(word: str) -> str:
    return re.sub(r"(?<=[a-z]{3})nya$", "", word)


def _things(line: Line, story: Story) -> Iterator[tuple[str, frozenset[str]]]:
    """What stands: the subject or object of a verb of standing, with the words beside it."""
    for clause in line.clauses:
        if clause.verb not in STANDING_VERBS or clause.is_negated or clause.modal:
            continue
        for text, noun in ((clause.subject_text, clause.noun), (clause.object, "")):
            heads = [word for word in _heads(text) if word not in _NO_THINGS]
            if not heads or (text is clause.subject_text and clause.subjects):
                continue
            head = _bare(noun or (heads[0] if story.language == "id" else heads[-1]))
            is_place = any(head in kind for kind in PLACE_KINDS.values())
            if not _is_thing(head, story) or (is_place and text is clause.object):
                continue
            yield head, frozenset(story.stems(text)) - {story.stem(head)}


def _is_thing(word: str, story: Story) -> bool:
    """Whether a word may be one certain thing: no word of grammar, and none that is everywhere."""
    is_word = len(word) > _SHORTEST and word not in STOP_WORDS and word not in _NO_THINGS
    return is_word and word not in ADVERBS and story.frequency[story.stem(word)] <= _COMMON


def _places(told: str, story: Story) -> dict[str, frozenset[str]]:
    """The places of a sentence by their kind."""
    joined = _PAIRS.sub(lambda one: one.group().replace(" ", "-"), told)
    words = {one.group().lower() for one in _WORD.finditer(joined)}
    found = {kind: frozenset(words & nouns) for kind, nouns in PLACE_KINDS.items()}
    found["name"] = frozenset(
        one.group("name").lower()
        for one in _NAMED.finditer(told)
        if story.cast.key_of(one.group("name").split()[0]) is None
    )
    return {kind: own for kind, own in found.items() if own}


def _clash(before: _Standing, one: _Standing) -> bool:
    if before.line.sentence.at == one.line.sentence.at or not (before.is_fixed or one.is_fixed):
        return False
    if before.beside - one.beside and one.beside - before.beside:
        return False
    shared = before.places.keys() & one.places.keys()
    if any(before.places[kind] & one.places[kind] for kind in shared):
        return False
    return any(kind in LEVELS or kind in ("name", "furniture") for kind in shared)


def _finding(before: _Standing, one: _Standing) -> Finding:
    return Finding(
        subtype="place",
        severity=Severity.MEDIUM,
        message=f"{one.noun}: at two places that exclude each other",
        established=before.line.sentence.place(),
        contradicting=one.line.sentence.place(),
        suggestion="tell how it came there, or keep to one place",
    )

"""Rules of a story's world: what is forbidden, never done, kept to somebody, or always due.

Taken from notes under a heading of rules, and from sentences that forbid or oblige. A rule is a set
of concepts; whatever shows all of them, and does not deny it, breaks what forbids; what denies them
breaks what obliges. The decision to question: most of a rule's concepts are enough where the
sentence says that it is so always ("as every night"), since that denies a rule and not one case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Chapter, Place
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.concepts import CONCEPT_OF, OPPOSITES, WEAK
from groundsmith.recipes.story.words.ruling import (
    BEFALLS,
    BEFORE_DAWN,
    FORBIDS,
    OBLIGES,
    ONLY_UNDER,
    RESERVES,
    SEEMING,
    TAIL,
)
from groundsmith.verify.words import STOP_WORDS

_HEADING = re.compile(
    r"(?im)^#{1,6}[ \t]+(?:[^\n]*\b)?(?:rules?|laws?|customs?|taboos?|world|aturan|hukum|pantangan"
    r"|larangan|adat|dunia)\b[^\n]*$"
)
_ITEM = re.compile(r"(?m)^[ \t]*[-*+][ \t]+(\S[^\n]{4,400})$")
_BANS = re.compile(
    r"\b(?:forbidden|allowed|permitted|banned|prohibited|taboo|may not|must|had to|dilarang|pantang"
    r"|boleh|terlarang|haram|wajib|harus)\b",
    re.I,
)
_LONGEST_RULE = 200
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DENIAL = re.compile(
    r"\b(?:no|not|never|nobody|none|n['’]t|without|cannot|forbidden|rule|law|tidak|tak|bukan"
    r"|jangan|belum|tanpa|dilarang|boleh|pantang|if|kalau|seandainya|before|sebelum|nothing|because|fined"
    r"|punish\w*|fell asleep|forgot\w*|karena|sebab|didenda|dihukum|ketiduran|kelupaan)\b"
    r"|n['’]t\b|\?",
    re.I,
)
_UNDONE = re.compile(
    r"\b(?:without|not|never|n['’]t|refused|tanpa|tidak|tak|menolak|enggan)\b|n['’]t\b", re.I
)
_HABIT = re.compile(
    r"\b(?:as (?:always|usual|ever|every|(?:he|she|they|we) (?:always|did every))|always|every"
    r" (?:night"
    r"|day|evening|year|friday|sunday)|whenever|any ?(?:one|body|time)|as often as|how often|having"
    r" always|all (?:year|night|day)|as (?:we|people|they) (?:do|did)|seperti biasa\w*|seperti"
    r" setiap|"
    r"selalu|sepanjang (?:tahun|malam|hari)|setiap (?:malam|hari|tahun)|siapa (?:saja|yang)|kapan"
    r" saja)\b",
    re.I,
)


class RuleKind(StrEnum):
    """What a rule does."""

    FORBIDS = "forbidden"
    OBLIGES = "due"
    RESERVES = "reserved"
    BEFALLS = "befalls"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule.

    Attributes:
        reserved_to: For whom, or when, alone it does not hold.
        against: What shows that it is not so: day where only night will do, speech where dumbness
            befalls. Nothing where the concepts alone break it.
        scope: The names in it: where it holds.
    """

    kind: RuleKind
    concepts: frozenset[str]
    place: Place
    reserved_to: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()


_KNOWN = frozenset(CONCEPT_OF.values())
_MOST_CONCEPTS = 6
_SHORT = 3


def rules(story: Story) -> list[Rule]:
    """The rules of a story, each once; those of one concept alone forbid too much to be one."""
    found: dict[frozenset[str], Rule] = {}
    for place in _stated(story):
        for clause in re.split(
            r";|, sebanyak\b|, not\b|\. |, (?:and|dan) (?=none|never|can)", place.quote
        ):
            rule = _rule(clause, place, story)
            if rule is not None:
                found.setdefault(rule.concepts, rule)
    return list(found.values())


def _rule(clause: str, place: Place, story: Story) -> Rule | None:
    scope = frozenset(one for one in _names(clause) if not story.cast.key_of(one.capitalize()))
    clause = BEFORE_DAWN.sub("night malam", clause)
    if (befalls := BEFALLS.search(clause)) is not None:
        against = _opposites(concepts_of(befalls.group("fate"), story))
        causes = concepts_of(befalls.group("does"), story)
        if not against or not (len(causes) > 1 or scope):
            return None
        return Rule(
            kind=RuleKind.BEFALLS, concepts=causes, place=place, against=against, scope=scope
        )
    main = TAIL.sub("", clause)
    concepts = concepts_of(main, story)
    kind, owners = RuleKind.FORBIDS, frozenset[str]()
    reserved, under = RESERVES.search(main), ONLY_UNDER.search(main)
    if reserved is not None or under is not None:
        kind = RuleKind.RESERVES
        told = reserved.group("who") if reserved else under.group("when") if under else ""
        owners = concepts_of(told, story)
        owners = owners if reserved else owners & OPPOSITES.keys()
        concepts -= owners
        if reserved is None and not owners:
            return None
    elif OBLIGES.search(main):
        kind = RuleKind.OBLIGES
    elif place.order < 0 and not _DENIAL.search(main):
        return None
    bans = kind is RuleKind.FORBIDS and _BANS.search(main) is not None
    alone = len(concepts) == 1 and (bans or bool(scope) or under is not None)
    sure = concepts & _KNOWN and (alone or len(concepts) > 1)
    if len(concepts) > _MOST_CONCEPTS or not (sure or (len(concepts) > 1 and _BANS.search(main))):
        return None
    return Rule(
        kind=kind, concepts=concepts, place=place, reserved_to=owners, scope=scope,
        against=_opposites(owners) if kind is RuleKind.RESERVES else frozenset(),
    )  # fmt: skip


def _opposites(concepts: frozenset[str]) -> frozenset[str]:
    """What cannot be where these are."""
    return frozenset(OPPOSITES[one] for one in concepts if one in OPPOSITES)


def _names(text: str) -> frozenset[str]:
    """Words with a capital where no sentence begins."""
    return frozenset(
        one.group().lower()
        for one in _WORD.finditer(text)
        if one.group()[0].isupper() and re.search(r"[\w,] $", text[: one.start()])
    ) - {"i"}


def facts(story: Story) -> Iterator[Fact]:
    """The rules as facts."""
    for rule in rules(story):
        yield Fact(
            kind=FactKind.RULE, subject="world", attribute=rule.kind.value,
            value=" + ".join(sorted(rule.concepts)), place=rule.place,
        )  # fmt: skip


def concepts_of(text: str, story: Story) -> frozenset[str]:
    """The concepts of a text: those we know, and stems of its other content words."""
    found = set()
    for one in _WORD.finditer(text):
        word = one.group().lower()
        is_common = one.group().islower() or not text[: one.start()].strip()
        known = CONCEPT_OF.get(word) or CONCEPT_OF.get(word.removesuffix("nya"))
        if known is not None:
            found.add(known)
        elif word not in STOP_WORDS and word not in WEAK and len(word) > _SHORT and is_common:
            found.add(story.stem(word))
    return frozenset(found)


def _stated(story: Story) -> Iterator[Place]:
    for note in story.manuscript.notes:
        yield from _noted(note, story)
    for sentence in story.reading.sentences:
        stated = sentence.mode in (Mode.TOLD, Mode.SAID) and len(sentence.text) < _LONGEST_RULE
        if stated and "?" not in sentence.text and _states(sentence.text, story):
            yield sentence.place()


def _states(text: str, story: Story) -> bool:
    """Whether a sentence lays down a rule."""
    return bool(
        FORBIDS[story.language].search(text)
        or any(one.search(text) for one in (OBLIGES, RESERVES, ONLY_UNDER, BEFALLS))
    )


def _noted(note: Chapter, story: Story) -> Iterator[Place]:
    headings = list(re.finditer(r"(?m)^#{1,6}[ \t][^\n]*$", note.text))
    for at, heading in enumerate(headings):
        stop = headings[at + 1].start() if at + 1 < len(headings) else len(note.text)
        is_rules = _HEADING.match(heading.group())
        for item in _ITEM.finditer(note.text, heading.end(), stop):
            if is_rules or _states(item.group(1), story):
                yield Place(
                    chapter=note.name, order=note.order, start=item.start(1), stop=item.end(1),
                    quote=item.group(1),
                )  # fmt: skip


def breaks(rule: Rule, text: str, shown: frozenset[str]) -> bool:
    """Whether a sentence with these concepts breaks a rule."""
    missing = len(rule.concepts - shown)
    shared = len(rule.concepts) - missing
    if missing > 1:
        return False
    low = text.lower()
    in_scope = bool(rule.scope) and (
        rule.scope <= _names(f"x {text}") or any(f"{one} itu" in low for one in rule.scope)
    )
    if rule.kind is RuleKind.OBLIGES:
        return shared > 1 and missing == 0 and bool(_UNDONE.search(text))
    if rule.kind is RuleKind.RESERVES and rule.reserved_to & shown:
        return False
    if _DENIAL.search(SEEMING.sub("", _HABIT.sub("", text))):
        return False
    if rule.against and not rule.against & shown:
        return False
    if not rule.against and _opposites(rule.concepts) & shown - rule.concepts:
        return False
    if rule.kind is RuleKind.BEFALLS or (rule.against and in_scope):
        return missing == 0 or (in_scope and missing == 1 and shared > 0)
    if len(rule.concepts) == 1:
        often = not rule.scope and _hits(next(iter(rule.concepts)), text) > 1
        sure = in_scope or rule.against or often
        return missing == 0 and bool(sure)
    if missing == 1 and shared > 1 and (in_scope or shared > _SHORT):
        return True
    return missing == 0 or (shared > 1 and missing == 1 and bool(_HABIT.search(text)))


def _hits(concept: str, text: str) -> int:
    """How many words of a text stand for a concept."""
    return sum(CONCEPT_OF.get(one.group().lower()) == concept for one in _WORD.finditer(text))

"""Who knows what, and who does not: claims to know, and what shows that somebody cannot.

What is known is the words that follow, as stems; the sentence before helps where they are a mere
"it". The decision to question: no proposition is understood. That two sentences speak of one thing
is told from the rare words that they share.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.acting import SELF, Line
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.knowing import (
    FAMILIAR,
    FOUND,
    HUSHES,
    IGNORANT,
    KNOWS,
    LONG_SINCE,
    UNMET,
)

_LONG_SINCE = re.compile(rf"\b(?:{LONG_SINCE})\b", re.I)
_IGNORANT = re.compile(rf"\b(?:{IGNORANT})\b", re.I)
_SECRET = re.compile(rf"\b(?:{HUSHES})\b", re.I)
_FOUND = re.compile(rf"\b(?:{FOUND})\b", re.I)
_UNMET = re.compile(rf"\b(?:{UNMET})\b", re.I)
_FAMILIAR = re.compile(rf"\b(?:{FAMILIAR})\b", re.I)
_ASKS = re.compile(
    r"\b(?:who|whose|what|where|why|how|siapa|apa|di ?mana|ke ?mana|mengapa|kenapa)\b[^?]*\?", re.I
)
_FALSE_CLAIM = re.compile(
    r"\b(?:if|as if|as though|whether|thought (?:he|she|they)|supposed|now|at last|finally"
    r"|suddenly|then"
    r"|seolah|seakan|kalau|kini|sekarang|akhirnya|baru|barulah|tiba-tiba)\b",
    re.I,
)
_ANYBODY = re.compile(r"\b(?:those|people|anyone|all|orang|siapa pun) (?:who|yang)\b", re.I)
_HEARD = re.compile(
    r".{0,14}\b(?:had (?:already |long )?(?:heard|been told) (?:all |everything )?(?:about|of)"
    r"|sudah"
    r" (?:mendengar|diberi tahu|diceritai)(?: semua\w*| tentang| soal| kabar))",
    re.I,
)
_BEFORE_VERB = 14
_CONTEXT_LINES = 2


_MEETS = frozenset({"recognise", "recognize", "remember", "recall", "kenal", "kenali", "ingat"})


class Ignorance(StrEnum):
    """How it shows that somebody does not know."""

    TOLD = "told"
    ASKED = "asked"
    SECRET = "secret"  # noqa: S105 - what is kept from somebody, no password
    FOUND = "found"
    UNMET = "unmet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody is told to know: the stems of what, those around it, and whether from long ago."""

    who: str
    known: frozenset[str]
    around: frozenset[str]
    is_old: bool
    is_familiar: bool
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A sentence by which somebody, or nobody at all, does not know."""

    who: frozenset[str]
    about: frozenset[str]
    kind: Ignorance
    line: Line


def claims(story: Story) -> Iterator[Claim]:
    """Who is told to know what, or to be no stranger to whom."""
    for at, line in enumerate(story.lines):
        told = line.sentence.told
        if line.sentence.mode not in (Mode.TOLD, Mode.RECOUNTED, Mode.REMEMBERED):
            continue
        if "?" in told:
            continue
        familiar = _FAMILIAR.search(told)
        for clause in line.clauses:
            knows = clause.verb in KNOWS or bool(
                _HEARD.match(told, max(0, clause.verb_at - _BEFORE_VERB))
            )
            who = clause.subject
            if _IGNORANT.search(told[clause.start : clause.stop]):
                continue
            if who is None or clause.is_negated or clause.modal or not (knows or familiar):
                continue
            begin = clause.verb_at if knows else clause.start
            opening = told[max(0, clause.start - 12) : clause.verb_at]
            if _FALSE_CLAIM.search(opening) or _ANYBODY.search(opening):
                continue
            near = story.lines[max(0, at - _CONTEXT_LINES) : at + 1]
            known = _stems(told[begin:], story)
            yield Claim(
                who=who, known=known if len(known) > 1 else _stems(told, story),
                around=frozenset().union(*(_stems(one.sentence.text, story) for one in near)),
                is_old=knows
                and bool(_LONG_SINCE.search(told[clause.start : clause.stop + 30])),
                is_familiar=bool(familiar) or clause.verb in _MEETS, line=line,
            )  # fmt: skip
            break


def doubts(story: Story) -> Iterator[Doubt]:
    """Who does not know what."""
    for line in story.lines:
        told, text = line.sentence.told, line.sentence.text
        if line.sentence.mode is Mode.DREAMT:
            continue
        own = {who for one in line.clauses for who in one.subjects}
        ignorant = _IGNORANT.search(told)
        if _UNMET.search(told):
            yield _doubt(own, line, Ignorance.UNMET, story)
        elif ignorant:
            yield _doubt(own, line, Ignorance.TOLD, story)
        elif _FOUND.search(told):
            yield _doubt(own, line, Ignorance.FOUND, story)
        if text == told:
            continue
        spoken = "".join(a if b.isspace() else " " for a, b in zip(text, told, strict=True))
        speaker = story.speakers.of(line)
        if _SECRET.search(spoken) or _IGNORANT.search(spoken):
            named = {one.key for one in story.cast.mentions(spoken)}
            yield _doubt(named or ({speaker} if speaker else set()), line, Ignorance.SECRET, story)
        elif _ASKS.search(spoken) and speaker is not None:
            yield _doubt({speaker}, line, Ignorance.ASKED, story)


def _doubt(who: set[str], line: Line, kind: Ignorance, story: Story) -> Doubt:
    return Doubt(who=frozenset(who), about=_stems(line.sentence.text, story), kind=kind, line=line)


def _stems(text: str, story: Story) -> frozenset[str]:
    return story.stems(text) - _EMPTY


_EMPTY = frozenset(
    [
        "know",
        "knew",
        "known",
        "tell",
        "told",
        "say",
        "said",
        "thing",
        "someth",
        "noth",
        "one",
        "time",
        "day",
        "never",
        "alway",
        "now",
        "tahu",
        "kata",
        "ingat",
        "sudah",
        "tidak",
        "bukan",
        "belum",
        "ada",
        "orang",
        "hari",
        "semua",
    ]
)


def facts(story: Story) -> Iterator[Fact]:
    """What people are told not to know."""
    for one in doubts(story):
        if one.kind is Ignorance.TOLD:
            for who in sorted(one.who - {SELF}):
                yield Fact(
                    kind=FactKind.KNOWLEDGE, subject=who, attribute="does not know",
                    value=" ".join(sorted(one.about)), place=one.line.sentence.place(),
                    mode=one.line.sentence.mode,
                )  # fmt: skip

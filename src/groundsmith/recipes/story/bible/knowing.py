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
from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.knowing import (
    FAMILIAR,
    FOUND,
    HEARS,
    HUSHES,
    IGNORANT,
    KEEPS,
    KNOWS,
    LONG_SINCE,
    MINDLESS,
    STRANGER,
    TELLS,
    UNMET,
)

_LONG_SINCE = re.compile(rf"\b(?:{LONG_SINCE})\b", re.I)
_IGNORANT = re.compile(rf"\b(?:{IGNORANT})\b", re.I)
_SECRET = re.compile(rf"\b(?:{HUSHES})\b", re.I)
_FOUND = re.compile(rf"\b(?:{FOUND})\b", re.I)
_UNMET = re.compile(rf"\b(?:{UNMET})\b", re.I)
_KEEPS = re.compile(rf"\b(?:{KEEPS})", re.I)
_STRANGER = re.compile(rf"\b(?:{STRANGER})", re.I)
_ALONE = re.compile(
    r"^\W*(?:only .{2,30} (?:knew|had known|knows)|hanya .{2,30} yang (?:tahu|mengetahui))\b", re.I
)
_BOTH = re.compile(r"\W*(?:neither|baik|both)\b", re.I)
_LAST_NOUN = re.compile(
    r"\b(?P<noun>[^\W\d_]{3,})(?: (?:itu|sudah|telah|pun|juga|lama|selalu|semua))* $", re.I
)
_BY_HEART = re.compile(r"(?:meng|di)hafal", re.I)
"""Who learns something by heart does not know it yet."""
_WILL = re.compile(r"\b(?:the|a|his|her|their|my|last|father['’]s|old) will\b(?! (?:to|of)\b)")
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


_LETS_KNOW = frozenset({"tell", "inform", "beri", "beritahu", "kabari"})
_MEETS = frozenset({"recognise", "recognize", "remember", "recall", "kenal", "kenali", "ingat"})


class Ignorance(StrEnum):
    """How it shows that somebody does not know."""

    TOLD = "told"
    ASKED = "asked"
    SECRET = "secret"  # noqa: S105 - what is kept from somebody, no password
    FOUND = "found"
    UNMET = "unmet"
    KEPT = "kept"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody is told to know: the stems of what, those around it, and whether from long ago.

    With `tells`, somebody lets others know; `is_direct` where a verb of knowing says it.
    """

    who: frozenset[str]
    known: frozenset[str]
    around: frozenset[str]
    is_old: bool
    is_familiar: bool
    tells: bool
    is_direct: bool
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A sentence by which somebody, or nobody at all but `save`, does not know."""

    who: frozenset[str]
    save: frozenset[str]
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
        near = story.lines[max(0, at - _CONTEXT_LINES) : at + 1]
        for clause in line.clauses:
            claim = _claim(line, clause, near, story)
            if claim is not None:
                yield claim
                break


def _claim(line: Line, clause: Clause, near: tuple[Line, ...], story: Story) -> Claim | None:
    """What a clause says that its subject knows, or lets others know."""
    told = line.sentence.told
    who = _minds(clause) or _opening_nouns(told[: clause.verb_at], story)
    own = told[clause.start : clause.stop]
    if not who or clause.is_negated or clause.modal or _KEEPS.search(own):
        return None
    opens = not any(_minds(one) for one in line.clauses if one.start < clause.start)
    is_old = bool(_LONG_SINCE.search(told[0 if opens else clause.start : clause.stop + 30]))
    earlier = clause.tense == "perfect" or story.language == "id"
    tells = clause.verb in TELLS and not clause.is_passive and is_old and earlier
    is_direct = clause.verb in KNOWS and not _BY_HEART.match(told, clause.verb_at)
    knows = is_direct or (clause.verb in HEARS and is_old) or tells
    knows = knows or (clause.is_passive and clause.verb in _LETS_KNOW)
    knows = knows or bool(_HEARD.match(told, max(0, clause.verb_at - _BEFORE_VERB)))
    if (_IGNORANT.search(own) or _STRANGER.search(own)) and not tells:
        return None
    familiar = _FAMILIAR.search(told)
    begin = clause.verb_at if knows else clause.start
    opening = told[max(0, clause.start - 12) : clause.verb_at]
    if not (knows or familiar) or _FALSE_CLAIM.search(opening) or _ANYBODY.search(opening):
        return None
    known = _stems(told[begin:], story)
    return Claim(
        who=frozenset(who[:1] if clause.subjects else who),
        known=known if len(known) > 1 else _stems(told, story),
        around=frozenset().union(*(_stems(one.sentence.text, story) for one in near)),
        is_old=knows and is_old, tells=tells, is_direct=is_direct, line=line,
        is_familiar=bool(familiar) or clause.verb in _MEETS,
    )  # fmt: skip


def _minds(clause: Clause) -> tuple[str, ...]:
    """Who may know: people, else what a clause names as its subject: the police."""
    noun = clause.noun.lower()
    return clause.subjects or ((f"({noun})",) if noun and noun not in MINDLESS else ())


def _opening_nouns(opening: str, story: Story) -> tuple[str, ...]:
    """Words before a verb whose subject an Indonesian clause hides: dari awal polisi tahu."""
    last = _LAST_NOUN.search(opening) if story.language == "id" else None
    noun = last.group("noun").lower() if last else ""
    return (f"({noun})",) if noun and noun not in MINDLESS else ()


def doubts(story: Story) -> Iterator[Doubt]:
    """Who does not know what."""
    for line in story.lines:
        if line.sentence.mode is not Mode.DREAMT:
            yield from _told(line, story)
            if line.sentence.text != line.sentence.told:
                yield from _spoken(line, story)


def _told(line: Line, story: Story) -> Iterator[Doubt]:
    told = line.sentence.told
    own = {who for one in line.clauses for who in _minds(one)}
    if _BOTH.match(told):
        own |= {one.key for one in line.mentions}
    if _STRANGER.search(told):
        yield _doubt(own, line, Ignorance.STRANGER, story)
    if keeps := _KEEPS.search(told):
        yield _doubt(own, line, Ignorance.KEPT, story)
        own |= {one.key for one in line.mentions if one.start >= keeps.start()}
    if _ALONE.search(told):
        yield _doubt(set(), line, Ignorance.TOLD, story, save=own)
    elif _UNMET.search(told):
        yield _doubt(own, line, Ignorance.UNMET, story)
    elif _IGNORANT.search(told):
        yield _doubt(own, line, Ignorance.TOLD, story)
    elif _FOUND.search(told):
        yield _doubt(own, line, Ignorance.FOUND, story)


def _spoken(line: Line, story: Story) -> Iterator[Doubt]:
    text, told = line.sentence.text, line.sentence.told
    spoken = "".join(a if b.isspace() else " " for a, b in zip(text, told, strict=True))
    speaker = story.speakers.of(line)
    if _SECRET.search(spoken) or _IGNORANT.search(spoken):
        named = {one.key for one in story.cast.mentions(spoken)}
        yield _doubt(named or ({speaker} if speaker else set()), line, Ignorance.SECRET, story)
    elif _ASKS.search(spoken) and speaker is not None:
        yield _doubt({speaker}, line, Ignorance.ASKED, story)


def _doubt(
    who: set[str],
    line: Line,
    kind: Ignorance,
    story: Story,
    save: set[str] | frozenset[str] = frozenset(),
) -> Doubt:
    return Doubt(
        who=frozenset(who), save=frozenset(save), about=_stems(line.sentence.text, story),
        kind=kind, line=line,
    )  # fmt: skip


def _stems(text: str, story: Story) -> frozenset[str]:
    stems = story.stems(text) - _EMPTY
    return stems | {"testament"} if _WILL.search(text) else stems


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

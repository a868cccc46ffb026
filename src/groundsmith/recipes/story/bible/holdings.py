"""What becomes of things: who loses, sells, breaks or gives away what, and who has it again.

The decision to question: "it" in the same paragraph is any of the things that were named last.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.things import WORD, Thing, nouns, on_body, things
from groundsmith.recipes.story.people.doers import doer_at
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import VOUCHED
from groundsmith.recipes.story.words.things import (
    AGAIN,
    ENDED,
    ENDS,
    GIVEN,
    GIVES,
    HURLS,
    INTO,
    TAKEN,
)

_IT = {
    "en": re.compile(r"\b(?:it|them)\b", re.I),
    "id": re.compile(r"\b(?:benda itu|barang itu|me\w+nya)\b", re.I),
}
_NEVER_SEEN = re.compile(
    r"\b(?:never|nobody|no one|neither .{3,30}) (?:\w+ ){0,3}?(?:seen?|saw|found|recovered|heard"
    r" of)"
    r" (?:it|them|the \w+)?(?: again| since)?|(?:tidak|tak) pernah (?:\w+ )?(?:kembali|ditemukan"
    r"|terlihat|dilihat)(?: lagi)?\b",
    re.I,
)
_NONE = {
    "en": re.compile(
        rf"\b(?:(?:had |has )?never (?:owned|had|possessed|carried|worn)|(?:did|does)(?: not"
        rf"|n['’]t)"
        rf" (?:own|have|possess|carry|wear)|owned no|had no|there (?:was|were|is) no|without)(?:"
        rf" an?| any)?"
        rf" (?P<mods>(?:[a-z-]+ ){{0,2}}?)(?P<head>{nouns('en')})\b(?! (?:of|to|for))",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?:(?:tidak|tak|belum)(?: pernah)? (?:punya|memiliki|mempunyai|ada|membawa|memakai))"
        rf" (?P<head>{nouns('id')})\b(?P<mods>)",
        re.I,
    ),
}
_UNOWNED_FOR_GOOD = re.compile(
    r"\bnever|\bpernah|there (?:was|were|is) no|(?:tidak|tak) ada\b|owned no|own\b", re.I
)
_LOST = re.compile(rf"\b(?:{AGAIN})\b", re.I)
_ENDS = {key: re.compile(rf"\b(?:{words})(?: up| away)? $", re.I) for key, words in ENDS.items()}
_HURLS = {key: re.compile(rf"\b(?:{words})(?: \w+)? $", re.I) for key, words in HURLS.items()}
_INTO = {key: re.compile(rf"\b(?:{words})", re.I) for key, words in INTO.items()}
_ENDED = {
    key: re.compile(
        rf",? (?:(?:itu|yang|which|that|too|had|pun|also|then|just|\w+ly) ){{0,3}}(?:{words})\b",
        re.I,
    )
    for key, words in ENDED.items()
}
_GIVES = {
    key: re.compile(
        rf"\b(?:{words})(?: (?:him|her|them|me|us|away|over|back|[A-Z]\w+|kepada \w+))? $"
    )
    for key, words in GIVES.items()
}
_GIVEN = {key: re.compile(rf" (?:{words})\b") for key, words in GIVEN.items()}
_TAKEN = {key: re.compile(rf"\b(?:{words}) $", re.I) for key, words in TAKEN.items()}
_STOWS = re.compile(
    r"\b(?:put|puts|laid|lays|left|locked|hid|shut|placed|set|stowed|hung|meletakkan|menaruh"
    r"|menyimpan"
    r"|menggantung\w*|memasukkan|menyembunyikan|mengunci)(?: back| away)? $",
    re.I,
)
_STOWED_IN = re.compile(
    r" (?:in\b|into|on (?:the|a)|under|behind|inside|away|di |ke (?:dalam|atas))"
)
_NO_MORE = {
    "en": (
        re.compile(r"\b(?:no longer (?:had|has|carried|wore|owned|possessed)|rid of) $"),
        re.compile(r""),
    ),
    "id": (
        re.compile(r"\b(?:tidak|tak) (?:membawa|memiliki|punya|memakai|memegang) $", re.I),
        re.compile(r"^ ?lagi\b"),
    ),
}
"""What stands before, and behind, a thing that somebody has no longer."""
_OFF_BODY = re.compile(
    r"[^,.;]{0,30}\b(?:from|off|dari) (?:\w+ )?(?:fingers?|neck|wrist|ears?|head|jari|leher|kepala"
    r"|telinga|tangan|pergelangan)(?:nya|ku)?\b",
    re.I,
)
"""What somebody takes off is still theirs."""
_TOGETHER = re.compile(r"\b(?:they|we|mereka|kami|kita)\b", re.I)
_LEFT_ALONE = re.compile(r" (?:on|in|at|to be|alone|a|the|an|no)\b")
_BEFORE_IT = 40
_CLAUSE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A thing that somebody has no more, or nobody has; or one that was put somewhere."""

    thing: Thing
    who: str | None
    destroyed: bool
    line: Line
    is_stowed: bool = False


def losses(story: Story) -> Iterator[Loss]:
    """What is lost, in story order."""
    last: tuple[int, list[Thing]] = (-1, [])
    for line in story.lines:
        if line.sentence.mode not in VOUCHED or "?" in line.sentence.told:
            continue
        paragraph = line.sentence.paragraph
        known = last[1] if last[0] == paragraph else []
        named = list(things(line.sentence.told, story))
        yield from _lost(line, named, story)
        yield from _stowed(line, named)
        for thing in known if not named else ():
            yield from _lost_it(line, thing, 0, story)
        for thing in named:
            yield from _lost_it(line, thing, thing.stop, story)
        if named:
            last = (paragraph, [one for one in named if one.definite] or named)


def _lost(line: Line, named: list[Thing], story: Story) -> Iterator[Loss]:
    told, language = line.sentence.told, story.language
    for thing in named:
        before = told[max(0, thing.start - _CLAUSE) : thing.start]
        behind = re.split(r"[.;:]", told[thing.stop : thing.stop + _CLAUSE])[0]
        if not _is_without(before, behind, language) and re.search(
            r"\b(?:not|never|nearly|almost|tidak|tak|belum|hampir|n['’]t|if|would|could|to)\b(?:"
            r" \w+)? \w+ $",
            before,
        ):
            continue
        if _OFF_BODY.match(behind):
            continue
        firm = thing.definite or language == "id"
        ended = (
            _ENDS[language].search(before)
            or _ENDED[language].match(told, thing.stop)
            or _ends_later(line, thing, story)
        )
        hurled = _HURLS[language].search(before) and _INTO[language].search(behind)
        if firm and (
            ended or hurled or _NEVER_SEEN.search(behind) or _TAKEN[language].search(before)
        ):
            yield Loss(thing=thing, who=line.subject, destroyed=True, line=line)
        elif firm and _is_without(before, behind, language):
            yield Loss(thing=thing, who=line.subject, destroyed=False, line=line)
        elif firm and (_GIVES[language].search(before) or _GIVEN[language].match(told, thing.stop)):
            who = _giver(line, thing)
            passive = not _GIVES[language].search(before)
            together = (who is None and bool(_TOGETHER.search(before))) or passive
            yield Loss(thing=thing, who=who, destroyed=together, line=line)


def _ends_later(line: Line, thing: Thing, story: Story) -> bool:
    """Whether a later verb of the sentence has the thing for its subject, and it is gone then."""
    return any(
        clause.verb_at > thing.stop
        and story.stem(clause.noun) == thing.head
        and _ENDED[story.language].match(line.sentence.told, clause.verb_at - 1)
        for clause in line.clauses
        if clause.noun
    )


def _stowed(line: Line, named: list[Thing]) -> Iterator[Loss]:
    """Things that are put somewhere, and are not on anybody then."""
    told = line.sentence.told
    for thing in named:
        before, behind = told[max(0, thing.start - _BEFORE_IT) : thing.start], told[thing.stop :]
        if _STOWS.search(before) and _STOWED_IN.match(behind) and not on_body(line, thing):
            yield Loss(thing=thing, who=line.subject, destroyed=True, line=line, is_stowed=True)


def _is_without(before: str, behind: str, language: str) -> bool:
    """Whether somebody is said to have a thing no longer."""
    front, back = _NO_MORE[language]
    return bool(front.search(before) and back.search(behind))


def _lost_it(line: Line, thing: Thing, after: int, story: Story) -> Iterator[Loss]:
    """A loss of what was named before an offset: it was sold, dijualnya."""
    told, language = line.sentence.told, story.language
    for it in _IT[language].finditer(told, after):
        before = told[max(0, it.start() - _BEFORE_IT) : it.start()]
        behind = told[it.end() : it.end() + _CLAUSE]
        ended = bool(_ENDS[language].search(before) or _ENDED[language].match(told, it.end()))
        into = bool(_INTO[language].search(behind))
        hurled = into and bool(_HURLS[language].search(before))
        given = bool(_GIVES[language].search(before)) and not _LEFT_ALONE.match(behind)
        verb = it.group() + " "
        if language == "id":
            root = verb.removesuffix("nya ") + " "
            ended = ended or bool(_ENDS[language].search(root))
            hurled = hurled or (into and bool(_HURLS[language].search(root)))
            given = given or bool(_GIVES[language].search(root))
        if ended or hurled or given:
            who = doer_at(line, it.start()) or line.subject
            yield Loss(thing=thing, who=who, destroyed=ended or hurled, line=line)


def _giver(line: Line, thing: Thing) -> str | None:
    acting = [one for one in line.acts if one.start < thing.start]
    return acting[-1].who if acting else line.subject


def absences(story: Story) -> Iterator[Loss]:
    """Things that somebody, or a place, is said not to have."""
    for line in story.lines:
        if line.sentence.mode not in VOUCHED:
            continue
        for one in _NONE[story.language].finditer(line.sentence.told):
            if _UNOWNED_FOR_GOOD.search(one.group()):
                thing = Thing(
                    head=story.stem(one.group("head")), owned=False, definite=True,
                    words=frozenset(story.stem(w) for w in re.findall(WORD, one.group("mods"))),
                    start=one.start("head"), stop=one.end(),
                )  # fmt: skip
                yield Loss(thing=thing, who=line.subject, destroyed=line.subject is None, line=line)


def facts(story: Story) -> Iterator[Fact]:
    """Losses as facts."""
    for one in losses(story):
        yield Fact(
            kind=FactKind.POSSESSION, subject=one.who or "nobody", attribute=one.thing.head,
            value="gone", place=one.line.sentence.place(), mode=one.line.sentence.mode,
        )  # fmt: skip


def comes_back(line: Line, heads: frozenset[str], story: Story) -> frozenset[str]:
    """Which of some things, or others of their kind, are got in a sentence."""
    text = line.sentence.text
    return heads & story.stems(text) if _LOST.search(text) else frozenset()

"""What becomes of things: who loses, sells, breaks or gives away what, and who has it again.

A thing is a noun for something concrete with the words beside it ("bone whistle", "jam saku
perak"). Two mentions are of one thing where their nouns agree and their other words do not differ.
The decision to question: "it" in the same paragraph is the thing that was named last.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.acting import Line
from groundsmith.recipes.story.bible.doers import doer_at
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.reading import VOUCHED
from groundsmith.recipes.story.words.things import (
    AGAIN,
    ENDED,
    ENDS,
    GIVEN,
    GIVES,
    HAS,
    HURLS,
    INTO,
    LIES,
    TAKEN,
    THINGS,
)

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_DET = r"(?:the|his|her|my|your|their|our|its|that|this|a|an|[A-Z]\w+['’]s)"
_KIN_OWNER = r"(?:(?:mother|father|grandmother|grandfather|brother|sister)['’]s )?"


def _nouns(language: str) -> str:
    return "|".join(sorted(THINGS[language], key=len, reverse=True))


_NO_MODIFIER = (
    r"(?:itu|ini|di|ke|dari|dan|yang|untuk|dengan|pada|tersebut|sudah|telah|tidak|masih|pun|lagi"
    r"|saja"
    r"|ada|habis|ikut|hilang|pecah|patah|jatuh|hanyut|hancur)\b|me[mn][a-z]{3}|di[a-z]{4}"
    r"|ter[a-z]{4}"
    r"|ber(?!gagang|mata|tangkai|warna|isi|bingkai|sarung|hias)"
)
_NP = {
    "en": re.compile(
        rf"\b(?P<det>{_DET}) (?P<kin>{_KIN_OWNER})(?P<mods>(?:(?!and\b|of\b|in\b|to\b|with\b|was\b)"
        rf"[a-z-]+ ){{0,3}}?)(?P<head>(?:{_nouns('en')})(?:e?s)?)\b(?!-|['’]s?)(?!"
        rf" (?:{_nouns('en')})s?\b)",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?P<head>{_nouns('id')})(?P<nya>nya|ku|mu)?\b(?!-)"
        rf"(?P<mods>(?(nya)|(?: (?!{_NO_MODIFIER})[a-z-]+){{0,2}}))"
        rf"(?P<det> itu\b| ini\b| tersebut\b)?",
        re.I,
    ),
}
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
        rf" (?P<mods>(?:[a-z-]+ ){{0,2}}?)(?P<head>{_nouns('en')})\b(?! (?:of|to|for))",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?:(?:tidak|tak|belum)(?: pernah)? (?:punya|memiliki|mempunyai|ada|membawa|memakai))"
        rf" (?P<head>{_nouns('id')})\b(?P<mods>)",
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
_HAS = {
    key: re.compile(rf"\b(?:{words})(?: (?:out|up|on|down|off|at|on|in))? $", re.I)
    for key, words in HAS.items()
}
_LIES = {key: re.compile(rf",? (?:{words})\b", re.I) for key, words in LIES.items()}
_STOWS = re.compile(
    r"\b(?:put|puts|laid|lays|left|locked|hid|shut|placed|set|stowed|hung|meletakkan|menaruh"
    r"|menyimpan"
    r"|menggantung\w*|memasukkan|menyembunyikan|mengunci)(?: back| away)? $",
    re.I,
)
_STOWED_IN = re.compile(
    r" (?:in\b|into|on (?:the|a)|under|behind|inside|away|di |ke (?:dalam|atas))"
)
_ON_BODY = re.compile(
    r" (?:\w+ ){0,3}?(?:in|on|round|around|at|from|out of|under|over|against|di|dari|pada) (?:his"
    r"|her|my"
    r"|the"
    r"|\w*) ?(?:hand|fist|neck|finger|wrist|pocket|shoulder|lap|belt|head|throat|hip|arm|sock|boot"
    r"|sleeve|bosom|tangan"
    r"|leher"
    r"|jari|pergelangan|saku|bahu|pinggang|pangkuan|kepala|dada)\w*",
    re.I,
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
_TOGETHER = re.compile(r"\b(?:they|we|mereka|kami|kita)\b", re.I)
_SEVERAL = re.compile(
    r"\b(?:all|both|each|every|seluruh|semua|setiap|tiap|para|beberapa|banyak|dua|tiga|empat|lima)"
    r"(?: (?:buah|helai|bilah|pucuk))? $",
    re.I,
)
_LEFT_ALONE = re.compile(r" (?:on|in|at|to be|alone|a|the|an|no)\b")
_BEFORE_IT = 40
_CLAUSE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing where a sentence names it: its noun, the words beside it, and whose it is."""

    head: str
    words: frozenset[str]
    owned: bool
    definite: bool
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A thing that somebody has no more, or nobody has; or one that was put somewhere."""

    thing: Thing
    who: str | None
    destroyed: bool
    line: Line
    is_stowed: bool = False


def things(told: str, story: Story) -> Iterator[Thing]:
    """The concrete things that a sentence names."""
    for one in _NP[story.language].finditer(told):
        parts = one.groupdict()
        if _SEVERAL.search(told[: one.start()]):
            continue
        det = (parts["det"] or "").strip().lower()
        mods = f"{parts.get('kin') or ''} {parts['mods'] or ''}"
        words = frozenset(
            story.stem(word)
            for word in re.findall(_WORD, mods.lower().replace("'s", "").replace("’s", ""))
            if word
            not in ("old", "own", "little", "tua", "sendiri", "kecil", "same", "very", "big")
        )
        yield Thing(
            head=story.stem(parts["head"]), words=words,
            owned=det in ("his", "her", "my", "their") or bool(parts.get("nya")),
            definite=det not in ("a", "an", ""), start=one.start(), stop=one.end(),
        )  # fmt: skip


_PROPER = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y) (?P<head>[A-Z][a-z]+)\b(?! [A-Z]|['’]s)")


def _named_things(told: str, story: Story) -> Iterator[Thing]:
    """Things with a capital: the Beretta."""
    for one in _PROPER.finditer(told):
        head = one.group("head")
        if story.cast.key_of(head) is None and head not in story.cast.places:
            yield Thing(
                head=story.stem(head), words=frozenset(), owned=False, definite=True,
                start=one.start(), stop=one.end(),
            )  # fmt: skip


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
        firm = thing.definite or language == "id"
        ended = _ENDS[language].search(before) or _ENDED[language].match(told, thing.stop)
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


def _stowed(line: Line, named: list[Thing]) -> Iterator[Loss]:
    """Things that are put somewhere, and are not on anybody then."""
    told = line.sentence.told
    for thing in named:
        before, behind = told[max(0, thing.start - _BEFORE_IT) : thing.start], told[thing.stop :]
        on_body = _ON_BODY.match(behind)
        if _STOWS.search(before) and _STOWED_IN.match(behind) and not on_body:
            yield Loss(thing=thing, who=line.subject, destroyed=True, line=line, is_stowed=True)


def on_body(line: Line, thing: Thing) -> bool:
    """Whether somebody has a thing on them in a sentence."""
    return bool(_ON_BODY.match(line.sentence.told, thing.stop))


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
                    words=frozenset(story.stem(w) for w in re.findall(_WORD, one.group("mods"))),
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


def same(one: Thing, other: Thing) -> bool:
    """Whether two mentions may be of one thing."""
    if one.head != other.head:
        return False
    return not one.words or not other.words or bool(one.words & other.words)


def had(line: Line, story: Story) -> Iterator[Thing]:
    """Things that somebody has, or that are there, in a sentence."""
    told, language = line.sentence.told, story.language
    for thing in things(told, story):
        before = told[max(0, thing.start - 40) : thing.start]
        has = _HAS[language].search(before) or _LIES[language].match(told, thing.stop)
        if (thing.definite or language == "id") and (has or _ON_BODY.match(told, thing.stop)):
            yield thing


def comes_back(line: Line, thing: Thing, story: Story) -> bool:
    """Whether the thing, or another of its kind, is got in a sentence."""
    return bool(_LOST.search(line.sentence.text)) and thing.head in story.stems(line.sentence.text)

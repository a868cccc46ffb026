"""The things that a sentence names, and whether somebody has them there.

A thing is a noun for something concrete with the words beside it ("bone whistle", "jam saku
perak"). Two mentions are of one thing where their nouns agree and their other words do not differ.
The decision to question: a noun with another capital behind it is no thing, and one of several
("every key") is none that can be told apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.words.things import HAS, LIES, MAKES, THINGS

WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_DET = r"(?:the|his|her|my|your|their|our|its|that|this|a|an|[A-Z]\w+['’]s)"
_KIN_OWNER = r"(?:(?:mother|father|grandmother|grandfather|brother|sister)['’]s )?"


def nouns(language: str) -> str:
    """The nouns of concrete things, as an alternation."""
    return "|".join(sorted(THINGS[language] | MAKES, key=len, reverse=True))


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
        rf"[a-z-]+ ){{0,3}}?)(?P<head>(?:{nouns('en')})(?:e?s)?)\b(?!-|['’]s?)(?!"
        rf" (?:{nouns('en')})s?\b)",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?P<head>{nouns('id')})(?P<nya>nya|ku|mu)?\b(?!-)"
        rf"(?P<mods>(?(nya)|(?: (?!{_NO_MODIFIER})[a-z-]+){{0,2}}))"
        rf"(?P<det> itu\b| ini\b| tersebut\b)?",
        re.I,
    ),
}
_HAS = {
    key: re.compile(rf"\b(?:{words})(?: (?:out|up|on|down|off|at|in|kembali))? $", re.I)
    for key, words in HAS.items()
}
_LIES = {key: re.compile(rf",? (?:{words})\b", re.I) for key, words in LIES.items()}
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
_SEVERAL = re.compile(
    r"\b(?:all|both|each|every|seluruh|semua|setiap|tiap|para|beberapa|banyak|dua|tiga|empat|lima)"
    r"(?: (?:buah|helai|bilah|pucuk))? $",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing where a sentence names it: its noun, the words beside it, and whose it is."""

    head: str
    words: frozenset[str]
    owned: bool
    definite: bool
    start: int
    stop: int


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
            for word in re.findall(WORD, mods.lower().replace("'s", "").replace("’s", ""))
            if word
            not in ("old", "own", "little", "tua", "sendiri", "kecil", "same", "very", "big")
        )
        yield Thing(
            head=story.stem(parts["head"]), words=words,
            owned=det in ("his", "her", "my", "their") or bool(parts.get("nya")),
            definite=det not in ("a", "an", ""), start=one.start(), stop=one.end(),
        )  # fmt: skip


def on_body(line: Line, thing: Thing) -> bool:
    """Whether somebody has a thing on them in a sentence."""
    return bool(_ON_BODY.match(line.sentence.told, thing.stop))


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

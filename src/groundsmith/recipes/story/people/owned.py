"""Whose things are: `her grey eyes`, `Tom's left hand`, `matanya yang biru`, `rumah Sari`.

A possessive means the subject of its own clause where that fits, else whom a pronoun at the
beginning of its sentence would mean.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.grammar.tokens import Token
from groundsmith.recipes.story.people.cast import Mention
from groundsmith.recipes.story.people.people import SELF, People
from groundsmith.recipes.story.words.bodies import COLOURS
from groundsmith.recipes.story.words.phrases import COUNTING_ID, TIME_NOUNS, WHEN_ID
from groundsmith.verify.words.listing import listed

_WITHIN = listed("x num base pres ing verb part adv")
_WITHIN_ID = listed("x num dem")
_ENDING = re.compile(r"(?<=[a-z]{3})(nya|ku)$")
_WHOLE = listed(
    """
    hanya tanya biasanya akhirnya rupanya agaknya sebaiknya sebenarnya sesungguhnya harinya malamnya
    paginya sorenya siangnya esoknya besoknya lusanya tahunnya bulannya minggunya semuanya lamanya
    selanjutnya berikutnya sebelumnya sesudahnya setelahnya darinya padanya kepadanya olehnya
    daripadanya untuknya dengannya baginya tentangnya untungnya celakanya misalnya umumnya
    satu-satunya sekali-kalinya tampaknya kelihatannya nyatanya katanya ujarnya
    bangku tungku siku paku kuku buku saku laku kaku suku beku jangku bengku
    """
)
"""What only looks as if somebody had it."""
_ADJECTIVES = listed("kiri kanan panjang pendek tua besar kecil muda") | frozenset(COLOURS)
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Owned:
    """A noun phrase with an owner: `noun` its head, `words` all of it in lower case."""

    key: str
    noun: str
    words: tuple[str, ...]
    start: int
    stop: int


def possessors(people: People) -> dict[str, str]:
    """Whom each possessive means where a sentence begins."""
    found = {}
    for word in ("his", "her", "nya"):
        keys = people.fit(word)
        if keys:
            found[word] = keys[0]
    return found


def owned(
    words: Sequence[Token],
    clauses: Sequence[Clause],
    mentions: Sequence[Mention],
    kin: Sequence[Mention],
    before: Mapping[str, str],
    people: People,
) -> Iterator[Owned]:
    """The possessed noun phrases of a sentence, in order."""
    is_id = people.cast.words.code == "id"
    find = _indonesian if is_id else _english
    for at, word in enumerate(words):
        if word.kind not in ("poss", "owner", "x", "verb", "base"):
            continue
        span = find(words, at, mentions)
        if span is None:
            continue
        whose, start, stop = span
        key = _key(whose, word, clauses, mentions, kin, before, people)
        if key is None:
            continue
        phrase = tuple(_ENDING.sub("", one.lower) for one in words[start:stop])
        noun = phrase[0] if is_id else phrase[-1]
        yield Owned(key, noun, phrase, words[start].start, words[stop - 1].stop)


def _english(words: Sequence[Token], at: int, _: Sequence[Mention]) -> tuple[str, int, int] | None:
    word = words[at]
    if word.kind not in ("poss", "owner"):
        return None
    stop = at + 1
    while stop < len(words) and words[stop].kind in _WITHIN and stop - at <= _MOST_WORDS:
        if words[stop].kind == "verb" and (
            words[stop - 1].kind in ("x", "base", "pres")
            or (stop > at + 1 and not words[stop].lower.endswith("ed"))
        ):
            break
        if words[stop].kind == "pres" and words[stop - 1].kind == "x":
            break
        stop += 1
        if words[stop - 1].kind == "x" and stop < len(words) and words[stop].kind == "verb":
            break
    while stop > at + 1 and words[stop - 1].kind in ("adv", "ing"):
        stop -= 1
    return (word.lower, at + 1, stop) if stop > at + 1 else None


def _indonesian(
    words: Sequence[Token], at: int, mentions: Sequence[Mention]
) -> tuple[str, int, int] | None:
    word = words[at]
    ending = _ENDING.search(word.lower)
    if word.kind == "x" and ending and word.lower not in _WHOLE:
        stop = at + 1
        if at and words[at - 1].kind == "x" and _ENDING.sub("", word.lower) in _ADJECTIVES:
            return (ending.group(), at - 1, stop)
        if stop < len(words) and words[stop].lower == "yang":
            stop += 1
        while stop < len(words) and words[stop].kind in _WITHIN_ID and stop - at < _MOST_WORDS:
            stop += 1
        return (ending.group(), at, stop)
    if word.lower in WHEN_ID or word.lower in TIME_NOUNS or word.lower in COUNTING_ID:
        return None
    if word.kind == "x" and at + 1 < len(words) and words[at + 1].kind == "name":
        return (words[at + 1].lower, at, at + 1)
    if (
        word.kind == "x"
        and at + 2 < len(words)
        and words[at + 1].lower in _ADJECTIVES
        and words[at + 2].kind == "name"
    ):
        return (words[at + 2].lower, at, at + 2)
    return None


def _meant(
    whose: str,
    word: Token,
    clauses: Sequence[Clause],
    mentions: Sequence[Mention],
    kin: Sequence[Mention],
    before: Mapping[str, str],
    people: People,
) -> str | None:
    """Whom a possessive means: who acts, who is named before it, who was meant, who is named."""
    own_kin = next((one for one in kin if one.start <= word.start < one.stop), None)
    if own_kin is not None:
        return own_kin.key.partition(":")[2]
    side = {"his": "m", "her": "f"}.get(whose, "")
    for clause in reversed([one for one in clauses if one.start <= word.start]):
        if clause.is_adjunct and clause.stop <= word.start:
            continue
        own = (clause.owner,) if clause.owner and clause.verb_at < word.start else ()
        for key in clause.subjects or own:
            if key != SELF and (not side or people.gender(key) == side):
                return key
    named = (one.key for one in reversed(mentions) if one.stop <= word.start)
    near = next((key for key in named if not side or people.gender(key) == side), None)
    behind = [one.key for one in mentions if one.start > word.start]
    return near or before.get(whose) or next(iter(people.fit_ahead(whose, behind)), None)


def _key(
    whose: str,
    word: Token,
    clauses: Sequence[Clause],
    mentions: Sequence[Mention],
    kin: Sequence[Mention],
    before: Mapping[str, str],
    people: People,
) -> str | None:
    if whose in ("my", "ku", "our"):
        return SELF
    if whose in ("his", "her", "nya"):
        return _meant(whose, word, clauses, mentions, kin, before, people)
    if whose in ("their", "its", "your"):
        return None
    relative = next((one for one in kin if one.start <= word.start < one.stop), None)
    if relative is not None and relative.spelling.lower().endswith(word.lower):
        return relative.key
    near = [one for one in mentions if one.start <= word.start < one.stop]
    if near:
        return near[0].key
    if people.cast.words.code == "en":
        noun = word.lower.partition("'")[0]
        return next(iter(people.of_role(noun, noun, is_new=False)), None)
    return next((one.key for one in mentions if 0 < one.start - word.stop < 10), None)

"""Names of a claim that its evidence does not have, or has another for."""

import re
from functools import lru_cache

from groundsmith.records import Claim, Evidence
from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.checks.codes import doubts
from groundsmith.verify.comparison import Comparison, Gap
from groundsmith.verify.cues import cues_in
from groundsmith.verify.lexicon import meaning
from groundsmith.verify.names import is_named, names, related
from groundsmith.verify.pairing import Fit, Pairing, Place
from groundsmith.verify.tokens import Analysis, Token, TokenKind, analysed
from groundsmith.verify.words import MONTHS, UNITS
from groundsmith.verify.words.calendar import FILLERS
from groundsmith.verify.words.numbers import SHARES
from groundsmith.verify.words.titles import ALIASES, DERIVED, RENAMING, TITLES

_CLEARLY = 2.0
_TOLD = 0.7
_LEAST_SHARE = 0.35
_SHORTEST_ACRONYM = 3
_ALIKE = 5


def check(case: Case) -> list[Objection]:
    """An objection to each name: another one at its place, or none like it. Dates are left out."""
    claim = case.claim
    found = names(claim.text)
    if not found:
        return []
    compared = case.compared
    objections: list[Objection] = []
    for name in sorted(found, key=lambda token: token.start):
        if case.is_dated(name.start) or _is_measure(claim, name):
            continue
        if _is_title(claim, name, compared):
            continue
        span, bears = (name.start, name.stop), 0.0
        if _is_word(case, name) or _is_spelled(name, compared):
            continue
        if rival := _rival(name, compared) or _elsewhere(case, name):
            its = range(rival[0].at, rival[-1].at + 1)
            at = case.pairing.claim.number_at(name.start)
            group = _group(case.pairing, at, found) if at is not None else range(0)
            bears = case.bearing(at, rival[0], group, its) if at is not None else 0.0
            source = case.words_at(rival[0], its[0], its[-1])
            objections.append(case.objection(span, "name-differs", source=source, bearing=bears))
        if doubts("name-differs", bears):
            continue
        if not any(is_named(name, one) or _begins_alike(name, one) for one in compared.evidence):
            objections.append(case.objection(span, "name-not-in-source"))
    return objections


def _is_title(claim: Claim, name: Token, compared: Comparison) -> bool:
    """Whether a word stands before a name, or is an initial or a short form of the source's."""
    word = claim.text[name.start : name.stop]
    if _opens(claim.text, name) and (
        _is_known(word.casefold()) or word.casefold().endswith(DERIVED)
    ):
        return True
    if word.casefold() in TITLES or claim.text[max(0, name.start - 1) : name.start] == "°":
        return True
    texts = [shown.text for shown in compared.evidence]
    if len(word) == 1:
        return any(re.search(rf"\b{re.escape(word)}", text) for text in texts)
    if any(
        other in text
        for other in ALIASES.get(word.casefold(), ())
        for text in map(str.casefold, texts)
    ):
        return True
    return len(word) == 2 and word.isupper() and any(_abbreviates(word, text) for text in texts)


def _is_word(case: Case, name: Token) -> bool:
    """Whether a word that opens a sentence is in the source in another form, so no name at all."""
    if not _opens(case.claim.text, name):
        return False
    at = case.pairing.claim.number_at(name.start)
    return at is not None and any(not case.pairing.is_name(p) for p in case.pairing.matches(at))


def _begins_alike(name: Token, shown: Analysis) -> bool:
    """Whether a text has a name that begins as a long one does (Byzantine, Byzantium)."""
    return len(name.key) > _ALIKE and any(
        token.kind is TokenKind.NAME and token.key[:_ALIKE] == name.key[:_ALIKE]
        for token in shown.tokens
    )


def _is_spelled(name: Token, compared: Comparison) -> bool:
    """Whether some evidence spells out what the name abbreviates."""
    if len(name.key) < _SHORTEST_ACRONYM:
        return False
    return any(name.key in _initials(shown.text) for shown in compared.evidence)


@lru_cache(maxsize=256)
def _initials(text: str) -> str:
    """First letters of a text's words, small words left out."""
    return "".join(t.key[:1] for t in analysed(text).tokens if t.kind is not TokenKind.STOP)


def _opens(text: str, name: Token) -> bool:
    """Whether a capitalised word opens a sentence and is no part of a longer name."""
    before, after = text[: name.start].rstrip(" \"“(‘'*"), text[name.stop : name.stop + 2]
    return (not before or before[-1] in ".!?:;") and not after.strip()[:1].isupper()


def _is_known(word: str) -> bool:
    """Whether the word lists have a word, so that it is a name only by opening a sentence."""
    known = [meaning(word), meaning(word, indonesian=True)]
    return any(len(one.keys) > len(one.roots) for one in known) or bool(
        cues_in((word,)) or word in SHARES
    )


def _abbreviates(word: str, text: str) -> bool:
    """Whether two capitalised words in a row begin with the two letters."""
    return bool(re.search(rf"\b{word[0]}\w+[\s-](?:\w{{1,3}}\s)?{word[1]}\w+", text))


def _is_measure(claim: Claim, name: Token) -> bool:
    """Whether a capitalised word is a unit or a weekday, which other checks look at."""
    word = claim.text[name.start : name.stop].casefold()
    return word in FILLERS or word.removesuffix("s") in FILLERS or word in MONTHS or word in UNITS


def _rival(name: Token, compared: Comparison) -> list[Place]:
    """The source's names at the place of a claim's, where nothing else differs."""
    for gap in compared.gaps:
        if name not in gap.claim or not _only_names(gap, compared):
            continue
        if not any(related(name.key, other.key) for other in gap.evidence):
            tokens = compared.closest.tokens
            return [Place(compared.number, tokens.index(token)) for token in gap.evidence]
    return []


def _only_names(gap: Gap, compared: Comparison) -> bool:
    """Whether both sides of the gap are names, and the claim's are new to the sentence.

    A name that the sentence has elsewhere, or abbreviates, stands in another order of words.
    """
    mine, its = names(compared.claim.text), names(compared.closest.text)
    if not gap.evidence or not mine.issuperset(gap.claim) or not its.issuperset(gap.evidence):
        return False
    if any(name.key in compared.sentence for name in gap.claim):
        return False
    initials = "".join(token.key[0] for token in gap.evidence)
    return [token.key for token in gap.claim] != [initials]


def _elsewhere(case: Case, name: Token) -> list[Place]:
    """Another name of the source, not in the claim, that fits clearly better there."""
    pairing, evidence = case.pairing, case.evidence
    at = pairing.claim.number_at(name.start)
    if at is None or not pairing.matches(at):
        return []
    mine = names(case.claim.text)
    group = _group(pairing, at, mine)
    keys = {token.key for token in mine}
    rivals: list[Place] = []
    besides: set[str] = set()
    for number, shown in enumerate(evidence):
        for token in names(shown.text):
            if token.key in keys or any(_is_form(token.key, key) for key in keys):
                continue
            there = pairing.shown[number].number_at(token.start)
            if there is None or _is_measure_at(shown, token):
                continue
            if token.key in besides or _beside_mine(pairing, number, there, keys):
                besides.add(token.key)
            elif not _renames(pairing, number):
                rivals.append(Place(number, there))
    rivals = [p for p in rivals if pairing.token(p).key not in besides]
    place = pairing.misplaced(
        at,
        pairing.matches(at),
        rivals,
        clearly=_CLEARLY,
        apart_from=group,
        least_share=_LEAST_SHARE,
    )
    if place is None or pairing.told(at, place, group) < _TOLD:
        return []
    if _same_clause(pairing, place, pairing.best(at, pairing.matches(at), group)):
        return []
    return [place]


def _is_form(one: str, other: str) -> bool:
    """Whether one name is the other with an ending; most begin differently."""
    return one[:3] == other[:3] and related(one, other)


def _same_clause(pairing: Pairing, place: Place, own: Fit) -> bool:
    """Whether the claim's own name stands in the clause as well, where order tells nothing."""
    if own.place is None or own.place.shown != place.shown:
        return False
    clauses = pairing.shown[place.shown].clauses
    return clauses[own.place.at] == clauses[place.at]


def _beside_mine(pairing: Pairing, number: int, at: int, keys: set[str]) -> bool:
    """Whether the word next to a name of the source is one of the claim's names."""
    tokens = pairing.shown[number].analysis.tokens
    return any(token.key in keys for token in tokens[max(0, at - 2) : at + 3])


def _renames(pairing: Pairing, number: int) -> bool:
    """Whether an evidence tells that something has two names."""
    return not RENAMING.isdisjoint(pairing.shown[number].words)


def _is_measure_at(shown: Evidence, token: Token) -> bool:
    word = shown.text[token.start : token.stop].casefold()
    return word in FILLERS or word.removesuffix("s") in FILLERS or word in MONTHS or word in UNITS


def _group(pairing: Pairing, at: int, mine: frozenset[Token]) -> range:
    """The words of the name that word number `at` is part of."""
    tokens = pairing.claim.analysis.tokens
    first = last = at
    while first > 0 and tokens[first - 1] in mine:
        first -= 1
    while last + 1 < len(pairing.claim.words) and tokens[last + 1] in mine:
        last += 1
    return range(first, last + 1)

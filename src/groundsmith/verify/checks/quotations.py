"""Quotation marks are a promise: the words between them stand in the source, from that speaker."""

import re
from itertools import islice

from rapidfuzz.fuzz import partial_ratio

from groundsmith.records import Evidence
from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.pairing import Pairing
from groundsmith.verify.tokens import TokenKind
from groundsmith.verify.words.speech import PRONOUNS, SPEECH

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,600})[\"”“»]|(?<!\w)[‘']([^'‘’]{12,400})[’'](?!\w)")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ASKED = re.compile(r"\b(?:questions?|query|asked|titled|pertanyaan|berjudul)\W*$", re.IGNORECASE)
_ASKED_CHARS = 24
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…|\[[^\]]*\])\s*")
_LONGEST_SMALL = 3
_FEWEST_WORDS = 3
_MOST_QUOTED = 10
_ALIKE_PERCENT = 60.0


def check(case: Case) -> list[Objection]:
    """An objection to each quotation that the source has not, has otherwise, or from another."""
    text = case.claim.text
    if not any(mark in text for mark in "\"“„«‘'"):
        return []
    found: list[Objection] = []
    for match in islice(_QUOTED.finditer(text), _MOST_QUOTED):
        group = 1 if match.group(1) is not None else 2
        place = _place(match.group(group), case)
        objection = _speaker(case, match, place) if place else _missing(case, match, group)
        if objection:
            found.append(objection)
    return found


def _plain(text: str) -> str:
    """The words alone, with one space between them."""
    return " ".join(word.casefold().replace("’", "'") for word in _WORD.findall(text))


def _place(quoted: str, case: Case) -> Evidence | None:
    """Where the source has all parts of the quotation word for word; the place of the first."""
    parts = [part for part in map(_plain, _ELLIPSIS.split(quoted)) if part]
    for number, shown in enumerate(case.evidence):
        plain = f" {_plain(shown.text)} "
        if parts and all(f" {part} " in plain for part in parts):
            words = list(_WORD.finditer(shown.text))
            at = plain[: plain.index(f" {parts[0]} ")].count(" ")
            last = min(at + parts[0].count(" "), len(words) - 1)
            return case.cut(number, words[at].start(), words[last].end())
    return None


def _missing(case: Case, match: re.Match[str], group: int) -> Objection | None:
    """The objection to a quotation that the source has not; none to a word or two in marks."""
    quoted, before = match.group(group), case.claim.text[: match.start()]
    words = _plain(quoted).split()
    if _ASKED.search(before[-_ASKED_CHARS:]):
        return None
    said = not SPEECH.isdisjoint(_plain(before).split())
    if len(words) < _FEWEST_WORDS and not (said and words):
        return None
    plain = _plain(quoted)
    near, shown = max(
        ((partial_ratio(plain, _plain(shown.text)), shown) for shown in case.evidence),
        key=lambda one: one[0],
        default=(0.0, None),
    )
    alike = near >= _ALIKE_PERCENT
    spoken = said or not _is_title(quoted)
    return case.objection(
        match.span(),
        "quotation-differs" if alike else "quotation-not-in-source",
        source=shown if alike else None,
        message=f"the source does not say “{quoted}” word for word",
        bearing=near / 100 if spoken else 0.0,
    )


def _is_title(quoted: str) -> bool:
    """Whether all words but small ones begin with a capital letter, as in a title."""
    return not any(word[0].islower() and len(word) > _LONGEST_SMALL for word in quoted.split())


def _speaker(case: Case, match: re.Match[str], place: Evidence) -> Objection | None:
    """The objection to a quotation whose speaker the source names elsewhere, and not here."""
    claim, evidence = case.claim, case.evidence
    pairing = case.pairing
    shown = next(n for n, one in enumerate(evidence) if one.start <= place.start < one.stop)
    offset = place.start - evidence[shown].start
    tokens = pairing.shown[shown].analysis.tokens
    sentences = pairing.shown[shown].analysis.sentences
    at = next((n for n, token in enumerate(tokens) if token.start >= offset), 0)
    clauses = pairing.shown[shown].clauses
    before = [n for n in range(at) if abs(clauses[n] - clauses[at]) <= 1]
    behind = [n for n in range(at, len(clauses)) if clauses[n] == clauses[at]]
    if not PRONOUNS.isdisjoint(pairing.shown[shown].words[n] for n in before + behind):
        return None
    elsewhere = [
        n
        for n in _speakers(pairing, match)
        if pairing.matches(n)
        and not any(
            found.shown == shown and sentences[found.at] == sentences[at]
            for found in pairing.matches(n)
        )
    ]
    if not elsewhere:
        return None
    token = pairing.claim.analysis.tokens[elsewhere[0]]
    name = claim.text[token.start : token.stop]
    message = f"the source has these words, but not from {name}"
    span = (token.start, token.stop)
    return case.objection(span, "speaker-differs", source=place, message=message)


def _speakers(pairing: Pairing, match: re.Match[str]) -> list[int]:
    """The claim's words that may name the speaker: names, and nouns before a verb of speech."""
    claim = pairing.claim
    found: list[int] = []
    sentences = claim.analysis.sentences
    quoted = claim.token_from(match.start())
    for at in claim.content:
        token = claim.analysis.tokens[at]
        if quoted is None or sentences[at] != sentences[quoted]:
            continue
        if match.start() <= token.start < match.end():
            continue
        if not SPEECH.isdisjoint(claim.words[at + 1 : at + 3]) or (
            token.kind is TokenKind.NAME and not SPEECH.isdisjoint(claim.words[at - 1 : at])
        ):
            found.append(at)
    return found

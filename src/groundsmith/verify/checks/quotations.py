"""Quotation marks are a promise: the words between them stand in the source, from that speaker."""

import re
from collections.abc import Sequence
from itertools import islice

from rapidfuzz.fuzz import partial_ratio

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks.pointing import cut, point
from groundsmith.verify.pairing import Pairing, pair
from groundsmith.verify.tokens import TokenKind
from groundsmith.verify.words.speech import PRONOUNS, SPEECH

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,600})[\"”“»]|(?<!\w)[‘']([^'‘’]{12,400})[’'](?!\w)")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ASKED = re.compile(r"\b(?:questions?|query|asked|titled|pertanyaan|berjudul)\W*$", re.IGNORECASE)
_ASKED_CHARS = 24
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…|\[[^\]]*\])\s*")
_FEWEST_WORDS = 3
_MOST_QUOTED = 10
_ALIKE_PERCENT = 60.0


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each quotation that the source has not, has otherwise, or from another."""
    if not any(mark in claim.text for mark in "\"“„«‘'"):
        return []
    found: list[Finding] = []
    for match in islice(_QUOTED.finditer(claim.text), _MOST_QUOTED):
        group = 1 if match.group(1) is not None else 2
        place = _place(match.group(group), evidence)
        if place is None:
            if finding := _missing(claim, match, group, evidence):
                found.append(finding)
        elif finding := _speaker(claim, match, place, evidence):
            found.append(finding)
    return found


def _plain(text: str) -> str:
    """The words alone, with one space between them."""
    return " ".join(word.casefold().replace("’", "'") for word in _WORD.findall(text))


def _place(quoted: str, evidence: Sequence[Evidence]) -> Evidence | None:
    """Where the source has all parts of the quotation word for word; the place of the first."""
    parts = [part for part in map(_plain, _ELLIPSIS.split(quoted)) if part]
    for shown in evidence:
        plain = f" {_plain(shown.text)} "
        if parts and all(f" {part} " in plain for part in parts):
            words = list(_WORD.finditer(shown.text))
            at = plain[: plain.index(f" {parts[0]} ")].count(" ")
            last = min(at + parts[0].count(" "), len(words) - 1)
            return cut(shown, words[at].start(), words[last].end())
    return None


def _missing(
    claim: Claim, match: re.Match[str], group: int, evidence: Sequence[Evidence]
) -> Finding | None:
    """The finding for a quotation that the source has not; none for a word or two in marks."""
    quoted = match.group(group)
    words = _plain(quoted).split()
    if _ASKED.search(claim.text[: match.start()][-_ASKED_CHARS:]):
        return None
    said = not SPEECH.isdisjoint(_plain(claim.text[: match.start()]).split())
    if len(words) < _FEWEST_WORDS and not (said and words):
        return None
    plain = _plain(quoted)
    near = max(evidence, key=lambda shown: partial_ratio(plain, _plain(shown.text)), default=None)
    alike = near is not None and partial_ratio(plain, _plain(near.text)) >= _ALIKE_PERCENT
    message = f"the source does not say “{quoted}” word for word"
    code = "quotation-differs" if alike else "quotation-not-in-source"
    advice = "quote the source word for word, or leave the quotation marks out"
    return point(claim, match.span(), "quotations", code, message, advice, near if alike else None)


def _speaker(
    claim: Claim, match: re.Match[str], place: Evidence, evidence: Sequence[Evidence]
) -> Finding | None:
    """The finding for a quotation whose speaker the source names elsewhere, and not here."""
    pairing = pair(claim, evidence)
    shown = next(n for n, one in enumerate(evidence) if one.start <= place.start < one.stop)
    offset = place.start - evidence[shown].start
    tokens = pairing.shown[shown].analysis.tokens
    sentences = pairing.shown[shown].analysis.sentences
    at = next((n for n, token in enumerate(tokens) if token.start >= offset), 0)
    words = {
        pairing.shown[shown].words[n]
        for n in range(len(pairing.shown[shown].words))
        if sentences[n] == sentences[at]
    }
    if not PRONOUNS.isdisjoint(words):
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
    advice = "name the speaker whom the source names"
    span = (token.start, token.stop)
    return point(claim, span, "quotations", "speaker-differs", message, advice, place)


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
        speaks = not SPEECH.isdisjoint(claim.words[at + 1 : at + 3])
        if (token.kind is TokenKind.NAME and at > 0) or speaks:
            found.append(at)
    return found

"""May, must, will: a claim that is surer, or stricter, than its evidence, or less so."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks.pointing import cut, differs, point, words_of
from groundsmith.verify.cues import MODAL, Cue
from groundsmith.verify.pairing import TOLD, Pairing, Place, pair
from groundsmith.verify.reading import Reading
from groundsmith.verify.words.listing import listed

_REACH = 6
_ADVICE = "be as sure and as strict as the source is"
_AGAINST = {
    "must": "may neednot mustnot might",
    "should": "must mustnot neednot",
    "may": "must should sure mustnot will",
    "mustnot": "must may neednot",
    "neednot": "must mustnot",
    "might": "sure will must done",
    "likely": "sure done doubt",
    "doubt": "sure likely done",
    "sure": "might likely doubt",
    "will": "done",
    "plan": "done sure",
    "would": "done",
}
"""What may not be said where the source says the word before the colon."""
_OPEN = listed("might plan will would")
"""What the source says of things that need not have come to pass."""


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each verb that is told with another modality than the source's."""
    pairing = pair(claim, evidence)
    return _told(claim, pairing, evidence) or _untold(claim, pairing, evidence)


def _told(claim: Claim, pairing: Pairing, evidence: Sequence[Evidence]) -> list[Finding]:
    """Findings where both say how surely."""
    found: list[Finding] = []
    for cue in pairing.claim.cues:
        if cue.kind != MODAL:
            continue
        place = _place(pairing, cue)
        theirs = _governing(pairing.shown[place.shown], place.at) if place else []
        values = {other.value for other in theirs}
        if not place or not theirs or cue.value in values:
            continue
        other = theirs[0]
        if any(one.value in ("atmost", "least", "only") for one in pairing.claim.cues) or any(
            one.value == "only" and one.first < place.at for one in pairing.shown[place.shown].cues
        ):
            continue
        if cue.value == "done" and _hedged(pairing.claim, cue):
            continue
        if cue.value in _AGAINST.get(other.value, "").split():
            span = words_of(pairing, cue.first, cue.last)
            found.append(_finding(claim, pairing, span, place, other, evidence))
    return found


def _place(pairing: Pairing, cue: Cue) -> Place | None:
    """Where the source has the verb that the cue is about."""
    claim = pairing.claim
    behind = [at for at in claim.content if cue.last < at <= cue.last + _REACH][:2]
    ahead = [at for at in claim.content if cue.first - _REACH <= at < cue.first]
    for at in behind or list(reversed(ahead)):
        if claim.clauses[at] == claim.clauses[cue.first] and pairing.matches(at):
            place = pairing.best(at, pairing.matches(at)).place
            return place if place and pairing.told(at, place) >= TOLD else None
    return None


def _hedged(text: Reading, done: Cue) -> bool:
    """Whether the clause of an auxiliary says as well that it need not be so."""
    return any(
        cue.kind == MODAL
        and cue.value != "done"
        and text.clauses[cue.first] == text.clauses[done.first]
        for cue in text.cues
    )


def _governing(text: Reading, at: int) -> list[Cue]:
    """The modal cues of the word's clause, the nearest before it first."""
    near = [
        cue
        for cue in text.cues
        if cue.kind == MODAL and text.clauses[cue.first] == text.clauses[at]
    ]
    return sorted(near, key=lambda cue: (cue.first > at, abs(cue.first - at)))


def _untold(claim: Claim, pairing: Pairing, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding where the claim tells as done what the source leaves open."""
    mine = pairing.claim
    if any(cue.kind == MODAL and cue.value != "done" for cue in mine.cues):
        return []
    for at in mine.content:
        if not _is_past(mine, at) or mine.is_denied(at):
            continue
        place = pairing.best(at, pairing.matches(at)).place
        if place is None or _is_past(pairing.shown[place.shown], place.at):
            continue
        before = [
            cue
            for cue in _governing(pairing.shown[place.shown], place.at)
            if 0 < place.at - cue.last <= 4 and cue.value in _OPEN
        ]
        if before and pairing.told(at, place) >= TOLD:
            return [_finding(claim, pairing, words_of(pairing, at, at), place, before[0], evidence)]
    return []


def _is_past(text: Reading, at: int) -> bool:
    """Whether a verb's form, or the word before it, tells that it has come to pass."""
    word = text.words[at]
    if text.indonesian:
        return at > 0 and text.words[at - 1] in ("telah", "sudah")
    if len(text.meanings[at].roots) > 1 and word not in (
        "left",
        "read",
        "ground",
        "lives",
        "leaves",
    ):
        return True
    return word.endswith("ed") and len(word) > 4


def _finding(
    claim: Claim,
    pairing: Pairing,
    span: tuple[int, int],
    place: Place,
    theirs: Cue,
    evidence: Sequence[Evidence],
) -> Finding:
    tokens = pairing.shown[place.shown].analysis.tokens
    first, last = min(theirs.first, place.at), max(theirs.last, place.at)
    source = cut(evidence[place.shown], tokens[first].start, tokens[last].stop)
    said = differs(claim, span, source)
    return point(claim, span, "modality", "modality-differs", said, _ADVICE, source)

"""More or less, up or down: a claim that turns its evidence's comparison around."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks.pointing import differs, point, word_at, words_of
from groundsmith.verify.lexicon import DIRECTION
from groundsmith.verify.opposition import opposed
from groundsmith.verify.pairing import pair


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each word of direction that the source has the other way."""
    pairing = pair(claim, evidence)
    found: list[Finding] = []
    for one in opposed(pairing):
        if one.kind == DIRECTION:
            source = word_at(pairing, one.place, evidence)
            span = words_of(pairing, one.at, one.at)
            said = differs(claim, span, source)
            advice = "keep the direction that the source gives"
            found.append(
                point(claim, span, "comparatives", "direction-differs", said, advice, source)
            )
    return found

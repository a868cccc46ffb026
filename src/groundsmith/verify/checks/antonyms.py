"""Words of a claim whose opposite the evidence has in their place."""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks.pointing import differs, point, word_at, words_of
from groundsmith.verify.lexicon import ANTONYM, CONVERSE
from groundsmith.verify.opposition import opposed
from groundsmith.verify.pairing import pair


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding for each word that stands where the source has its opposite."""
    pairing = pair(claim, evidence)
    found: list[Finding] = []
    for one in opposed(pairing):
        if one.kind in (ANTONYM, CONVERSE):
            source = word_at(pairing, one.place, evidence)
            span = words_of(pairing, one.at, one.at)
            said = differs(claim, span, source)
            advice = "use the source's word, not its opposite"
            found.append(point(claim, span, "antonyms", "antonym-differs", said, advice, source))
    return found

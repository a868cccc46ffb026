"""Words of a claim whose opposite the evidence has in their place: antonyms, directions, prefixes.

"Opened" where the source says "closed", "rose" where it says "fell", "reliable" where it says
"unreliable". How the two words are opposed tells which check the finding belongs to.
"""

from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.lexicon import ANTONYM, CONVERSE, DIRECTION, PREFIX
from groundsmith.verify.opposition import opposed

_CODES = {
    ANTONYM: "antonym-differs",
    CONVERSE: "antonym-differs",
    DIRECTION: "direction-differs",
    PREFIX: "negation-differs",
}


def check(case: Case) -> list[Objection]:
    """An objection to each word that stands where the source has its opposite."""
    return [
        case.objection(
            case.words_of(one.at, one.at),
            _CODES[one.kind],
            source=case.word_at(one.place),
            bearing=case.bearing(one.at, one.place),
        )
        for one in opposed(case.pairing)
    ]

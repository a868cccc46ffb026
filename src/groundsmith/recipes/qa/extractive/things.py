"""What sort of thing a heading names, so that it is only asked for what such a thing has."""

import re
from enum import StrEnum

from groundsmith.recipes.qa.extractive.words import terms


class Thing(StrEnum):
    """A sort of thing, by the last word of its name."""

    ORGANISATION = "organisation"
    UNDERTAKING = "undertaking"


_ORGANISATIONS = terms(
    """
    university college institute school center centre office embassy commission bank hospital hostel
    library company ministry museum airport station hotel restaurant clinic agency council
    association corporation lab laboratory branch consulate desk cell wing
    """
)
_UNDERTAKINGS = terms(
    """
    program programs programme programmes course courses degree degrees diploma certificate visa
    process procedure registration application extension admission admissions exam examination test
    loan permit license licence membership subscription plan scheme fund internship account card
    conference workshop festival bba bca mba b.tech m.tech b.sc m.sc b.com ph.d mbbs transfer
    enrollment enrolment renewal
    """
)
_OF_ORGANISATION = terms(
    """
    address location phone email website hours recruiters motto chancellor founder director capacity
    affiliation accreditation ranking venue helpline mobile number timings package rate president
    headquarters
    """
)
_OF_UNDERTAKING = terms(
    """
    fee fees cost costs price duration time deadline portal purpose validity credits capacity seats
    frequency format medium penalty eligibility requirement requirements documents period limit
    criteria timeline mode objective goal charge deposit
    """
)


def thing(phrase: str) -> Thing | None:
    """The sort of a noun phrase's head; None where its last word does not tell."""
    core = re.split(r"\s(?:for|of|in|at|on|to|from|with)\s", phrase, maxsplit=1)[0]
    head = core.split()[-1].lower().rstrip(".") if core.split() else ""
    if head in _ORGANISATIONS:
        return Thing.ORGANISATION
    return Thing.UNDERTAKING if head in _UNDERTAKINGS else None


def can_have(sort: Thing | None, head: str) -> bool:
    """Whether a thing of that sort has the attribute whose last word is `head`."""
    if sort is None:
        return False
    return head in (_OF_ORGANISATION if sort is Thing.ORGANISATION else _OF_UNDERTAKING)

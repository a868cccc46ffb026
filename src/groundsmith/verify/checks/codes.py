"""What the hard checks can find: each code's stage, advice, and when it is said at all.

The decision to question: how far the evidence must bear on a claim is set per code, so that each
is wrong on few faithful claims and is worth something on texts that models wrote
(`benchmarks/planted.py --codes`). What bears less is a doubt, and below that but a sign.
"""

import math

ADVICE = {
    "number-differs": ("numbers", "take the number from the source, with its unit"),
    "number-not-in-source": ("numbers", "take the number from the source, with its unit"),
    "unit-differs": ("numbers", "take the number from the source, with its unit"),
    "date-differs": ("dates", "take the date from the source"),
    "date-not-in-source": ("dates", "take the date from the source"),
    "name-differs": ("names", "name who or what the source names"),
    "name-not-in-source": ("names", "name who or what the source names"),
    "quotation-differs": ("quotations", "quote the source word for word, or without marks"),
    "quotation-not-in-source": ("quotations", "quote the source word for word, or without marks"),
    "speaker-differs": ("quotations", "name the speaker whom the source names"),
    "negation-differs": ("negation", "keep what the source affirms or denies"),
    "quantifier-differs": ("quantifiers", "say of as many as the source does"),
    "direction-differs": ("comparatives", "keep the direction that the source gives"),
    "roles-swapped": ("roles", "keep who is told of whom"),
    "modality-differs": ("modality", "be as sure and as strict as the source is"),
    "antonym-differs": ("antonyms", "use the source's word, not its opposite"),
}
"""For each code its check's stage, and what to do about it."""

_NEVER = math.inf
BEARINGS = {
    "antonym-differs": (0.7, 0.8),
    "date-differs": (0.5, 0.6),
    "direction-differs": (0.7, 0.8),
    "modality-differs": (0.75, 0.85),
    "name-differs": (0.75, 0.8),
    "negation-differs": (0.72, 0.8),
    "number-differs": (0.6, 0.8),
    "quantifier-differs": (0.65, 0.75),
    "quotation-differs": (0.6, 0.6),
    "roles-swapped": (0.7, 0.7),
    "speaker-differs": (_NEVER, _NEVER),
    "unit-differs": (0.3, 0.3),
}
"""From which bearing on an objection is a doubt, and from which a contradiction.

The codes that are not here say what the source has not, and bear on the claim by that.
"""

DOUBT = "may-differ"
"""The code of a contradiction that the evidence bears out only in part."""


def stands(code: str, bearing: float) -> bool:
    """Whether an objection of a code is a contradiction where the evidence bears that far."""
    return bearing >= BEARINGS.get(code, (0.0, 0.0))[1]


def doubts(code: str, bearing: float) -> bool:
    """Whether it is at least a doubt; below that it is but a sign."""
    return bearing >= BEARINGS.get(code, (0.0, 0.0))[0]

"""What the hard checks can find: each code's stage, advice, and when it is said at all.

The two numbers of a code are measured (`benchmarks/planted.py --codes`): below the first the
evidence bears too little on the claim for a finding, and the objection is but a sign; from the
first on a finding is right often enough.
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

LEAST_BEARING = {
    "antonym-differs": 0.75,
    "date-differs": 0.5,
    "direction-differs": 0.75,
    "modality-differs": 0.8,
    "name-differs": 0.75,
    "negation-differs": 0.72,
    "number-differs": 0.6,
    "quantifier-differs": 0.7,
    "quotation-differs": 0.6,
    "roles-swapped": 0.7,
    "speaker-differs": math.inf,
    "unit-differs": 0.3,
}
"""From which bearing on an objection is a finding; from 0 on where a code is not named."""


def stands(code: str, bearing: float) -> bool:
    """Whether an objection of a code is a finding where the evidence bears that far."""
    return bearing >= LEAST_BEARING.get(code, 0.0)

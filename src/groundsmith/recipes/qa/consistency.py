"""Records that answer the same question differently, and what is said of both of them.

A question that is asked again is left out in any case, as a duplicate. Where its answer cannot be
true beside the first one, that is the reason it is left out for, and both records name each other:
nobody knows which of two sources is right, so the one that stays is not one to trust blindly.
"""

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.duplicates import Duplicates
from groundsmith.records import Finding
from groundsmith.verify.consistency import Disagreement, disagreement

STAGE = "consistency"
CONTRADICTS = "contradicts-record"
CONTRADICTED = "contradicted-by-record"
DIFFERS = "answered-differently"

_FACTS = frozenset({Kind.FACTUAL, Kind.QUANTITATIVE, Kind.TEMPORAL})
"""Kinds whose answers are short enough that two without a common word say different things."""
_SHOWN_CHARS = 80
_ADVICE = "look which source holds today, or name in the question what sets the two apart"


class Dispute:
    """A pair, and the accepted one that answers its question differently.

    Attributes:
        settled: Whether the question is the same and the answers cannot both be true.
    """

    def __init__(self, earlier: str, found: Disagreement, *, exact: bool) -> None:
        self.earlier = earlier
        self.settled = exact and found.certain
        self._found = found

    def of_later(self) -> Finding:
        """What is said of the pair that came later."""
        code = CONTRADICTS if self.settled else DIFFERS
        return _finding(code, self.earlier, self._found.one, self._found.other)

    def of_earlier(self, later: str) -> Finding:
        """What is said of the one that came first."""
        code = CONTRADICTED if self.settled else DIFFERS
        return _finding(code, later, self._found.other, self._found.one)


def dispute(accepted: Duplicates, question: str, answer: str, kind: Kind) -> Dispute | None:
    """The accepted pair that the question repeats and the answer disagrees with, if there is."""
    like = accepted.like(question)
    if like is None:
        return None
    found = disagreement(accepted.answer(like), answer, wording=kind in _FACTS)
    return Dispute(accepted.id(like), found, exact=like.exact) if found else None


def _finding(code: str, record: str, its: str, mine: str) -> Finding:
    said = f"record {record} answers {_short(its)}, this one {_short(mine)}"
    return Finding(stage=STAGE, code=code, message=f"to this question {said}", advice=_ADVICE)


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return f"“{shown}”" if len(shown) <= _SHOWN_CHARS else f"“{shown[:_SHOWN_CHARS]} …”"

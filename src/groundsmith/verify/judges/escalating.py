"""Judges in a row, cheap first: each sees only what those before it left undecided.

A claim is decided once a judge's score lies outside the band of doubt. What a later judge cannot
judge keeps the verdict it had, and says so: a judge that did not run never changes a verdict.
"""

from collections.abc import Sequence
from dataclasses import replace

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict
from groundsmith.seams import Judge


class Escalating:
    """Several judges as one; the seam Judge.

    Args:
        judges: In the order in which they are asked; at least one.
        doubt: A score within `[low, high]` goes to the next judge.
    """

    def __init__(self, judges: Sequence[Judge], *, doubt: tuple[float, float]) -> None:
        self._judges = tuple(judges)
        self._low, self._high = doubt
        names = [judge.name.rpartition("@") for judge in judges]
        # Each version is in it, so that none of them can move unseen.
        joined = "+".join(f"{name}.{version}" for name, _, version in names)
        self.name = f"escalating({joined})@1"

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """The verdict of the first judge without doubt, signed by that judge; else the last one."""
        first, *others = self._judges
        found = await first.judge(claim, evidence)
        for judge in others:
            if not self._doubts(claim, found):
                break
            later = await judge.judge(claim, evidence)
            found = _joined(found, later)
        return found

    def _doubts(self, claim: Claim, found: JudgedClaim) -> bool:
        """Whether another judge should see it; contradictions found by rule are no doubt."""
        if not claim.kind.checkable:
            return False
        if found.score is None:
            return True
        return found.verdict is not Verdict.REFUTED and self._low <= found.score <= self._high


def _joined(before: JudgedClaim, later: JudgedClaim) -> JudgedClaim:
    """The later verdict with the earlier one's findings; the earlier where the later has none."""
    if later.verdict is not Verdict.UNCHECKED:
        return replace(later, findings=before.findings)
    told = "; ".join(filter(None, (before.reason, f"{later.judge}: {later.reason}")))
    return replace(before, reason=told)

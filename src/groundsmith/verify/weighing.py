"""How likely a claim is supported, by its features: a small additive model, as plain numbers.

Each feature has a curve of straight pieces, and the chance is the logistic of their sum, so that
every score can be taken apart by hand. The decision to question: no curve may bend against sense
(more coverage is never less support), and what the untrained coverage alone would say keeps a
share of the sum. Both cost a little where the model was trained, and earn it back elsewhere.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from groundsmith.records import Finding, sha256
from groundsmith.verify.checks import REFUTING

FINDINGS = "findings"
"""The feature that counts findings of any code; the others are `measure`'s."""

_MOST_LOGIT = 30.0
_LEFT_OF_NEW = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """`slope` per unit, changed by `bends[i]` at `knots[i]`; zero at zero."""

    slope: float
    knots: tuple[float, ...] = ()
    bends: tuple[float, ...] = ()

    def at(self, value: float) -> float:
        """What a value adds to the logit."""
        height = self.slope * value
        for knot, bend in zip(self.knots, self.bends, strict=True):
            if value > knot:
                height += bend * (value - knot)
        return height


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """One way to weigh a claim's features.

    Attributes:
        findings: What a finding of a code adds to the logit, besides being counted.
        contradicted: What a contradiction of a code leaves of the chance.
    """

    intercept: float
    curves: Mapping[str, Curve]
    findings: Mapping[str, float]
    contradicted: Mapping[str, float]

    def chance(self, values: Mapping[str, float], findings: Sequence[Finding]) -> float:
        """The chance, in [0, 1], that a claim with these features is supported."""
        missing = [finding.code for finding in findings if finding.code not in REFUTING]
        logit = self.intercept + self._of(FINDINGS, math.log1p(len(missing)))
        logit += sum(self.findings.get(code, 0.0) for code in sorted(set(missing)))
        for name, value in values.items():
            logit += self._of(name, value)
        bounded = max(-_MOST_LOGIT, min(_MOST_LOGIT, logit))
        chance = 1 / (1 + math.exp(-bounded))
        left = [self._left(finding.code) for finding in findings if finding.code in REFUTING]
        return chance * min(left, default=1.0)

    def _left(self, code: str) -> float:
        """What a contradiction leaves; of a code that is new since training, half."""
        return self.contradicted.get(code, _LEFT_OF_NEW)

    def _of(self, name: str, value: float) -> float:
        curve = self.curves.get(name)
        return curve.at(value) if curve else 0.0


@cache
def weighings() -> tuple[Weighing, Weighing]:
    """The two ways that ship with the package: with the word lists, and language-free."""
    table = json.loads(_shipped())
    return weighing(table["weighed"]), weighing(table["language_free"])


@cache
def weights_sha256() -> str:
    """Hash of the numbers that ship: other numbers are other verdicts."""
    return sha256(_shipped())


def _shipped() -> str:
    return files("groundsmith.verify").joinpath("data/judge.json").read_text("utf-8")


def weighing(table: Mapping[str, Any]) -> Weighing:
    """A way to weigh, from its JSON."""
    curves = {
        name: Curve(slope=one["slope"], knots=tuple(one["knots"]), bends=tuple(one["bends"]))
        for name, one in table["curves"].items()
    }
    return Weighing(
        intercept=table["intercept"],
        curves=curves,
        findings=table["findings"],
        contradicted=table["contradicted"],
    )

"""Every labelled claim with its features and findings, measured once for training and reports."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groundsmith.records import Evidence, Finding
from groundsmith.verify.checks import hard_findings
from groundsmith.verify.evidence import verbatim, windows_in
from groundsmith.verify.features import measure
from groundsmith.verify.settings import VerifySettings
from labelled import Labelled

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim as measured.

    Attributes:
        text: Number of the text that it is from.
        free: Its language-free features.
        copied: Whether its source has it letter for letter.
    """

    dataset: str
    group: str
    text: int
    for_training: bool
    wrong: bool
    text_unsupported: bool
    text_chars: int
    claim_chars: int
    values: dict[str, float]
    free: dict[str, float]
    findings: tuple[Finding, ...]
    copied: bool


def measured(texts: Iterable[Labelled]) -> list[Row]:
    """The rows of all claims, in order."""
    return [row for number, text in enumerate(texts) for row in _rows(number, text)]


def _rows(number: int, text: Labelled) -> list[Row]:
    shown = (Evidence(input=0, start=0, stop=len(text.source), text=text.source),)
    found: list[Row] = []
    for claim, wrong in zip(text.claims, text.wrong, strict=True):
        windows = windows_in(claim, shown, VerifySettings().max_windows)
        found.append(
            Row(
                dataset=text.dataset,
                group=text.group,
                text=number,
                for_training=text.for_training,
                wrong=wrong,
                text_unsupported=text.unsupported,
                text_chars=len(text.text),
                claim_chars=len(claim.text),
                values=dict(measure(claim, shown, windows, weighed=True).values),
                free=dict(measure(claim, shown, windows, weighed=False).values),
                findings=tuple(hard_findings(claim, windows)),
                copied=verbatim(claim, shown) is not None,
            )
        )
    return found

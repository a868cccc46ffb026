"""A measured figure, or none and the reason: no data is neither 0 nor 1."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured.

    Attributes:
        value: None where there was nothing to measure.
        why: Why there is no value; empty where there is one.
        count: How many queries, documents or times the value is the mean of.
    """

    value: float | None
    why: str = ""
    count: int = 0

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.why):
            raise ValueError("a figure has either a value or the reason why it has none")


def mean(values: Iterable[float | None], why: str) -> Figure:
    """The mean of those that were measured; `why` is said where none was."""
    known = [value for value in values if value is not None]
    if not known:
        return Figure(value=None, why=why)
    return Figure(value=float(np.mean(known)), count=len(known))

"""What becomes of an item after a failure."""

import pytest

from groundsmith.errors import (
    BudgetReached,
    GroundsmithError,
    ItemError,
    LeaseLost,
    ModelNeeded,
    StorageFull,
)
from groundsmith.runs.decide import Limits, Next, decide


class Hiccup(GroundsmithError):
    retryable = True


@pytest.mark.parametrize(
    ("error", "attempt", "expected"),
    [
        (Hiccup(), 1, Next.RETRY),
        (Hiccup(), 2, Next.RETRY),
        (Hiccup(), 3, Next.FAIL),
        (ItemError("a", "broken"), 1, Next.FAIL),
        (ValueError("a bug"), 1, Next.FAIL),
        (LeaseLost("a"), 1, Next.DROP),
        (StorageFull("/x"), 1, Next.HALT),
        (BudgetReached("$1", "$1"), 1, Next.HALT),
        (ModelNeeded(), 1, Next.HALT),
    ],
)
def test_the_consequence_follows_from_the_error_and_the_attempt(
    error: Exception, attempt: int, expected: Next
) -> None:
    assert decide(error, attempt, Limits(attempts_max=3)) is expected

"""What becomes of an item after a failure."""

import pytest

from groundsmith.errors import (
    BudgetReached,
    ItemError,
    KeyRefused,
    LeaseLost,
    ModelNeeded,
    RateLimited,
    StorageFull,
)
from groundsmith.runs.decide import Next, decide


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ItemError("a", "broken"), Next.FAIL),
        (RateLimited("groq:x", "slow down"), Next.FAIL),
        (ValueError("a bug"), Next.FAIL),
        (LeaseLost("a"), Next.DROP),
        (StorageFull("/x"), Next.HALT),
        (BudgetReached("$1", "$1"), Next.HALT),
        (ModelNeeded(), Next.HALT),
        (KeyRefused("groq:x", "GROQ_API_KEY", 401), Next.HALT),
    ],
)
def test_the_consequence_follows_from_the_error(error: Exception, expected: Next) -> None:
    assert decide(error) is expected

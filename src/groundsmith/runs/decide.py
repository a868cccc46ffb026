"""What becomes of an item after an attempt: one pure function that holds every rule."""

from dataclasses import dataclass
from enum import StrEnum

from groundsmith.errors import GroundsmithError, LeaseLost, MachineError, RunStopped


class Next(StrEnum):
    """What the engine does with the item, or with the whole run."""

    RETRY = "retry"
    """Try it again."""
    FAIL = "fail"
    """It failed for good; the others go on."""
    DROP = "drop"
    """Another process has it; forget it."""
    HALT = "halt"
    """Nothing else can succeed either: give it back and stop the run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How often an item is tried before it counts as failed."""

    attempts_max: int


def decide(error: Exception, attempt: int, limits: Limits) -> Next:
    """The consequence of an attempt that raised `error`; `attempt` counts from 1."""
    if isinstance(error, LeaseLost):
        return Next.DROP
    if isinstance(error, RunStopped | MachineError):
        return Next.HALT
    retryable = isinstance(error, GroundsmithError) and error.retryable
    return Next.RETRY if retryable and attempt < limits.attempts_max else Next.FAIL

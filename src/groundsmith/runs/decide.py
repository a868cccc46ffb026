"""What becomes of an item after an attempt failed: one pure function that holds every rule.

Nothing is tried again here. Asking a model again is the model stack's business, the one retry
loop there is; and `--retry-failed` is a person's.
"""

from enum import StrEnum

from groundsmith.errors import LeaseLost, MachineError, RequestError, RunStopped


class Next(StrEnum):
    """What the engine does with the item, or with the whole run."""

    FAIL = "fail"
    """It failed; the others go on."""
    DROP = "drop"
    """Another process has it; forget it."""
    HALT = "halt"
    """Nothing else can succeed either: give it back and stop the run."""


def decide(error: Exception) -> Next:
    """The consequence of an attempt that raised `error`."""
    if isinstance(error, LeaseLost):
        return Next.DROP
    if isinstance(error, RunStopped | MachineError | RequestError):
        return Next.HALT
    return Next.FAIL

"""Everything that can go wrong, as one tree by cause.

    GroundsmithError
    ├── RequestError            the request is wrong: one line says what, where, what to do
    │   ├── SettingsError       a configuration with faults, all of them at once
    │   ├── InputError          an input that is missing, or nothing readable in all of them
    │   ├── OutputError         OUT is not writable, or belongs to another recipe
    │   └── NewerState          a ledger written by a newer version
    ├── SourceError             one source could not be read; the others go on
    ├── ItemError               one item could not be made; the others go on
    ├── RunStopped              the run ended early and can be resumed
    │   ├── Interrupted         a person or the system asked it to stop
    │   ├── BudgetReached       the next call could pass the limit, so it was not made
    │   └── ModelNeeded         a model is needed and none could answer
    └── MachineError            the machine failed us; resumable
        ├── StorageFull         no space left where the state or the output lies
        ├── StateCorrupt        the ledger or a stored text does not hold together
        ├── StateUnreachable    the recorded state is not where it should be
        └── LeaseLost           another process took the work over

Behaviour is read from class attributes, never from the class name: `severity` (how bad),
`retryable` (another try may help), `billable` (the provider may have charged), `safe_to_repeat`
(repeating cannot do the thing twice) and `exit_code` (what the command line returns). Every error
keeps its values as attributes and survives pickling.
"""

from enum import IntEnum
from pathlib import Path


class Severity(IntEnum):
    """How bad: LOW is handled, MEDIUM reduces quality, HIGH needs a fallback, CRITICAL stops."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4


class GroundsmithError(Exception):
    """The root; catching it catches whatever this package raises on purpose."""

    severity = Severity.HIGH
    retryable = False
    billable = False
    safe_to_repeat = True
    exit_code = 1


class RequestError(GroundsmithError):
    """The request is wrong. The message says what, where, and what to do."""

    severity = Severity.LOW
    exit_code = 2


class SettingsError(RequestError):
    """A configuration that cannot be used; `faults` holds one readable line for each reason."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(self.faults)


class InputError(RequestError):
    """An input is missing, or nothing in all inputs could be read."""


class OutputError(RequestError):
    """The output folder cannot be used for this run."""


class NewerState(RequestError):
    """The ledger was written by a newer version of Groundsmith."""

    def __init__(self, where: str, revision: str) -> None:
        super().__init__(where, revision)
        self.where = where
        self.revision = revision

    def __str__(self) -> str:
        return (
            f"{self.where}: this ledger was written by a newer version of Groundsmith "
            f"(schema {self.revision}); upgrade Groundsmith, or set GROUNDSMITH_HOME elsewhere"
        )


class SourceError(GroundsmithError):
    """One source could not be read, or a part of it; the rest of the run goes on."""

    severity = Severity.MEDIUM

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason)
        self.source = source
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class ItemError(GroundsmithError):
    """One item could not be made; the ledger keeps why, and the rest of the run goes on."""

    severity = Severity.MEDIUM

    def __init__(self, item: str, reason: str) -> None:
        super().__init__(item, reason)
        self.item = item
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.item}: {self.reason}"


class RunStopped(GroundsmithError):
    """The run ended before its last item; the same command goes on where it stopped."""

    severity = Severity.LOW


class Interrupted(RunStopped):
    """A signal asked the run to stop; what was finished is kept."""

    exit_code = 130

    def __init__(self, done_count: int, left_count: int) -> None:
        super().__init__(done_count, left_count)
        self.done_count = done_count
        self.left_count = left_count

    def __str__(self) -> str:
        return (
            f"interrupted with {self.done_count} items done and {self.left_count} to go; "
            "the same command goes on from here"
        )


class BudgetReached(RunStopped):
    """The next call could pass the run's limit, so it was not made."""

    exit_code = 3

    def __init__(self, spent: str, limit: str) -> None:
        super().__init__(spent, limit)
        self.spent = spent
        self.limit = limit

    def __str__(self) -> str:
        return (
            f"budget reached: {self.spent} of {self.limit} spent; "
            "resume with a higher --budget and nothing is asked again"
        )


class ModelNeeded(RunStopped):
    """A model is needed and none is configured, or none could answer."""

    exit_code = 4


class MachineError(GroundsmithError):
    """The machine failed us, not the request; nothing acknowledged is lost."""

    severity = Severity.CRITICAL
    exit_code = 5


class StorageFull(MachineError):
    """No space is left where the state or the output lies."""

    def __init__(self, where: Path | str) -> None:
        super().__init__(str(where))
        self.where = str(where)

    def __str__(self) -> str:
        return f"{self.where}: no space left; free some, then run the same command to go on"


class StateCorrupt(MachineError):
    """The ledger or a stored text does not hold together."""

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(str(where), reason)
        self.where = str(where)
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"{self.where}: the stored state is damaged ({self.reason}); run "
            "`groundsmith store check`, restore a backup, or move the file away to start anew"
        )


class StateUnreachable(MachineError):
    """The state a run was started with is not where it was recorded, or cannot be opened."""

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(str(where), reason)
        self.where = str(where)
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.where}: the run's state cannot be reached ({self.reason})"


class LeaseLost(MachineError):
    """Another process took this work over; what this one held is void."""

    severity = Severity.MEDIUM
    retryable = True

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return f"{self.what}: another process took it over; its result stands"

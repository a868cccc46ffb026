"""Everything that can go wrong, as one tree by cause.

    GroundsmithError
    ├── RequestError            the request is wrong: one line says what, where, what to do
    │   ├── SettingsError       a configuration with faults, all of them at once
    │   ├── InputError          an input that is missing, or nothing readable in all of them
    │   ├── OutputError         OUT is not writable, or belongs to another recipe
    │   ├── NewerState          a ledger written by a newer version
    │   ├── KeyRefused          an endpoint does not accept the key it was sent
    │   ├── ModelUnknown        an endpoint has no model of that name
    │   └── PriceUnknown        a budget cannot hold what has no price
    ├── SourceError             one source could not be read; the others go on
    ├── ItemError               one item could not be made; the others go on
    ├── WorkerDied              a worker process ended before it answered
    ├── ModelError              a model was asked, or should have been, and gave no usable answer
    │   ├── RateLimited         the provider wants fewer calls (429)
    │   ├── ProviderFailed      the provider failed (408, 409, 425, 5xx)
    │   ├── Unreachable         no connection, so nothing was asked
    │   ├── AnswerLate          a deadline passed before the answer was there
    │   ├── AnswerCut           the answer ended before its end, or broke off
    │   ├── BreakerOpen         too many failures lately: not asked until it had time to recover
    │   ├── RequestRefused      the provider will never answer this request (other 4xx)
    │   └── AnswerUnusable      answered, but not with what was asked for
    ├── RunStopped              the run ended early and can be resumed
    │   ├── Interrupted         a person or the system asked it to stop
    │   ├── BudgetReached       the next call could pass the limit, so it was not made
    │   ├── BudgetBreach        a provider charged more than its own limits allow
    │   ├── CreditSpent         the account at the provider has nothing left
    │   └── ModelNeeded         a model is needed and none could answer
    └── MachineError            the machine failed us; resumable
        ├── StorageFull         no space left where the state or the output lies
        ├── StateCorrupt        the ledger or a stored text does not hold together
        │   └── IndexCorrupt    an index whose files are not what was written
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


class KeyRefused(RequestError):
    """The endpoint does not accept the key; names the variable that holds it, never the key."""

    def __init__(self, model: str, key_variable: str, status: int) -> None:
        super().__init__(model, key_variable, status)
        self.model = model
        self.key_variable = key_variable
        self.status = status

    def __str__(self) -> str:
        if not self.key_variable:
            return f"{self.model}: wants a key ({self.status}); name its variable as key_variable"
        return (
            f"{self.model}: the key in {self.key_variable} was refused ({self.status}); "
            "set a valid one there and run the same command again"
        )


class ModelUnknown(RequestError):
    """The endpoint has no model of that name, or lies elsewhere."""

    def __init__(self, model: str, url: str, message: str) -> None:
        super().__init__(model, url, message)
        self.model = model
        self.url = url
        self.message = message

    def __str__(self) -> str:
        said = f" ({self.message})" if self.message else ""
        return f"{self.model}: not found at {self.url}{said}; check the model's name and base_url"


class PriceUnknown(RequestError):
    """A run with a budget wants to ask a model whose price nobody knows."""

    def __init__(self, model: str) -> None:
        super().__init__(model)
        self.model = model

    def __str__(self) -> str:
        return (
            f"{self.model}: its price is not known, so a budget cannot hold; give it as "
            "`price: {input: USD, output: USD}` per million tokens, or run without --budget"
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

    @property
    def dead_letter(self) -> dict[str, object]:
        """What the ledger keeps of the failure beside the message, as JSON."""
        return {}


class WorkerDied(GroundsmithError):
    """A worker process ended before it answered; what it worked on is not done."""

    retryable = True

    def __init__(self, function: str, how: str) -> None:
        super().__init__(function, how)
        self.function = function
        self.how = how

    def __str__(self) -> str:
        return f"{self.function}: the worker process that did it died ({self.how})"


class ModelError(GroundsmithError):
    """A model gave no usable answer; `model` is its label (`groq:llama-3.1-8b-instant`).

    Attributes:
        message: What happened, in the provider's words where it said any.
        retry_after_s: How long the provider asked to be left alone; None where it did not say.
    """

    severity = Severity.MEDIUM

    def __init__(self, model: str, message: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(model, message)
        self.model = model
        self.message = message
        self.retry_after_s = retry_after_s

    def __str__(self) -> str:
        return f"{self.model}: {self.message}"


class RateLimited(ModelError):
    """The provider wants fewer calls; this one was not answered and costs nothing."""

    retryable = True


class ProviderFailed(ModelError):
    """The provider failed; a gateway that gave up waiting may have been charged for the answer."""

    retryable = True

    def __init__(
        self, model: str, message: str, status: int, *, retry_after_s: float | None = None
    ) -> None:
        super().__init__(model, message, retry_after_s=retry_after_s)
        self.args = (model, message, status)
        self.status = status
        self.billable = status not in _NOTHING_DONE


_NOTHING_DONE = frozenset({409, 425, 500, 501, 503, 529})
"""Statuses by which a provider says that there is no answer, so that it cannot charge for one."""


class Unreachable(ModelError):
    """No connection came about; nothing was asked and nothing is charged."""

    retryable = True


class AnswerLate(ModelError):
    """A deadline passed; the provider may have charged for what never arrived."""

    retryable = True
    billable = True


class AnswerCut(ModelError):
    """The answer broke off: no finish reason, no last event, or the connection was reset."""

    retryable = True
    billable = True


class BreakerOpen(ModelError):
    """Too many calls failed lately, so this one was not made; `retry_after_s` says until when."""

    retryable = True


class RequestRefused(ModelError):
    """The provider will never answer this request as it stands."""

    def __init__(self, model: str, message: str, status: int) -> None:
        super().__init__(model, message)
        self.args = (model, message, status)
        self.status = status


class AnswerUnusable(ModelError):
    """The model answered, was paid, and did not give what was asked for; `text` is its answer."""

    billable = True

    def __init__(self, model: str, message: str, text: str) -> None:
        super().__init__(model, message)
        self.args = (model, message, text)
        self.text = text


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


class BudgetBreach(RunStopped):
    """One call cost more than the most that its limits allow; nobody can promise the next."""

    exit_code = 3

    def __init__(self, model: str, cost: str, reserved: str) -> None:
        super().__init__(model, cost, reserved)
        self.model = model
        self.cost = cost
        self.reserved = reserved

    def __str__(self) -> str:
        return (
            f"{self.model}: a call cost {self.cost}, more than the {self.reserved} that its token "
            "limits allow, so a budget cannot hold here; check max_output_tokens and price"
        )


class CreditSpent(RunStopped):
    """The provider wants to be paid before it answers again; no other call would fare better."""

    exit_code = 4

    def __init__(self, model: str, message: str) -> None:
        super().__init__(model, message)
        self.model = model
        self.message = message

    def __str__(self) -> str:
        return (
            f"{self.model}: the account has no credit left ({self.message}); top it up and run the "
            "same command again, nothing is asked twice"
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


class IndexCorrupt(StateCorrupt):
    """An index whose files are not what was written."""

    def __str__(self) -> str:
        return (
            f"{self.where}: the index is damaged ({self.reason}); "
            "delete this folder and index the documents again"
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

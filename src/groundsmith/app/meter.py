"""What calls amount to: events of the model stack, in total or gathered by their task."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from groundsmith.events import AnswerReused, CallFailed, CallFinished, Event
from groundsmith.records import Json

_CALLS = (CallFinished, CallFailed, AnswerReused)
_METER: ContextVar["Meter | None"] = ContextVar("meter", default=None)


@dataclass(slots=True)
class Meter:
    """Calls, tokens and money; `cost` is what was settled, in pico-dollars.

    Attributes:
        by_model: The same for each model that was asked, under its label.
    """

    calls: int = 0
    failed_calls: int = 0
    cache_hits: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: int = 0
    last_failure: str = ""
    by_model: dict[str, "Meter"] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        """Takes one event of the model stack into account."""
        if isinstance(event, _CALLS):
            self._count(event)
            self.by_model.setdefault(event.model, Meter())._count(event)

    def _count(self, event: CallFinished | CallFailed | AnswerReused) -> None:
        match event:
            case CallFinished(usage=usage, cost=cost):
                self.calls += 1
                self.cost += cost or 0
                if usage is not None:
                    self.input_tokens += usage.input_tokens
                    self.output_tokens += usage.output_tokens
            case CallFailed(reason=reason):
                self.failed_calls += 1
                self.last_failure = reason
            case AnswerReused():
                self.cache_hits += 1

    def as_json(self) -> dict[str, Json]:
        """As it is stored with the item."""
        models = {label: meter.as_json() for label, meter in self.by_model.items()}
        return {
            "calls": self.calls,
            "failed_calls": self.failed_calls,
            "cache_hits": self.cache_hits,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "cost_pico_usd": self.cost,
            **({"models": models} if models else {}),
        }


@contextmanager
def metered() -> Iterator[Meter]:
    """A meter for everything this task asks within the block."""
    meter = Meter()
    token = _METER.set(meter)
    try:
        yield meter
    finally:
        _METER.reset(token)


def count(event: Event) -> None:
    """An `Emit` that adds to the meter of the running task, if it has one."""
    if meter := _METER.get():
        meter.add(event)

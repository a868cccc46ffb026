"""What a FakeProvider would charge for: the other side's books, to compare our own with."""

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum

from groundsmith.records import Json


class CallState(StrEnum):
    """How far a billed call came."""

    OPEN = "open"
    FULL = "full"
    CUT = "cut"


@dataclass(slots=True)
class BilledCall:
    """One call that was charged; it counts in full even where its answer never arrived."""

    id: str
    model: str
    input_tokens: int
    output_tokens: int
    state: CallState = CallState.OPEN


@dataclass(slots=True)
class Bill:
    """All billed calls, and what else was seen of the client.

    Attributes:
        request_count: Calls that arrived, answered or not.
        statuses: How many were answered with each status.
        first_s: When the first arrived, on the server's monotonic clock.
        last_s: When the last billed one arrived.
        peak_in_flight: The most calls that were open at once.
    """

    calls: list[BilledCall] = field(default_factory=list)
    request_count: int = 0
    statuses: dict[int, int] = field(default_factory=dict)
    first_s: float = 0.0
    last_s: float = 0.0
    peak_in_flight: int = 0

    @property
    def input_tokens(self) -> int:
        """Of all billed calls."""
        return sum(call.input_tokens for call in self.calls)

    @property
    def output_tokens(self) -> int:
        """Of all billed calls."""
        return sum(call.output_tokens for call in self.calls)

    def as_json(self, *, with_calls: bool) -> Json:
        """What `GET /ledger` answers."""
        calls = [[c.id, c.model, c.input_tokens, c.output_tokens, c.state] for c in self.calls]
        return {
            "call_count": len(self.calls),
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "request_count": self.request_count,
            "statuses": {str(status): count for status, count in self.statuses.items()},
            "first_s": self.first_s,
            "last_s": self.last_s,
            "peak_in_flight": self.peak_in_flight,
            "calls": calls if with_calls else [],
        }

    @classmethod
    def from_json(cls, value: Json) -> "Bill":
        """The bill as another process reads it."""
        return cls(
            calls=[
                BilledCall(id_, model, input_tokens, output_tokens, CallState(state))
                for id_, model, input_tokens, output_tokens, state in value["calls"]
            ],
            request_count=value["request_count"],
            statuses={int(status): count for status, count in value["statuses"].items()},
            first_s=value["first_s"],
            last_s=value["last_s"],
            peak_in_flight=value["peak_in_flight"],
        )


class Cap:
    """Takes so many calls within any second; the strictest of the ways in which providers count."""

    def __init__(self, per_s: int) -> None:
        self._taken: deque[float] = deque(maxlen=per_s)

    def takes(self, now: float) -> bool:
        """Whether a call that arrives now is within the cap; counts it if so."""
        full = len(self._taken) == self._taken.maxlen
        if full and now - self._taken[0] < 1.0:
            return False
        self._taken.append(now)
        return True

"""What a FakeProvider does: how it answers, how often it fails, and how.

Everything is drawn from one seed in the order of arrival, so that a run can be repeated.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from groundsmith.records import Json

Form = Literal[
    "plain", "fenced", "prose", "comma", "malformed", "huge", "nested", "null", "no_choices", "html"
]
"""How the text of an answer is spoilt, or its whole body (`no_choices`, `html`)."""

UsageKind = Literal["true", "missing", "zero", "negative", "text", "huge"]
"""What an answer says of its tokens; the bill always holds the truth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happens to one call.

    Attributes:
        message: What a refusal says.
        retry_after: Sent as `Retry-After`, whatever it says.
        cut_at: The answer breaks off after so many bytes of its body.
        clean_end: A cut stream ends as if it were whole, without its last events.
        drip_s: Seconds between two bytes of the body.
        gap_s: Seconds between two events of a stream.
        silent: The call is taken, and never answered.
    """

    status: int = 200
    message: str = "scripted"
    retry_after: str | None = None
    cut_at: int | None = None
    clean_end: bool = False
    drip_s: float = 0.0
    gap_s: float = 0.0
    silent: bool = False
    form: Form = "plain"
    usage: UsageKind = "true"


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """How a provider behaves.

    Attributes:
        latency_s: From the end of a request to the first byte of its answer.
        first: What happens to the first calls, in order of arrival.
        shares: Later calls: (share, outcome); what is left over is `usual`.
        cap_per_s: Calls that it takes within any second; the others get 429.
        key: The only key that is accepted; `None` accepts any, and none.
        models: The names it knows; empty for any.
        shape: Whose peculiarities of the OpenAI shape it has.
        answer: Writes the text for a prompt and the schema it was given (None for none).
        answer_tokens: Length of the texts that are written without `answer`.
        batch_s: How long a batch is in progress.
    """

    seed: int = 0
    latency_s: float = 0.0
    usual: Outcome = Outcome()
    first: tuple[Outcome, ...] = ()
    shares: tuple[tuple[float, Outcome], ...] = ()
    cap_per_s: int | None = None
    key: str | None = None
    models: tuple[str, ...] = ()
    shape: Literal["openai", "groq", "ollama"] = "openai"
    answer: Callable[[str, Json], str] | None = None
    answer_tokens: int = 24
    batch_s: float = 0.0


class Draw:
    """Gives each call its outcome."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._random = random.Random(script.seed)  # noqa: S311 - repeatable on purpose
        self._count = 0

    def __call__(self) -> Outcome:
        """The next call's outcome."""
        script = self._script
        self._count += 1
        if self._count <= len(script.first):
            return script.first[self._count - 1]
        if script.shares:
            at = self._random.random()
            for share, outcome in script.shares:
                at -= share
                if at < 0:
                    return outcome
        return script.usual

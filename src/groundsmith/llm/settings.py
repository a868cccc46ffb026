"""Settings of one model: what is asked (phase WRITE), and how (phase RUN).

Neither the address, nor limits, nor money enter a fingerprint: the same model answers the same
question wherever it runs.
"""

from difflib import get_close_matches
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from groundsmith.llm.presets import PRESETS
from groundsmith.phases import Settings, run, write


class PriceSettings(Settings):
    """What a model costs, where the price list does not know it or is wrong."""

    input: float | None = run(None, ge=0, about="Dollars per million input tokens.")
    output: float | None = run(None, ge=0, about="Dollars per million output tokens.")

    @model_validator(mode="after")
    def _both_or_none(self) -> "PriceSettings":
        if (self.input is None) != (self.output is None):
            raise ValueError("give both prices, input and output, or none")
        return self


class TimeoutSettings(Settings):
    """Deadlines of one call, in seconds."""

    connect_s: float = run(10.0, gt=0, le=600, about="To connect.")
    first_token_s: float = run(30.0, gt=0, le=3600, about="To the first text of a stream.")
    idle_s: float = run(30.0, gt=0, le=3600, about="Between two texts of a stream.")
    total_s: float = run(60.0, gt=0, le=3600, about="To the end of the answer.")


class BatchSettings(Settings):
    """How calls are gathered into file batches, where a run asks by those."""

    calls_max: int = run(2_000, ge=1, le=50_000, about="Calls in one batch at most.")
    wait_s: float = run(5.0, gt=0, le=3600, about="To wait for more after a batch's first call.")
    poll_s: float = run(30.0, gt=0, le=3600, about="Between two looks at a batch.")


class ModelSettings(Settings):
    """One model at one service."""

    provider: str = write("custom", about=f"The service: {', '.join(PRESETS)}.")
    model: str = write("", about="The model's name at the service.")
    base_url: str | None = run(None, about="Address of the API, where it is not the service's own.")
    key_variable: str | None = run(
        None, about="Environment variable that holds the key, where it is not the service's usual."
    )
    requests_per_minute: int | None = run(
        None, ge=1, about="What the service allows; found out where it is not given."
    )
    tokens_per_minute: int | None = run(None, ge=1, about="What the service allows.")
    tokenizer: str | None = run(
        None,
        min_length=1,
        about="The model's tokenizer.json, to reserve what a call really is; null reserves a token "
        "for each byte.",
    )
    in_flight: int = run(16, ge=1, le=4096, about="Calls that may be open at once.")
    attempts: int = run(5, ge=1, le=20, about="Calls that are made for one answer at most.")
    deadline_s: float = run(
        300.0, gt=0, about="Seconds after which no further attempt begins for one answer."
    )
    price: PriceSettings = Field(
        default_factory=PriceSettings, description="What the model costs, in dollars."
    )
    timeouts: TimeoutSettings = Field(
        default_factory=TimeoutSettings, description="Deadlines of one call, in seconds."
    )
    batch: BatchSettings = Field(
        default_factory=BatchSettings, description="How calls are gathered into file batches."
    )

    @field_validator("provider")
    @classmethod
    def _known(cls, provider: str) -> str:
        if provider not in PRESETS:
            near = get_close_matches(provider, PRESETS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(PRESETS)}"
            raise ValueError(f"unknown service {provider!r}; {hint}")
        return provider

    @field_validator("base_url")
    @classmethod
    def _an_address(cls, base_url: str | None) -> str | None:
        if base_url is None:
            return None
        try:
            parts = urlsplit(base_url)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname)
            usable = usable and (parts.port is None or parts.port > 0)
        except ValueError:
            usable = False
        if not usable or any(c.isspace() or not c.isprintable() for c in base_url):
            raise ValueError(f"not an address of the form https://host/v1: {base_url!r}")
        return base_url.rstrip("/")

    @model_validator(mode="after")
    def _has_address(self) -> "ModelSettings":
        if self.model and not self.address:
            raise ValueError(f"provider {self.provider!r} needs a base_url")
        return self

    @property
    def address(self) -> str:
        """Where the model is asked."""
        return self.base_url or PRESETS[self.provider].base_url

    @property
    def key_name(self) -> str:
        """The variable that holds the key; empty where none is needed."""
        if self.key_variable is not None:
            return self.key_variable
        return PRESETS[self.provider].key_variable

"""The configuration without its recipes: the rooms' own settings, and what no room owns.

Every key here is read by something that runs today. A key for a later capability arrives with
that capability, so that `config validate` never accepts a line that changes nothing.
"""

from typing import Annotated, Any, Literal

from pydantic import StringConstraints, field_validator

from groundsmith.corpus.settings import CorpusSettings
from groundsmith.index.settings import IndexSettings
from groundsmith.llm.settings import ModelSettings
from groundsmith.phases import Settings, judge, run, write
from groundsmith.verify.settings import VerifySettings

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class RunSettings(Settings):
    """Who writes, what it may cost, and how the work is done."""

    in_flight: int = run(4, ge=1, le=1024, about="Items worked on at the same time.")
    workers: int = run(
        1, ge=1, le=64, about="Processes that judge, and write without a model; 1 is this one."
    )
    model: str | None = write(
        None,
        min_length=1,
        about="Which model writes: a name under `models`, or provider:model; null is none.",
    )
    spares: list[Name] = write(
        [],
        max_length=8,
        about="Models that answer, in this order, where `model` cannot; named as it is.",
    )
    budget: float | None = run(
        None, gt=0, about="What the run may spend in its whole life, in US dollars."
    )
    attempts: int = run(
        5, ge=1, le=20, about="How often a model is asked for one answer, unless it says itself."
    )
    redact: bool = write(
        False,
        about="Keep e-mail and IP addresses, phone, account, card and identity numbers from "
        "models: placeholders go out, and answers get the values back.",
    )
    batch_api: bool = run(
        False, about="Ask by file batches, where the service has them: cheaper, and in hours."
    )
    max_rejected: float | None = run(
        None,
        ge=0,
        le=1,
        about="Exit with 1 when a greater share of the drafts is rejected; null never does.",
    )
    lease_s: float = run(
        60.0,
        ge=5,
        le=3600,
        about="Seconds after which the work of a process that died is taken over.",
    )

    @field_validator("spares", mode="before")
    @classmethod
    def _from_text(cls, given: object) -> object:
        """An option and a variable hold text: names with commas between them."""
        return given.split(",") if isinstance(given, str) else given


class DatabaseSettings(Settings):
    """Where the ledger lies, and what it survives."""

    url: str | None = run(
        None,
        min_length=1,
        about="postgresql://user:password@host/database; null: a SQLite file in the state folder.",
    )
    durability: Literal["process", "power"] = run(
        "process",
        about="What a finished item survives: a killed process, or a power cut too (slower).",
    )
    patience_s: float = run(
        60.0, ge=0, le=86400, about="Seconds for which a database that went away is waited for."
    )


class CheckSettings(Settings):
    """Checks that need more than the core installation."""

    dense: Literal["off", "installed", "required"] = judge(
        "off",
        about="Compare meanings by embeddings (`make dense`): never, where they are installed, or "
        "always, so that a run without them does not begin.",
    )
    allow_unchecked: bool = run(
        False, about="Begin without a check that is required and not installed: it is UNCHECKED."
    )


class LogSettings(Settings):
    """What is logged, and whether the terminal shows it; the state folder always has the file."""

    format: Literal["console", "json"] = run(
        "json",
        about="`json` writes logs/system.log only; `console` shows readable lines on stderr too.",
    )
    level: Literal["debug", "info", "warning", "error"] = run(
        "info", about="The least severe lines that are kept."
    )


def section(model: type[Settings], about: str) -> Any:
    """A room's settings, or a recipe's, at their defaults."""
    return run(model(), about=about)


class GroundsmithSettings(Settings):
    """Settings of Groundsmith. Layers: defaults, preset, file, environment, command line."""

    corpus: CorpusSettings = section(CorpusSettings, "What is read, and how it is cut.")
    verify: VerifySettings = section(VerifySettings, "How claims are held against their sources.")
    index: IndexSettings = section(IndexSettings, "How collections are indexed and searched.")
    checks: CheckSettings = section(CheckSettings, "Checks that need more than the core.")
    models: dict[str, ModelSettings] = run(
        {}, about="Models by a name of your own; see docs/models.md."
    )
    run: RunSettings = section(RunSettings, "How work is done.")
    database: DatabaseSettings = section(DatabaseSettings, "Where the ledger lies.")
    logs: LogSettings = section(LogSettings, "What is logged, and where it shows.")

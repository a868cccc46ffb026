"""Settings that say when they matter: the base model and one marker function a phase.

`questions_per_chunk: int = write(3, ge=1, le=10, about="…")` declares the default, the bounds,
the help text and the phase in one place; the command line, the YAML, the JSON Schema and the
fingerprints are all made from it. The only bottom file that knows a vendor (pydantic), because
every room declares settings.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from groundsmith.records import Json, Phase, digest


class Settings(BaseModel):
    """Frozen settings that refuse unknown keys; every field names its phase."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    def of_phases(self, phases: Iterable[Phase]) -> dict[str, Json]:
        """The values that matter in `phases`, as JSON, nested models included."""
        wanted = frozenset(phases)
        chosen: dict[str, Json] = {}
        for name, info in type(self).model_fields.items():
            value = getattr(self, name)
            if isinstance(value, Settings):
                if inner := value.of_phases(wanted):
                    chosen[name] = inner
            elif phase_of(info) in wanted:
                chosen[name] = self.model_dump(mode="json", include={name})[name]
        return chosen

    def sha256(self, *phases: Phase) -> str:
        """Hash of what matters in `phases`, defaults included."""
        return digest(self.of_phases(phases))


def phase_of(info: Any) -> Phase:
    """The phase a field was declared with; a TypeError names a field that has none."""
    extra = info.json_schema_extra
    if not isinstance(extra, dict) or "phase" not in extra:
        raise TypeError(f"a settings field without a phase: {info!r}")
    return Phase(str(extra["phase"]))


def plan(default: Any, *, about: str, **bounds: Any) -> Any:
    """A setting that decides which items there are."""
    return _field(Phase.PLAN, default, about, bounds)


def write(default: Any, *, about: str, **bounds: Any) -> Any:
    """A setting that decides what is written; changing it writes again."""
    return _field(Phase.WRITE, default, about, bounds)


def judge(default: Any, *, about: str, **bounds: Any) -> Any:
    """A setting of the checks; changing it judges again and writes nothing."""
    return _field(Phase.JUDGE, default, about, bounds)


def curate(default: Any, *, about: str, **bounds: Any) -> Any:
    """A setting of what is accepted; changing it neither writes nor judges again."""
    return _field(Phase.CURATE, default, about, bounds)


def run(default: Any, *, about: str, **bounds: Any) -> Any:
    """A setting of how work is done; it never changes what comes out."""
    return _field(Phase.RUN, default, about, bounds)


def _field(phase: Phase, default: Any, about: str, bounds: dict[str, Any]) -> Any:
    return Field(default, description=about, json_schema_extra={"phase": phase.value}, **bounds)

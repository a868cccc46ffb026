"""The figures of a run's passages, gathered as its records pass."""

from collections import Counter
from collections.abc import Iterable
from statistics import fmean

from groundsmith.records import Json, Record, rounded


class StoryReport:
    """How many passages are accepted, what is left in the others, and what rounds were worth.

    Args:
        planned: Names of the items of the plan.
    """

    def __init__(self, planned: Iterable[str] = ()) -> None:
        self._planned_count = sum(1 for _ in planned)
        self._states: Counter[str] = Counter()
        self._findings: Counter[str] = Counter()
        self._risks: Counter[str] = Counter()
        self._revised_count = self._kept_count = 0
        self._qualities: list[float] = []

    def add(self, record: Record) -> None:
        """Takes the next record into account."""
        content = record.content
        self._states[content["state"]] += 1
        self._findings.update(one["subtype"] for one in content["findings"])
        self._risks.update(fact["risk"] for fact in content["facts"])
        quality = content["context"]["quality"]["overall"]
        self._qualities += [] if quality is None else [quality]
        later = content["rounds"][1:]
        self._revised_count += len(later)
        self._kept_count += sum(one["kept"] for one in later)

    def as_dict(self) -> dict[str, Json]:
        """The figures; the last call."""
        return {
            "passages": {"planned": self._planned_count, "written": self._states.total()},
            "states": dict(self._states.most_common()),
            "findings": dict(self._findings.most_common()),
            "revisions": {"made": self._revised_count, "kept": self._kept_count},
            "context_quality": rounded(fmean(self._qualities)) if self._qualities else None,
            "proposed_facts": dict(self._risks.most_common()),
        }

"""The figures of a run's posts, gathered as its records pass."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from groundsmith.records import Json, Record

_MOST_WORST = 10


class PostReport:
    """How many posts are ready, what was corrected in them, and what to change next time.

    Args:
        planned: Names of the items of the plan.
    """

    def __init__(self, planned: Iterable[str] = ()) -> None:
        self._planned_count = sum(1 for _ in planned)
        self._states: Counter[str] = Counter()
        self._completeness: Counter[str] = Counter()
        self._findings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._corrections: Counter[str] = Counter()
        self._writers: Counter[str] = Counter()
        self._post_count = 0

    def add(self, record: Record) -> None:
        """Takes the next record into account."""
        self._post_count += 1
        self._states[record.content["safety"]["state"]] += 1
        self._completeness[record.content["sources"]["completeness"]] += 1
        self._writers[record.made_by.writer] += 1
        for finding in record.assessment.findings:
            self._findings[finding.stage][finding.code] += 1
        for correction in record.corrections:
            self._corrections["rewritten" if correction.rewritten else "removed"] += 1

    def as_dict(self) -> dict[str, Json]:
        """The figures; the last call."""
        return {
            "posts": {"planned": self._planned_count, "written": self._post_count},
            "states": dict(self._states.most_common()),
            "completeness": dict(self._completeness.most_common()),
            "writers": dict(self._writers.most_common()),
            "corrections": dict(self._corrections),
            "findings": {
                stage: dict(codes.most_common()) for stage, codes in sorted(self._findings.items())
            },
            "tips": list(self._tips()),
        }

    def _tips(self) -> Iterable[dict[str, str]]:
        if low := self._completeness["low"]:
            yield {
                "text": "name a repository instead of a text alone: its manifests and commits are "
                "sources too",
                "figure": f"{low} of {self._post_count} posts from few sources",
            }
        if removed := self._corrections["removed"]:
            yield {
                "text": "sentences were left out that no source supports: say it in the README, or "
                "use a model that keeps to its sources",
                "figure": f"{removed} sentences",
            }

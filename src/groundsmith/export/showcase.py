"""The records a person should look at: the best of each kind, the weakest, and one refusal a cause.

A dataset of a million records is judged by the dozen that someone reads. Taking the best of each
kind, and one example for each cause of rejection, shows more of it than the top of one list.
"""

import heapq

from groundsmith.records import Record

_MOST_KINDS = 8
_MOST_WEAK = 4
_MOST_CAUSES = 12


class Showcase:
    """Picks records as they go by; of equals the earlier one stays, so the choice is stable."""

    def __init__(self) -> None:
        self._best: dict[str, Record] = {}
        self._weak: list[tuple[float, int, Record]] = []
        self._refused: dict[tuple[str, str], Record] = {}
        self._seen_count = 0

    def add(self, record: Record) -> None:
        """Considers one record."""
        self._seen_count += 1
        if not record.accepted:
            for finding in record.assessment.findings:
                cause = (finding.stage, finding.code)
                if len(self._refused) < _MOST_CAUSES:
                    self._refused.setdefault(cause, record)
        elif record.assessment.overall is not None:
            self._consider(record, record.assessment.overall)

    def _consider(self, record: Record, overall: float) -> None:
        kind = str(record.content.get("kind", ""))
        best = self._best.get(kind)
        if best is None:
            if len(self._best) < _MOST_KINDS:
                self._best[kind] = record
        elif overall > (best.assessment.overall or 0.0):
            self._best[kind] = record
        heapq.heappush(self._weak, (-overall, -self._seen_count, record))
        if len(self._weak) > _MOST_WEAK:
            heapq.heappop(self._weak)

    @property
    def best(self) -> list[Record]:
        """The best accepted record of each kind, best first."""
        return sorted(self._best.values(), key=lambda one: -(one.assessment.overall or 0.0))

    @property
    def weakest(self) -> list[Record]:
        """The accepted records with the lowest scores, lowest first; none that `best` shows."""
        shown = {record.id for record in self._best.values()}
        return [one for *_, one in sorted(self._weak, reverse=True) if one.id not in shown]

    @property
    def refused(self) -> list[tuple[str, str, Record]]:
        """A rejected record for each cause, as `(stage, code, record)`."""
        return [(stage, code, record) for (stage, code), record in self._refused.items()]

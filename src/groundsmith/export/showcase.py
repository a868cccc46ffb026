"""The records a person should look at: the best of each kind, the weakest, and one refusal a cause.

A dataset of a million records is judged by the dozen that someone reads. Taking the best of each
kind, and one example for each cause of rejection, shows more of it than the top of one list. Many
have the same score; of those the least id is taken, which is a hash, so that the pick is spread
over the sources and is yet always the same.
"""

from bisect import insort

from groundsmith.records import Record

_MOST_KINDS = 8
_MOST_WEAK = 4
_MOST_CAUSES = 12


class Showcase:
    """Picks records as they go by, and holds no more of them than it shows."""

    def __init__(self) -> None:
        self._best: dict[str, Record] = {}
        self._weak: list[Record] = []
        self._refused: dict[tuple[str, str], Record] = {}

    def add(self, record: Record) -> None:
        """Considers one record."""
        if not record.accepted:
            for finding in record.assessment.findings:
                self._refuse((finding.stage, finding.code), record)
            return
        self._praise(str(record.content.get("kind", "")), record)
        insort(self._weak, record, key=_weakest_first)
        del self._weak[_MOST_WEAK + _MOST_KINDS :]

    def _praise(self, kind: str, record: Record) -> None:
        best = self._best.get(kind)
        if best is None and len(self._best) >= _MOST_KINDS:
            return
        if best is None or _best_first(record) < _best_first(best):
            self._best[kind] = record

    def _refuse(self, cause: tuple[str, str], record: Record) -> None:
        known = self._refused.get(cause)
        if known is None and len(self._refused) >= _MOST_CAUSES:
            return
        if known is None or record.id < known.id:
            self._refused[cause] = record

    @property
    def best(self) -> list[Record]:
        """The best accepted record of each kind, best first."""
        return sorted(self._best.values(), key=_best_first)

    @property
    def weakest(self) -> list[Record]:
        """The accepted records with the lowest scores, lowest first; none that `best` shows."""
        shown = {record.id for record in self._best.values()}
        return [record for record in self._weak if record.id not in shown][:_MOST_WEAK]

    @property
    def refused(self) -> list[tuple[str, str, Record]]:
        """A rejected record for each cause, as `(stage, code, record)`."""
        return [(stage, code, record) for (stage, code), record in self._refused.items()]


def _score(record: Record) -> float:
    """What it scored; a record whose stages could none of them run stands below all others."""
    overall = record.assessment.overall
    return -1.0 if overall is None else overall


def _weakest_first(record: Record) -> tuple[float, str]:
    return _score(record), record.id


def _best_first(record: Record) -> tuple[float, str]:
    return -_score(record), record.id

"""The figures of a dataset, gathered from its records as they pass.

Memory does not grow with the number of records: counts, a histogram of lengths, fixed tables for
diversity, and a short heap for the weakest records.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from groundsmith.recipes.qa.assessment import cause_of
from groundsmith.recipes.qa.coverage import Coverage
from groundsmith.recipes.qa.diversity import DistinctNgrams
from groundsmith.recipes.qa.tips import tips
from groundsmith.records import Json, Record

_MOST_WORST = 10
_LONGEST_COUNTED = 2000


class Lengths:
    """Lengths in characters; those past 2,000 are counted as 2,000."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()

    def add(self, text: str) -> None:
        """Counts the length of a text."""
        self._counts[min(len(text), _LONGEST_COUNTED)] += 1

    def as_dict(self) -> dict[str, Json]:
        """Least, median, mean and most; `None` where there was no text."""
        total = self._counts.total()
        if not total:
            return dict.fromkeys(("min", "median", "mean", "max"))
        in_order = sorted(self._counts.items())
        mean = sum(length * count for length, count in in_order) / total
        return {
            "min": in_order[0][0],
            "median": _middle(in_order, (total + 1) // 2),
            "mean": round(mean, 1),
            "max": in_order[-1][0],
        }


class DatasetReport:
    """What a dataset holds, what was turned away, and what to change next time.

    Args:
        planned: Names of the items of the plan, in its order, for the coverage of the corpus.
    """

    def __init__(self, planned: Iterable[str] | None = None) -> None:
        self.coverage = Coverage(planned)
        self.kinds: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.tiers: Counter[str] = Counter()
        self.patterns: Counter[str] = Counter()
        self.unchecked: Counter[str] = Counter()
        self.rejected_by: Counter[str] = Counter()
        self.findings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._lengths = {"question": Lengths(), "answer": Lengths()}
        self._distinct = {"distinct_1": DistinctNgrams(1), "distinct_2": DistinctNgrams(2)}
        self._worst: list[tuple[float, int, int, dict[str, Json]]] = []

    def add(self, record: Record) -> None:
        """Takes the next record into account, accepted or rejected, in plan order."""
        self.coverage.add(record)
        self.tiers[record.assessment.tier.value] += 1
        self.unchecked.update(record.assessment.unchecked.keys())
        for finding in record.assessment.findings:
            self.findings[finding.stage][finding.code] += 1
        if record.accepted:
            self._add_accepted(record)
        else:
            self.rejected_by[cause_of(record.assessment)] += 1

    @property
    def accepted_count(self) -> int:
        """Records that are in the dataset."""
        return self.draft_count - self.rejected_count

    @property
    def rejected_count(self) -> int:
        """Drafts that are not."""
        return self.rejected_by.total()

    @property
    def draft_count(self) -> int:
        """All drafts."""
        return self.tiers.total()

    def as_dict(self) -> dict[str, Json]:
        """The figures; the last call, since the plan is gone through to its end."""
        self.coverage.finish()
        return {
            "pairs": {
                "drafts": self.draft_count,
                "accepted": self.accepted_count,
                "rejected": self.rejected_count,
                "pass_rate": _share(self.accepted_count, self.draft_count),
            },
            "coverage": self.coverage.as_dict(),
            "tiers": dict(self.tiers.most_common()),
            "kinds": dict(self.kinds.most_common()),
            "kind_balance": balance(self.kinds),
            "languages": dict(self.languages.most_common()),
            "patterns": dict(self.patterns.most_common()),
            "diversity": {name: distinct.ratio for name, distinct in self._distinct.items()},
            "lengths": {name: lengths.as_dict() for name, lengths in self._lengths.items()},
            "rejected_by": dict(self.rejected_by.most_common()),
            "findings": {
                stage: dict(codes.most_common()) for stage, codes in sorted(self.findings.items())
            },
            "unchecked": dict(self.unchecked.most_common()),
            "worst": [shown for *_, shown in sorted(self._worst, reverse=True)],
            "tips": tips(self),
        }

    def _add_accepted(self, record: Record) -> None:
        content = record.content
        self.kinds[content["kind"]] += 1
        self.languages[content["language"]] += 1
        self.patterns[str(record.made_by.parameters.get("pattern", record.made_by.writer))] += 1
        for name, lengths in self._lengths.items():
            lengths.add(content[name])
        for distinct in self._distinct.values():
            distinct.add(content["question"])
        self._keep_worst(record)

    def _keep_worst(self, record: Record) -> None:
        """Keeps the record if it is among the weakest; of equals, the earlier."""
        overall = record.assessment.overall
        rank = (-(overall or 0.0), len(record.assessment.findings), -self.draft_count)
        if len(self._worst) < _MOST_WORST:
            heapq.heappush(self._worst, (*rank, _shown(record)))
        elif rank > self._worst[0][:3]:
            heapq.heapreplace(self._worst, (*rank, _shown(record)))


def balance(counts: Mapping[str, int]) -> float | None:
    """Evenness of the counts: entropy over its highest value (Pielou 1966), 1 is all alike.

    `None` where fewer than two are counted.
    """
    total = sum(counts.values())
    if len(counts) < 2:
        return None
    shares = [count / total for count in counts.values() if count]
    return round(-sum(share * math.log(share) for share in shares) / math.log(len(counts)), 4)


def _middle(in_order: list[tuple[int, int]], place: int) -> int:
    """The value at a place, counted from 1, of values with their counts."""
    for value, count in in_order:
        place -= count
        if place <= 0:
            return value
    return in_order[-1][0]


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _shown(record: Record) -> dict[str, Json]:
    cited = record.citations[0] if record.citations else None
    return {
        "id": record.id,
        "item": record.item,
        "question": record.content["question"],
        "answer": record.content["answer"],
        "document": cited.document if cited else None,
        "overall": record.assessment.overall,
        "tier": record.assessment.tier.value,
        "findings": [finding.message for finding in record.assessment.findings],
    }

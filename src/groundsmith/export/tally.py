"""Counts over the records as they go by: what the manifest, the lineage and the card say of them.

A record counts for each source it cites, so the counts by source may add up to more than the
records there are. Records stand in plan order, those of one item together; so items that gave
something are counted by looking at the item before.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable

from groundsmith.export.columns import Columns
from groundsmith.records import Record


class Tally:
    """Accepted and rejected records, counted every way an export needs; one pass, flat memory."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._sources = frozenset(sources)
        self.tiers: Counter[str] = Counter()
        self.confidences: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.writers: Counter[str] = Counter()
        self.by_source: Counter[str] = Counter()
        self.items_by_source: Counter[str] = Counter()
        self.findings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.unchecked: Counter[str] = Counter()
        self.reasons: dict[str, str] = {}
        self.columns = Columns()
        self.accepted_count = 0
        self.rejected_count = 0
        self._last_item = ""

    def add(self, record: Record) -> None:
        """Counts one record; findings of rejected ones too, all else of accepted ones only."""
        for finding in record.assessment.findings:
            self.findings[finding.stage][finding.code] += 1
        if not record.accepted:
            self.rejected_count += 1
            return
        self.accepted_count += 1
        self.tiers[record.assessment.tier] += 1
        self.confidences[record.assessment.confidence] += 1
        self.writers[record.made_by.writer] += 1
        self.unchecked.update(record.assessment.unchecked.keys())
        self.reasons = {**record.assessment.unchecked, **self.reasons}
        for counter, name in ((self.kinds, "kind"), (self.languages, "language")):
            if isinstance(value := record.content.get(name), str):
                counter[value] += 1
        self.columns.add(record.content)
        cited = {source_of(citation.document, self._sources) for citation in record.citations}
        self.by_source.update(cited)
        if record.item != self._last_item:
            self._last_item = record.item
            self.items_by_source.update(cited)


def source_of(document: str, sources: Container[str]) -> str:
    """The source that a document is part of: `rows.jsonl` for `rows.jsonl#17`."""
    path = document
    while path and path not in sources:
        path = path.rpartition("#")[0]
    return path or document

"""The figures of a catalogue's pages: by category, by component, and what the catalogue lacks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields

from groundsmith.recipes.page.catalogue import parts_of
from groundsmith.records import Json, Record

_NONE = "(none)"
_MISSING = "missing-fact"
_MANY = 0.1
_MOST_SHOWN = 20


@dataclass(slots=True)
class Tally:
    """What came of the entries of one category."""

    item_count: int = 0
    complete_count: int = 0
    file_count: int = 0
    rejected_count: int = 0
    missing_count: int = 0

    def row(self) -> list[str]:
        """The counts in the order of their definition, for people."""
        return [str(getattr(self, field.name)) for field in fields(self)]

    def as_dict(self) -> dict[str, Json]:
        """The counts, and the share of entries whose every file was accepted."""
        return {
            "items": self.item_count,
            "complete": self.complete_count,
            "files": self.file_count,
            "rejected": self.rejected_count,
            "missing_facts": self.missing_count,
            "success_share": round(self.complete_count / self.item_count, 4)
            if self.item_count
            else None,
        }


class PageReport:
    """Gathers the figures of a site from its records.

    Args:
        planned: Names of the planned items, for the count of files that were not made.
    """

    def __init__(self, planned: Iterable[str]) -> None:
        self._planned = iter(planned)
        self._categories: dict[str, Tally] = {}
        self._components: dict[str, Counter[str]] = {}
        self._missing: Counter[str] = Counter()
        self._rejected_by: Counter[str] = Counter()
        self._writers: Counter[str] = Counter()
        self._entry: list[Record] = []

    def add(self, record: Record) -> None:
        """Takes the next record into account, in plan order."""
        title = parts_of(record.item)[0]
        if self._entry and parts_of(self._entry[0].item)[0] != title:
            self._close()
        self._entry.append(record)

    def as_dict(self) -> dict[str, Json]:
        """The figures; asked for once, after the last record."""
        self._close()
        files = sum(each.file_count for each in self._categories.values())
        rejected = sum(each.rejected_count for each in self._categories.values())
        planned = sum(1 for _ in self._planned)
        return {
            "files": {
                "planned": planned,
                "written": files,
                "accepted": files - rejected,
                "rejected": rejected,
            },
            "categories": {name: each.as_dict() for name, each in sorted(self._categories.items())},
            "components": {name: dict(each) for name, each in sorted(self._components.items())},
            "missing_facts": dict(self._missing.most_common(_MOST_SHOWN)),
            "rejected_by": dict(self._rejected_by.most_common()),
            "writers": dict(self._writers.most_common()),
            "table": self._table(),
            "tips": [*self._tips(files, rejected)],
        }

    def _table(self) -> Json:
        """A row a category, for people."""
        return {
            "title": "By category",
            "about": "Complete means that every file of the item was accepted.",
            "columns": ["category", "items", "complete", "files", "rejected", "missing facts"],
            "rows": [[name, *each.row()] for name, each in sorted(self._categories.items())],
        }

    def _close(self) -> None:
        """Counts the entry whose records came last."""
        if not self._entry:
            return
        category = str(self._entry[0].content.get("category", _NONE))
        tally = self._categories.setdefault(category, Tally())
        tally.item_count += 1
        tally.complete_count += all(record.accepted for record in self._entry)
        missing: set[str] = set()
        for record in self._entry:
            tally.file_count += 1
            tally.rejected_count += not record.accepted
            self._count(record)
            for finding in record.assessment.findings:
                if finding.code == _MISSING:
                    missing.add(finding.message)
        tally.missing_count += len(missing)
        self._missing.update(missing)
        self._entry = []

    def _count(self, record: Record) -> None:
        outcome = "accepted" if record.accepted else "rejected"
        self._components.setdefault(str(record.content["component"]), Counter())[outcome] += 1
        self._writers[record.made_by.writer] += 1
        if not record.accepted:
            causes = [each for each in record.assessment.findings if each.code != _MISSING]
            self._rejected_by[causes[0].code] += 1

    def _tips(self, files: int, rejected: int) -> Iterable[dict[str, Json]]:
        items = sum(each.item_count for each in self._categories.values())
        for said, count in self._missing.most_common(3):
            if count >= _MANY * items:
                yield {
                    "text": f"Add to the catalogue, with its source: {said.split(';')[0]}.",
                    "figure": f"{count:,} of {items:,} items ({100 * count / items:.0f} %)",
                }
        for code, count in self._rejected_by.most_common(1):
            yield {
                "text": f"Mend what is rejected most: {code}.",
                "figure": f"{count:,} of {rejected:,} rejected files, of {files:,} in all",
            }

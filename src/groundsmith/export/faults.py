"""What an audit found, one line a cause: where it is, which records it concerns, what to do.

A changed source can break ten thousand records. That is one fault with a count and the first few
ids, because there is one thing to do about it; faults of single records are listed up to a limit
and counted beyond it.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

_MOST_IDS = 3
_MOST_LISTED = 50


class Fault(StrEnum):
    """Why something no longer holds."""

    MISSING_FILE = "missing file"
    CHANGED_FILE = "changed file"
    WRONG_COUNT = "wrong count"
    TORN_LINE = "torn line"
    BROKEN_RECORD = "broken record"
    DUPLICATE = "duplicate"
    MISSING_SOURCE = "missing source"
    CHANGED_SOURCE = "changed source"
    CHANGED_READER = "changed reader"
    CHANGED_QUOTE = "changed quote"
    WRONG_OFFSET = "wrong offset"


ADVICE = {
    Fault.MISSING_FILE: "run the same command again to write the folder anew",
    Fault.CHANGED_FILE: "run the same command again to write the folder anew",
    Fault.WRONG_COUNT: "run the same command again to write the folder anew",
    Fault.TORN_LINE: "run the same command again to write the file anew",
    Fault.BROKEN_RECORD: "remove the record, or run the same command again to write it anew",
    Fault.DUPLICATE: "remove one of the two",
    Fault.MISSING_SOURCE: "put it back, or name its new place with --source",
    Fault.CHANGED_SOURCE: "run the same command again; only what changed is made anew",
    Fault.CHANGED_READER: "run the same command again; the texts are read anew",
    Fault.CHANGED_QUOTE: "remove the record, or run the same command again to restore it",
    Fault.WRONG_OFFSET: "set start and stop to where the quote stands, or run the command again",
}
"""What to do about each."""


@dataclass(slots=True, kw_only=True)
class AuditFault:
    """One cause, and how many records it concerns.

    Attributes:
        where: The file with its line (`records.jsonl:17`), or the source.
        ids: The first few of the records.
        still_standing_count: Of a changed source: records whose quotes all stand where they did.
    """

    fault: Fault
    where: str
    what: str
    record_count: int = 0
    ids: list[str] = field(default_factory=list)
    still_standing_count: int = 0

    def __str__(self) -> str:
        """One line."""
        return f"{self.fault}: {self.where}: {self.what}{self._records()}; {ADVICE[self.fault]}"

    def _records(self) -> str:
        if not self.record_count:
            return ""
        if self.record_count == 1:
            return f" (record {self.ids[0]})"
        shown = ", ".join(self.ids)
        more = self.record_count - len(self.ids)
        standing = self.still_standing_count
        return (
            f" ({self.record_count:,} records: {shown}{f' and {more:,} more' if more else ''}"
            f"{f'; {standing:,} still stand word for word' if standing else ''})"
        )


class Faults:
    """Collects faults and keeps the list short, however many records a cause concerns."""

    def __init__(self) -> None:
        self._listed: dict[tuple[Fault, str], AuditFault] = {}
        self._listed_counts: Counter[Fault] = Counter()
        self._beyond: Counter[Fault] = Counter()
        self.total_count = 0

    def add(
        self,
        fault: Fault,
        where: str,
        what: Callable[[], str] | str,
        *,
        record: str = "",
        still_standing: bool = False,
    ) -> None:
        """Adds a record to the fault at `where`; `what` is asked for only if that is a new one."""
        self.total_count += 1
        listed = self._listed.get((fault, where))
        if listed is None:
            if self._listed_counts[fault] >= _MOST_LISTED:
                self._beyond[fault] += 1
                return
            self._listed_counts[fault] += 1
            message = what if isinstance(what, str) else what()
            listed = AuditFault(fault=fault, where=_one_line(where), what=_one_line(message))
            self._listed[fault, where] = listed
        if record and listed.ids[-1:] != [_one_line(record)]:
            listed.record_count += 1
            listed.still_standing_count += still_standing
            if len(listed.ids) < _MOST_IDS:
                listed.ids.append(_one_line(record))

    def all(self) -> tuple[AuditFault, ...]:
        """The faults in the order of `Fault`, each kind followed by how many are not listed."""
        rows = list(self._listed.values())
        rows += [
            AuditFault(fault=fault, where="and more", what=f"{count:,} of the same not listed")
            for fault, count in self._beyond.items()
        ]
        order = list(Fault)
        return tuple(sorted(rows, key=lambda row: order.index(row.fault)))


def _one_line(text: str) -> str:
    """The text without what could break a line or command a terminal, and not without end."""
    printable = "".join(char if char.isprintable() else "�" for char in text[:300])
    return printable + ("…" if len(text) > 300 else "")

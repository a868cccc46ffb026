"""Which chunks of the corpus gave pairs, and why the others gave none.

Records come in plan order, and so do the names of the plan: going through both side by side tells
which items had no draft at all, without keeping either.
"""

from collections import Counter
from collections.abc import Iterable

from groundsmith.recipes.qa.assessment import cause_of
from groundsmith.records import Json, Record

NO_DRAFT = "no pair was written"
_MOST_EXAMPLES = 20


class Coverage:
    """Chunks with pairs, chunks without, and why.

    Args:
        planned: Names of the items of the plan, in its order; `None` where they are not known, and
            then nothing is said of chunks without drafts.
    """

    def __init__(self, planned: Iterable[str] | None) -> None:
        self._planned = None if planned is None else iter(planned)
        self._item: str | None = None
        self._accepted = False
        self._causes: Counter[str] = Counter()
        self.with_pairs_count = 0
        self.without_draft_count = 0
        self.rejected_by: Counter[str] = Counter()
        self.examples: list[dict[str, Json]] = []

    def add(self, record: Record) -> None:
        """Takes the next record into account."""
        if record.item != self._item:
            self._close()
            self._skip_to(record.item)
            self._item = record.item
        self._accepted |= record.accepted
        if not record.accepted:
            self._causes[cause_of(record.assessment)] += 1

    def finish(self) -> None:
        """Takes what is left of the plan into account; nothing may be added afterwards."""
        self._close()
        self._skip_to(None)
        self._planned = None if self._planned is None else iter(())

    @property
    def chunk_count(self) -> int | None:
        """All chunks of the plan; `None` where the plan is not known."""
        if self._planned is None:
            return None
        return self.with_pairs_count + self.without_draft_count + self.rejected_by.total()

    def as_dict(self) -> dict[str, Json]:
        """The figures; what is not known is `None`."""
        count = self.chunk_count
        return {
            "chunks": count,
            "with_pairs": self.with_pairs_count,
            "with_pairs_share": round(self.with_pairs_count / count, 4) if count else None,
            "without_draft": None if count is None else self.without_draft_count,
            "all_rejected": self.rejected_by.total(),
            "all_rejected_by": dict(self.rejected_by.most_common()),
            "examples": self.examples,
        }

    def _close(self) -> None:
        """Counts the item whose records came last."""
        if self._item is None:
            return
        if self._accepted:
            self.with_pairs_count += 1
        else:
            cause = self._causes.most_common(1)[0][0]
            self.rejected_by[cause] += 1
            self._note(self._item, f"all rejected by {cause}")
        self._item, self._accepted = None, False
        self._causes.clear()

    def _skip_to(self, item: str | None) -> None:
        """Counts the planned items before `item`: they have no draft."""
        for name in self._planned or ():
            if name == item:
                return
            self.without_draft_count += 1
            self._note(name, NO_DRAFT)

    def _note(self, item: str, why: str) -> None:
        if len(self.examples) < _MOST_EXAMPLES:
            self.examples.append({"item": item, "why": why})

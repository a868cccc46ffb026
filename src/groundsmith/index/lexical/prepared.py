"""What a commit is about to show, for those who store something beside the documents."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from groundsmith.index.files import FolderWriter, Part
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.scoring import Flags

Documents = Callable[[Flags | None], Iterator[tuple[int, IndexedDocument]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Documents as a commit is about to show them.

    Attributes:
        files: Where to store what goes with them.
        parts: The lexical parts of the commit.
        living: Which numbers are a document's.
        ids: Of the living, in order.
        hashes: Of the content of the living, in order.
        documents: The living that are wanted, by number, with their numbers; all for None.
    """

    files: FolderWriter
    parts: Sequence[Part]
    living: Flags
    ids: Sequence[str]
    hashes: Sequence[bytes]
    documents: Documents

    @property
    def slot_count(self) -> int:
        """One more than the highest number that a document may have."""
        return len(self.living)

    @property
    def living_count(self) -> int:
        """How many documents there are."""
        return len(self.ids)


Beside = Callable[[Prepared], Mapping[str, Iterable[Part]]]

"""What an index keeps of a document."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from groundsmith.errors import RequestError
from groundsmith.index.lexical.analyse import Analyser
from groundsmith.records import Json

HASH_BYTES = 16
TITLE_COUNT = 3
"""How often a title's words count: better than once on each collection that has titles, as good
as two to five (`benchmarks/choosing.py --titles`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedDocument:
    """A document as it is found and shown.

    Attributes:
        id: Unique in its index, not empty.
        metadata: JSON by field; what is a scalar or a list of scalars can be filtered by.
    """

    id: str
    title: str
    text: str
    metadata: Mapping[str, Json] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What it says: title and text."""
        return f"{self.title}\n{self.text}" if self.title else self.text

    def counts(self, analyser: Analyser) -> dict[str, int]:
        """How often each term is in it, those of the title `TITLE_COUNT` times over."""
        counts = analyser.counts(self.text) if self.text else {}
        if self.title:
            for term, count in analyser.counts(self.title).items():
                counts[term] = counts.get(term, 0) + TITLE_COUNT * count
        return counts

    def to_line(self) -> bytes:
        """One line of JSON without its end; raises RequestError for what JSON cannot hold."""
        if not self.id:
            raise RequestError("a document without an id cannot be indexed; give every one its own")
        try:
            content = [self.id, self.title, self.text, dict(self.metadata)]
            line = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        except (TypeError, ValueError, RecursionError) as exc:
            raise RequestError(f"{self.id}: its metadata is not JSON ({exc})") from exc
        return line.encode("utf-8", "surrogatepass")


def document_of(line: bytes) -> IndexedDocument:
    """The document that `IndexedDocument.to_line` wrote."""
    identity, title, text, metadata = json.loads(line.decode("utf-8", "surrogatepass"))
    return IndexedDocument(id=identity, title=title, text=text, metadata=metadata)


def content_hash(line: bytes) -> bytes:
    """`HASH_BYTES` bytes by which a changed document is told from the one that is indexed."""
    return blake2b(line, digest_size=HASH_BYTES).digest()

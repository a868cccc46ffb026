"""The documents of a run as its ledger holds them: cut into chunks, and chunks found again.

A planned item keeps where its passages lie and not their text; `Passages` brings the text back
from the stored documents, so that a million items cost a million short rows.
"""

from collections.abc import Iterator
from functools import lru_cache

from typing_extensions import TypedDict  # pydantic takes no other before Python 3.12

from groundsmith.corpus.chunkers.chosen import AnyChunker
from groundsmith.errors import StateCorrupt
from groundsmith.records import Chunk, ChunkKind, Document, Passage
from groundsmith.store import corpus as rows
from groundsmith.store.codec import dump, load
from groundsmith.store.corpus import DocumentRow
from groundsmith.store.database import Database

_TEXTS_KEPT = 8
_DOCUMENTS_KEPT = 256
_PAGE = 500

Packed = list[tuple[str, str, str, int, int, int, list[str], str]]
"""A chunk without its text: id, document, text_sha256, start, stop, overlap, headings, kind."""


class PackedWith(TypedDict):
    """The same of an item with a template."""

    template: str
    passages: Packed


class StoredCorpus:
    """A run's documents, in order; chunks are cut anew each time, and always the same."""

    def __init__(self, database: Database, run: str, chunker: AnyChunker) -> None:
        self._database = database
        self._run = run
        self._chunker = chunker
        self._texts = lru_cache(maxsize=_TEXTS_KEPT)(self._fetch)

    def rows(self) -> Iterator[DocumentRow]:
        """The documents without their texts, a page in memory at a time.

        No snapshot is held while a row is worked on: the ledger's log can be emptied meanwhile.
        """
        for path in self._database.fetch(lambda c: rows.source_paths(c, self._run)):
            start = 0
            while page := self._page(path, start):
                yield from page
                start += len(page)

    def _page(self, path: str, start: int) -> list[DocumentRow]:
        with self._database.read() as connection:
            return rows.documents_of(connection, self._run, path, start=start, limit=_PAGE)

    def documents(self) -> Iterator[Document]:
        """The documents, one text in memory at a time."""
        for row in self.rows():
            yield Document(
                id=row.id,
                source=row.source,
                sha256=row.sha256,
                text_sha256=row.text_sha256,
                reader=row.reader,
                text=self.text(row.text_sha256),
            )

    def chunks(self) -> Iterator[Chunk]:
        """Every chunk of every document, in order."""
        for document in self.documents():
            yield from self._chunker.cut(document)

    def savings(self, document: Document) -> tuple[int, int]:
        """How many chunks there were without merging small sections, and how many there are."""
        return self._chunker.savings(document)

    def text(self, text_sha256: str) -> str:
        """The stored text with this hash; raises StateCorrupt where it is gone."""
        return self._texts(text_sha256)

    def _fetch(self, text_sha256: str) -> str:
        with self._database.read() as connection:
            text = rows.text(connection, text_sha256)
        if text is None:
            raise StateCorrupt(self._database.where, f"the text {text_sha256[:12]}… is missing")
        return text


class Passages:
    """Packs the passages of an item into its row, and finds them again."""

    def __init__(self, database: Database, run: str, corpus: StoredCorpus) -> None:
        self._database = database
        self._run = run
        self._corpus = corpus
        self._rows = lru_cache(maxsize=_DOCUMENTS_KEPT)(self._row)

    def pack(self, chunks: tuple[Chunk, ...], template: str = "") -> bytes:
        """What the ledger keeps of an item's inputs, and of its template where it has one."""
        packed: Packed = [
            (
                chunk.id,
                chunk.document,
                self._rows(chunk.document).text_sha256,
                chunk.start,
                chunk.stop,
                chunk.overlap_chars,
                list(chunk.headings),
                chunk.kind.value,
            )
            for chunk in chunks
        ]
        return dump({"template": template, "passages": packed} if template else packed)

    def chunks(self, payload: bytes) -> tuple[Chunk, ...]:
        """The inputs of an item, with their texts."""
        return tuple(
            Chunk(
                id=name,
                document=document,
                start=start,
                stop=stop,
                overlap_chars=overlap,
                text=self._corpus.text(text_sha256)[start:stop],
                headings=tuple(headings),
                kind=ChunkKind(kind),
            )
            for name, document, text_sha256, start, stop, overlap, headings, kind in self.unpacked(
                payload
            )
        )

    @staticmethod
    def unpacked(payload: bytes) -> Packed:
        """Where the inputs of an item lie."""
        if payload.startswith(b"["):
            return load(Packed, payload)
        return load(PackedWith, payload)["passages"]

    @staticmethod
    def template(payload: bytes) -> str:
        """The template of an item; empty where it has none."""
        return "" if payload.startswith(b"[") else load(PackedWith, payload)["template"]

    def document_of(self, payload: bytes) -> str:
        """The document of an item's first passage."""
        return self.unpacked(payload)[0][1]

    def passages(self, payload: bytes) -> tuple[Passage, ...]:
        """The inputs of an item, with the hashes of the documents they are cut from now."""
        found = []
        for chunk in self.chunks(payload):
            row = self._rows(chunk.document)
            found.append(
                Passage(
                    chunk=chunk,
                    sha256=row.sha256,
                    text_sha256=row.text_sha256,
                    reader=row.reader,
                )
            )
        return tuple(found)

    def _row(self, document: str) -> DocumentRow:
        with self._database.read() as connection:
            row = rows.document(connection, self._run, document)
        if row is None:
            raise StateCorrupt(self._database.where, f"the document {document} is missing")
        return row

"""PDF, DOCX and EPUB: parsed in a process of their own, because their parsers meet any bytes.

What a file really is is looked at first, here, where it costs nothing: a name is only a claim.
The modules that parse (`pdf`, `docx`, `epub`) are imported over there, never here.
"""

from collections.abc import Callable, Iterator

from groundsmith.corpus.encodings import binary_fault
from groundsmith.corpus.kinds import DOCX, EPUB, PDF, sniffed
from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers.extract import received
from groundsmith.corpus.readers.registry import document, failing_as, reads
from groundsmith.corpus.sandbox.warm import Sandbox
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source

_EXTRACTS = {
    kind: f"groundsmith.corpus.readers.{module}:extract"
    for kind, module in [(PDF, "pdf.pages"), (DOCX, "docx"), (EPUB, "epub")]
}
_SANDBOX = Sandbox(tuple(_EXTRACTS.values()))
_CALLED = {PDF: "a PDF", DOCX: "a DOCX", EPUB: "an EPUB"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class ApartReader:
    """Hands a file to the parsing process and makes documents of what comes back."""

    name: str
    kind: str

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Documents in order; raises SourceError for what is of another kind, or refused."""
        with failing_as(source):
            if sniffed(data) != self.kind:
                raise SourceError("", f"{_what(data)}, not {_CALLED[self.kind]}")
            extract = received(_SANDBOX.call(_EXTRACTS[self.kind], data))
        for note in extract.notes:
            path = f"{source.path}#{note.name}" if note.name else source.path
            skip(Skipped(path=path, reason=note.reason, failed=note.failed))
        for part in extract.parts:
            yield document(self, source, normalise(part.text), part=part.name)


@reads(PDF)
class PdfReader(ApartReader):
    """One document a file."""

    name = "pdf@2"
    kind = PDF


@reads(DOCX)
class DocxReader(ApartReader):
    """One document a file."""

    name = "docx@2"
    kind = DOCX


@reads(EPUB)
class EpubReader(ApartReader):
    """One document a chapter, `book.epub#ch03` by its place among the chapters."""

    name = "epub@2"
    kind = EPUB


def _what(data: bytes) -> str:
    """What these bytes are, in words."""
    if kind := sniffed(data):
        return _CALLED[kind]
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "an encrypted Office document; it opens with a password only"
        return "an old Office document (.doc, .xls, .ppt); save it as .docx"
    return binary_fault(data) or "text"

"""Plain text, Markdown and reStructuredText: the raw text is the document."""

from collections.abc import Callable, Iterator

from groundsmith.corpus.readers.registry import document, reads, text_of
from groundsmith.records import Document, Skipped, Source


@reads("text/plain", "text/markdown", "text/x-rst")
class TextReader:
    """One document a file, its text kept as it is."""

    name = "text@1"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """The document; raises SourceError for what is no text."""
        if (text := text_of(source, data, skip)).strip():
            yield document(self, source, text)
        else:
            skip(Skipped(path=source.path, reason="nothing but white space"))

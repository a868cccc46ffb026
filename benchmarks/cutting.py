"""Speed of cutting, and the calls that merged sections save.

Run it with `.venv/bin/python benchmarks/cutting.py [FOLDER [TOKENIZER_JSON]]` (default:
`examples/guidance`, no tokenizer). Speeds are megabytes of UTF-8 per second of processor time, the
best of several passes; the files are cut as documents of their own. Sentences: `sentences.py`; what
chunks are worth, beside other cutters: `chunking_quality.py`.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from groundsmith.corpus.chunkers.chosen import chunker as chosen
from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.chunkers.tokens import TokenChunker
from groundsmith.corpus.settings import CorpusSettings, CutBy
from groundsmith.records import Document, sha256
from groundsmith.tokenizer import FileTokenizer

PASSES = 9
MAX_TOKENS = 256


def main(folder: Path) -> None:
    """Prints every figure."""
    documents = [_document(path) for path in sorted(folder.glob("**/*.txt"))]
    size = sum(len(document.text.encode()) for document in documents)
    chunker = SectionChunker(CorpusSettings())
    print(f"{len(documents)} files, {size / 1e6:.3f} MB")
    for by in CutBy:
        if by is not CutBy.TOKENS:
            cut = chosen(CorpusSettings(cut_by=by)).cut
            print(f"cutting by {by:11} {_speed(cut, documents, size):6.1f} MB/s")
    if len(sys.argv) > 2:
        _tokens(Path(sys.argv[2]), documents, size)
    savings = [chunker.savings(document) for document in documents]
    apart, made = (sum(counts) for counts in zip(*savings, strict=True))
    print(f"calls saved {1 - made / apart:.1%}: {made} chunks instead of {apart}")


def _document(path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    return Document(
        id=path.name,
        source=path.name,
        sha256="",
        text_sha256=sha256(text),
        reader="text@1",
        text=text,
    )


def _speed(work: Callable[[Document], object], documents: list[Document], size: int) -> float:
    """Megabytes a second of processor time, the best pass."""
    best = float("inf")
    for _ in range(PASSES):
        begun = time.process_time()
        for document in documents:
            work(document)
        best = min(best, time.process_time() - begun)
    return size / best / 1e6


def _tokens(path: Path, documents: list[Document], size: int) -> None:
    """Speed of token-exact cutting, words unknown at the start, and the most tokens of a chunk."""
    tokenizer = FileTokenizer(path)

    def cut_anew() -> list[str]:
        cutter = TokenChunker(tokenizer, MAX_TOKENS)
        return [chunk.text for document in documents for chunk in cutter.cut(document)]

    most = max(tokenizer.counts(cut_anew()))
    best = min(_seconds(cut_anew) for _ in range(PASSES))
    print(f"cutting by tokens      {size / best / 1e6:6.1f} MB/s, at most {most} of {MAX_TOKENS}")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/guidance"))

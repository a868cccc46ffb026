"""Speed of cutting and of sentence splitting, and the calls that merged sections save.

Run it with `.venv/bin/python benchmarks/cutting.py [FOLDER]` (default: `examples/guidance`); with
`GROUNDSMITH_DATA` set it also measures sentence boundaries on the treebanks and golden rules there.
Speeds are megabytes of UTF-8 per second of processor time, the best of several passes; the files
are cut as documents of their own.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.records import Document, sha256

PASSES = 9


def main(folder: Path) -> None:
    """Prints every figure."""
    documents = [_document(path) for path in sorted(folder.glob("**/*.txt"))]
    size = sum(len(document.text.encode()) for document in documents)
    chunker, splitter = SectionChunker(CorpusSettings()), RuleSplitter()
    print(f"{len(documents)} files, {size / 1e6:.3f} MB")
    print(f"cutting    {_speed(chunker.cut, documents, size):6.1f} MB/s")
    print(f"sentences  {_speed(lambda one: splitter.split(one.text), documents, size):6.1f} MB/s")
    savings = [chunker.savings(document) for document in documents]
    apart, made = (sum(counts) for counts in zip(*savings, strict=True))
    print(f"calls saved {1 - made / apart:.1%}: {made} chunks instead of {apart}")
    if data := os.environ.get("GROUNDSMITH_DATA"):
        _boundaries(Path(data) / "sentences", splitter)


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


def _boundaries(folder: Path, splitter: RuleSplitter) -> None:
    """Sentence ends found again, sentences of a document joined by one space."""
    for path in sorted(folder.glob("*.conllu")):
        right = found = wanted = 0
        for texts in _treebank(path):
            text = " ".join(texts)
            ends = {len(" ".join(texts[:count])) for count in range(1, len(texts) + 1)}
            stops = {span.stop for span in splitter.split(text)}
            right, found, wanted = right + len(ends & stops), found + len(stops), wanted + len(ends)
        print(f"{path.stem}: precision {right / found:.4f}, recall {right / wanted:.4f}")
    rules = json.loads((folder / "golden_rules_en.json").read_text(encoding="utf-8"))
    held = sum(
        [" ".join(span.of(rule["text"]).split()) for span in splitter.split(rule["text"])]
        == rule["sentences"]
        for rule in rules
    )
    print(f"golden rules: {held} of {len(rules)}")


def _treebank(path: Path) -> Iterator[list[str]]:
    for document in path.read_text(encoding="utf-8").split("# newdoc"):
        if texts := [line[9:] for line in document.splitlines() if line.startswith("# text = ")]:
            yield texts


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/guidance"))

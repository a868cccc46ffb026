"""Speed of cutting and of sentence splitting, and the calls that merged sections save.

Run it with `.venv/bin/python benchmarks/cutting.py [FOLDER [TOKENIZER_JSON]]` (default:
`examples/guidance`, no tokenizer). With `GROUNDSMITH_DATA` set it also measures sentence boundaries
on the treebanks and golden rules there: every other document or rule may be read while working on
the rules, the others are only scored. Speeds are megabytes of UTF-8 per second of processor time,
the best of several passes; the files are cut as documents of their own.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from groundsmith.corpus.chunkers.chosen import chunker as chosen
from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.chunkers.tokens import TokenChunker
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings, CutBy
from groundsmith.records import Document, sha256
from groundsmith.tokenizer import FileTokenizer

PASSES = 9
MAX_TOKENS = 256
PART_SENTENCES = 50


def main(folder: Path) -> None:
    """Prints every figure."""
    documents = [_document(path) for path in sorted(folder.glob("**/*.txt"))]
    size = sum(len(document.text.encode()) for document in documents)
    settings, splitter = CorpusSettings(), RuleSplitter()
    chunker = SectionChunker(settings)
    print(f"{len(documents)} files, {size / 1e6:.3f} MB")
    for by in CutBy:
        if by is not CutBy.TOKENS:
            cut = chosen(CorpusSettings(cut_by=by)).cut
            print(f"cutting by {by:11} {_speed(cut, documents, size):6.1f} MB/s")
    if len(sys.argv) > 2:
        _tokens(Path(sys.argv[2]), documents, size)
    split = _speed(lambda one: splitter.split(one.text), documents, size)
    print(f"sentences              {split:6.1f} MB/s")
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


def _boundaries(folder: Path, splitter: RuleSplitter) -> None:
    """Sentence ends found again, sentences joined by one space; the read half and the scored."""
    for path in sorted(folder.glob("*.conllu")):
        found = [_matched(texts, splitter) for texts in _parts(path)]
        for name, half in (("all", found), ("read", found[::2]), ("scored", found[1::2])):
            right, made, wanted = (sum(counts) for counts in zip(*half, strict=True))
            print(
                f"{path.stem} {name}: precision {right / made:.4f}, "
                f"recall {right / wanted:.4f}, F1 {2 * right / (made + wanted):.4f}"
            )
    rules = json.loads((folder / "golden_rules_en.json").read_text(encoding="utf-8"))
    held = [
        [" ".join(span.of(rule["text"]).split()) for span in splitter.split(rule["text"])]
        == rule["sentences"]
        for rule in rules
    ]
    print(
        f"golden rules: {sum(held)} of {len(rules)}; read {sum(held[::2])} of {len(held[::2])}, "
        f"scored {sum(held[1::2])} of {len(held[1::2])}"
    )


def _matched(texts: list[str], splitter: RuleSplitter) -> tuple[int, int, int]:
    """How many sentence ends are right, how many were found, and how many there are."""
    ends = {length + place for place, length in enumerate(accumulate(map(len, texts)))}
    stops = {span.stop for span in splitter.split(" ".join(texts))}
    return len(ends & stops), len(stops), len(ends)


def _parts(path: Path) -> Iterator[list[str]]:
    """Documents of a treebank; a treebank of one document in parts of fifty sentences."""
    documents = [
        texts
        for document in path.read_text(encoding="utf-8").split("# newdoc")
        if (texts := [line[9:] for line in document.splitlines() if line.startswith("# text = ")])
    ]
    if len(documents) > 1:
        yield from documents
    else:
        (texts,) = documents
        for at in range(0, len(texts), PART_SENTENCES):
            yield texts[at : at + PART_SENTENCES]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/guidance"))

"""Do chunks hold what answers a question, and little else? Ours beside other cutters.

    GROUNDSMITH_DATA=DIR .venv/bin/python benchmarks/chunking_quality.py [PEERS_VENV]

The measure is that of Smith and Troynikov, "Evaluating Chunking Strategies for Retrieval" (2024):
five chunks are retrieved for a question from the three corpora at once, and compared, character by
character, with the spans that answer it. Recall is the share of those spans that was retrieved,
IoU what both share over what either holds. Retrieval is BM25 with the same analyser for everyone.
Half of the questions (even rows) may be read while working on the cutters, the others are only
scored. Peers cut in an environment of their own, made from PyPI on first use.
"""

import csv
import json
import os
import subprocess
import sys
import time
import venv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine import CACHE
from groundsmith.corpus.chunkers.chosen import chunker
from groundsmith.corpus.settings import CorpusSettings, CutBy
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.records import Document, Span, sha256

CORPORA = ("pubmed", "state_of_the_union", "wikitexts")
PACKAGES = ("semantic-text-splitter==0.33.1", "chonkie==1.7.0", "langchain-text-splitters==1.1.3")
SIZES = (400, 800, 2000)
TOP_K = 5
PASSES = 3
PEERS = """
import json, sys, time
from chonkie import RecursiveChunker, SentenceChunker
from langchain_text_splitters import RecursiveCharacterTextSplitter
from semantic_text_splitter import MarkdownSplitter, TextSplitter

texts, sizes = json.load(sys.stdin)
cutters = {"langchain recursive, default": RecursiveCharacterTextSplitter().split_text,
           "chonkie recursive, default": RecursiveChunker().chunk}
for size in sizes:
    cutters[f"semantic-text-splitter text {size}"] = TextSplitter(size).chunks
    cutters[f"semantic-text-splitter markdown {size}"] = MarkdownSplitter(size).chunks
    cutters[f"chonkie recursive {size}"] = RecursiveChunker(chunk_size=size).chunk
    cutters[f"chonkie sentence {size}"] = SentenceChunker(chunk_size=size).chunk
    cutters[f"langchain recursive {size}"] = RecursiveCharacterTextSplitter(
        chunk_size=size, chunk_overlap=0).split_text
made = {}
for name, cut in cutters.items():
    best, spans = 1e9, []
    for _ in range(3):
        begun = time.process_time()
        cuts = [list(cut(text)) for text in texts]
        best = min(best, time.process_time() - begun)
    for text, chunks in zip(texts, cuts):
        at, found = 0, []
        for chunk in chunks:
            chunk = getattr(chunk, "text", chunk)
            start = text.find(chunk, max(0, at))
            start = start if start >= 0 else text.find(chunk)
            if start >= 0:
                found.append((start, start + len(chunk)))
                at = start + 1
        spans.append(found)
    made[name] = [best, spans]
json.dump(made, sys.stdout)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and the spans of one corpus that answer it."""

    text: str
    corpus: int
    answers: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What one cutter made of the corpora, and how many processor seconds it took."""

    name: str
    seconds: float
    spans: Sequence[Sequence[Span]]


def main(folder: Path, peers: Path) -> None:
    """Prints a line a cutter: chunks, mean size, speed, recall and IoU on both halves."""
    texts = [(folder / f"{name}.md").read_text(encoding="utf-8") for name in CORPORA]
    questions = list(_questions(folder / "questions.csv"))
    size = sum(len(text.encode()) for text in texts) / 1e6
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/chunking_quality.py")
    print(f"{'':36} chunks  mean   MB/s  read: recall  IoU    scored: recall  IoU")
    for cut in [*_ours(texts), *_peers(texts, peers)]:
        read, scored = (_scores(texts, cut, questions[half::2]) for half in (0, 1))
        count = sum(map(len, cut.spans))
        mean = sum(span.stop - span.start for spans in cut.spans for span in spans) / count
        print(
            f"{cut.name:36} {count:6} {mean:5.0f} {size / cut.seconds:6.1f}"
            f"        {read[0]:.3f} {read[1]:.4f}          {scored[0]:.3f} {scored[1]:.4f}"
        )


def _questions(path: Path) -> Iterable[Question]:
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield Question(
                text=row["question"],
                corpus=CORPORA.index(row["corpus_id"]),
                answers=tuple(
                    Span(start=each["start_index"], stop=each["end_index"])
                    for each in json.loads(row["references"])
                ),
            )


def _ours(texts: Sequence[str]) -> Iterable[Cut]:
    documents = [
        Document(
            id=name, source=name, sha256="", text_sha256=sha256(text), reader="text@1", text=text
        )
        for name, text in zip(CORPORA, texts, strict=True)
    ]
    whole = [(f"ours by {by}, default", CorpusSettings(cut_by=by)) for by in _in_characters()]
    sized = [
        (f"ours by {by} {size}", CorpusSettings(max_chars=size, overlap_chars=0, cut_by=by))
        for size in SIZES
        for by in _in_characters()
    ]
    for name, settings in [*whole, *sized]:
        cutter = chunker(settings)
        best = float("inf")
        for _ in range(PASSES):
            begun = time.process_time()
            made = [cutter.cut(document) for document in documents]
            best = min(best, time.process_time() - begun)
        spans = [[Span(start=one.start, stop=one.stop) for one in chunks] for chunks in made]
        yield Cut(name=name, seconds=best, spans=spans)


def _in_characters() -> list[CutBy]:
    return [by for by in CutBy if by is not CutBy.TOKENS]


def _peers(texts: Sequence[str], home: Path) -> Iterable[Cut]:
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    given = json.dumps([texts, SIZES])
    answer = subprocess.run(
        [python, "-c", PEERS], input=given, capture_output=True, text=True, check=True
    )
    for name, (seconds, cuts) in json.loads(answer.stdout).items():
        spans = [[Span(start=start, stop=stop) for start, stop in cut] for cut in cuts]
        yield Cut(name=name, seconds=seconds, spans=spans)


def _scores(texts: Sequence[str], cut: Cut, questions: Sequence[Question]) -> tuple[float, float]:
    """Mean recall and mean IoU over the questions."""
    places = [(corpus, span) for corpus, spans in enumerate(cut.spans) for span in spans]
    passages = ((f"{at:06}", span.of(texts[corpus])) for at, (corpus, span) in enumerate(places))
    index = LexicalRetriever(passages)
    recall = shared_share = 0.0
    for question in questions:
        hits = [places[int(hit.chunk)] for hit in index.retrieve(question.text, TOP_K)[:TOP_K]]
        retrieved = {(corpus, at) for corpus, span in hits for at in range(span.start, span.stop)}
        wanted = {
            (question.corpus, at)
            for span in question.answers
            for at in range(span.start, span.stop)
        }
        shared = len(retrieved & wanted)
        recall += shared / len(wanted)
        shared_share += shared / len(retrieved | wanted)
    return recall / len(questions), shared_share / len(questions)


if __name__ == "__main__":
    main(
        Path(os.environ["GROUNDSMITH_DATA"]) / "chunking",
        Path(sys.argv[1]) if len(sys.argv) > 1 else CACHE / "chunking",
    )

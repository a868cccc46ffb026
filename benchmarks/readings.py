"""Draw pairs of the extractive writer for reading, as JSON lines without a verdict.

    python benchmarks/readings.py --seed 2 [--count 100] [FOLDER]
    GROUNDSMITH_DATA=DIR python benchmarks/readings.py --seed 7 --count 60 --prose even

Uniform over the distinct questions (first occurrence) that the writer asks of the folder's text
files, with the default settings; `span` counts code points of the document. Without FOLDER the
guidance files are drawn from. `--prose` draws a third each from XQuAD's paragraphs, from manuals
(the descriptions of the installed packages, and Python's own) and from Indonesian passages; each
set is split in two by the parity of its place, and only the half that is named is drawn from.
What was read, with verdicts, lies in `docs/readings`.
"""

import argparse
import json
import os
import random
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from itertools import islice
from pathlib import Path
from pydoc_data.topics import topics
from typing import Any

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.recipes.qa.extractive.writer import extract
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Chunk, Document, sha256
from qa_spans import paragraphs

GUIDANCE = Path(__file__).parents[1] / "examples/guidance"
SUFFIXES = frozenset({".txt", ".md", ".rst"})
Row = dict[str, Any]


def main() -> None:
    """Print the drawn pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GUIDANCE)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--prose", choices=("even", "odd"))
    arguments = parser.parse_args()
    if not arguments.prose:
        drawn = draw(pairs(chunks(files(arguments.folder))), arguments.seed, arguments.count)
        for row in drawn:
            print(json.dumps(row, ensure_ascii=False))
        return
    first = 0 if arguments.prose == "even" else 1
    for name, found in prose(Path(os.environ["GROUNDSMITH_DATA"])).items():
        rows = pairs(islice(found, first, None, 2))
        for row in draw(rows, arguments.seed, arguments.count // 3):
            print(json.dumps({"set": name} | row, ensure_ascii=False))


def draw(rows: Iterable[Row], seed: int, count: int) -> list[Row]:
    """At most `count` of the rows, uniform over the distinct questions."""
    distinct = {row["question"].casefold(): row for row in reversed(list(rows))}
    known = sorted(distinct.values(), key=lambda row: (row["document"], row["span"]))
    return random.Random(seed).sample(known, min(count, len(known)))


def pairs(found: Iterable[Chunk]) -> Iterator[Row]:
    """Every pair the writer makes of the chunks, in their order."""
    splitter = RuleSplitter()
    for chunk in found:
        for pair in extract(chunk, splitter, QaSettings()):
            yield {
                "question": pair.question,
                "answer": pair.answer,
                "document": chunk.document,
                "span": [chunk.start + pair.start, chunk.start + pair.stop],
                "pattern": pair.pattern,
            }


def chunks(documents: Iterable[Document]) -> Iterator[Chunk]:
    """The documents as the recipe cuts them."""
    chunker = SectionChunker(CorpusSettings())
    for document in documents:
        yield from chunker.cut(document)


def files(folder: Path) -> Iterator[Document]:
    """The text files of a folder in order of their names."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES:
            text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
            yield as_document(path.relative_to(folder).as_posix(), text)


def prose(data: Path) -> dict[str, Iterator[Chunk]]:
    """Chunks of text of other kinds than the guidance files, by the name of their set."""
    return {
        "xquad_en": (chunk for chunk, _ in paragraphs(data)),
        "manuals": chunks(manuals()),
        "tydiqa_id": chunks(
            as_document(passage["_id"], passage["text"])
            for passage in map(json.loads, (data / "tydiqa_id/corpus.jsonl").open(encoding="utf-8"))
        ),
    }


def manuals() -> Iterator[Document]:
    """The descriptions of the installed packages and the topics of Python's manual."""
    described = {
        found.metadata["Name"]: found.metadata.json.get("description", "")
        for found in distributions()
    }
    for name, text in sorted((described | dict(topics)).items()):
        yield as_document(name, str(text))


def as_document(name: str, text: str) -> Document:
    """A text as the corpus reads it."""
    return Document(
        id=name,
        source=name,
        sha256=sha256(text),
        text_sha256=sha256(text),
        reader="text@1",
        text=text,
    )


if __name__ == "__main__":
    main()

"""Draw pairs of the extractive writer for reading, as JSON lines without a verdict.

    python benchmarks/readings.py --seed 2 [--count 100] [FOLDER]

Uniform over the distinct questions (first occurrence) that the writer asks of the folder's text
files, with the default settings; `span` counts code points of the document. Without FOLDER the
guidance files are drawn from. What was read, with verdicts, lies in `docs/readings`.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.recipes.qa.extractive.writer import extract
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Document, sha256

GUIDANCE = Path(__file__).parents[1] / "examples/guidance"
SUFFIXES = frozenset({".txt", ".md", ".rst"})


def main() -> None:
    """Print the drawn pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GUIDANCE)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100)
    arguments = parser.parse_args()
    distinct = {row["question"].casefold(): row for row in reversed(list(pairs(arguments.folder)))}
    rows = sorted(distinct.values(), key=lambda row: (row["document"], row["span"]))
    drawn = random.Random(arguments.seed).sample(rows, min(arguments.count, len(rows)))
    for row in drawn:
        print(json.dumps(row, ensure_ascii=False))


def pairs(folder: Path) -> Iterator[dict[str, Any]]:
    """Every pair the writer makes of a folder, documents in order of their names."""
    chunker, splitter = SectionChunker(CorpusSettings()), RuleSplitter()
    for path in sorted(folder.rglob("*")):
        if path.suffix not in SUFFIXES:
            continue
        for chunk in chunker.cut(document(path.relative_to(folder).as_posix(), path.read_bytes())):
            for pair in extract(chunk, splitter, QaSettings()):
                yield {
                    "question": pair.question,
                    "answer": pair.answer,
                    "document": chunk.document,
                    "span": [chunk.start + pair.start, chunk.start + pair.stop],
                    "pattern": pair.pattern,
                }


def document(name: str, data: bytes) -> Document:
    """A text file as the corpus reads it."""
    text = data.decode("utf-8").replace("\r\n", "\n")
    return Document(
        id=name,
        source=name,
        sha256=sha256(data),
        text_sha256=sha256(text),
        reader="text@1",
        text=text,
    )


if __name__ == "__main__":
    main()

"""Share of human answer spans that the extractive writer chose too.

    GROUNDSMITH_DATA=DIR python benchmarks/qa_spans.py

XQuAD-en: paragraphs with questions and answer spans by people. A human answer counts as chosen
when some pair of its paragraph has the same answer after SQuAD's normalisation (lower case, no
punctuation, no articles), or one with token F1 of at least 0.8 (Rajpurkar et al. 2016). Patterns
are developed on the paragraphs at even places; those at odd places are for checking alone.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.recipes.qa.extractive.writer import extract
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Chunk, ChunkKind

CLOSE = 0.8


def main() -> None:
    """Print the shares with the default and the largest number of questions a chunk."""
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/qa_spans.py")
    found = list(paragraphs(Path(os.environ["GROUNDSMITH_DATA"])))
    for limit in (3, 10):
        for half, part in (("even", found[::2]), ("odd", found[1::2]), ("all", found)):
            print(f"{limit:2} questions a chunk, {half}: {share(part, limit)}")


def share(found: list[tuple[Chunk, list[str]]], limit: int) -> str:
    """The shares in these paragraphs, in words."""
    settings, splitter = QaSettings(questions_per_chunk=limit), RuleSplitter()
    pairs = exact = close = total = 0
    for chunk, answers in found:
        chosen = [pair.answer for pair in extract(chunk, splitter, settings)]
        pairs += len(chosen)
        total += len(answers)
        exact += sum(any(words(c) == words(a) for c in chosen) for a in answers)
        close += sum(any(f1(c, a) >= CLOSE for c in chosen) for a in answers)
    return (
        f"{pairs} pairs in {len(found)} paragraphs; of {total} human answers "
        f"{exact / total:.1%} exact, {close / total:.1%} with F1 ≥ {CLOSE}"
    )


def paragraphs(data: Path) -> Iterator[tuple[Chunk, list[str]]]:
    """Each paragraph as a chunk, with the answers people chose in it."""
    articles = json.loads((data / "squad_format/xquad.en.json").read_text(encoding="utf-8"))["data"]
    for article in articles:
        for number, paragraph in enumerate(article["paragraphs"]):
            text = paragraph["context"]
            chunk = Chunk(
                id=f"{article['title']}#{number}",
                document=article["title"],
                start=0,
                stop=len(text),
                overlap_chars=0,
                text=text,
                headings=(),
                kind=ChunkKind.PROSE,
            )
            yield chunk, [asked["answers"][0]["text"] for asked in paragraph["qas"]]


def words(answer: str) -> list[str]:
    """An answer as SQuAD compares it."""
    return re.sub(r"\b(?:a|an|the)\b", " ", re.sub(r"[^\w\s]", " ", answer.lower())).split()


def f1(one: str, other: str) -> float:
    """Token F1 of two answers."""
    ours, theirs = words(one), words(other)
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * shared / (len(ours) + len(theirs)) if shared else 0.0


if __name__ == "__main__":
    main()

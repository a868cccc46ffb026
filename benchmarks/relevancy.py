"""The relevancy stage on XQuAD: fitted on one half of the articles, measured on the other.

    make dense; GROUNDSMITH_DATA=DIR python benchmarks/relevancy.py

A right pair is a question with its human answer and paragraph; a foreign one has the question of
another paragraph, drawn with a fixed seed. Also printed: pairs with another answer of the same
paragraph, which the stage is not meant to tell and does not.
"""

import json
import os
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.index.dense.minilm import MiniLM
from groundsmith.index.dense.recalling import Recalling
from groundsmith.recipes.qa.checks.closeness import closeness
from groundsmith.recipes.qa.settings import MinimumSettings
from groundsmith.records import Chunk, ChunkKind, Span

Rows = NDArray[np.float64]
MINIMUM = MinimumSettings().relevancy
SPLITTER = RuleSplitter()


def chunk(text: str) -> Chunk:
    """A paragraph as a chunk."""
    return Chunk(
        id="p",
        document="p",
        start=0,
        stop=len(text),
        overlap_chars=0,
        text=text,
        headings=(),
        kind=ChunkKind.PROSE,
    )


def paragraphs(path: Path) -> list[tuple[int, str, list[tuple[str, str, int]]]]:
    """(article, text, [(question, answer, start)])."""
    found = []
    for number, article in enumerate(json.loads(path.read_text("utf-8"))["data"]):
        for held in article["paragraphs"]:
            asked = [(q["question"], q["answers"][0]) for q in held["qas"]]
            pairs = [(question, a["text"], a["answer_start"]) for question, a in asked]
            found.append((number, held["context"], pairs))
    return found


def measured(data: Path) -> dict[tuple[str, bool], Rows]:
    """Cosines by what the pair is, and by whether its article is one of the fitted half."""
    minilm, chance = Recalling(MiniLM()), random.Random(0)
    known = paragraphs(data / "squad_format" / "xquad.en.json")
    rows: dict[tuple[str, bool], list[list[float]]] = defaultdict(list)
    for at, (article, text, pairs) in enumerate(known):
        foreign = [other for place, (_, _, other) in enumerate(known) if place != at]
        for question, answer, start in pairs:
            others = [pair for pair in pairs if pair[1] != answer] or [(question, answer, start)]
            stranger = chance.choice(chance.choice(foreign))[0]
            kinds = {
                "right": (question, answer, start),
                "foreign question": (stranger, answer, start),
                "another answer": (question, *chance.choice(others)[1:]),
            }
            for kind, (asked, said, place) in kinds.items():
                cited = Span(start=place, stop=place + len(said))
                near = closeness(asked, said, chunk(text), cited, minilm, SPLITTER)
                rows[kind, article % 2 == 0].append([near.answer, near.cited, near.passage])
    return {key: np.array(value) for key, value in rows.items()}


def fitted(right: Rows, foreign: Rows) -> Rows:
    """Bias and weights of a logistic regression, by Newton's method, a ridge of 0.001."""
    inputs = np.vstack([right, foreign])
    design = np.column_stack([np.ones(len(inputs)), inputs])
    wanted = np.concatenate([np.ones(len(right)), np.zeros(len(foreign))])
    weights = np.zeros(design.shape[1])
    for _ in range(100):
        chance = probability(weights, inputs)
        slope = design.T @ (chance - wanted) + 1e-3 * weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + 1e-3 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def probability(weights: Rows, inputs: Rows) -> Rows:
    """That each row is a right pair."""
    shown: Rows = 1 / (1 + np.exp(-(weights[0] + inputs @ weights[1:])))
    return shown


def main() -> None:
    """Print the weights, and the share of each kind of pair that passes the stage's minimum."""
    rows = measured(Path(os.environ["GROUNDSMITH_DATA"]))
    weights = fitted(rows["right", True], rows["foreign question", True])
    print(f"bias and weights (answer, cited, passage): {weights.round(2).tolist()}")
    for half, name in ((True, "fitted half"), (False, "other half")):
        for kind in ("right", "foreign question", "another answer"):
            passed = (probability(weights, rows[kind, half]) >= MINIMUM).mean()
            print(f"{name}: {kind:16} n {len(rows[kind, half])}  at least {MINIMUM}: {passed:.3f}")


if __name__ == "__main__":
    main()

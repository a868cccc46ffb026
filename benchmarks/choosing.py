"""How the numbers of retrieval were chosen, each on other queries than it is reported on.

    GROUNDSMITH_DATA=DIR python benchmarks/choosing.py --titles|--feedback|--weights

`--titles`: nDCG@10 by how often a title's words count. `--feedback`: a gate's limit is chosen on
four collections and reported on the fifth. `--weights`: fusion weights are chosen on four fifths
of the queries of all collections and reported on the last fifth. The heritage
example takes no part.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.feedback import rarity
from groundsmith.index.fusion.methods import normalised
from groundsmith.index.lexical.analysers import chosen_for
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.index.lexical.rm3 import expanded
from groundsmith.index.voices import DENSE, HORN, LEXICAL, SIMRANK, Query
from judged import DEPTH, Judged, judged, ndcg
from voiced import Voiced, voiced

COLLECTIONS = ("cranfield", "cacm", "xquad_en", "cosqa", "tydiqa_id")
TITLED = ("cranfield", "cacm", "xquad_en")
TITLE_COUNTS = (1, 2, 3, 4, 5)
LIMITS = np.round(np.arange(0.3, 0.71, 0.02), 2)
FOLDS = 5
SEED = 5
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
GRAPH_SHARES = (0.0, 0.1, 0.2, 0.3)
Floats = NDArray[np.float64]
Weights = tuple[float, float, float, float]


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--titles", action="store_true")
    parser.add_argument("--feedback", action="store_true")
    parser.add_argument("--weights", action="store_true")
    asked = parser.parse_args()
    data = Path(os.environ["GROUNDSMITH_DATA"])
    with tempfile.TemporaryDirectory() as folder:
        if asked.titles:
            print_titles(data)
        if asked.feedback:
            print_feedback(list(opened(data, Path(folder))))
        if asked.weights:
            collections = list(opened(data, Path(folder)))
            print_weights(collections, dense=True)
            print_weights(collections, dense=False)


def opened(data: Path, folder: Path) -> Iterator[Voiced]:
    """The collections, one after another."""
    for name in COLLECTIONS:
        yield voiced(data / name, folder / name)


def print_titles(data: Path) -> None:
    """nDCG@10 of BM25 by how often a title's words count."""
    print(f"{'title counted':14}" + "".join(f"{count:>8}" for count in TITLE_COUNTS))
    for name in TITLED:
        known = judged(data / name)
        gained = [titled_quality(known, count) for count in TITLE_COUNTS]
        print(f"{name:14}" + "".join(f"{value:8.3f}" for value in gained))


def titled_quality(known: Judged, count: int) -> float:
    """Mean nDCG@10 with titles repeated."""
    chosen = chosen_for(text for _, _, text in known.documents)
    passages = [(i, "\n".join([*[title] * count, text])) for i, title, text in known.documents]
    retriever = LexicalRetriever(passages, analyser=chosen)
    gains = [
        ndcg([hit.chunk for hit in retriever.retrieve(text, DEPTH)], known.grades[query])
        for query, text in known.queries.items()
    ]
    return sum(gains) / len(gains)


def print_feedback(collections: list[Voiced]) -> None:
    """Gain of gated feedback, its limit chosen on the other collections."""
    gains = {each.name: feedback_gains(each) for each in collections}
    print("collection      always   gated   limit  share grown")
    for name, (rare, gain) in gains.items():
        others = [pair for other, pair in gains.items() if other != name]
        limit = max(LIMITS, key=lambda at: sum(gated(*pair, at) for pair in others))
        share, kept = float(np.mean(rare <= limit)), gated(rare, gain, limit)
        print(f"{name:14} {gain.mean():+7.4f} {kept:+7.4f}  {limit:6.2f} {share:8.2f}")
    best = max(LIMITS, key=lambda at: sum(gated(*pair, at) for pair in gains.values()))
    print(f"on all five: limit {best:.2f}")


def feedback_gains(collection: Voiced) -> tuple[Floats, Floats]:
    """By query: how rare its terms are, and what feedback adds to nDCG@10."""
    index = collection.collection.documents
    rare, gain = [], []
    for query, text in collection.judged.queries.items():
        terms = index.analyser.counts(text)
        found = [
            ndcg([hit.chunk for hit in index.search(asked, DEPTH)], collection.judged.grades[query])
            for asked in (terms, expanded(index, text))
        ]
        rare.append(rarity(index, terms))
        gain.append(found[1] - found[0])
    return np.array(rare), np.array(gain)


def gated(rare: Floats, gain: Floats, limit: float) -> float:
    """Mean gain where feedback goes up to a limit of rarity."""
    return float(np.where(rare <= limit, gain, 0.0).mean())


def print_weights(collections: list[Voiced], *, dense: bool) -> None:
    """The weights that each fold chose, and nDCG@10 of the queries held out of it."""
    chosen, held = nested(collections, dense=dense)
    print(f"{'with' if dense else 'without'} dense: lexical share (prose, code), SimRank, Horn")
    for fold, weights in enumerate(chosen[:-1]):
        print(f"  fold {fold}: {weights}")
    print(f"  on all: {chosen[-1]}")
    for name, values in held.items():
        print(f"  {name:12} held out {np.mean(list(values.values())):.4f}")


def nested(
    collections: list[Voiced], *, dense: bool
) -> tuple[list[Weights], dict[str, dict[str, float]]]:
    """Weights by fold and on all queries, and each query's nDCG@10 by the fold that left it out."""
    shares = SHARES if dense else (1.0,)
    choices = list(product(shares, shares, GRAPH_SHARES, GRAPH_SHARES))
    measured = {each.name: measured_choices(each, choices) for each in collections}
    folds = {each.name: folded(each) for each in collections}
    queries = {each.name: list(each.judged.queries) for each in collections}
    held: dict[str, dict[str, float]] = {name: {} for name in measured}
    chosen = []
    for fold in range(FOLDS):
        trained = [measured[name][:, folds[name] != fold].mean(axis=1) for name in measured]
        best = best_of_all(trained)
        chosen.append(choices[best])
        for name in measured:
            for at in np.flatnonzero(folds[name] == fold).tolist():
                held[name][queries[name][at]] = float(measured[name][best, at])
    chosen.append(choices[best_of_all([each.mean(axis=1) for each in measured.values()])])
    return chosen, held


def best_of_all(means: list[Floats]) -> int:
    """The choice with the best mean over collections, the first of those that are alike."""
    return int(np.argmax(np.round(np.mean(means, axis=0), 4)))


def folded(collection: Voiced) -> NDArray[np.int64]:
    """A fold for each query, as even as can be."""
    places = [at % FOLDS for at in range(len(collection.judged.queries))]
    random.Random(SEED).shuffle(places)
    return np.array(places)


def measured_choices(collection: Voiced, choices: Sequence[Weights]) -> Floats:
    """nDCG@10 by choice and query; choices that are one for this collection are measured once."""
    code = collection.collection.documents.analyser.name == "code"
    named = [
        dict(zip((LEXICAL, DENSE, SIMRANK, HORN), weights, strict=True))
        for lexical_prose, lexical_code, simrank, horn in choices
        for share in [lexical_code if code else lexical_prose]
        for weights in [
            ((1 - simrank - horn) * share, (1 - simrank - horn) * (1 - share), simrank, horn)
        ]
    ]
    known: dict[tuple[float, ...], Floats] = {}
    opinions = heard(collection)
    for weights in named:
        key = tuple(weights.values())
        if key not in known:
            known[key] = np.array(
                [fused_ndcg(collection, query, opinions[query], weights) for query in opinions]
            )
    return np.array([known[tuple(weights.values())] for weights in named])


def heard(collection: Voiced) -> dict[str, dict[str, Floats]]:
    """Normalised scores by query and voice."""
    found: dict[str, dict[str, Floats]] = {}
    for query, text in collection.judged.queries.items():
        said = {
            name: collection.voices[name].scores(Query(text=text))
            for name in (LEXICAL, DENSE, SIMRANK, HORN)
        }
        found[query] = {
            name: normalised(scores, name) for name, scores in said.items() if scores is not None
        }
    return found


def fused_ndcg(
    collection: Voiced, query: str, opinions: Mapping[str, Floats], weights: Mapping[str, float]
) -> float:
    """nDCG@10 of one query."""
    total = np.zeros(len(collection.alive))
    for name, scores in opinions.items():
        if weights[name] > 0:
            total += weights[name] * scores
    few = (
        np.argpartition(-total, DEPTH)[: DEPTH + 1] if len(total) > DEPTH else np.arange(len(total))
    )
    best = few[np.argsort(-np.round(total[few], 9), kind="stable")][:DEPTH]
    found = [collection.ids[number] for number in best.tolist() if total[number] > 0]
    return ndcg(found, collection.judged.grades[query])


if __name__ == "__main__":
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/choosing.py", *sys.argv[1:])
    main()

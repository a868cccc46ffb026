"""Pseudo-relevance feedback: a query grown by the words of the documents it finds first.

RM3 of Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD", over the relevance model of
Lavrenko and Croft (2001). It helps some collections and hurts others, so this is only the
function; whether a query is grown is decided elsewhere.
"""

from collections.abc import Iterable, Mapping

from groundsmith.index.lexical.index import LexicalIndex

FEEDBACK_DOCUMENTS = 5
FEEDBACK_TERMS = 20
ORIGINAL_WEIGHT = 0.8
SMOOTHING = 100
"""Terms that a document is taken to have besides its own, as a Dirichlet prior: without them a
document of a title alone hands its few words on at full weight. What these four numbers give is
measured by `benchmarks/choosing.py --feedback`."""


def rm3(
    query: Mapping[str, float],
    feedback: Iterable[tuple[float, Mapping[str, int]]],
    *,
    term_count: int = FEEDBACK_TERMS,
    original_weight: float = ORIGINAL_WEIGHT,
) -> dict[str, float]:
    """Weights that sum to 1 for the query's terms and `term_count` more.

    Args:
        query: The query's terms and their weights.
        feedback: Score and term counts of each document that is taken for relevant.
        original_weight: The share of the query as it was asked, from 0 to 1.
    """
    asked = _normalised(query)
    model: dict[str, float] = {}
    for score, counts in feedback:
        length = sum(counts.values()) + SMOOTHING
        for term, count in counts.items():
            model[term] = model.get(term, 0.0) + score * count / length
    best = sorted(model.items(), key=lambda pair: (-pair[1], pair[0]))[:term_count]
    grown = _normalised(dict(best))
    if not grown:
        return asked
    return {
        term: original_weight * asked.get(term, 0.0) + (1 - original_weight) * grown.get(term, 0.0)
        for term in asked | grown
    }


def expanded(
    index: LexicalIndex,
    query: str,
    *,
    document_count: int = FEEDBACK_DOCUMENTS,
    term_count: int = FEEDBACK_TERMS,
    original_weight: float = ORIGINAL_WEIGHT,
) -> dict[str, float]:
    """The query grown by its first hits, for `LexicalIndex.search`."""
    hits = index.retrieve(query, document_count)[:document_count]
    feedback = [(hit.score, index.counts(hit.chunk)) for hit in hits]
    asked = {term: float(count) for term, count in index.analyser.counts(query).items()}
    return rm3(asked, feedback, term_count=term_count, original_weight=original_weight)


def _normalised(weights: Mapping[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {term: weight / total for term, weight in weights.items()} if total > 0 else {}

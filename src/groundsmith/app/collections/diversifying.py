"""Lists of which no two documents say the same, and how different the documents of a list are.

Both compare the vectors that the collection keeps; where it keeps none, the one is refused and the
other is None, for words in common would be another measure under the same name.
"""

from dataclasses import replace

import numpy as np

from groundsmith.errors import IndexCorrupt, RequestError
from groundsmith.index.collection import Collection
from groundsmith.index.diversity import diversified
from groundsmith.index.evaluate.lists import intra_list_diversity
from groundsmith.index.fusion.fusion import Ranking


def diversified_to(top_k: int, ranking: Ranking, collection: Collection) -> Ranking:
    """At most `top_k` documents of a ranking, each relevant and unlike those before it.

    Raises:
        RequestError: The index has no vectors.
    """
    if collection.embedder is None:
        raise RequestError(
            "the index has no vectors to tell alike documents by; index it with --embed minilm, "
            "or ask without --diverse"
        )
    scores = np.array([each.score for each in ranking.documents])
    vectors = collection.vectors.rows([each.document for each in ranking.documents])
    kept = diversified(scores, vectors, top_k)
    return replace(ranking, documents=tuple(ranking.documents[place] for place in kept))


def diversity_of(ranking: Ranking, collection: Collection) -> float | None:
    """Mean of 1 − cosine over the pairs of a ranking; None without vectors, or without a pair.

    Damaged vectors are none: whoever ranked by them has said so, and words still answer.
    """
    if collection.embedder is None:
        return None
    try:
        vectors = collection.vectors
    except IndexCorrupt:
        return None
    return intra_list_diversity(vectors.rows([each.document for each in ranking.documents]))

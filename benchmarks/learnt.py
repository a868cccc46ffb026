"""What models of relevance find that have not seen the query."""

from collections.abc import Callable, Sequence

import numpy as np

from groundsmith.index.entity_voices import Anchored
from groundsmith.index.fusion.fusion import Fusion
from groundsmith.index.fusion.presets import preset
from groundsmith.index.learning.catalogue import Catalogue
from groundsmith.index.learning.examples import Example, examples_of
from groundsmith.index.learning.features import Features
from groundsmith.index.learning.lambdamart import fit_lambdamart
from groundsmith.index.learning.learned import LearnedFusion, Ranker, held_out
from groundsmith.index.learning.linear import fit_linear
from groundsmith.index.voices import Floats, Query
from systems import DEPTH, Found
from voiced import Voiced

FITS: dict[str, Callable[[Sequence[Example]], Ranker]] = {
    "linear, held out": fit_linear,
    "LambdaMART, held out": fit_lambdamart,
}


def held_out_found(collection: Voiced) -> dict[str, Found]:
    """Best ids by query, of each kind of model trained on the other folds of the collection.

    A query without a relevant candidate keeps the order of the fusion.
    """
    fusion, features = parts(collection)
    examples = examples_of(fusion, features, queries(collection), numbered(collection))
    fused = {
        query: [each.document for each in fusion.rank(asked, 100).documents]
        for query, asked in queries(collection).items()
    }
    found: dict[str, Found] = {}
    for name, fit in FITS.items():
        scores = held_out(examples, fit)
        found[name] = {
            query: [collection.ids[n] for n in ordered(documents, scores.get(query))]
            for query, documents in fused.items()
        }
    return found


def learnt_elsewhere(collection: Voiced, others: Sequence[Voiced]) -> Found:
    """Best ids by query, of the linear model trained on other collections."""
    examples = [
        example
        for other in others
        for example in examples_of(*parts(other), queries(other), numbered(other))
    ]
    learned = LearnedFusion(*parts(collection), fit_linear(examples))
    return {
        query: [collection.ids[each.document] for each in learned.rank(asked, DEPTH).documents]
        for query, asked in queries(collection).items()
    }


def parts(collection: Voiced) -> tuple[Fusion, Features]:
    """The default fusion, and what describes its candidates."""
    index = collection.collection.documents
    anchored = Anchored(collection.collection.graph, collection.collection.nodes)
    fusion = Fusion(
        collection.voices.values(),
        collection.alive,
        preset=preset("default", index.analyser.name),
    )
    return fusion, Features(Catalogue.of(index, anchored), anchored)


def queries(collection: Voiced) -> dict[str, Query]:
    """The judged queries."""
    return {query: Query(text=text) for query, text in collection.judged.queries.items()}


def numbered(collection: Voiced) -> dict[str, dict[int, int]]:
    """Grades by query and document number."""
    number = {identity: at for at, identity in enumerate(collection.ids)}
    return {
        query: {number[d]: grade for d, grade in grades.items() if d in number}
        for query, grades in collection.judged.grades.items()
    }


def ordered(documents: list[int], scores: Floats | None) -> list[int]:
    """The best documents."""
    if scores is None:
        return documents[:DEPTH]
    return [documents[at] for at in np.argsort(-scores, kind="stable")[:DEPTH].tolist()]

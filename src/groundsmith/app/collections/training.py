"""Learning to rank from people's judgments, and saying what it is worth on queries not seen.

The model is kept in the index and ranks where `--method learned` asks for it. What is reported is
measured by folds: each query is ranked by a model that was learnt from the others.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from groundsmith.app.collections.judged import Judged
from groundsmith.app.collections.searching import OpenCollection
from groundsmith.errors import RequestError
from groundsmith.index.collection.learned import LAMBDAMART, LINEAR, keep
from groundsmith.index.evaluate.bootstrap import Interval, interval, paired
from groundsmith.index.evaluate.ranking import ndcg
from groundsmith.index.learning.examples import Example, examples_of
from groundsmith.index.learning.lambdamart import LambdaMart, fit_lambdamart
from groundsmith.index.learning.learned import held_out
from groundsmith.index.learning.linear import LinearModel, fit_linear
from groundsmith.index.voices import Floats, Query
from groundsmith.records import Json

__all__ = ["MODELS", "Interval", "Trained", "train"]

_DEPTH = 10
_FIT: Mapping[str, Callable[[Sequence[Example]], LinearModel | LambdaMart]] = {
    LINEAR: fit_linear,
    LAMBDAMART: fit_lambdamart,
}
MODELS = tuple(_FIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """What was learnt, and what it is worth.

    Attributes:
        query_count: Judged queries that it was learnt from.
        learned: nDCG@10 on queries that the model had not seen.
        fused: The same of the default fusion's order of the same candidates.
        gain: The one minus the other, paired by query.
    """

    model: str
    query_count: int
    learned: Interval | None
    fused: Interval | None
    gain: Interval | None

    def as_json(self) -> Json:
        """For programs."""
        return asdict(self)


def train(opened: OpenCollection, judged: Judged, model: str = LINEAR) -> Trained:
    """Learns a ranker and keeps it in the index.

    Raises:
        RequestError: There is no such model, too few queries, or judgments that a feature made.
        OutputError: Another process writes the index.
    """
    if model not in _FIT:
        raise RequestError(f"no model {model!r} to learn; there are {', '.join(MODELS)}")
    questions = {
        each: Query(text=of.text) if of.text else Query(like=opened.number_of(each))
        for each, of in judged.queries.items()
    }
    grades = {each: _by_number(judged.grades.get(each, {}), opened) for each in questions}
    examples = examples_of(opened.fused(), opened.features, questions, grades)
    fit = _FIT[model]
    unseen = held_out(examples, fit)
    keep(opened.collection.folder, fit(examples))
    learned = {each.query: _ndcg(each, unseen[each.query], grades[each.query]) for each in examples}
    fused = {
        each.query: _ndcg(each, -np.arange(len(each.grades), dtype=np.float64), grades[each.query])
        for each in examples
    }
    return Trained(
        model=model,
        query_count=len(examples),
        learned=interval(_values(learned)),
        fused=interval(_values(fused)),
        gain=paired(learned, fused),
    )


def _values(measured: Mapping[str, float | None]) -> Floats:
    return np.array([each for each in measured.values() if each is not None], dtype=np.float64)


def _by_number(grades: Mapping[str, int], opened: OpenCollection) -> dict[int, int]:
    numbers = {each: opened.collection.documents.number_of(each) for each in grades}
    return {number: grades[each] for each, number in numbers.items() if number is not None}


def _ndcg(example: Example, scores: Floats, judged: Mapping[int, int]) -> float | None:
    """nDCG@10 of the candidates by their scores, against all that people judged."""
    order = np.argsort(-scores, kind="stable")
    grades = {str(at): int(grade) for at, grade in enumerate(example.grades.tolist())}
    missed = Counter(filter(None, judged.values())) - Counter(filter(None, grades.values()))
    grades |= {f"missed {at}": grade for at, grade in enumerate(missed.elements())}
    return ndcg([str(at) for at in order.tolist()], grades, _DEPTH)

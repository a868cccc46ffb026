"""LambdaMART (Burges 2010) by lightgbm: trees that ask which feature to trust when.

It needs the extra `learn`, and more judged queries than the linear model (docs/retrieval.md).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from groundsmith.errors import RequestError
from groundsmith.index.learning.examples import Example, checked
from groundsmith.index.learning.features import FEATURES
from groundsmith.index.voices import Floats

_ROUNDS = 100
_PARAMETERS: dict[str, Any] = {
    "objective": "lambdarank",
    "num_leaves": 7,
    "min_data_in_leaf": 20,
    "learning_rate": 0.05,
    "lambda_l2": 1.0,
    "seed": 0,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


class LambdaMart:
    """Trees, and what each feature adds to a score (SHAP, Lundberg et al. 2018).

    Args:
        text: What `as_text` gave.

    Raises:
        RequestError: The extra `learn` is missing, or the text is no model of these features.
    """

    def __init__(self, text: str) -> None:
        lightgbm = _lightgbm()
        try:
            self._booster: Any = lightgbm.Booster(model_str=text)
        except lightgbm.basic.LightGBMError as exc:
            raise RequestError(f"this is no LambdaMART model ({exc}); train it again") from exc
        if tuple(self._booster.feature_name()) != FEATURES:
            raise RequestError("this model was learnt on other features; train it again")

    def as_text(self) -> str:
        """For a file."""
        return str(self._booster.model_to_string())

    def contributions(self, rows: Floats) -> Floats:
        """What each feature adds to the score of each row, counted from the mean score."""
        parts = self._booster.predict(rows, pred_contrib=True)
        return np.asarray(parts, dtype=np.float64)[:, : len(FEATURES)]


def fit_lambdamart(examples: Sequence[Example]) -> LambdaMart:
    """Trees that order judged documents best by nDCG.

    Raises:
        RequestError: The extra `learn` is missing, too few queries, or judgments that one of the
            features made.
    """
    lightgbm = _lightgbm()
    checked(examples)
    data = lightgbm.Dataset(
        np.concatenate([example.rows for example in examples]),
        label=np.concatenate([example.grades for example in examples]),
        group=[len(example.grades) for example in examples],
        feature_name=list(FEATURES),
    )
    booster = lightgbm.train(_PARAMETERS, data, num_boost_round=_ROUNDS)
    return LambdaMart(booster.model_to_string())


def _lightgbm() -> Any:
    try:
        import lightgbm
    except ImportError as exc:
        raise RequestError(
            "LambdaMART needs the extra `learn`: pip install 'groundsmith[learn]'"
        ) from exc
    return lightgbm

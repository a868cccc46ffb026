"""Which phase a setting belongs to, and which settings are refused."""

import pytest
from pydantic import ValidationError

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.settings import QaSettings, WeightSettings
from groundsmith.records import Phase


@pytest.mark.parametrize(
    "changed",
    [
        {"min_overall": 0.9},
        {"minima": {"extractive": {"list": 0.1}}},
        {"weights": {"answer": 0.5}},
        {"near_duplicate": 0.5},
        {"round_trip_top_k": 9},
        {"max_per_answer": 2},
    ],
)
def test_a_changed_threshold_neither_writes_nor_judges_again(changed: dict[str, object]) -> None:
    before, after = QaSettings(), QaSettings.model_validate(changed)

    for phase in (Phase.PLAN, Phase.WRITE, Phase.JUDGE):
        assert before.sha256(phase) == after.sha256(phase)
    assert before.sha256(Phase.CURATE) != after.sha256(Phase.CURATE)


def test_lengths_are_judged_anew_and_not_written_anew() -> None:
    after = QaSettings.model_validate({"lengths": {"answer_max_chars": 300}})

    assert after.sha256(Phase.WRITE) == QaSettings().sha256(Phase.WRITE)
    assert after.sha256(Phase.JUDGE) != QaSettings().sha256(Phase.JUDGE)


def test_every_kind_has_an_extractive_minimum_and_every_weight_a_stage() -> None:
    settings = QaSettings()

    for kind in Kind:
        minima = settings.minima.of_stages(kind)
        assert settings.weights.of_stages().keys() < minima.keys()


@pytest.mark.parametrize(
    "bad",
    [{"questions_per_chunk": 0}, {"questions_per_chunk": 11}, {"near_duplicate": 0}, {"x": 1}],
)
def test_what_cannot_be_meant_is_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        QaSettings.model_validate(bad)


def test_weights_that_weigh_nothing_are_refused() -> None:
    with pytest.raises(ValidationError, match="at least one weight"):
        WeightSettings(extractive=0, hallucination=0, relevancy=0, question=0, answer=0)

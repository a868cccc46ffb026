"""With `story.judge` the model reads what it wrote: its findings are revised, kept and told."""

import json
from collections.abc import Iterator, Mapping, Sequence

import pytest

from groundsmith.errors import BudgetReached
from groundsmith.records import Request
from groundsmith.testing.model import ScriptedModel
from short_stories import ENGLISH, FITS, OTHER_EYES, recorded, trial_with, written

KNOWS = "Rupert spoke of the letter word by word. The horse waited at the cart."
SECRET = "Hanna folded the letter and put it in her coat."
FOUND = {
    "kind": "knowledge",
    "established": SECRET,
    "contradicting": "Rupert spoke of the letter word by word.",
    "reason": "Nobody read it to him.",
    "suggestion": "Let Hanna read it aloud.",
}


def writing(
    *texts: str, found: Sequence[Mapping[str, str]] = (FOUND,), verdict: str = "confirmed"
) -> ScriptedModel:
    """A model that writes these texts in turn, and finds something wherever Rupert knows."""
    left: Iterator[str] = iter(texts)

    def answer(request: Request) -> str:
        asked = request.messages[-1][1]
        if request.system.startswith("Rules have found"):
            opinion = {"number": 1, "verdict": verdict, "reason": "Eyes are eyes."}
            return json.dumps({"opinions": [opinion]})
        if request.system.startswith("You look for contradictions"):
            knows = KNOWS in asked.split("The passage:")[1]
            return json.dumps({"contradictions": list(found) if knows else []})
        return next(left)

    return ScriptedModel(answer)


def test_what_the_model_finds_in_its_own_text_is_revised() -> None:
    trial = trial_with(ENGLISH, judge=True)
    model = writing(KNOWS, FITS["en"])

    record = recorded(trial, written(trial, model))

    first, second = record.content["rounds"]
    assert first["findings"] == ["knowledge-medium: Nobody read it to him."]
    assert (second["kept"], record.content["state"]) == (True, "accepted")
    order = next(one.messages[-1][1] for one in model.requests if len(one.messages) > 1)
    assert SECRET in order
    assert "read by model:scripted" in record.assessment.unchecked["beyond_rules"]


def test_what_stays_wrong_stands_in_the_record_with_both_places() -> None:
    trial = trial_with(ENGLISH, judge=True)

    record = recorded(trial, written(trial, writing(KNOWS, KNOWS, KNOWS)))

    (found,) = record.content["findings"]
    assert (found["subtype"], found["severity"]) == ("knowledge", "medium")
    assert found["manuscript"]["quote"] == SECRET
    assert found["passage"]["quote"] == FOUND["contradicting"]
    assert record.content["state"] == "rejected"


def test_a_finding_of_the_rules_that_the_model_rejects_counts_less_also_when_it_is_judged() -> None:
    trial = trial_with(ENGLISH, judge=True, revisions=0)

    kept = recorded(trial, written(trial, writing(OTHER_EYES["en"])))
    lowered = recorded(trial, written(trial, writing(OTHER_EYES["en"], verdict="rejected")))

    assert [one["severity"] for one in kept.content["findings"]] == ["high"]
    assert [one["severity"] for one in lowered.content["findings"]] == ["medium"]


def test_an_invented_quotation_changes_nothing() -> None:
    trial = trial_with(ENGLISH, judge=True)
    invented = {**FOUND, "established": "Hanna had sworn to hide the letter"}

    record = recorded(trial, written(trial, writing(KNOWS, found=[invented])))

    assert record.content["findings"] == []
    assert record.content["reading"]["dropped"] == {"quotes what the story does not say": 1}


def test_a_model_that_cannot_judge_leaves_the_rules_and_says_so() -> None:
    trial = trial_with(ENGLISH, judge=True)

    record = recorded(trial, written(trial, ScriptedModel(FITS["en"])))

    assert record.content["state"] == "accepted"
    why = record.assessment.unchecked["beyond_rules"]
    assert "knowledge" in why
    assert "no usable answer" in why


def test_a_budget_that_ends_in_the_reading_stops_the_run() -> None:
    model = ScriptedModel(FITS["en"], BudgetReached("$1", "$1"))

    with pytest.raises(BudgetReached):
        written(trial_with(ENGLISH, judge=True), model)


def test_without_the_setting_nobody_is_asked_to_read() -> None:
    trial = trial_with(ENGLISH)
    model = writing(KNOWS)

    record = recorded(trial, written(trial, model))

    assert len(model.requests) == 1
    assert "reading" not in record.content

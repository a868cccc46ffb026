"""What people approved of a passage holds for the next one."""

from typing import Any

from groundsmith.recipes.story.writing.approved import sheets_of
from groundsmith.testing.model import ScriptedModel
from short_stories import ENGLISH, recorded, trial_with, written

LIESL: dict[str, Any] = {
    "kind": "appearance",
    "subject": "Liesl",
    "attribute": "hair colour",
    "value": "red",
    "chapter": "chapter-3/narrative_continuation",
}


def test_a_passage_is_held_to_what_was_approved_of_an_earlier_one() -> None:
    approved = sheets_of([LIESL])
    trial = trial_with(ENGLISH, bible={"approved": approved}, revisions=0)
    text = "Liesl came in. “Good evening,” said Liesl. Liesl had black hair."

    record = recorded(trial, written(trial, ScriptedModel(text)))

    (found,) = record.content["findings"]
    assert found["subtype"] == "appearance"
    assert "approved: “Hair: red”" in found["message"]


def test_it_is_shown_to_the_model_and_writes_anew() -> None:
    before = trial_with(ENGLISH, pov="Liesl")
    after = trial_with(ENGLISH, pov="Liesl", bible={"approved": sheets_of([LIESL])})
    model = ScriptedModel("Hanna waited.")

    written(after, model)

    assert "Hair: red" in model.requests[0].messages[0][1]
    assert before.fingerprints() != after.fingerprints()


def test_what_was_approved_of_a_chapter_is_read_there_and_not_said_twice() -> None:
    assert sheets_of([{**LIESL, "chapter": "03.md"}]) is None

"""What a model is asked for, and what is done with what it says."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from groundsmith.recipes.page.settings import PageSettings
from groundsmith.records import Record, Request
from groundsmith.testing import ScriptedModel

MakeRecords = Callable[..., dict[str, Record]]
GOOD: dict[str, Any] = {
    "frontmatter": "Aluminum is a metal that is used for aircraft panels and engine housings.",
    "caption": "Aluminum is a metal. Its surface treatments are oxide removal and paint stripping.",
    "tags": [
        "aluminum",
        "metal",
        "aerospace",
        "automotive",
        "oxide removal",
        "paint-stripping",
        "aircraft panels",
        "laser-cleaning",
    ],
    "bullets": [
        "Aluminum is used for aircraft panels and engine housings.",
        "The density of aluminum is 2.699 g/cm³.",
        "Oxide removal is a surface treatment of aluminum.",
        "Challenges of aluminum are high reflectivity and a thin native oxide.",
    ],
    "text": "\n\n".join(
        [
            "## Properties\n\nAluminum is a metal. The density of aluminum is 2.699 g/cm³. The "
            "melting point of aluminum is 933.47 K.",
            "## Parameters\n\nThe laser parameters are illustrative. The laser type is a pulsed "
            "fiber laser. The wavelength is 1064 nm. The power range is 100 to 300 W.",
            "## Applications\n\nAluminum is used for aircraft panels and engine housings. The "
            "industry tags of aluminum are aerospace and automotive.",
            "## Challenges\n\nThe challenges of aluminum are high reflectivity and a thin native "
            "oxide. Its surface treatments are oxide removal and paint stripping.",
            "## Signs of success\n\nThe success signs of aluminum are an even metallic sheen and "
            "no melted edges.",
            "## Comparison\n\nThe complexity of aluminum is low. The difficulty score of aluminum "
            "is 2.",
        ]
    ),
}


def saying(**other: Any) -> ScriptedModel:
    def answer(request: Request) -> str:
        said = GOOD | other
        if "sentence" in request.response_schema["properties"]:  # type: ignore[index]  # always asked by schema
            return json.dumps({"sentence": other.get("sentence", "")})
        return json.dumps({key: said[key] for key in request.response_schema["properties"]})  # type: ignore[index]  # as above

    return ScriptedModel(answer, name="fake")


@pytest.fixture
def metal(catalogue: str) -> str:
    return catalogue[: catalogue.index("- name: Oak")]


def test_five_components_take_two_calls(records: MakeRecords, metal: str) -> None:
    model = saying()

    made = records(metal, model=model)

    asked = [component for component in GOOD if made[f"Aluminum/{component}"].accepted]
    assert asked == list(GOOD)
    assert len(model.requests) == 2
    assert {made[f"Aluminum/{each}"].made_by.writer for each in GOOD} == {"model:fake"}
    assert made["Aluminum/table"].made_by.writer == "facts"


def test_the_question_holds_the_facts_and_no_other_items(records: MakeRecords) -> None:
    model = saying()

    records(model=model)

    asked = [each for each in model.requests if "frontmatter" in str(each.response_schema)]
    assert len(asked) == 2
    for request in asked:
        ((_, prompt),) = request.messages
        assert ("Aluminum" in prompt) != ("Oak" in prompt)
        assert "name: " in prompt.split("DATA")[1]


@pytest.mark.parametrize(
    ("wrong", "instead"),
    [
        ("Aluminum melts at 660 K.", "933.47"),
        ("The density of aluminum is 2.71 g/cm³.", "2.699"),
        ("Aluminum was first made by laser in 1967.", ""),
    ],
)
def test_an_invented_number_is_rewritten_or_left_out(
    records: MakeRecords, metal: str, wrong: str, instead: str
) -> None:
    right = f"The melting point of aluminum is {instead} K." if instead == "933.47" else ""
    text = GOOD["text"].replace("Aluminum is a metal. ", f"Aluminum is a metal. {wrong} ", 1)

    made = records(metal, model=saying(text=text, sentence=right))["Aluminum/text"]

    assert made.accepted
    assert wrong not in made.content["text"]
    assert right in made.content["text"]
    (correction,) = made.corrections
    assert (correction.original, correction.rewritten) == (wrong, right)


def test_without_corrections_an_invented_number_rejects_its_file(
    records: MakeRecords, metal: str
) -> None:
    text = GOOD["text"].replace("933.47", "660.3")

    made = records(metal, model=saying(text=text), settings=PageSettings(max_corrections=0))

    codes = {finding.code for finding in made["Aluminum/text"].assessment.findings}
    assert {"number-not-in-facts", "unsupported-claim"} <= codes
    assert not made["Aluminum/text"].accepted
    assert made["Aluminum/bullets"].accepted


def test_a_tag_of_other_words_rejects_the_tags(records: MakeRecords, metal: str) -> None:
    made = records(metal, model=saying(tags=["gold", *GOOD["tags"]]))

    assert not made["Aluminum/tags"].accepted


def test_an_answer_that_is_none_fails_the_items_of_its_group(
    records: MakeRecords, metal: str
) -> None:
    model = ScriptedModel("no JSON", name="fake")

    made = records(metal, model=model)

    assert "Aluminum/caption" not in made
    assert made["Aluminum/table"].accepted


def test_the_facts_stand_in_where_they_may_and_say_so(records: MakeRecords, metal: str) -> None:
    model = ScriptedModel("no JSON", name="fake")

    made = records(metal, model=model, settings=PageSettings(fallback="facts"))

    assert made["Aluminum/caption"].accepted
    assert made["Aluminum/caption"].made_by.writer == "facts"
    assert "fallback_from" in made["Aluminum/caption"].made_by.parameters

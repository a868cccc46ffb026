"""What every recipe owes the run that carries it out, for every recipe that is registered."""

from pathlib import Path

import pytest

from groundsmith.plugins import registered
from groundsmith.recipes.registry import kind
from groundsmith.testing.model import ScriptedModel
from groundsmith.testing.recipe_contract import LAWS, Law
from groundsmith.testing.trial import SOME_FILES, Trial
from short_stories import ENGLISH, FITS

MATERIALS = Path(__file__).parents[2] / "examples" / "materials"


def catalogue() -> dict[str, str]:
    """The first materials of the example, and its authors."""
    head, *materials = (MATERIALS / "catalogue.yaml").read_text("utf-8").split("\n- name: ")
    first = "\n- name: ".join((head, *materials[:2]))
    authors = (MATERIALS / "authors.yaml").read_text("utf-8")
    return {"catalogue.yaml": first + "\n", "authors.yaml": authors}


@pytest.fixture(scope="module", params=registered())
def trial(request: pytest.FixtureRequest) -> Trial:
    name: str = request.param
    if name == "story":
        return Trial(kind(name), ENGLISH, model=lambda: ScriptedModel(FITS["en"]))
    return Trial(kind(name), catalogue() if name == "page" else SOME_FILES)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_recipe_keeps_every_law(trial: Trial, law: Law) -> None:
    law(trial)

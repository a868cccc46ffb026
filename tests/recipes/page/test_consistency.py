"""The same fact in all files of an item."""

import pytest

from groundsmith.recipes.page.consistency import differing
from groundsmith.recipes.page.fact import facts_of_text

FACTS = (
    "properties.density.value: 2.699\nproperties.density.unit: g/cm3\n"
    "properties.melting_point.value: 933.47\nproperties.melting_point.unit: K\n"
)
FRONT = 'density: {"value": 2.699, "unit": "g/cm3"}\nmelting_point: {"value": 933.47}\n'


def conflicts(text: str) -> list[str]:
    files = [("r1", "frontmatter", FRONT), ("r2", "text", text)]
    return [finding.message for finding in differing(files, facts_of_text(FACTS)).values()]


@pytest.mark.parametrize(
    "text",
    [
        "| Density | 2.699 g/cm3 |",
        "Its density is 2.699 g/cm3, and its melting point is 933.47 K.",
        "A density like this, at 933.47 K, is told nowhere.",
        "The density matters. At 17 it does not.",
        '{"name": "melting point", "value": 933.47}',
    ],
)
def test_files_that_say_the_same_agree(text: str) -> None:
    assert conflicts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "| Density | 2.7 g/cm3 |",
        "Its density is 933.47 and more.",
        "melting_point: 660",
        '{"name": "melting point", "value": 2.699}',
    ],
)
def test_a_file_with_another_number_names_the_one_it_differs_from(text: str) -> None:
    (said,) = conflicts(text)

    assert "frontmatter (record r1) gives" in said

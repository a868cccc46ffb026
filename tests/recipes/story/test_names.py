"""Names that change, and people who only share one."""

import pytest

from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

OPENING = (
    "Lambert Foyle kept the shop. “Good morning,” said Mr Foyle. Tom looked at him. Foyle coughed. "
    "Tom Reed sat down, and Foyle poured the tea for Tom. “Sit,” said Tom. Foyle nodded at Tom. "
)


def kinds(second: str) -> set[str]:
    """Subtypes that a second chapter brings."""
    return {
        one.subtype for one in check(manuscript([("1.md", OPENING), ("2.md", second)])).findings
    }


@pytest.mark.parametrize(
    "second",
    ["Mr Leonard Foyle shut the shop.", "At noon Tom Read came in.", "They saw Tom Hale at noon."],
)
def test_another_first_name_or_surname_is_found(second: str) -> None:
    assert "name" in kinds(second)


@pytest.mark.parametrize(
    "second",
    [
        "His brother Leonard Foyle shut the shop.",
        "Lambert Foyle shut the shop.",
        "Captain Tom Reed came in at noon.",
    ],
)
def test_relatives_and_titles_are_no_slip(second: str) -> None:
    assert "name" not in kinds(second)

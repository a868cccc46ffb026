"""Which states of a person exclude each other, and what excuses them."""

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.states import check

CAST = (
    "Tom waited a little, and then he nodded. Anna waited, and then she nodded. The road was long. "
    "Clouds moved over the hills. It was an ordinary day."
)


def findings(first: str, second: str) -> list[Finding]:
    """What two chapters say against each other."""
    chapters = [("1.md", f"{CAST}\n\n{first}\n\n{CAST}"), ("2.md", f"{CAST}\n\n{second}")]
    return list(check(Story(manuscript(chapters))))


@pytest.mark.parametrize(
    ("subtype", "first", "second"),
    [
        ("appearance", "The rain ran off Tom's bald head.", "Tom combed his hair with care."),
        ("skill", "Tom could not swim.", "Tom swam out to the buoy and back."),
        ("relationship", "Anna was an only child.", "Anna's brother came down the stairs."),
        ("possession", "Tom sold his watch to a sailor.", "Tom wound his watch and put it down."),
    ],
)
def test_two_poles_of_a_person_are_a_finding_that_quotes_both(
    subtype: str, first: str, second: str
) -> None:
    (found,) = [one for one in findings(first, second) if one.subtype == subtype]

    assert found.established.quote == first
    assert found.contradicting.quote == second


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tom could not swim.", "Anna swam out to the buoy and back."),
        ("Tom could not swim.", "Tom did not swim out to the buoy."),
        ("Tom could not swim.", "“I swam out to the buoy,” Anna said to Tom."),
        ("Tom could not swim.", "Tom dreamed that he swam out to the buoy."),
        ("Tom could not swim.", "That summer Anna taught Tom to swim. The sun shone. A month "
         "went by. Leaves fell. Tom swam out to the buoy."),
        ("Tom wound his watch and put it down.", "Tom sold his watch to a sailor."),
    ],
)  # fmt: skip
def test_another_person_a_denial_a_dream_a_change_or_a_later_loss_is_none(
    first: str, second: str
) -> None:
    assert findings(first, second) == []


def test_what_is_told_again_and_again_is_no_slip() -> None:
    swims = "Tom swam out to the buoy. The water was cold."
    again = f"{swims}\n\n{CAST}\n\n{swims}\n\n{CAST}\n\n{swims}"

    assert findings("Tom could not swim.", swims) != []
    assert findings(f"Tom could not swim.\n\n{CAST}\n\nTom could not swim.", again) == []

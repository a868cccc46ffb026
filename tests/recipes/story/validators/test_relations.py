"""What two people are to each other: said twice, and once otherwise."""

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.relations import check

_EN = (
    "The mill stood by the river. Anna kept the mill, and Anna was never late. Her brother Perce "
    "carried the flour to the town. Perce sang as he went. In the evening Anna and Perce ate "
    "together, and then Anna read to him until he slept. "
)
_ID = (
    "Penggilingan itu berdiri di tepi sungai. Ratri menjaga penggilingan itu, dan Ratri tidak "
    "pernah terlambat. Adik Ratri, Banyu, membawa tepung ke kota. Banyu bernyanyi di jalan. "
    "Malamnya Ratri dan Banyu makan bersama, lalu Ratri membaca sampai Banyu tidur. "
)


def _messages(first: str, second: str) -> list[str]:
    story = Story(manuscript([("01.md", first), ("02.md", second)]))
    return [one.message for one in check(story)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_EN, "Perce, Anna's husband, came in with the bread. Anna laughed."),
        (_EN, "Anna closed the door. Perce was her cousin, and ate too much."),
        (_EN + "Anna was an only child.", "Anna closed the door. Anna's elder sister was there."),
        (_EN + "Perce had never married.", "Perce closed the door. Perce's wife was there."),
        (_ID, "Pagi itu hujan. Banyu, sepupu Ratri, datang membawa roti. Ratri tertawa."),
        (_ID, "Pagi itu hujan. Banyu, anak Ratri yang tertua, datang membawa roti."),
    ],
)
def test_a_brother_who_turns_into_other_kin_is_found(first: str, second: str) -> None:
    found = _messages(first, second)

    assert found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_EN, "Perce, Anna's younger brother, came in with the bread. Anna laughed."),
        (_EN, "Anna closed the door. Perce was like a son to her, and ate too much."),
        (_EN, "Anna closed the door. Perce was not her husband, whatever people said."),
        (_EN, '"Perce is my cousin," Anna said to the stranger, and lied.'),
        (_ID, "Pagi itu hujan. Banyu, adik Ratri, datang membawa roti. Ratri tertawa."),
        (_ID, "Pagi itu hujan. Banyu bukan anak Ratri, kata orang. Ratri tertawa."),
    ],
)
def test_what_fits_what_is_denied_and_what_is_only_said_is_no_finding(
    first: str, second: str
) -> None:
    found = _messages(first, second)

    assert found == []


def test_an_aunt_of_the_fathers_side_is_no_sister_of_the_mother() -> None:
    told = "I was nine. My father's half-sister, Hester Cray, kept our house. Hester was stern. "

    found = _messages(told * 2, "Hester, who had been my mother's only sister, sat by me.")

    assert found == ["Hester is of the father's side, not of the mother's"]

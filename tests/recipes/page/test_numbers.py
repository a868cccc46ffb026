"""Numbers of a file that are, and are not, its item's."""

import pytest

from groundsmith.recipes.page.fact import facts_of_text
from groundsmith.recipes.page.numbers import invented_numbers
from groundsmith.recipes.page.page_file import PageFile

FACTS = "name: Tin\nlength.value: 2.5\nlength.unit: km\nshare.value: 40\nshare.unit: %\nbox: 4 kg"


def invented(text: str) -> list[str]:
    file = PageFile(
        component="text",
        format="md",
        text=text,
        facts=tuple(facts_of_text(FACTS)),
        allowed=("https://example.org:8080",),
    )
    return [fault.message.split()[0] for fault in invented_numbers(file)]


@pytest.mark.parametrize(
    "text",
    [
        "It is 2.5 km long.",
        "It is 2500 m long.",
        "It is 2,500 metres long.",
        "The box weighs 4000 g.",
        "See https://example.org:8080/tin in two steps.",
        "No number at all.",
    ],
)
def test_a_fact_in_another_unit_is_still_that_fact(text: str) -> None:
    assert invented(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It is 2.4 km long.", "2.4"),
        ("It is 2400 m long.", "2400"),
        ("It costs 15 dollars.", "15"),
        ("It lasts for twenty-five years.", "twenty-five"),
    ],
)
def test_any_other_number_is_found(text: str, number: str) -> None:
    assert invented(text) == [number]

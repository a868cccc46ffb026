"""Two ages of one person at one moment, and the youngest who is the eldest."""

from dataclasses import replace

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.ages import check


def found(first: str, second: str, language: str) -> list[str]:
    chapters = [("01.md", first), ("02.md", second)]
    return [one.message for one in check(Story(replace(manuscript(chapters), language=language)))]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Vesna is the youngest of the five sisters.", "Vesna, the eldest, kept the house."),
        ("en", "Mr Ashby was sixty-two.", "Mr Ashby would be fifty in the autumn."),
        ("id", "Sekar berumur tujuh tahun.", "Sekar baru tiga tahun ketika ayahnya pergi."),
        ("id", "Aku lahir tahun 1950.", "Aku dilahirkan pada tahun 1963."),
    ],
)
def test_ages_that_cannot_both_hold_are_found(language: str, first: str, second: str) -> None:
    assert found(first, second, language)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Hester was a toddler.", "Hester was a grown woman."),
        ("id", "Umur Pak Lurah enam puluh tahun.", "Kerbau Pak Lurah tiga tahun umurnya."),
    ],
)
def test_who_grows_up_or_another_contradicts_nothing(
    language: str, first: str, second: str
) -> None:
    assert not found(first, second, language)

"""Who is older than whom, told twice, and ages told in passing."""

from dataclasses import replace

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.ages import check

_CAST = {
    "en": "Ada nodded, and she smiled. Ben nodded, and he smiled. Ada looked at Ben.",
    "id": "Sari mengangguk, lalu ia tersenyum. Budi mengangguk, lalu ia tersenyum.",
}


def found(first: str, second: str, language: str) -> list[str]:
    chapters = [("01.md", f"{_CAST[language]}\n\n{first}"), ("02.md", f"{second}")]
    return [one.message for one in check(Story(replace(manuscript(chapters), language=language)))]


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("Ada was four years older than Ben.", "Ben had three years on Ada.", "en"),
        ("The twins, Ada and Ben, were noisy.", "Ada was born two years before Ben.", "en"),
        ("Ada was younger than Ben.", "Ada was old enough to be Ben's mother.", "en"),
        ("Ada and Ben were the same age.", "Ben was nine years older than Ada.", "en"),
        ("Ada was twenty-six years old.", "Ada turned over the card. She was forty-one.", "en"),
        ("Ada was only nineteen.", "At eighty-four, Ada split the wood herself.", "en"),
        ("Sari lebih tua dua tahun daripada Budi.", "Budi lahir setahun sebelum Sari.", "id"),
        ("Si kembar Sari dan Budi berlari.", "Budi lahir tiga tahun sesudah Sari.", "id"),
        ("Sari lahir tahun 1950.", "Tahun 1962, di Tegal, Sari lahir.", "id"),
    ],
)
def test_who_is_older_is_told_once(first: str, second: str, language: str) -> None:
    assert found(first, second, language)


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("Ada was four years older than Ben.", "Ben was four years younger than Ada.", "en"),
        ("Ada was older than Ben.", "Ben was three years her junior.", "en"),
        ("Ada was twenty-six.", "Fifteen years later Ada was forty-one.", "en"),
        ("Ada was only nineteen.", "At eleven, Ada left the house.", "en"),
        ("Sari lebih tua dua tahun daripada Budi.", "Budi lahir dua tahun sesudah Sari.", "id"),
    ],
)
def test_one_difference_may_be_told_from_either_side(
    first: str, second: str, language: str
) -> None:
    assert not found(first, second, language)

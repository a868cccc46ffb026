"""Things that are gone stay gone, unless somebody has them again; the dead act by name."""

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.states import check

WHO = {
    "en": "Tom Hale waited a little, and then he nodded. Anna Voss waited, and then she nodded.",
    "id": "Budi Santoso menunggu, lalu ia mengangguk. Sari Dewi menunggu, lalu ia mengangguk.",
}
MEANWHILE = {
    "en": "It rained. The rain went on all day. A cart passed in the street.",
    "id": "Hujan turun. Hujan turun sepanjang hari. Sebuah gerobak lewat.",
}


def _slips(language: str, told: str, later: str) -> list[str]:
    text = "\n\n".join((WHO[language], told, MEANWHILE[language], later))
    return [one.subtype for one in check(Story(manuscript([("1.md", f"# One\n\n{text}\n")])))]


@pytest.mark.parametrize(
    ("language", "told", "later"),
    [
        ("en", "Anna had sold her violin.", "Anna tucked her violin under her chin."),
        ("en", "The fire took Anna's house.", "Anna swept the floor of her house."),
        ("id", "Budi menggadaikan arlojinya.", "Budi melirik arlojinya."),
        ("id", "Banjir menghanyutkan perahu Budi.", "Budi mendayung perahunya ke seberang."),
    ],
)
def test_what_is_gone_is_used_no_more(language: str, told: str, later: str) -> None:
    assert "possession" in _slips(language, told, later)


@pytest.mark.parametrize(
    ("language", "told", "later"),
    [
        ("en", "Anna lost her ring.", "The boy came back with it. Anna turned her ring."),
        (
            "en",
            "Anna had sold her piano.",
            "The dealer sent the piano back. Anna played her piano.",
        ),
        ("en", "Tom pawned his watch.", "His aunt gave him a watch. Tom looked at his watch."),
        ("en", "Anna thought she had lost her ring.", "Anna turned her ring."),
        ("id", "Sepeda Budi dicuri.", "Polisi mengembalikan sepeda itu. Budi menuntun sepedanya."),
    ],
)
def test_what_is_had_again_may_be_used(language: str, told: str, later: str) -> None:
    assert "possession" not in _slips(language, told, later)


@pytest.mark.parametrize(
    ("told", "later", "is_slip"),
    [
        ("Tom Hale had been killed at Arras.", "Tom Hale tipped his hat to the widow.", True),
        ("Tom Hale had been killed at Arras.", "He tipped his hat to the widow.", False),
        ("It was said that Tom Hale was killed at Arras.", "Tom Hale tipped his hat.", False),
    ],
)
def test_the_dead_act_where_they_are_named(told: str, later: str, *, is_slip: bool) -> None:
    assert ("death" in _slips("en", told, later)) == is_slip

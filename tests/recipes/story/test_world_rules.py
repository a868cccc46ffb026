"""Rules of a world: however they are stated, what breaks them is found, and what keeps them not."""

import pytest

from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

OPENING = {
    "en": "“Good morning,” said Nina, and she sat down. “Yes,” said Otto, and he nodded.",
    "id": "Pada pagi hari itu mereka duduk di beranda dan tidak berkata apa-apa untuk waktu yang"
    " lama. “Selamat pagi,” kata Nina. “Selamat pagi,” kata Otto. Otto mengangguk.",
}


def breaks(language: str, rule: str, told: str) -> bool:
    """Whether a story with a rule in it is found to break it later."""
    whole = manuscript([("1.md", f"{OPENING[language]}\n\n{rule}"), ("2.md", told)])
    return any(one.subtype == "world_rule" for one in check(whole).findings)


@pytest.mark.parametrize(
    ("language", "rule", "told"),
    [
        ("en", "It never rained in Port Merrin.",
         "Otto shook the rain from his hat; it was a grey day in Port Merrin."),
        ("en", "There was no metal in the Fens.", "In the Fens every cottage had a copper kettle."),
        ("en", "Anyone who drinks from the black well will at once forget his name.",
         "Otto drank from the black well and remembered every summer of his life."),
        ("en", "A spell works only by moonlight.", "At noon Nina cast the spell."),
        ("en", "No ship can pass the Horns.", "Otto sailed his sloop past the Horns twice a year."),
        ("en", "Nobody who has eaten the red berries ever sleeps.",
         "Nina had eaten the red berries, and she slept till noon."),
        ("id", "Tidak ada besi di Negeri Kabut.", "Sebilah pedang besi tergantung di istana Negeri"
         " Kabut."),
        ("id", "Orang yang minum air telaga itu seketika lupa.",
         "Sesudah minum air telaga itu Nina menceritakan masa kecilnya."),
        ("id", "Mantra hanya berlaku di bawah cahaya bulan.",
         "Di siang bolong Otto mengucapkan mantra, dan pintu itu terbuka."),
    ],
)  # fmt: skip
def test_what_shows_that_a_rule_is_none_breaks_it(language: str, rule: str, told: str) -> None:
    assert breaks(language, rule, told)


@pytest.mark.parametrize(
    ("language", "rule", "told"),
    [
        ("en", "There was no metal in the Fens.", "In the town every cottage had a copper kettle."),
        ("en", "A spell works only by moonlight.", "By moonlight Nina cast the spell."),
        ("en", "No ship can pass the Horns.", "Otto was drowned because he tried to pass the Horns"
         " in a ship."),
        ("en", "Anyone who drinks from the black well will at once forget his name.",
         "Otto drank from the black well and smiled."),
        ("id", "Mantra hanya berlaku di bawah cahaya bulan.",
         "Pada malam bulan purnama Otto mengucapkan mantra."),
    ],
)  # fmt: skip
def test_what_keeps_a_rule_or_pays_for_it_breaks_none(language: str, rule: str, told: str) -> None:
    assert not breaks(language, rule, told)

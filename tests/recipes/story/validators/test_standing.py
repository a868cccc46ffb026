"""Things that are somewhere else than where they always were."""

import pytest

from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

OPENING = {
    "en": "“Good morning,” said Nina, and she sat down. “Yes,” said Otto, and he nodded.",
    "id": "Pada pagi hari itu mereka duduk di beranda dan tidak berkata apa-apa untuk waktu yang"
    " lama. “Selamat pagi,” kata Nina. “Selamat pagi,” kata Otto. Otto mengangguk.",
}


def finds(language: str, first: str, second: str) -> bool:
    """Whether a story that tells both is found to have something at two places."""
    whole = manuscript([("1.md", f"{OPENING[language]}\n\n{first}"), ("2.md", second)])
    return any(one.subtype == "place" for one in check(whole).findings)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The clock stood in the parlour.",
         "In the attic stood the clock, where it had always been kept."),
        ("en", "Otto was buried in the churchyard at Hallin.",
         "On Sunday they brought flowers to Otto's grave at Bergen."),
        ("en", "Otto spent the whole of that May, 1920, in Vienna. Otto spent all of August in"
         " Vienna.", "On the tenth of August Otto bought a hat in Oslo."),
        ("en", "The lighthouse stood on the island.", "The lighthouse stood in the forest."),
        ("id", "Lemari tua itu dari dulu ada di loteng.",
         "Lemari tua itu selalu berdiri di dapur."),
        ("id", "Mercusuar itu berdiri di pulau.", "Mercusuar itu berdiri di tengah hutan."),
    ],
)  # fmt: skip
def test_what_never_moves_is_found_at_another_place(language: str, first: str, second: str) -> None:
    assert finds(language, first, second)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The clock stood in the parlour.", "The clock stood in the attic."),
        ("en", "The clock stood in the parlour.",
         "They carried the clock up, and it stood in the attic."),
        ("en", "The key lay in the jar.", "The jar with the key always stood in the kitchen."),
        ("en", "Otto was in Vienna in May.", "In August Otto was in Oslo."),
        ("en", "The lighthouse stood on the island.", "Another lighthouse stood on the cliff."),
        ("id", "Kunci itu ada di laci.",
         "Laci itu selalu ada di dapur, dan kunci itu di dalamnya."),
    ],
)  # fmt: skip
def test_what_may_have_moved_or_fits_is_no_slip(language: str, first: str, second: str) -> None:
    assert not finds(language, first, second)

"""What places are like: what cannot both hold of one, and what changes or is told of another."""

import pytest

from two_chapters import kinds


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Nobody lived on Skerry.", "The fishermen of Skerry mended their nets."),
        ("en", "Brill had no church.", "The bells of the church in Brill rang."),
        ("en", "Lake Orrin was the deepest lake in the land.",
         "Lake Orrin was shallower than any of the others."),
        ("en", "The water of Ness was brackish.", "The water of Ness was sweet."),
        ("en", "Velden had no coast.", "They saw the harbour of Velden."),
        ("en", "Castle Dorn stood at the foot of the mountain.",
         "Castle Dorn stood on the summit."),
        ("en", "The bank stood next to the library.",
         "The bank and the library were on opposite sides of the town."),
        ("id", "Di Randu tidak ada sekolah.", "Mereka berhenti di depan sekolah Randu."),
        ("id", "Pulau Kelapa tak berpenghuni.", "Penduduk Pulau Kelapa menjemur ikan."),
        ("id", "Desa Lurik terletak di kaki gunung.", "Desa Lurik berdiri di puncak bukit."),
        ("id", "Danau Siro danau terdalam di negeri itu.",
         "Danau Siro lebih dangkal daripada semua danau lain."),
    ],
)  # fmt: skip
def test_two_features_that_exclude_each_other_are_found(
    language: str, first: str, second: str
) -> None:
    assert "geography" in kinds(language, first, second)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Brill had no church.", "The new church in Brill was of brick."),
        ("en", "Brill had no church.", "The church in Tarrow was of brick."),
        ("en", "Nobody lived on Skerry.", "The fishermen of Hamnish mended their nets."),
        ("en", "Velden had no coast.", "They saw the harbour of Marrock."),
        ("id", "Di Randu tidak ada sekolah.", "Mereka berhenti di depan sekolah Jati."),
        ("id", "Pulau Kelapa tak berpenghuni.", "Penduduk Pulau Bintan menjemur ikan."),
    ],
)
def test_another_place_and_a_change_are_no_slip(language: str, first: str, second: str) -> None:
    assert "geography" not in kinds(language, first, second)

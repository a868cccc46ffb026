"""What people look like, however it is said; and what explains a change."""

import pytest

from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

CAST = (
    "Mara Hale walked to the harbour with Tom Reed. “Good morning,” said Mara. Tom looked at her. "
    "He closed his book. Mara nodded. “Yes,” she said, and Tom saw that she was tired. "
)
PELAKU = (
    "Hari itu Sari pulang ke rumah bersama Budi. “Bapak sudah makan?” tanya Sari. "
    "Budi menggeleng. Kemudian Budi duduk. Sari memandang Budi. "
)


def kinds(first: str, second: str, before: str = CAST) -> set[str]:
    """Subtypes found in two chapters that open alike."""
    return {
        one.subtype
        for one in check(manuscript([("1.md", before + first), ("2.md", before + second)])).findings
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tom was tall and thin.", "Tom, a stout man, coughed."),
        ("Tom was six feet tall.", "Tom stood in the doorway, short and square, and waited."),
        ("Tom had a black beard.", "Tom rubbed his smooth chin."),
        ("Tom was bald.", "Mara tugged at Tom's long braid."),
        ("Tom had lost his left arm in the war.", "Tom clasped his hands."),
        ("Mara had never worn glasses.", "Mara took off her glasses."),
        ("Mara had a birthmark on her neck.", "Mara hid the birthmark on her left wrist."),
        ("Mara was a blue-eyed woman.", "Mara's brown eyes closed."),
    ],
)
def test_a_changed_look_is_found_however_it_is_said(first: str, second: str) -> None:
    assert "appearance" in kinds(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Budi jangkung dan kurus.", "Budi berdiri di pintu, gemuk dan pendek."),
        ("Budi bertubuh kecil.", "Budi jangkung sekali."),
        ("Kepala Budi botak.", "Budi menyibakkan kuncirnya."),
        ("Lengan kiri Budi buntung.", "Budi melipat kedua tangannya."),
        ("Sari berkacamata.", "Sari tidak pernah memakai kacamata."),
    ],
)
def test_rupa_yang_berubah_ditemukan(first: str, second: str) -> None:
    assert "appearance" in kinds(first, second, PELAKU)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tom was taller than Mara.", "Tom was a short man."),
        ("Tom had a black beard.", "Tom shaved off his beard. Tom rubbed his smooth chin."),
        ("Tom was not tall.", "Tom was a short man."),
        ("In 1970 Tom was thin.", "In 1990 Tom was stout."),
    ],
)
def test_what_is_compared_denied_or_told_to_change_is_no_slip(first: str, second: str) -> None:
    assert "appearance" not in kinds(first, second)

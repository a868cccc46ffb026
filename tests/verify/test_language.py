import pytest

from groundsmith.verify.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What is the fee?", "en"),
        ("The hostel is open from nine until ten.", "en"),
        ("Berapa biaya kuliah di universitas itu?", "id"),
        ("Biaya kuliah tidak dapat dikembalikan.", "id"),
        ("De student is in de school over van het boek.", "und"),
        ("Los estudiantes no pagan la matrícula para este año.", "und"),
        ("Gli studenti di Roma non pagano le tasse di iscrizione.", "und"),
        ("Sharda University Greater Noida", "und"),
        ("বিশ্ববিদ্যালয়ের ফি কত?", "und"),
        ("", "und"),
        ("\ud800 12", "und"),
    ],
)
def test_a_third_language_is_not_taken_for_the_nearer_of_two(text: str, language: str) -> None:
    assert language_of(text) == language

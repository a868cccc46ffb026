"""How a sentence looks to each of its people."""

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.states.views import views

CAST = {
    "en": "Tom waited a little, and then he nodded. Anna waited, and then she nodded. The captain "
    "coughed. Tom saw Anna. It was an ordinary day for them.",
    "id": "Budi menunggu sebentar, lalu ia mengangguk. Sari menunggu, lalu ia mengangguk. Kapten "
    "itu batuk. Budi melihat Sari. Hari itu hari biasa bagi mereka.",
}


def seen_by(key: str, sentence: str, language: str = "en") -> str:
    """The last line of a story as one of its people sees it."""
    story = Story(manuscript([("1.md", f"{CAST[language]}\n\n{sentence}")]))
    (view,) = [one for one in views(story.lines[-1], story) if one.key == key]
    return " ".join(view.seen.seen)


@pytest.mark.parametrize(
    ("key", "sentence", "expected"),
    [
        ("Tom", "Tom couldn't find Anna's hat.", "~ could not find @'s hat ."),
        ("Anna", "Tom couldn't find Anna's hat.", "@ could not find ~'s hat ."),
        ("Tom", "Tom rose and took his coat.", "~ rose and ~ took ~'s coat ."),
        ("Anna", "Tom gave her his coat.", "@ gave ~ @'s coat ."),
        ("Anna", "Her mother smiled at Tom.", "~'s mother smiled at @ ."),
        ("mother:Anna", "Anna's mother smiled.", "~ smiled ."),
        ("(captain)", "A ring hung in each of the captain's ears.",
         "a ring hung in each of ~'s ears ."),
        ("Tom", "Moving his lips, Tom read the notice.", "~ moving ~'s lips , ~ read the notice ."),
        ("Anna", "It was Anna, who had never sat on a horse.",
         "it was ~ , who ~ had never sat on a horse ."),
        ("(narrator)", "I lost my hat in Paris.", "~ lost ~'s hat in ^paris ."),
    ],
)  # fmt: skip
def test_people_stand_as_signs_in_english(key: str, sentence: str, expected: str) -> None:
    assert seen_by(key, sentence) == expected


@pytest.mark.parametrize(
    ("key", "sentence", "expected"),
    [
        ("Sari", "Budi menyisir rambut Sari dengan jarinya.",
         "@ menyisir rambut ~'s dengan jari @'s ."),
        ("Budi", "Budi mengambil topi, dan surat itu dibacanya sampai habis.",
         "~ mengambil topi , dan surat itu dibaca ~ sampai habis ."),
        ("(narrator)", "Aku melihat tanganku gemetar.", "~ melihat tangan ~'s gemetar ."),
        ("Sari", "Ayah Sari sudah lama meninggal.", "ayah ~'s sudah lama meninggal ."),
    ],
)  # fmt: skip
def test_people_stand_as_signs_in_indonesian(key: str, sentence: str, expected: str) -> None:
    assert seen_by(key, sentence, "id") == expected

"""One event cannot be at two times; two events of a kind may."""

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.happenings import check

_FILLER = {
    "en": "The road was long, and the wind came and went.",
    "id": "Jalan itu panjang, dan angin datang dan pergi.",
}


def found(first: str, second: str, language: str) -> list[str]:
    filler = _FILLER[language]
    chapters = [("01.md", f"{filler}\n\n{first}\n\n{filler}"), ("02.md", f"{filler}\n\n{second}")]
    whole = manuscript(chapters)
    assert whole.language == language
    return [finding.message for finding in check(Story(whole))]


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("Clara and Tom were married on the second of June.",
         "Tom remembered the ninth of November, when Clara came to the altar.", "en"),
        ("It was ten past eight in the evening when Clara rang the bell.",
         "It had been two in the morning that day when Clara rang the bell.", "en"),
        ("Snow lay on the roofs on the night of the robbery.",
         "On the night of the robbery the town had groaned in the heat.", "en"),
        ("The moon was full on the night that Tom ran away.",
         "It was a moonless night, the night that Tom ran away.", "en"),
        ("The mill was built in 1850.", "The mill had been finished in 1790.", "en"),
        ("Grandfather died before the harvest.", "Grandfather died after the harvest.", "en"),
        ("Sari menikah dengan Budi pada bulan Januari.",
         "Pernikahan Sari dan Budi jatuh pada bulan Agustus.", "id"),
        ("Anak Sari lahir pada hari Rabu.", "Sari melahirkan anaknya pada hari Sabtu.", "id"),
        ("Malam perampokan itu hujan deras.", "Tak setetes hujan pun turun malam perampokan itu.",
         "id"),
    ],
)  # fmt: skip
def test_an_event_has_one_time(first: str, second: str, language: str) -> None:
    assert found(first, second, language)


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("Clara and Tom were married in June.", "In November Ada and Ben were married.", "en"),
        ("Clara rang the bell at noon.", "Clara rang the bell at midnight.", "en"),
        ("Tom died on a Tuesday.", "They buried Tom on the Friday.", "en"),
        ("Tom died on a Tuesday.", "It was the night of that Tuesday, and Tom died.", "en"),
        ("The mill was built in 1850.", "If the mill had been built in 1790, it would be ruined.",
         "en"),
        ("Sari menikah dengan Budi pada bulan Januari.",
         "Dewi menikah dengan Rudi pada bulan Agustus.", "id"),
        ("Kapal itu tiba hari Senin.", "Kapal itu tiba hari Kamis.", "id"),
    ],
)  # fmt: skip
def test_events_of_one_kind_may_have_times_of_their_own(
    first: str, second: str, language: str
) -> None:
    assert not found(first, second, language)

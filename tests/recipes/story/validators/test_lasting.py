"""How long events last: what cannot both hold of one, and what is told of another or goes on."""

import pytest

from two_chapters import kinds


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The trial lasted three days.", "For two months the trial went on."),
        ("en", "The drought went on for two summers.", "The drought was over in five weeks."),
        ("en", "The strike ended after a week.", "The strike had gone on for eight months."),
        ("en", "The sermon took the whole morning.", "The sermon was over in ten minutes."),
        ("en", "He was in a coma for a month.", "His coma had lasted one weekend."),
        ("en", "We waited by the lighthouse all night.", "We waited at the lighthouse an hour."),
        ("en", "The queen ruled for thirty years.", "The queen had ruled less than a year."),
        ("id", "Pemogokan itu berlangsung dua minggu.", "Sesudah sehari pemogokan itu selesai."),
        ("id", "Sidang itu makan waktu tiga bulan.", "Dalam dua jam sidang itu usai."),
        ("id", "Semalaman mereka menunggu di dermaga.", "Lima menit mereka menunggu di dermaga."),
        ("id", "Pengepungan itu dua tahun lamanya.", "Pengepungan itu berakhir dalam sebulan."),
    ],
)
def test_two_times_of_one_event_are_found(language: str, first: str, second: str) -> None:
    assert "duration" in kinds(language, first, second)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The trial lasted three days.", "It felt as if the trial had lasted a year."),
        ("en", "The siege lasted forty days.", "The second siege lasted two years."),
        ("en", "He waited by the gate all night.", "She waited at the inn for an hour."),
        ("en", "The siege of Oster took a month.", "They told of the siege of Marn, a year long."),
        ("id", "Sidang itu makan waktu tiga bulan.", "Rasanya sidang itu bertahun-tahun."),
        ("id", "Ia menunggu di dermaga semalaman.", "Ia menunggu di stasiun lima menit."),
    ],
)
def test_feelings_and_other_events_are_no_slip(language: str, first: str, second: str) -> None:
    assert "duration" not in kinds(language, first, second)

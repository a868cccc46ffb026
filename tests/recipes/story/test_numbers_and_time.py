"""Counts, spans, days, hours, seasons and directions: what contradicts, and what only changes."""

import pytest

from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

OPENING = {
    "en": "Ellen walked down to the harbour. The wind was cold. “Good day,” said Ellen. Tom looked "
    "at her. He closed the book. “No,” said Tom.",
    "id": "Sari pulang ke rumah. Sari duduk di lantai. “Bapak sudah makan?” tanya Sari. Budi "
    "menggeleng, lalu pergi ke dapur. “Belum,” kata Budi.",
}
NUMBERS = ("quantity", "duration", "time", "geography")


def found(first: str, second: str, language: str) -> list[Finding]:
    """What these readers find in two chapters with these sentences."""
    chapters = [("01.md", f"{OPENING[language]}\n\n{first}"), ("02.md", second)]
    return [one for one in check(manuscript(chapters)).findings if one.subtype in NUMBERS]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "There were six chairs round the table.", "The four chairs stood as always."),
        ("en", "The church had two bells.", "All three bells of the church rang."),
        ("en", "Both her brothers were at sea.", "Ellen wrote to her three brothers."),
        ("en", "She could see the two hundred steps of the tower.", "He climbed all ninety steps."),
        ("en", "The box held nine letters.", "He put the fourteen letters back in the box."),
        ("en", "The parish promised forty pounds.", "He counted out all seventy pounds of it."),
        ("en", "The tower had only one window.", "The six windows of the tower were dark."),
        ("en", "The mill had three floors.", "Tom slept on the fifth floor of the mill."),
        ("en", "The ransom was nine thousand dollars.", "They asked two thousand dollars ransom."),
        ("id", "Menara itu hanya punya satu jendela.", "Keenam jendela menara itu gelap."),
        ("id", "Gudang itu punya dua pintu.", "Ia keluar lewat pintu kelima gudang itu."),
        ("id", "Ada enam kursi di sekeliling meja.", "Keempat kursi itu kosong."),
        ("id", "Pak Budi memiliki lima ekor kambing.", "Kambing Budi yang delapan ekor mengembik."),
        ("id", "Kursinya tiga ratus dua belas.", "Kedelapan ratus kursi itu kosong."),
        ("id", "Rumah itu punya empat kamar.", "Ketujuh kamar rumah itu kosong."),
    ],
)
def test_things_are_not_more_or_fewer_than_they_were(
    language: str, first: str, second: str
) -> None:
    assert [one.subtype for one in found(first, second, language)] == ["quantity"]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        pytest.param("en", "There were six chairs. Tom broke a chair.", "The five chairs stood.",
                     id="one is broken"),
        pytest.param("en", "The tower had six windows.", "The second window of the tower was dark.",
                     id="one of them has a number"),
        pytest.param("en", "There were six chairs.", "Three of the six chairs were wet.",
                     id="a part"),
        pytest.param("en", "Two men stood at the bar.", "The three men at the gate sang.",
                     id="other people"),
        pytest.param("en", "Up there stood two hundred and six steps.", "She walked ten steps.",
                     id="steps that are walked"),
        pytest.param("en", "“I have three sons,” said Tom.", "Ellen looked at her two sons.",
                     id="somebody says it"),
        pytest.param("id", "Ada enam kursi. Budi mematahkan satu kursi.",
                     "Kelima kursi itu kosong.", id="satu patah"),
        pytest.param("id", "Sari membeli dua kursi.", "Kursi ketiga dari kiri patah.",
                     id="an ordinal"),
    ],
)  # fmt: skip
def test_a_number_may_change_or_be_another(language: str, first: str, second: str) -> None:
    assert found(first, second, language) == []


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Tom was in prison for eight years.", "Tom spoke of his two years in prison."),
        ("en", "They set out on Monday, the third of May 1920. The road was long.\n\nOn the sixth "
         "of May 1920 they saw York. Nine days they had been walking.", "Ellen slept."),
        ("en", "The train journey to York took six hours.", "The journey to York took two hours."),
        ("id", "Budi dipenjara delapan tahun.", "Budi bercerita tentang dua tahun di penjara."),
        ("id", "Sari kuliah di Bandung dua tahun.", "Lima tahun Sari kuliah di Bandung."),
    ],
)  # fmt: skip
def test_what_took_days_did_not_take_weeks(language: str, first: str, second: str) -> None:
    assert "duration" in {one.subtype for one in found(first, second, language)}


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Tom waited for two hours.", "Ellen waited for ten minutes."),
        ("en", "Tom waited for two hours.", "Tom slept for nine hours."),
        ("en", "Ellen had been ill for two weeks.", "Ellen had been ill for three weeks."),
        ("id", "Budi menunggu dua jam.", "Sari menunggu sepuluh menit."),
    ],
)
def test_two_spans_may_be_of_two_things(language: str, first: str, second: str) -> None:
    assert found(first, second, language) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "On Tuesday they came. Two days later, on Saturday, Tom left."),
        ("en", "It was the third of May. Tom sat. The next day was the seventh of May."),
        ("en", "The moon was full. The next night a thin crescent hung over the roof."),
        ("en", "It was Sunday. Tom put on his coat. It was a Wednesday like any other."),
        ("en", "The evening sun stood low in the west. Ellen sang. The sun was just rising."),
        ("en", "The clock struck noon. The stars shone over the roof."),
        ("en", "It was a cold January evening. The apple trees were in blossom."),
        (
            "en",
            "In the great fire of 1911 the church burned. Since the fire of 1923 it was a ruin.",
        ),
        ("id", "Pada hari Selasa mereka tiba. Dua hari kemudian, hari Sabtu, Budi pergi."),
        ("id", "Bulan purnama bersinar. Malam berikutnya bulan sabit menggantung di atas atap."),
        ("id", "Pukul sembilan malam Budi datang. Matahari siang terik di halaman."),
        ("id", "Surau dibangun pada tahun 1870. Surau yang dibangun tahun 1902 itu kosong."),
    ],
)
def test_days_hours_and_seasons_follow_each_other(language: str, told: str) -> None:
    assert {one.subtype for one in found(told, "", language)} == {"time"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "It was Monday. The next day it rained. On Friday Tom left."),
        ("en", "The moon was full. Two weeks later the night was moonless."),
        ("en", "The evening sun stood low. Ellen slept. The next morning the sun rose."),
        ("en", "It was January. Weeks went by. The apple trees were in blossom."),
        ("en", "It was a January evening. Ellen dreamt that the apple trees were in blossom."),
        ("en", "It was noon. She read until the stars came out."),
        ("id", "Hari itu Senin. Keesokan harinya hujan turun. Pada hari Jumat Budi pergi."),
        ("id", "Pagi itu Budi ke sawah. Sore harinya ia pulang dalam cahaya matahari sore."),
    ],
)
def test_time_may_pass(language: str, told: str) -> None:
    assert found(told, "", language) == []


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The abbey lay to the north.", "To the south lay the abbey."),
        ("en", "The chapel stood on the east bank.", "On the west bank stood the chapel."),
        ("en", "The sea lay to the west.", "The sun rose out of the sea."),
        ("en", "The river ran east.", "The river flowed west under the bridge."),
        ("id", "Laut terletak di barat.", "Matahari terbit dari laut."),
        ("id", "Sungai itu mengalir ke timur.", "Sungai itu mengalir ke barat."),
        ("id", "Surau itu berdiri di tepi timur.", "Di tepi barat berdiri surau itu."),
    ],
)
def test_places_stay_where_they_are(language: str, first: str, second: str) -> None:
    assert [one.subtype for one in found(first, second, language)] == ["geography"]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "They rode north to Corran.", "They rode south from Corran."),
        ("en", "The mill lay north of the village.", "The wind came from the south over the mill."),
        ("en", "The mill lay north of the village.", "The mill lay south of the abbey."),
        ("id", "Mereka berjalan ke utara ke Waru.", "Mereka pulang ke selatan dari Waru."),
    ],
)
def test_who_moves_says_nothing_of_where_a_place_lies(
    language: str, first: str, second: str
) -> None:
    assert found(first, second, language) == []


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The ferry leaves at 06:15.", "“The ferry leaves at noon,” said Tom."),
        ("id", "“Kereta berangkat pukul enam pagi,” kata Budi.", "Kereta berangkat tengah hari."),
    ],
)
def test_what_runs_at_one_hour_runs_at_no_other(language: str, first: str, second: str) -> None:
    assert [one.subtype for one in found(f"{first} {second}", "", language)] == ["time"]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The ferry leaves at 06:15.", "“The next ferry leaves at noon,” said Tom."),
        ("en", "The ferry leaves at half past six.", "“The ferry leaves at 06:30,” said Tom."),
        ("id", "Kereta berangkat pukul enam pagi.", "Kereta terakhir berangkat tengah hari."),
    ],
)
def test_another_one_may_run_at_another_hour(language: str, first: str, second: str) -> None:
    assert found(f"{first} {second}", "", language) == []

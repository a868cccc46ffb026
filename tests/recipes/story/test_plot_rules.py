"""What people do, have, know and can, and where they are: told one way, then another."""

import pytest

from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

OPENING = {
    "en": "“Good morning,” said Nina, and she sat down. “Good morning,” said Otto, and he nodded.",
    "id": "Pada pagi hari itu mereka duduk di beranda dan tidak berkata apa-apa untuk waktu yang"
    " lama. "
    "“Selamat pagi,” kata Nina. Nina duduk. “Selamat pagi,” kata Otto. Otto mengangguk.",
}
BETWEEN = {
    "en": "The rain went on for days. The road was long and the wind was cold.\n\nA week went by.",
    "id": "Hujan turun berhari-hari. Jalan itu panjang dan angin dingin.\n\nSeminggu berlalu.",
}


def findings(language: str, *parts: str) -> list[Finding]:
    """What a story of these parts is found to contradict."""
    first, *rest = parts
    chapters = [f"{OPENING[language]}\n\n{first}\n\n{BETWEEN[language]}"]
    chapters += [f"{BETWEEN[language]}\n\n{part}\n\n{BETWEEN[language]}" for part in rest]
    return list(
        check(manuscript([(f"{n:02}.md", text) for n, text in enumerate(chapters)])).findings
    )


def subtypes(language: str, *parts: str) -> set[str]:
    """The kinds of those findings."""
    return {one.subtype for one in findings(language, *parts)}


@pytest.mark.parametrize(
    ("language", "told", "later", "subtype"),
    [
        ("en", "Both of Otto's parents were dead.", "Otto's father called him in.", "death"),
        ("en", "They hanged Otto at noon.", "Otto was seen that evening in the inn.", "death"),
        ("en", "Otto fell lifeless to the floor.", "Otto spread his arms and roared.", "death"),
        ("id", "Dalam kebakaran itu Otto tidak selamat.", "Otto membuka pintu.", "death"),
        ("en", "Nina had no idea that Otto was her uncle.",
         "Nina had known from childhood that Otto was her uncle.", "knowledge"),
        ("en", "The police were unaware of the second car.",
         "From the start the police had known about the second car.", "knowledge"),
        ("en", "Only Otto knew where the gold was buried.",
         "All the village had long known where the gold was buried.", "knowledge"),
        ("en", "Neither Nina nor Otto suspected the butler.",
         "Nina had suspected the butler from the first hour.", "knowledge"),
        ("en", "Nina knew every one of her pupils by name.",
         "Nina had never learnt the name of a single pupil.", "knowledge"),
        ("en", "Otto had told no one of the buried treasure.",
         "Otto had told the miller of the buried treasure years before.", "knowledge"),
        ("id", "Nina lupa sama sekali akan gempa itu.",
         "Setiap malam sejak itu Nina mengingat gempa itu.", "knowledge"),
        ("id", "Hanya Otto yang tahu tempat emas itu ditanam.",
         "Seisi desa sudah lama tahu tempat emas itu ditanam.", "knowledge"),
        ("en", "They buried Otto behind the chapel.", "“Nobody asked me,” Otto muttered.", "death"),
        ("en", "Otto had not survived the operation.", "Otto ordered the soup.", "death"),
        ("en", "Otto breathed his last.", "Otto was waiting for her under the clock.", "death"),
        ("en", "Peter's widow kept the mill. Peter's widow sat.", "Peter swept it.", "death"),
        ("en", "The old dog died that winter.", "The old dog barked and ran to the gate.", "death"),
        ("en", "He lay there with a knife in his back: Otto was dead.", "Otto rose.", "death"),
        ("id", "Mereka memakamkan Otto di belakang surau.", "Otto membuka pintu.", "death"),
        ("id", "Nyawa Otto tidak tertolong.", "Otto memesan soto dan mengeluh.", "death"),
        ("id", "Kucing itu mati terlindas truk.", "Kucing itu melompat ke meja.", "death"),
        ("en", "Nina spoke no French.", "Nina answered the porter in fluent French.", "skill"),
        ("en", "Otto could not read or write.", "Otto wrote a long letter home.", "skill"),
        ("en", "Otto had lost his right arm.", "Otto clapped his hands.", "skill"),
        ("en", "Nina had never smoked in her life.", "Nina lit a cigarette.", "skill"),
        ("en", "Otto had never learned to swim.", "Otto was the strongest swimmer there.", "skill"),
        ("en", "“I never learned to swim,” said Otto.", "Otto swam out to the raft.", "skill"),
        ("id", "Nina tidak bisa berbahasa Belanda.", "Nina berkata dalam bahasa Belanda.", "skill"),
        ("id", "Otto tidak pernah minum arak.", "Otto meneguk araknya sampai habis.", "skill"),
        ("id", "Nina belum pernah menunggang kuda.", "Nina memacu kudanya di jalan.", "skill"),
        ("en", "Nina threw the ring into the river.", "Nina turned the ring on her finger.",
         "possession"),
        ("en", "In the street the Lada was on fire.", "Otto had the key of the Lada in his hand.",
         "possession"),
        ("en", "On the quay Nina took the Beretta. She threw it as far out as she could.",
         "Nina showed the Beretta to Otto.", "possession"),
        ("en", "Otto sold his watch. It was raining.", "Otto looked at his watch.", "possession"),
        ("en", "Otto had never owned a gun.", "Otto drew his gun and fired.", "possession"),
        ("en", "The vase broke into pieces.", "Nina filled the vase.", "possession"),
        ("id", "Lentera itu jatuh ke dalam sumur.", "Nina mengangkat lentera itu.", "possession"),
        ("id", "Otto menggadaikan medalinya.", "Otto menyematkan medalinya.", "possession"),
        ("en", "Nina had never been to London.",
         "Nina remembered the last time she was in London.", "knowledge"),
        ("en", "Nina knew nothing about the baby.", "Nina had known about the baby all along.",
         "knowledge"),
        ("id", "Otto tidak tahu tentang bayi itu.", "Otto sudah lama tahu tentang bayi itu.",
         "knowledge"),
        ("en", "No one may enter the temple with shoes on.", "Otto walked into the temple in"
        " boots.",
         "world_rule"),
        ("en", "Only the queen may wear purple.", "Nina wore a purple gown.", "world_rule"),
        ("id", "Setiap tamu wajib membasuh kaki.", "Para tamu masuk tanpa membasuh kaki.",
         "world_rule"),
        ("id", "Hanya ratu yang boleh memakai kain ungu.", "Nina memakai kain ungu ke pasar.",
         "world_rule"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_found(language: str, told: str, later: str, subtype: str) -> None:
    assert subtype in subtypes(language, told, later)


@pytest.mark.parametrize(
    ("language", "told", "later"),
    [
        ("en", "Nina had no idea who wrote it.", "Now Nina knew who had written the letter."),
        ("en", "Only Otto knew where the gold was buried.", "Otto had long known it."),
        ("id", "Otto tidak selamat dalam kebakaran itu.", "Anak Otto membuka pintu."),
        ("id", "Otto buta huruf.", "Cucu Otto membacakan surat itu."),
        pytest.param("en", "Otto died that night.", "Nina dreamed that Otto was sitting by her"
        " bed.",
                     id="the dead in a dream"),
        pytest.param("en", "The horse died.", "Another horse stood there. The horse ran off.",
                     id="another animal"),
        pytest.param("id", "Otto meninggal.", "Rupanya Otto menyimpan surat itu di sana.",
                     id="what the dead had done"),
        pytest.param("en", "Nina could not swim.",
                     "Nina learned to swim that summer. Nina swam to the raft.", id="learnt"),
        pytest.param("id", "Otto belum pernah bisa bersiul, tetapi ia mencoba. Maka Otto bersiul.",
                     "Otto pulang.", id="a first time"),
        pytest.param("en", "Nina threw the ring into the river.",
                     "A boy found the ring. Nina turned the ring on her finger.", id="found again"),
        pytest.param("en", "Otto gave his watch to Nina.", "Nina looked at the watch.",
                     id="whose it is now"),
        pytest.param("en", "Nina knew nothing about the baby.", "Now Nina knew about the baby.",
                     id="told by now"),
        pytest.param("id", "Hanya ratu yang boleh memakai kain ungu.",
                     "Ratu memakai kain ungu ke pasar.", id="whose right it is"),
        pytest.param("en", "No one may enter the temple with shoes on.",
                     "Otto did not walk into the temple in his boots.", id="a rule that is kept"),
    ],
)  # fmt: skip
def test_what_the_story_explains_is_no_contradiction(language: str, told: str, later: str) -> None:
    assert subtypes(language, told, later) <= {"tense", "person"}


def test_what_a_story_goes_on_with_is_no_slip() -> None:
    later = "Otto laughed. Otto sat down. Otto took his hat. Otto left. Otto came back and sang."

    assert "death" not in subtypes("en", "Otto died that night.", later)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Otto was away in Paris and would not be back till June. Nina sat down. Nina read. "
               "Nina looked out. Otto poured the tea."),
        ("id", "Otto sedang di Medan dan baru pulang bulan Juni. Nina duduk. Nina membaca. "
               "Nina tertawa. Otto menuangkan teh."),
    ],
)  # fmt: skip
def test_who_is_away_does_not_pour_the_tea(language: str, told: str) -> None:
    assert "place" in subtypes(language, told)


def test_who_comes_back_may_pour_the_tea() -> None:
    told = (
        "Otto was away in Paris and would not be back till June. Nina sat down. Nina read. "
        "Nina looked out. Otto came in at the door. Otto poured the tea."
    )

    assert "place" not in subtypes("en", told)


def test_an_aside_does_not_hide_that_somebody_away_speaks() -> None:
    told = "Otto's sister is in Lisbon until Easter. Nina shut the door. Nina sat down."

    assert "place" in subtypes("en", f"{told} Otto's sister, in curlers, asked for the key.")

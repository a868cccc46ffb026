"""Worn phrases, oaths, things before their time, turns of feeling, lines out of voice."""

import pytest

from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.manuscript import Manuscript, manuscript
from groundsmith.recipes.story.validators.registry import check

CALM = (
    "Mara walked down to the harbour. The wind was cold. Mara opened the door and sat down. " * 80
)
TENANG = "Sari berjalan ke pelabuhan. Angin dingin. Sari membuka pintu, lalu duduk di bangku. " * 80


def found(text: str, language: str, subtype: str) -> list[Finding]:
    """The findings of one kind in a story of one chapter."""
    read = manuscript([("one.md", text)])
    told = Manuscript(chapters=read.chapters, notes=(), language=language)
    return [one for one in check(told).findings if one.subtype == subtype]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mara turned. Her blood ran cold at the sight.", "en"),
        ("Little did she know that the ferry was gone.", "en"),
        ("Sari menoleh. Jantungnya seakan berhenti melihat itu.", "id"),
        ("Mereka hidup bahagia selamanya di pulau itu.", "id"),
    ],
)
def test_a_worn_phrase_is_found_and_is_grave_for_nobody(text: str, language: str) -> None:
    (finding,) = found(text, language, "cliche")

    assert finding.severity is Severity.LOW


def test_a_worn_phrase_in_somebodys_mouth_is_theirs() -> None:
    assert found("“My blood ran cold,” said Mara.", "en", "cliche") == []


def test_worn_phrases_stand_behind_all_other_findings() -> None:
    text = f"It was 1790. {CALM} Her blood ran cold. The telephone rang. Mara listened."
    read = manuscript([("one.md", text)])

    subtypes = [one.subtype for one in check(read).findings]

    assert subtypes[-1] == "cliche"
    assert "time" in subtypes


@pytest.mark.parametrize(
    ("calm", "oath", "language"),
    [(CALM, "The bastard of a door would not shut.", "en"),
     (TENANG, "Pintu brengsek itu tidak mau menutup.", "id")],
)  # fmt: skip
def test_a_narrator_who_never_swears_is_pointed_to_where_he_does(
    calm: str, oath: str, language: str
) -> None:
    (finding,) = found(f"{calm}{oath}", language, "tone")

    assert finding.contradicting.quote in oath


def test_a_narrator_who_swears_throughout_does_so_by_choice() -> None:
    assert found(CALM + "The bastard door jammed. " * 5, "en", "tone") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In the spring of 1790 Mara came to town. The telephone rang in the hall.", "en"),
        ("Pada tahun 1790 Sari tiba di kota. Televisi menyala di ruang tamu.", "id"),
    ],
)
def test_a_thing_before_its_time_is_found(text: str, language: str) -> None:
    (finding,) = found(text, language, "time")

    assert "1790" in finding.established.quote


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The telephone rang in the hall.", id="no year is told"),
        pytest.param("In 1790 it was a field. In 1950 the telephone rang.", id="a later year"),
        pytest.param("It was 1790. “What is a telephone?” asked Mara.", id="only spoken of"),
        pytest.param("It was 1790. He had a time machine and a telephone.", id="time travel"),
    ],
)
def test_a_thing_whose_time_may_have_come_is_no_anachronism(text: str) -> None:
    assert found(text, "en", "time") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mara said no. Mara was heartbroken. The table was laid. Mara was overjoyed.", "en"),
        ("Sari berkata tidak. Sari sangat sedih. Meja sudah siap. Sari gembira sekali.", "id"),
    ],
)
def test_a_feeling_that_turns_for_no_reason_is_found(text: str, language: str) -> None:
    assert len(found(text, language, "emotion")) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Mara said no. Mara was heartbroken. Then a letter came. Mara was overjoyed.",
            id="news comes",
        ),
        pytest.param(
            "Mara said no. Mara was heartbroken.\n\n* * *\n\nMara was overjoyed.",
            id="another scene",
        ),
        pytest.param(
            "Mara said no. Mara was heartbroken. The table was laid. Mara was not happy.",
            id="it did not turn",
        ),
    ],
)
def test_a_feeling_that_has_a_reason_may_turn(text: str) -> None:
    assert found(text, "en", "emotion") == []


STIFF = "“I do not know what you mean, Tom,” said Mara.\n\nTom looked at the sea.\n\n"


def test_a_line_that_its_speaker_would_not_say_is_found() -> None:
    text = STIFF * 14 + "“I don't know,” said Mara.\n\nTom nodded."

    (finding,) = found(text, "en", "voice")

    assert "Mara" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STIFF * 4 + "“I don't know,” said Mara.\n\n", id="too little to know her by"),
        pytest.param(STIFF * 14 + "“I don't,” said Mara.\n\n" * 3, id="she does it now and then"),
        pytest.param(STIFF * 14 + "“I don't know,” said Tom.\n\n", id="another speaks"),
    ],
)
def test_a_voice_that_is_not_distinct_is_left_alone(text: str) -> None:
    assert found(text, "en", "voice") == []

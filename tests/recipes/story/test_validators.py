"""Contradictions that are found, and those that are none."""

import pytest

from groundsmith.recipes.story.findings import Finding
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

PAST = (
    "Mara walked down to the harbour. The wind was cold. Mara opened the door and sat down. "
    "“Good morning,” said Mara. Tom looked at her. He closed the book. Mara nodded and left."
)


def found(*chapters: str, notes: str = "") -> list[Finding]:
    """The findings of a story of these chapters."""
    told = [(f"{number:02}.md", text) for number, text in enumerate(chapters, 1)]
    return list(check(manuscript(told, [("notes.md", notes)] if notes else [])).findings)


def subtypes(*chapters: str, notes: str = "") -> set[str]:
    """What kinds of findings a story has."""
    return {one.subtype for one in found(*chapters, notes=notes)}


@pytest.mark.parametrize(
    ("chapters", "subtype"),
    [
        ((f"{PAST} Her eyes were blue.", f"{PAST} Mara's green eyes shone."), "appearance"),
        ((f"{PAST} Tom died that night.", f"{PAST} “Come along,” said Tom."), "death"),
        ((f"{PAST} Mara could not swim.", f"{PAST} Mara swam out to the buoy."), "skill"),
        ((f"{PAST} Mara was thirty-four.", f"{PAST} Mara was twenty-two."), "age"),
        ((f"{PAST} On Monday, 3 May 1920, it rained.", f"{PAST} On Friday, 8 May 1920, it rained."),
         "time"),
        ((PAST, PAST, f"{PAST} I shut my eyes and my heart beat."), "person"),
        ((PAST, f"{PAST} The cat jumps down, looks round and runs."), "tense"),
    ],
)  # fmt: skip
def test_a_contradiction_is_found(chapters: tuple[str, ...], subtype: str) -> None:
    assert subtype in subtypes(*chapters)


@pytest.mark.parametrize(
    "chapters",
    [
        pytest.param(
            (f"{PAST} Mara had brown hair.", f"{PAST} Mara dyed her hair. Mara's red hair shone."),
            id="hair is dyed",
        ),
        pytest.param(
            (
                f"{PAST} Tom died that night.",
                "Mara slept. In her dream Tom laughed. Tom walked on.",
            ),
            id="the dead in a dream",
        ),
        pytest.param(
            (
                f"{PAST} Tom died that night.",
                "Mara sat down. Mara remembered how Tom used to laugh.",
            ),
            id="the dead in a memory",
        ),
        pytest.param(
            (
                f"{PAST} Mara could not swim.",
                f"{PAST} Mara learned to swim. Mara swam to the buoy.",
            ),
            id="somebody learns",
        ),
        pytest.param(
            (f"{PAST} In 1950 Mara was thirty.", f"{PAST} In 1960 Mara was forty."),
            id="somebody grows older",
        ),
        pytest.param(
            (f"{PAST} Her eyes were blue.", f"{PAST} “Mara has green eyes,” said Tom."),
            id="somebody lies",
        ),
    ],
)
def test_what_fiction_explains_is_no_contradiction(chapters: tuple[str, ...]) -> None:
    assert found(*chapters) == []


def test_a_finding_cites_the_very_words_of_both_places() -> None:
    first, second = f"{PAST} Her eyes were blue.", f"{PAST} Mara's green eyes shone."

    (finding,) = found(first, second)

    assert first[finding.established.start : finding.established.stop] == "Her eyes were blue."
    assert finding.contradicting.chapter == "02.md"
    assert second[finding.contradicting.start : finding.contradicting.stop] == (
        finding.contradicting.quote
    )


def test_what_the_notes_say_holds_from_the_beginning() -> None:
    notes = "# People\n\n## Mara\n- Eyes: blue\n"

    (finding,) = found(f"{PAST} Mara's green eyes shone.", notes=notes)

    assert (finding.subtype, finding.established.chapter) == ("appearance", "notes.md")


def test_a_rule_of_the_notes_is_broken_by_other_words_than_it_is_stated_in() -> None:
    notes = "# World\n\n## Rules\n- No flame is lit after dark.\n"

    (finding,) = found(f"{PAST} At midnight Tom lit a candle.", notes=notes)

    assert finding.subtype == "world_rule"


def test_indonesian_stories_are_read_by_their_own_grammar() -> None:
    opening = (
        "Hari itu Sari pulang ke rumah. Rambutnya hitam dan matanya cokelat. Sari duduk di lantai. "
        "“Bapak sudah makan?” tanya Sari. Budi menggeleng, lalu pergi ke dapur."
    )

    assert subtypes(f"{opening} Malam itu Budi meninggal.", "Keesokan harinya Budi tertawa keras.")
    assert "appearance" in subtypes(opening, "Sari menoleh. Mata Sari yang biru berkilat.")


@pytest.mark.parametrize(
    "text",
    ["", "\ud800 “", "“" * 5_000, "A" * 20_000, "Mara " * 5_000, "\x00\n" * 500, "- a: b\n" * 900],
)  # fmt: skip
def test_no_text_is_too_strange_to_be_checked(text: str) -> None:
    assert isinstance(found(text, PAST, notes=text), list)

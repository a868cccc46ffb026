"""`groundsmith story` as a novelist uses it."""

import json
from pathlib import Path

import pytest

from command_line import ROOT, CommandLine

CHAPTERS = (
    "# One\n\nMara walked down to the harbour. Her eyes were blue. “Good morning,” said Mara. "
    "Tom looked at her. He closed the book, and the wind was cold. Mara nodded and left.\n",
    "# Two\n\nMara came back in the evening. Mara's green eyes shone. “Sit down,” said Tom. "
    "She was tired and the house was quiet.\n",
)


@pytest.fixture
def novel(groundsmith: CommandLine) -> CommandLine:
    """A novel of two chapters in the folder `novel`."""
    folder = groundsmith.folder / "novel"
    folder.mkdir()
    for number, text in enumerate(CHAPTERS, 1):
        (folder / f"{number}.md").write_text(text, "utf-8")
    return groundsmith


def facts(command: CommandLine) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(
        command("story", "facts", "novel", "--json").stdout
    )
    return listed


def test_a_contradiction_is_shown_with_both_places_and_exits_1(novel: CommandLine) -> None:
    done = novel("story", "check", "novel", "--json")

    told = json.loads(done.stdout)
    (finding,) = told["findings"]
    assert done.returncode == 1
    assert (finding["category"], finding["subtype"]) == ("factual_detail", "appearance")
    for place in (finding["established"], finding["contradicting"]):
        text = CHAPTERS[int(Path(place["chapter"]).stem) - 1]
        assert text[place["start"] : place["stop"]] == place["quote"]
    assert "causality" in told["not_checked"]


@pytest.mark.parametrize("language", ["en", "id"])
def test_our_stories_contradict_themselves_nowhere(groundsmith: CommandLine, language: str) -> None:
    done = groundsmith("story", "check", ROOT / "examples" / "story" / language)

    assert done.returncode == 0, done.stdout
    assert "NOT CHECKED without a model" in done.stdout


def test_the_bible_is_what_people_decided_and_the_history_says_who(novel: CommandLine) -> None:
    first = str(facts(novel)[0]["id"])

    novel("story", "approve", "novel", first, "--only", "1", "--by", "ann")
    again = novel("story", "approve", "novel", first, "--only", "1", "--by", "bo", "--json")
    approved = json.loads(novel("story", "facts", "novel", "--approved", "--json").stdout)
    novel("story", "undo", "novel", first, "--by", "bo")
    history = json.loads(novel("story", "facts", "novel", "--history", "--json").stdout)

    assert json.loads(again.stdout)["changed"] is False
    assert len(approved) == 1
    assert [(one["by"], one["decision"]) for one in history] == [
        ("ann", "partly"),
        ("bo", "undone"),
    ]
    assert facts(novel)[0]["state"] == "pending"


def test_a_number_that_no_fact_has_is_refused(novel: CommandLine) -> None:
    first = str(facts(novel)[0]["id"])

    done = novel("story", "approve", "novel", first, "--only", "99")

    assert done.returncode == 2
    assert "they go from 1 to" in done.stderr


def test_a_story_in_neither_language_is_refused_in_one_line(groundsmith: CommandLine) -> None:
    (groundsmith.folder / "novel.md").write_text("Der Hund lief über die Straße. " * 20, "utf-8")

    done = groundsmith("story", "check", "novel.md")

    assert done.returncode == 2
    assert "neither English nor Indonesian" in done.stderr

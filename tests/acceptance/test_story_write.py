"""`groundsmith story write` with a provider that contradicts, and what people make of it."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from command_line import CommandLine
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Script
from short_stories import FITS, PLANTED, STORIES
from teaching import PRICE, configure, spending

pytestmark = pytest.mark.slow

KEY = {"GROQ_API_KEY": "k" * 20}
ASKED = ("--model", "mine", "--budget", "1", "--words", "40")
Answer = Callable[[str, Json], str]
Write = Callable[..., "CompletedProcess[str]"]


def manuscript(folder: Path, language: str = "en") -> Path:
    story = folder / "story"
    for name, text in STORIES[language].items():
        file = story / (name if name.startswith("notes/") else f"manuscript/{name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return story


def answering(first: str, then: str) -> Answer:
    """A model that writes one thing, and another where it is told what it contradicts."""
    return lambda prompt, _: then if "contradicts what is established" in prompt else first


def written(
    command: CommandLine, story: Path, answer: Answer, *options: str
) -> "CompletedProcess[str]":
    with FakeProvider(Script(answer=answer)) as provider:
        configure(command, "groq", provider.base_url, PRICE)
        return command("story", "write", story, "--out", "out", *ASKED, *options, env=KEY)


def shown(done: "CompletedProcess[str]") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("subtype", PLANTED)
def test_a_contradiction_is_mended_and_the_better_text_kept(
    groundsmith: CommandLine, tmp_path: Path, subtype: str, language: str
) -> None:
    story = manuscript(tmp_path, language)
    answer = answering(PLANTED[subtype][language], FITS[language])

    done = written(groundsmith, story, answer, "--json")

    assert done.returncode == 0, done.stderr
    (passage,) = shown(done)["passages"]
    first, second = passage["content"]["rounds"]
    assert any(line.startswith(subtype) for line in first["findings"])
    assert (second["kept"], passage["content"]["text"]) == (True, FITS[language])
    assert groundsmith("audit", "out").returncode == 0


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("subtype", PLANTED)
def test_what_stays_wrong_waits_for_a_person_with_both_places(
    groundsmith: CommandLine, tmp_path: Path, subtype: str, language: str
) -> None:
    story, wrong = manuscript(tmp_path, language), PLANTED[subtype][language]

    done = written(groundsmith, story, answering(wrong, wrong), "--mode", "semi-automatic")

    assert done.returncode == 1
    assert "WAITING" in done.stdout
    assert f"/{subtype}:" in done.stdout
    assert "  said " in done.stdout
    refused = groundsmith("export", "out", "--format", "prose", "--to", "a.md")
    allowed = groundsmith(
        "export", "out", "--format", "prose", "--to", "b.md", "--allow", "waiting"
    )
    assert (refused.returncode, allowed.returncode) == (2, 0)
    assert (groundsmith.folder / "b.md").read_text("utf-8") == wrong + "\n"


def test_in_automatic_mode_it_is_rejected_with_its_findings(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    wrong = PLANTED["death"]["en"]

    done = written(groundsmith, manuscript(tmp_path), answering(wrong, wrong), "--json")

    assert done.returncode == 1
    (line,) = (groundsmith.folder / "out" / "rejected.jsonl").read_text("utf-8").splitlines()
    rejected = json.loads(line)
    assert rejected["assessment"]["findings"]
    assert [one["kept"] for one in rejected["content"]["rounds"]] == [True, False, False]
    assert shown(done)["proposals"] == []


def test_without_a_model_one_sentence_and_nothing_is_made(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    done = groundsmith("story", "write", manuscript(tmp_path), "--out", "out")

    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1
    assert "needs a model" in done.stderr
    assert not (groundsmith.folder / "out").exists()


def test_a_preview_shows_what_would_be_asked_and_needs_no_model(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    done = groundsmith(
        "story", "write", manuscript(tmp_path), "--mode", "preview", "--ask", "Tobias comes home"
    )

    assert done.returncode == 0, done.stderr
    assert "Hanna folded the letter" in done.stdout
    assert "look out    Tobias is dead by then" in done.stdout
    assert not (groundsmith.folder / "out").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--pov", "Tobias"), "Tobias is dead by then"),
        (("--chapter", "9"), "there are 3 chapters"),
    ],
)
def test_a_request_that_cannot_be_met_costs_nothing(
    groundsmith: CommandLine, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    story = manuscript(tmp_path)

    done = written(groundsmith, story, answering(FITS["en"], FITS["en"]), *options)

    assert done.returncode == 1
    assert said in groundsmith("runs", "show", "out").stdout
    assert spending(groundsmith)["call_count"] == 0


def test_the_same_command_again_asks_nobody(groundsmith: CommandLine, tmp_path: Path) -> None:
    story, answer = manuscript(tmp_path), answering(PLANTED["death"]["en"], FITS["en"])
    first = written(groundsmith, story, answer)
    before = (groundsmith.folder / "out" / "records.jsonl").read_bytes()

    again = groundsmith("story", "write", story, "--out", "out", *ASKED, env=KEY)

    assert (first.returncode, again.returncode) == (0, 0), again.stderr
    assert (groundsmith.folder / "out" / "records.jsonl").read_bytes() == before


def test_a_budget_that_is_too_small_stops_and_a_higher_one_goes_on(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    story = manuscript(tmp_path)
    with FakeProvider(Script(answer=answering(FITS["en"], ""))) as provider:
        configure(groundsmith, "groq", provider.base_url, PRICE)
        asked = ("story", "write", story, "--out", "out", "--model", "mine", "--budget")
        stopped = groundsmith(*asked, "0.000001", env=KEY)
        done = groundsmith(*asked, "1", env=KEY)

    assert stopped.returncode == 3
    assert done.returncode == 0, done.stderr


def test_every_version_that_was_accepted_is_kept_and_can_be_compared(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    story = manuscript(tmp_path)
    other = "Rupert laughed. Hanna did not."
    for text, ask in ((FITS["en"], "they leave"), (other, "they stay")):
        done = written(groundsmith, story, answering(text, text), "--ask", ask)
        assert done.returncode == 0, done.stderr
        (groundsmith.folder / "groundsmith.yaml").unlink()

    versions = groundsmith("versions", "out", "chapter-3", "--json")
    different = groundsmith("diff", "out", "chapter-3/narrative_continuation")

    assert versions.returncode == 0, versions.stderr
    assert versions.stdout.count('"version"') == 2
    assert "Rupert laughed" in different.stdout


def proposed(groundsmith: CommandLine, tmp_path: Path) -> tuple[Path, str]:
    """A story with one passage that proposes two facts or more, and that proposal's id."""
    story = manuscript(tmp_path)
    text = "Rupert came in. Rupert had red hair and brown eyes. He could not swim."
    done = written(groundsmith, story, answering(text, text), "--json")
    assert done.returncode == 0, done.stderr
    (name,) = shown(done)["proposals"]
    return story, name


def approved(groundsmith: CommandLine, story: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        groundsmith("story", "facts", story, "--approved", "--json").stdout
    )
    return found


def test_facts_of_a_passage_wait_until_somebody_approves_some(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    story, name = proposed(groundsmith, tmp_path)
    assert approved(groundsmith, story) == []

    partly = groundsmith("story", "approve", story, name, "--only", "1", "--by", "Ada")

    assert partly.returncode == 0, partly.stderr
    (fact,) = approved(groundsmith, story)
    assert (fact["attribute"], fact["value"]) == ("hair colour", "red")


def test_approving_twice_changes_nothing_and_undoing_takes_it_back(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    story, name = proposed(groundsmith, tmp_path)

    once = groundsmith("story", "approve", story, name, "--json", "--by", "Ada")
    held = approved(groundsmith, story)
    twice = groundsmith("story", "approve", story, name, "--json", "--by", "Ben")
    after = approved(groundsmith, story)
    undone = groundsmith("story", "undo", story, name, "--json", "--by", "Ben")

    changed = [shown(done)["changed"] for done in (once, twice, undone)]
    assert changed == [True, False, True]
    assert held == after != []
    assert approved(groundsmith, story) == []
    history = json.loads(groundsmith("story", "facts", story, "--history", "--json").stdout)
    assert [(one["by"], one["decision"]) for one in history] == [
        ("Ada", "approved"),
        ("Ben", "undone"),
    ]


def test_what_was_approved_of_one_passage_holds_for_another(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    story, name = proposed(groundsmith, tmp_path)
    assert groundsmith("story", "approve", story, name).returncode == 0
    (groundsmith.folder / "groundsmith.yaml").unlink()
    text = "Rupert came in. “Good evening,” said Rupert. Rupert had black hair."

    done = written(groundsmith, story, answering(text, text), "--json", "--kind", "world_building")

    assert done.returncode == 1
    found = shown(done)["passages"][0]["content"]["findings"]
    assert any("approved: “Hair: red”" in one["message"] for one in found)


def test_two_reviewers_at_once_are_both_heard(groundsmith: CommandLine, tmp_path: Path) -> None:
    story, name = proposed(groundsmith, tmp_path)
    said = (("approve", "--by", "Ada", "--only", "1"), ("reject", "--by", "Ben"))

    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lambda one: groundsmith("story", one[0], story, name, *one[1:]), said))

    assert [one.returncode for one in done] == [0, 0], [one.stderr for one in done]
    history = json.loads(groundsmith("story", "facts", story, "--history", "--json").stdout)
    assert {one["by"] for one in history} == {"Ada", "Ben"}
    last = history[-1]["decision"]
    assert bool(approved(groundsmith, story)) is (last == "partly")


def test_a_person_s_instruction_makes_another_version(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    story, shorter = manuscript(tmp_path), "Hanna said nothing until the bridge."

    def answer(prompt: str, _: Json) -> str:
        return shorter if "What is asked for now" in prompt else FITS["en"]

    with FakeProvider(Script(answer=answer)) as provider:
        configure(groundsmith, "groq", provider.base_url, PRICE)
        done = groundsmith("story", "write", story, "--out", "out", *ASKED, env=KEY)
        revised = groundsmith("revise", "out", "chapter-3", "--ask", "shorter", env=KEY)
    again = groundsmith("story", "write", story, "--out", "out", *ASKED, "--json", env=KEY)

    assert (done.returncode, revised.returncode, again.returncode) == (0, 0, 0), revised.stderr
    (passage,) = shown(again)["passages"]
    assert passage["content"]["text"] == shorter


def test_a_model_that_judges_too_finds_what_rules_cannot_and_it_is_mended(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    story, wrong = manuscript(tmp_path), "Rupert spoke of the letter word by word."
    found = {
        "kind": "knowledge",
        "established": "Hanna folded the letter and put it in her coat.",
        "contradicting": wrong,
        "reason": "Nobody read it to him.",
        "suggestion": "",
    }

    def answer(prompt: str, schema: Json) -> str:
        if "contradictions" in json.dumps(schema):
            return json.dumps({"contradictions": [found] if wrong in prompt else []})
        return FITS["en"] if "Nobody read it to him." in prompt else wrong

    done = written(groundsmith, story, answer, "--judge", "--json")

    assert done.returncode == 0, done.stderr
    (passage,) = shown(done)["passages"]
    assert passage["content"]["text"] == FITS["en"]
    first, _ = passage["content"]["rounds"]
    assert first["findings"] == ["knowledge-medium: Nobody read it to him."]
    assert spending(groundsmith)["call_count"] == 4
    assert groundsmith("audit", "out").returncode == 0

"""`groundsmith revise`: a text is changed as asked, checked as any other, and stays changed."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from groundsmith.cli.main import main
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Script

POSTS = Path(__file__).parents[2] / "benchmarks" / "posts"
HOOK = "The official forecast covers the open coast and not the inner basin."
STORY = "A warning that comes two hours early is enough to move the boats."
FIGURE = "A forecast takes 80 ms on a Raspberry Pi 4."
PLANTED = "It has saved the harbour $120,000 so far."
ASKED = "What is asked for now: "


def git(folder: Path, *arguments: str) -> None:
    """Git as nobody has it set up."""
    quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    subprocess.run(
        ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", "-C", folder, *arguments],
        check=True,
        capture_output=True,
        env={**os.environ, **quiet},
    )


def commit(folder: Path, readme: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "README.md").write_text(readme, "utf-8")
    (folder / "pyproject.toml").write_text((POSTS / "manifest.toml").read_text("utf-8"), "utf-8")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "all of it")):
        git(folder, *arguments)


def restore(folder: Path) -> None:
    """The commit before, as if the last one had never been."""
    git(folder, "reset", "-q", "--hard", "HEAD~1")


class Writer:
    """Writes a post, and changes it: a planted sentence where it is asked for lies."""

    def __init__(self) -> None:
        self.talks: list[str] = []

    def __call__(self, prompt: str, schema: Json) -> str:
        wanted = set((schema or {}).get("properties", {}))
        if "technologies" in wanted:
            return json.dumps({"technologies": []})
        if "caption" in wanted:
            return json.dumps({"caption": HOOK})
        if "sentence" in wanted:
            return json.dumps({"sentence": PLANTED})
        if "clarity" in wanted:
            return json.dumps(dict.fromkeys(wanted, 7))
        if ASKED not in prompt:
            return f"[hook]\n{HOOK}\n[story]\n{STORY}\n[impact]\n{FIGURE}\n[call to action]\n"
        self.talks.append(prompt)
        said = prompt.rpartition(ASKED)[2].splitlines()[0]
        if said == "say nothing":
            return "[hook]\n[story]\n[impact]\n[call to action]\n"
        if said == "only lies":
            return f"[hook]\n{PLANTED}\n[story]\n{PLANTED}\n[impact]\n[call to action]\n"
        planted = PLANTED if "lie" in said else ""
        impact = "" if "shorter" in said else FIGURE
        return f"[hook]\n{HOOK}\n[story]\n{planted}\n[impact]\n{impact}\n[call to action]\n"


class Desk:
    """A folder with a project in it, a model to ask, and the command line in this process."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], writer: Writer) -> None:
        self.folder = folder
        self.writer = writer
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, Json]:
        code = main([*arguments, "--json", "-q"])
        return code, json.loads(self._capsys.readouterr().out)

    def record(self, style: str = "growth") -> dict[str, Any]:
        lines = (self.folder / "out" / "records.jsonl").read_text("utf-8").splitlines()
        found = [json.loads(line) for line in lines]
        return next(one for one in found if one["content"]["style"] == style)

    def write(self) -> Json:
        return self("post", "tideline", "--out", "out")


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Desk]:
    """A desk on which two posts were written by a model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GROQ_API_KEY", "k" * 20)
    commit(tmp_path / "tideline", (POSTS / "tideline_en.md").read_text("utf-8"))
    writer = Writer()
    with FakeProvider(Script(answer=writer)) as provider:
        (tmp_path / "groundsmith.yaml").write_text(
            "models:\n  mine:\n    provider: groq\n    model: m\n"
            f"    base_url: {provider.base_url}\n    price: {{input: 1, output: 2}}\n"
            "run: {model: mine, budget: 1}\npost: {styles: [growth, learning]}\n",
            "utf-8",
        )
        made = Desk(tmp_path, capsys, writer)
        made.write()
        yield made


def test_a_revision_is_a_version_and_what_records_and_exports_show(desk: Desk) -> None:
    other = desk.record("learning")

    code, made = desk("revise", "out", "growth", "--ask", "shorter", "--by", "ann")
    _, versions = desk("versions", "out", "growth")
    desk("export", "out", "--format", "linkedin", "--to", "posts.txt")

    assert (code, made["applied"], made["version"]) == (0, True, 2)
    assert FIGURE in made["difference"]["claims"]["dropped"]
    assert FIGURE not in desk.record()["content"]["text"]
    assert [(one["by"], one["instruction"]) for one in versions] == [
        ("run", ""),
        ("revise", "shorter"),
    ]
    assert versions[1]["who"] == "ann"
    assert FIGURE not in (desk.folder / "posts.txt").read_text("utf-8").split("---")[0]
    assert desk.record("learning") == other
    assert desk("audit", "out")[0] == 0


def test_the_runs_own_command_again_keeps_the_revision_and_asks_nothing(desk: Desk) -> None:
    desk("revise", "out", "growth", "--ask", "shorter")
    before = (desk.folder / "out" / "records.jsonl").read_bytes()

    code, again = desk.write()
    _, resumed = desk("runs", "resume", "out")

    assert (code, again["records"]) == (0, 2)
    assert (desk.folder / "out" / "records.jsonl").read_bytes() == before
    assert len(desk.writer.talks) == 1
    assert resumed["items"]["DONE"] == 2


def test_what_the_sources_do_not_say_is_taken_out_and_told(desk: Desk) -> None:
    code, made = desk("revise", "out", "growth", "--ask", "add a lie")

    assert code == 0
    assert [one["original"] for one in made["corrections"]] == [PLANTED]
    assert PLANTED not in desk.record()["content"]["text"]


def test_a_revision_that_would_be_rejected_changes_nothing(desk: Desk) -> None:
    before = (desk.folder / "out" / "records.jsonl").read_bytes()

    code, made = desk("revise", "out", "growth", "--ask", "only lies")

    assert (code, made["applied"], made["version"]) == (1, False, 1)
    assert made["findings"]
    assert (desk.folder / "out" / "records.jsonl").read_bytes() == before


def test_a_changed_source_is_written_anew_and_the_old_one_is_found_revised(desk: Desk) -> None:
    desk("revise", "out", "growth", "--ask", "shorter")
    text = (POSTS / "tideline_en.md").read_text("utf-8")

    commit(desk.folder / "tideline", text.replace("Kalman", "Wiener"))
    desk.write()
    changed = desk.record()["content"]["text"]
    restore(desk.folder / "tideline")
    desk.write()

    assert FIGURE in changed
    assert FIGURE not in desk.record()["content"]["text"]
    assert [one["version"] for one in desk("versions", "out", "growth")[1]] == [1, 2, 3, 4]


def test_a_record_is_meant_by_its_id(desk: Desk) -> None:
    code, made = desk("revise", "out", desk.record()["id"][:12], "--ask", "shorter")

    assert code == 0
    assert made["item"].endswith("/growth")


def test_without_a_model_it_says_so_in_one_sentence(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk.folder / "groundsmith.yaml").unlink()
    desk("post", "tideline", "--out", "plain")

    code = main(["revise", "plain", "showcase", "--ask", "shorter"])

    said = capsys.readouterr().err.strip()
    assert code == 4
    assert "its run has no model" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("growth", "--ask", " \x07 "), 2, "--ask says nothing"),
        (("nothing", "--ask", "shorter"), 2, "no item of out is called so"),
        (("growth", "--ask", "say nothing"), 1, "no post in it"),
        (("growth", "--ask", "shorter", "--budget", "0.0000001"), 3, "budget reached"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    desk: Desk, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = (desk.folder / "out" / "records.jsonl").read_bytes()

    found, error = desk("revise", "out", *arguments)

    assert found == code
    assert re.search(said, json.dumps(error), re.IGNORECASE)
    assert (desk.folder / "out" / "records.jsonl").read_bytes() == before

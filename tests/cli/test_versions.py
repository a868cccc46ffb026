"""`groundsmith versions` and `diff` on a project whose README changes."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from groundsmith.cli.main import main
from groundsmith.records import Json

WHO = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
README = """# Tideline

Tideline forecasts the water level of small harbours with one cheap sensor.

A sensor reports the level every 5 minutes, and a forecast takes 80 ms.

The official forecast covers the open coast and not the inner basin.

A warning that comes two hours early is enough to move the boats.
"""


def commit(folder: Path, readme: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "README.md").write_text(readme, "utf-8")
    quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "all")):
        subprocess.run(
            ["git", *WHO, "-C", str(folder), *arguments],
            check=True,
            env={**os.environ, **quiet},
        )


@pytest.fixture
def asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Json]:
    """Runs a command in an empty folder and gives its JSON; a project of two READMEs is there."""
    monkeypatch.chdir(tmp_path)
    project = tmp_path / "tideline"

    def run(*arguments: str) -> Json:
        main([*arguments, "--json", "-q"])
        return json.loads(capsys.readouterr().out)

    for readme in (README, README.replace("5 minutes", "7 minutes")):
        commit(project, readme)
        run("post", "tideline", "--out", "out", "--styles", "growth,learning")
    return run


def test_every_text_that_was_accepted_is_listed_with_what_made_it(
    asked: Callable[..., Json],
) -> None:
    again = asked("post", "tideline", "--out", "out", "--styles", "growth,learning")

    newest, (first, second) = asked("versions", "out"), asked("versions", "out", "growth")

    assert again["records"] == 2
    assert [one["version"] for one in newest] == [2, 2]
    assert (first["by"], first["writer"]) == ("run", "extractive")
    assert "5 minutes" in first["records"][0]["content"]["text"]
    assert "7 minutes" in second["records"][0]["content"]["text"]


def test_the_difference_names_the_facts_that_came_and_went(asked: Callable[..., Json]) -> None:
    found = asked("diff", "out", "growth")
    back = asked("diff", "out", "growth", "2", "1")

    assert found["figures"]["added"] == ["7 minutes"]
    assert found["figures"]["dropped"] == ["5 minutes"]
    assert back["figures"]["added"] == ["5 minutes"]
    assert any("7 minutes" in claim for claim in found["claims"]["added"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("diff", "out", "growth", "1", "9"), "has no version 9; they go from 1 to 2"),
        (("diff", "out", "tideline"), "2 items are meant"),
        (("versions", "out", "nothing"), "no item of out is called so"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(
    asked: Callable[..., Json], arguments: tuple[str, ...], said: str
) -> None:
    found = asked(*arguments)

    assert found["exit_code"] == 2
    assert said in found["error"]["messages"][0]

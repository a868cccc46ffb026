"""`groundsmith revise` on pairs and on files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from groundsmith.cli.main import main
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Script

ROOT = Path(__file__).parents[2]
TOWERS = (
    "# Towers\n\nThe Old Tower was built in 1904. The Old Tower was restored in 1998.\n\n"
    "The New Tower was built in 1931. It stands by the river and is open to all.\n"
)
Ask = Callable[..., tuple[int, Any]]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command in an empty folder and gives its code and its JSON."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GROQ_API_KEY", "k" * 20)

    def run(*arguments: str) -> tuple[int, Any]:
        code = main([*arguments, "--json", "-q"])
        return code, json.loads(capsys.readouterr().out)

    return run


def model(provider: FakeProvider) -> tuple[str, ...]:
    Path("groundsmith.yaml").write_text(
        "models:\n  mine:\n    provider: groq\n    model: m\n"
        f"    base_url: {provider.base_url}\n    price: {{input: 1, output: 2}}\n",
        "utf-8",
    )
    return ("--model", "mine", "--budget", "1")


def records(out: str = "out") -> list[dict[str, Any]]:
    lines = (Path(out) / "records.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_one_pair_is_changed_and_the_others_of_its_passage_are_not(ask: Ask) -> None:
    Path("towers.md").write_text(TOWERS, "utf-8")

    def answer(prompt: str, _: Json) -> str:
        pair = {
            "question": "In which year was the Old Tower restored?",
            "answer": "1998",
            "kind": "temporal",
            "quote": "The Old Tower was restored in 1998.",
        }
        return json.dumps(pair if "What is asked for now" in prompt else {"pairs": []})

    with FakeProvider(Script(answer=answer)) as provider:
        chosen = model(provider)
        ask("qa", "towers.md", "--out", "out")
        before = {one["content"]["question"]: one["content"]["answer"] for one in records()}
        aim = next(one for one in records() if "1904" in one["content"]["answer"])
        code, made = ask("revise", "out", aim["id"], "--ask", "ask of the restoring", *chosen)

    after = {one["content"]["question"]: one["content"]["answer"] for one in records()}
    assert (code, made["applied"], made["version"]) == (0, True, 2)
    assert after.pop("In which year was the Old Tower restored?") == "1998"
    assert before.pop(aim["content"]["question"])
    assert after == before
    assert ask("audit", "out")[0] == 0
    assert ask("qa", "towers.md", "--out", "out")[1]["records"] == len(before) + 1


def test_the_words_of_a_file_are_changed_and_what_is_made_of_facts_is_not(ask: Ask) -> None:
    catalogue = str(ROOT / "examples" / "materials" / "catalogue.yaml")
    said = (
        "Aluminum belongs to the category metal and is used for aircraft panels. "
        "Laser cleaning of it covers oxide removal, paint stripping and degreasing."
    )

    def answer(prompt: str, schema: Json) -> str:
        return json.dumps({"texts": [said]})

    with FakeProvider(Script(answer=answer)) as provider:
        chosen = model(provider)
        ask("page", catalogue, "--out", "out", "--item", "Aluminum")
        code, made = ask("revise", "out", "Aluminum/caption", "--ask", "shorter", *chosen)
        refused, why = ask("revise", "out", "Aluminum/table", "--ask", "shorter", *chosen)

    (caption,) = [one for one in records() if one["item"] == "Aluminum/caption"]
    assert (code, made["version"]) == (0, 2), made
    assert said in caption["content"]["text"]
    assert said in Path("out/site", caption["content"]["path"]).read_text("utf-8")
    assert refused == 1
    assert "made of the catalogue's facts" in why["error"]["messages"][0]

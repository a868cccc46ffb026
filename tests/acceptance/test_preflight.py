"""Preflight: what a run lacks is said at once, before a call is made and anything is written."""

import json
import os
from pathlib import Path

import pytest

from command_line import CommandLine
from groundsmith.testing import FakeProvider
from teaching import KEY, towers


def nothing_was_done(command: CommandLine) -> bool:
    return not (command.folder / "out").exists() and not (command.folder / ".groundsmith").exists()


def test_all_faults_are_told_at_once_each_in_a_line(groundsmith: CommandLine) -> None:
    refused = groundsmith(
        "qa", "nowhere", "--out", "out", "--model", "groq:nobody-knows-me", "--budget", "1",
        "--spares", "unheard-of",
    )  # fmt: skip

    lines = refused.stderr.splitlines()
    assert refused.returncode == 2
    assert len(lines) == 4, refused.stderr
    for said in ("GROQ_API_KEY", "price", "unheard-of", "nowhere"):
        assert any(said in line for line in lines)
    assert nothing_was_done(groundsmith)


def test_two_missing_keys_are_one_line_and_exit_4(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder, count=1)
    models = ("--model", "groq:llama-3.1-8b-instant", "--spares", "openai:gpt-4o-mini")

    refused = groundsmith("qa", docs, "--out", "out", *models, "--budget", "1")

    assert refused.returncode == 4
    assert refused.stderr.count("\n") == 1
    assert "GROQ_API_KEY" in refused.stderr
    assert "OPENAI_API_KEY" in refused.stderr
    assert nothing_was_done(groundsmith)


def test_a_dry_run_shows_what_is_in_order_and_asks_nobody(groundsmith: CommandLine) -> None:
    docs = towers(groundsmith.folder, count=2)
    asked = ("qa", docs, "--out", "out", "--model", "custom:any", "--budget", "1", "--dry-run")
    with FakeProvider() as provider:
        file = groundsmith.folder / "groundsmith.yaml"
        file.write_text(
            "models:\n  'custom:any':\n    provider: groq\n    model: any\n"
            f"    base_url: {provider.base_url}\n    price: {{input: 1, output: 2}}\n",
            "utf-8",
        )
        done = groundsmith(*asked, "--json", env={"GROQ_API_KEY": KEY})
        count = provider.bill().request_count

    shown = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert count == 0
    assert any("GROQ_API_KEY" in line for line in shown["preflight"])
    assert any("ledger" in line for line in shown["preflight"])
    assert shown["items"] == 2
    assert KEY not in done.stdout
    assert nothing_was_done(groundsmith)


def test_inputs_without_anything_readable_exit_2_before_the_ledger_is_made(
    groundsmith: CommandLine,
) -> None:
    docs = groundsmith.folder / "docs"
    docs.mkdir()
    (docs / "a.bin").write_bytes(os.urandom(64))

    refused = groundsmith("qa", docs, "--out", "out")

    assert refused.returncode == 2
    assert "nothing readable" in refused.stderr
    assert "a.bin" in refused.stderr
    assert nothing_was_done(groundsmith)


@pytest.mark.parametrize("place", ["out", ".groundsmith"])
def test_a_folder_under_a_file_exits_2_in_one_line(groundsmith: CommandLine, place: str) -> None:
    docs = towers(groundsmith.folder, count=1)
    (groundsmith.folder / "file").write_text("in the way", "utf-8")
    home = {"GROUNDSMITH_HOME": "file/state"} if place == ".groundsmith" else {}
    out = Path("file/out") if place == "out" else Path("out")

    refused = groundsmith("qa", docs, "--out", out, env=home)

    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "file" in refused.stderr

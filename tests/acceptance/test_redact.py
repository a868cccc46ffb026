"""`run.redact`: what a provider, the stored answers and the logs see of personal data."""

import json
import re
import sqlite3
from pathlib import Path

from command_line import CommandLine
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Script

MAIL = "anna.berg@example.org"
PHONE = "+49 30 1234567"


class Desk:
    """A provider that asks whom to write to, and remembers every prompt."""

    def __init__(self) -> None:
        self.prompts: list[str] = []

    def __call__(self, prompt: str, schema: Json) -> str:
        self.prompts.append(prompt)
        said = re.search(r"The visa office answers letters to (\S+) within a week\.", prompt)
        assert said
        pair = {
            "question": "Where does the visa office answer letters within a week?",
            "answer": said[1],
            "kind": "factual",
            "quote": said[0],
        }
        return json.dumps({"pairs": [pair]})


def office(folder: Path) -> Path:
    docs = folder / "docs"
    docs.mkdir()
    body = (
        f"# Visa office\n\nThe visa office answers letters to {MAIL} within a week. "
        f"It costs $30.50 since 2024-01-15. In a hurry, ring {PHONE} before noon.\n"
    )
    (docs / "office.md").write_text(body, "utf-8")
    return docs


def ask(command: CommandLine, desk: Desk, *more: str) -> None:
    docs = office(command.folder)
    with FakeProvider(Script(answer=desk)) as provider:
        lines = ["models:", "  mine:", "    provider: custom", "    model: small"]
        lines += [f"    base_url: {provider.base_url}", "    price: {input: 1, output: 2}"]
        file = command.folder / "groundsmith.yaml"
        file.write_text("\n".join(lines) + "\n", "utf-8")
        done = command("qa", docs, "--out", "out", "--model", "mine", "--budget", "1", *more)
    assert done.returncode == 0, done.stderr


def kept_answers(folder: Path) -> list[str]:
    with sqlite3.connect(folder / ".groundsmith" / "ledger.db") as ledger:
        return [bytes(body).decode() for (body,) in ledger.execute("select body from answers")]


def test_a_provider_sees_placeholders_and_the_dataset_its_sources(groundsmith: CommandLine) -> None:
    desk = Desk()

    ask(groundsmith, desk, "--redact")

    record = json.loads((groundsmith.folder / "out" / "records.jsonl").read_text("utf-8"))
    [prompt] = desk.prompts
    assert MAIL not in prompt
    assert PHONE not in prompt
    assert "It costs $30.50 since 2024-01-15." in prompt
    assert record["content"]["answer"] == MAIL
    assert MAIL in record["citations"][0]["quote"]
    assert groundsmith("audit", "out").returncode == 0


def test_neither_stored_answers_nor_logs_hold_personal_data(groundsmith: CommandLine) -> None:
    ask(groundsmith, Desk(), "--redact")

    [answer] = kept_answers(groundsmith.folder)
    logged = [path.read_text("utf-8") for path in groundsmith.folder.rglob("logs/*")]
    assert "[EMAIL_1]" in answer
    assert MAIL not in answer
    assert logged
    assert not any(MAIL in text or PHONE in text for text in logged)


def test_without_redact_a_model_reads_the_source_as_it_is(groundsmith: CommandLine) -> None:
    desk = Desk()

    ask(groundsmith, desk)

    assert MAIL in desk.prompts[0]
    assert MAIL in kept_answers(groundsmith.folder)[0]


def test_redacting_writes_anew_what_was_written_without_it(groundsmith: CommandLine) -> None:
    plain, redacting = Desk(), Desk()
    ask(groundsmith, plain)
    (groundsmith.folder / "docs" / "office.md").unlink()
    (groundsmith.folder / "docs").rmdir()

    ask(groundsmith, redacting, "--redact")

    assert len(plain.prompts) == len(redacting.prompts) == 1

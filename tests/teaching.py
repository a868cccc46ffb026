"""A provider that teaches well, documents that it can teach about, and a command that asks it."""

import json
import re
from pathlib import Path
from typing import Any

from command_line import CommandLine
from groundsmith.records import Json

KEY = "gsk-very-secret-0123456789"
PRICE = "price: {input: 1, output: 2}"


def teacher(prompt: str, schema: Json) -> str:
    """Answers as a good model would: one pair that quotes a sentence of the passage."""
    fact = re.search(r"(The [A-Z][\w ]+? was built in \d{4})", prompt)
    said = fact.group(1) if fact else "nothing"
    pair = {
        "question": f"When was {said.split(' was ')[0].lower().replace('the ', 'the ', 1)} built?",
        "answer": said[-4:],
        "kind": "temporal",
        "quote": said,
    }
    return json.dumps({"pairs": [pair] if fact else []})


def towers(folder: Path, count: int = 12) -> Path:
    docs = folder / "docs"
    docs.mkdir()
    for number in range(count):
        name = f"Tower{chr(65 + number)}"
        body = f"# {name}\n\nThe {name} was built in {1900 + number}. It stands by the river.\n"
        (docs / f"{number:02}.md").write_text(body + "Boats pass below it all day. " * 4, "utf-8")
    return docs


def configure(command: CommandLine, provider: str, base_url: str, *lines: str) -> None:
    """`init`, then the lines that the README tells to add."""
    assert command("init").returncode == 0
    block = ["models:", "  mine:", f"    provider: {provider}", f"    base_url: {base_url}"]
    block += [f"    {line}" for line in ("model: llama-3.1-8b-instant", *lines)]
    file = command.folder / "groundsmith.yaml"
    file.write_text(file.read_text("utf-8") + "\n" + "\n".join(block) + "\n", "utf-8")


def records(command: CommandLine) -> list[dict[str, Any]]:
    body = (command.folder / "out" / "records.jsonl").read_text("utf-8")
    return [json.loads(line) for line in body.splitlines()]


def spending(command: CommandLine) -> dict[str, Any]:
    manifest = json.loads((command.folder / "out" / "manifest.json").read_text("utf-8"))
    money: dict[str, Any] = manifest["spending"]
    return money

"""Sources as people really have them: each fault is one line with its reason, the rest goes on."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine
from groundsmith.app.job import JobRequest
from groundsmith.app.run import run_job
from groundsmith.events import Event, SourceRead
from groundsmith.runs.stop import Stop
from groundsmith.settings import load

GOOD = """\
# Bridges

The Brooklyn Bridge is a suspension bridge in New York. The Brooklyn Bridge was opened in 1883.
Every morning the keeper walks over it and looks at the water under the arches.
"""
FILLER = "\nThe keeper walks over it every morning and looks at the water under the arches.\n"


def run(groundsmith: CommandLine, folder: Path) -> tuple[int, dict[str, str], list[str]]:
    """Exit code, reason by skipped path, and the documents that records cite."""
    done = groundsmith("qa", folder, "--out", "out", "--json")
    assert "Traceback" not in done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    skipped = {skip["path"]: skip["reason"] for skip in result.get("skipped", ())}
    records = (groundsmith.folder / "out" / "records.jsonl").read_text("utf-8").splitlines()
    cited = sorted({json.loads(line)["citations"][0]["document"] for line in records})
    return done.returncode, skipped, cited


@pytest.fixture
def docs(groundsmith: CommandLine) -> Path:
    """A folder with one good document."""
    folder = groundsmith.folder / "docs"
    folder.mkdir()
    (folder / "good.md").write_text(GOOD, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "body", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("tiny.txt", b"Hi.", "100"),
        ("picture.txt", bytes(range(256)) * 40, "binary"),
        ("big.txt", b"The bridge is long. " * 600_000, "10"),
        ("photo.jpg", b"\xff\xd8\xff" * 100, "type"),
    ],
)
def test_what_is_no_document_is_skipped_with_its_reason(
    groundsmith: CommandLine, docs: Path, name: str, body: bytes, word: str
) -> None:
    (docs / name).write_bytes(body)

    code, skipped, cited = run(groundsmith, docs)

    assert code in (0, 1)
    assert word in skipped[name]
    assert cited == ["good.md"]


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32"]
)
def test_a_text_in_another_encoding_is_read(
    groundsmith: CommandLine, docs: Path, encoding: str
) -> None:
    body = (
        "# Café\n\nThe Café Müller is a small café in Köln. The Café Müller was opened in 1931.\n"
        + FILLER * 3
    )
    (docs / "cafe.md").write_bytes(body.encode(encoding))

    code, skipped, cited = run(groundsmith, docs)

    records = (groundsmith.folder / "out" / "records.jsonl").read_text("utf-8")
    said = ["cafe.md#encoding"] if encoding in ("latin-1", "cp1252") else []  # it was guessed
    assert (code, list(skipped)) == (0, said)
    assert cited == ["cafe.md", "good.md"]
    assert "Café Müller" in records
    assert groundsmith("audit", "out").returncode == 0


def test_a_text_of_ten_megabytes_is_read(groundsmith: CommandLine, docs: Path) -> None:
    section = "## Part {0}\n\nThe part {0} is a long part of the manual.\n" + FILLER * 40
    body = "".join(section.format(number) for number in range(2900))[:9_900_000]
    (docs / "manual.md").write_text(body, "utf-8")

    done = groundsmith("qa", docs, "--out", "out", "--limit", "20", "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["sources"] == 2


def test_a_broken_html_page_is_read(groundsmith: CommandLine, docs: Path) -> None:
    page = "<html><body><h1>Tower<p>The Euromast is a tower.<p>The Euromast was built in 1960."
    (docs / "tower.html").write_text(page + "<div><b></i></table" + FILLER, "utf-8")

    code, skipped, cited = run(groundsmith, docs)

    assert (code, skipped) == (0, {})
    assert "tower.html" in cited


def test_a_bad_row_is_named_and_the_other_rows_are_read(
    groundsmith: CommandLine, docs: Path
) -> None:
    rows = [
        "name,about",
        "Euromast,The Euromast is a tower in Rotterdam.",
        'bad,row,with,"too many',
    ]
    (docs / "towers.csv").write_text("\n".join([*rows, FILLER.strip()]), "utf-8")
    (docs / "rows.jsonl").write_text(
        json.dumps({"about": "The Euromast is a tower in Rotterdam." + FILLER}) + "\n{broken\n"
    )

    code, skipped, _ = run(groundsmith, docs)

    assert code == 1
    assert any(path.startswith("towers.csv") for path in skipped)
    assert any(path.startswith("rows.jsonl") for path in skipped)


def test_a_link_that_leaves_the_folder_is_not_followed(
    groundsmith: CommandLine, docs: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret\n\nThe secret is a secret of the house." + FILLER)
    (docs / "link.md").symlink_to(secret)
    (docs / "loop").symlink_to(docs)

    code, skipped, cited = run(groundsmith, docs)

    assert code == 0
    assert "link" in skipped["link.md"]
    assert cited == ["good.md"]


def test_a_pipe_is_never_opened(groundsmith: CommandLine, docs: Path) -> None:
    os.mkfifo(docs / "pipe.txt")

    code, skipped, cited = run(groundsmith, docs)

    assert code == 0
    assert "pipe.txt" in skipped
    assert cited == ["good.md"]


def test_a_file_that_vanishes_while_reading_is_named_and_its_old_records_stay(
    groundsmith: CommandLine, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (docs / "later.md").write_text(GOOD.replace("Brooklyn", "Tower").replace("New York", "London"))
    monkeypatch.chdir(groundsmith.folder)

    def vanish(event: Event) -> None:
        if isinstance(event, SourceRead) and event.path == "good.md":
            (docs / "later.md").unlink(missing_ok=True)

    groundsmith("qa", docs, "--out", "out")
    before = (groundsmith.folder / "out" / "records.jsonl").read_bytes()
    outcome = run_job(
        JobRequest(recipe="qa", inputs=(str(docs),), out=groundsmith.folder / "out"),
        load(),
        emit=vanish,
        stop=Stop(),
    )

    assert outcome.exit_code == 1
    assert [skip.path for skip in outcome.intake.failed] == ["later.md"]
    assert (groundsmith.folder / "out" / "records.jsonl").read_bytes() == before


@pytest.mark.parametrize("what", ["missing", "*.nothing", "empty"])
def test_inputs_without_a_document_exit_2_with_one_line(
    groundsmith: CommandLine, what: str
) -> None:
    (groundsmith.folder / "empty").mkdir()

    refused = groundsmith("qa", what, "--out", "out", "--quiet")

    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert what in refused.stderr


def test_hostile_texts_never_crash_a_run(groundsmith: CommandLine, docs: Path) -> None:
    bodies = {
        "long-line.txt": "a" * 2_000_000,
        "brackets.md": "[" * 100_000 + "(" * 100_000,
        "stars.md": "*" * 200_000,
        "pipes.md": ("|" * 500 + "\n") * 300,
        "hashes.md": "#\n" * 20_000,
        "deep.html": "<div>" * 50_000 + "x" * 200,
        "controls.txt": "".join(map(chr, range(1, 32))) * 50 + GOOD,
        "right-to-left.txt": "\u202e" + "عربى " * 300,
        "bullets.md": "- " * 100_000,
    }
    for name, body in bodies.items():
        (docs / name).write_text(body, "utf-8")

    code, _, cited = run(groundsmith, docs)

    assert code in (0, 1)
    assert "good.md" in cited
    assert groundsmith("audit", "out").returncode == 0

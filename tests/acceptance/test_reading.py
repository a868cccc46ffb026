"""Documents as people have them, to a dataset whose audit is clean, through the command line."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine
from written_files import Words, docx, epub, footnote_mark, paragraph, pdf, table

PRINTED = Path(__file__).parents[1] / "corpus" / "readers" / "printed" / "harbour.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """A dataset in `out`, made from a folder of a PDF, a DOCX, an EPUB, and some that cannot be."""
    command = CommandLine(tmp_path_factory.mktemp("reading"))
    docs = command.folder / "docs"
    docs.mkdir()
    shutil.copy(PRINTED, docs / "harbour.pdf")
    (docs / "rules.docx").write_bytes(
        docx(
            paragraph("Harbour rules", "heading1"),
            paragraph("The pilot fee is 40 dollars.", more=footnote_mark(1)),
            paragraph("The harbour was founded in 1931 by Queen Wilhelmina."),
            table([["Ship", "Fee"], ["Sloop", "15 dollars"], ["Ketch", "22 dollars"]]),
            footnotes=["Paid on arrival."],
        )
    )
    tower = "<h1>Euromast</h1><p>The Euromast is a tower in Rotterdam. It was built in 1960.</p>"
    (docs / "towers.epub").write_bytes(
        epub({"nav.xhtml": "<nav>x</nav>", "a.xhtml": tower}, nav="nav.xhtml")
    )
    (docs / "scan.pdf").write_bytes(pdf([], drawn=b"0 0 m 100 100 l S\n"))
    (docs / "wrong.docx").write_bytes(pdf([Words(x=60, y=700, text="A PDF.")]))
    done = command("qa", "docs", "--out", "out", "--quiet")
    assert "Traceback" not in done.stderr, done.stderr
    return command


def records(command: CommandLine) -> list[dict[str, Any]]:
    path = command.folder / "out" / "records.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_format_gives_records_that_name_their_reader(made: CommandLine) -> None:
    readers = {one["citations"][0]["reader"] for one in records(made)}

    assert readers == {"pdf@2", "docx@2", "epub@2"}


def test_a_chapter_is_cited_by_its_number(made: CommandLine) -> None:
    cited = {one["citations"][0]["document"] for one in records(made)}

    assert cited == {"harbour.pdf", "rules.docx", "towers.epub#ch01"}


def test_the_audit_is_clean(made: CommandLine) -> None:
    done = made("audit", "out", "--json")

    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["faults"] == []


def test_what_could_not_be_read_is_named_in_the_manifest(made: CommandLine) -> None:
    manifest = json.loads((made.folder / "out" / "manifest.json").read_text("utf-8"))

    reasons = {skip["path"]: skip["reason"] for skip in manifest["skipped"]}

    assert reasons == {
        "scan.pdf": "no text in it, only pictures of it: needs OCR",
        "towers.epub#OEBPS/nav.xhtml": "the table of contents: no chapter",
        "wrong.docx": "a PDF, not a DOCX",
    }


def test_a_changed_book_is_told_by_the_audit(made: CommandLine, tmp_path: Path) -> None:
    moved = tmp_path / "docs"
    shutil.copytree(made.folder / "docs", moved)
    (moved / "towers.epub").write_bytes(epub({"a.xhtml": "<p>Another book.</p>"}))

    done = made("audit", "out", "--json", "--source", str(moved))

    faults = json.loads(done.stdout)["faults"]
    assert done.returncode == 1
    assert {fault["fault"] for fault in faults} == {"changed source"}


def test_a_pdf_by_standard_input_is_a_source(groundsmith: CommandLine) -> None:
    done = groundsmith("qa", "-", "--out", "out", "--quiet", stdin=PRINTED.read_bytes())

    assert done.returncode == 0, done.stderr
    assert {one["citations"][0]["reader"] for one in records(groundsmith)} == {"pdf@2"}


def test_a_text_is_held_against_a_pdf(groundsmith: CommandLine) -> None:
    claim = "The harbour fee for ships under twenty metres is ninety dollars a night."

    done = groundsmith("verify", claim, "--source", str(PRINTED))

    assert done.returncode == 1
    assert "REFUTED" in done.stdout.upper()

"""Indexing sources: what is read, what is not read again, what is taken out."""

import json
from pathlib import Path

import pytest

from groundsmith.app.collections.indexing import Indexed, ToIndex, index
from groundsmith.app.collections.searching import open_collection
from groundsmith.errors import InputError, OutputError
from groundsmith.settings import GroundsmithSettings


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "fees.md").write_text("# Fees\n\nThe visa costs 75 dollars.\n", "utf-8")
    (folder / "gate.md").write_text("# The gate\n\nIt was painted in 1931.\n", "utf-8")
    return folder


def indexed(out: Path, *inputs: Path, **options: object) -> Indexed:
    asked = ToIndex(inputs=[str(each) for each in inputs], out=out, **options)  # type: ignore[arg-type]  # each test names its own
    return index(asked, GroundsmithSettings())


def ids(out: Path) -> list[str]:
    return sorted(each.id for each in open_collection(out).collection.documents.documents())


def test_a_folder_becomes_an_index_of_its_documents(tmp_path: Path, docs: Path) -> None:
    figures = indexed(tmp_path / "index", docs)

    assert (figures.document_count, figures.read_count, figures.failed) == (2, 2, False)
    assert ids(tmp_path / "index") == ["fees.md", "gate.md"]


def test_only_what_changed_is_read_again_and_what_is_gone_is_taken_out(
    tmp_path: Path, docs: Path
) -> None:
    out = tmp_path / "index"
    (docs / "old.txt").write_text("Nobody needs this any more.", "utf-8")
    indexed(out, docs)
    (docs / "old.txt").unlink()
    (docs / "gate.md").write_text("# The gate\n\nIt was painted in 1932.\n", "utf-8")

    figures = indexed(out, docs, update=True)

    assert (figures.read_count, figures.same_count) == (1, 1)
    assert (figures.changes.changed_count, figures.changes.deleted_count) == (1, 1)
    assert ids(out) == ["fees.md", "gate.md"]
    assert open_collection(out).search("1932").hits[0].id == "gate.md"


def test_another_input_is_added_and_the_first_one_stays(tmp_path: Path, docs: Path) -> None:
    out, more = tmp_path / "index", tmp_path / "more"
    more.mkdir()
    (more / "fees.md").write_text("# Fees elsewhere\n\nFree of charge.\n", "utf-8")
    indexed(out, docs)

    indexed(out, more, update=True)

    assert ids(out) == ["fees.md", "gate.md", "more/fees.md"]


def test_a_document_can_be_taken_out_by_its_id(tmp_path: Path, docs: Path) -> None:
    out = tmp_path / "index"
    indexed(out, docs)

    figures = indexed(out, update=True, delete=["gate.md", "nothing"])

    assert ids(out) == ["fees.md"]
    assert figures.unknown == ["nothing"]


def test_an_index_is_not_written_over_without_being_asked_to(tmp_path: Path, docs: Path) -> None:
    indexed(tmp_path / "index", docs)

    with pytest.raises(OutputError, match="--update"):
        indexed(tmp_path / "index", docs)


def test_nothing_readable_leaves_no_index_behind(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "a.png").write_bytes(b"\x89PNG")

    with pytest.raises(InputError, match="nothing readable"):
        indexed(tmp_path / "index", empty)

    assert not (tmp_path / "index" / "index.json").exists()


def test_a_source_that_cannot_be_read_any_more_keeps_what_it_was(
    tmp_path: Path, docs: Path
) -> None:
    out = tmp_path / "index"
    rows = docs / "rows.csv"
    rows.write_text("id,text\na,A row about elephants.\n", "utf-8")
    indexed(out, docs)
    rows.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)

    figures = indexed(out, docs, update=True)

    assert [(skip.path, skip.failed) for skip in figures.skipped] == [("rows.csv", False)]
    assert ids(out) == ["fees.md", "gate.md"]


def test_two_documents_of_one_id_are_told_and_the_first_is_kept(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "a", "text": "First."}\n{"id": "a", "text": "Second."}\n', "utf-8")

    figures = indexed(tmp_path / "index", rows)

    assert figures.failed
    assert "'a' is that of another document" in figures.skipped[0].reason
    assert open_collection(tmp_path / "index").search("first").hits[0].snippet == "First."


def test_of_a_judged_collection_only_the_documents_are_indexed(tmp_path: Path) -> None:
    folder = tmp_path / "beir"
    (folder / "qrels").mkdir(parents=True)
    row = {"_id": "a", "title": "Tower", "text": "High.", "metadata": {"year": 1960}}
    (folder / "corpus.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q", "text": "tower"}\n', "utf-8")
    (folder / "qrels" / "test.tsv").write_text("q\ta\t1\n", "utf-8")
    (folder / "similar.tsv").write_text("q\ta\t1\n", "utf-8")

    indexed(tmp_path / "index", folder)

    assert ids(tmp_path / "index") == ["a"]
    found = open_collection(tmp_path / "index").search("tower", where={"year": {"from": 1950}})
    assert found.hits[0].metadata == {"year": 1960}

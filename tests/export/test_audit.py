"""An audit names each thing that no longer holds by its own cause, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from groundsmith.errors import InputError
from groundsmith.export.audit import AuditReport, Fault, SourceNow, audit
from groundsmith.export.faults import ADVICE
from groundsmith.export.folder import FolderSummary
from groundsmith.export.lines import line
from groundsmith.records import Citation, Record, Tier, sha256

Export = Callable[..., FolderSummary]
Make = Callable[..., Record]


@pytest.fixture
def text() -> str:
    """The text of `visa.md`, as conftest's records cite it."""
    return (
        "The visa fee is 80 euros and is paid once. "
        "An appeal must be filed within fourteen days of the decision.\n"
        "Students may work for twenty hours a week. The visa fee is never returned."
    )


def source_of(text: str, /, **changes: object) -> Callable[[Citation], SourceNow]:
    """A source that holds `text` today."""
    values: dict[str, object] = {
        "path": "visa.md",
        "sha256": sha256(text),
        "text_sha256": sha256(text),
        "text": text,
        "reader": "text@1",
    }
    now = SourceNow(**(values | changes))  # type: ignore[arg-type]  # any one may be replaced
    return lambda citation: now


def causes(report: AuditReport) -> list[str]:
    return [f"{one.fault} {one.where}" for one in report.faults]


def rewrite(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Changes lines of a file and makes the manifest fit, so that only the change is wrong."""
    data = b"".join(change(path.read_bytes().splitlines(keepends=True)))
    path.write_bytes(data)
    manifest = path.parent / "manifest.json"
    value = orjson.loads(manifest.read_bytes())
    for file in value["files"]:
        if file["name"] == path.name:
            file.update(size_bytes=len(data), sha256=sha256(data))
    manifest.write_bytes(orjson.dumps(value))


def replace_citation(path: Path, **changes: object) -> None:
    """Changes the first citation of the first record."""

    def change(lines: list[bytes]) -> list[bytes]:
        value = orjson.loads(lines[0])
        value["citations"][0].update(changes)
        return [orjson.dumps(value) + b"\n", *lines[1:]]

    rewrite(path, change)


def test_a_sound_folder_is_clean(export: Export, records: list[Record], text: str) -> None:
    out = export(records, split_tiers=True).out

    report = audit(out, source_of(text))

    assert report.clean
    assert (report.record_count, report.rejected_count, report.citation_count) == (4, 1, 4)
    assert report.file_count == 10


def test_a_changed_source_is_one_fault_with_its_records(
    export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out
    grown = text.replace("twenty hours", "thirty hours")

    report = audit(out, source_of(grown))

    assert causes(report) == ["changed source visa.md"]
    assert report.fault_count == 4
    said = str(report.faults[0])
    assert "(4 records: r000, r001, r003 and 1 more; 4 still stand word for word)" in said
    assert "run the same command again" in said


def test_a_missing_source_is_told_from_a_changed_one(
    export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out

    report = audit(out, lambda citation: SourceNow(path="visa.md", sha256=None))

    assert causes(report) == ["missing source visa.md"]
    assert "--source" in str(report.faults[0])


def test_a_changed_reader_is_told_from_a_changed_source(
    export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out
    now = source_of(text, text="# " + text, text_sha256=sha256("# " + text), reader="text@2")

    report = audit(out, now)

    assert causes(report) == ["changed reader visa.md"]
    assert "text@1 then, text@2 now" in str(report.faults[0])


def test_a_document_that_is_gone_from_its_source_is_a_changed_reader(
    export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out

    report = audit(out, source_of(text, text=None, text_sha256="", reader=""))

    assert causes(report) == ["changed reader visa.md"]


def test_a_changed_quote_is_told_from_a_wrong_offset(
    export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out
    replace_citation(out / "records.jsonl", quote="The visa fee is 90 euros")

    report = audit(out, source_of(text))

    assert causes(report) == ["changed quote records.jsonl:1"]
    assert "(record r000)" in str(report.faults[0])


@pytest.mark.parametrize(
    ("start", "stop"), [(3, 27), (0, 23), (0, 9999), (5000, 5024), (-24, -1), (10, 3)]
)
def test_a_wrong_offset_says_where_the_quote_stands(
    start: int, stop: int, export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out
    replace_citation(out / "records.jsonl", start=start, stop=stop)

    report = audit(out, source_of(text))

    assert causes(report) == ["wrong offset records.jsonl:1"]
    assert "the quote stands at [0, 24)" in str(report.faults[0])


def test_a_short_quote_far_away_is_no_evidence_of_a_wrong_offset(
    export: Export, record: Make, text: str
) -> None:
    long = text + " word" * 500 + " 80 euros"
    cited = replace(
        record(0).citations[0],
        sha256=sha256(long),
        text_sha256=sha256(long),
        start=len(long) - 8,
        stop=len(long),
        quote="80 francs",
    )
    wrong = replace(record(0), content={}, citations=(replace(cited, quote="The visa"),))
    out = export([wrong]).out

    report = audit(out, source_of(long))

    assert causes(report) == ["changed quote records.jsonl:1"]


def test_an_answer_that_is_no_quote_is_found_where_the_quotes_stand(
    export: Export, record: Make, text: str
) -> None:
    content = {**record(0).content, "answer": "The visa fee is 90 euros"}
    out = export([replace(record(0), content=content)]).out

    report = audit(out, source_of(text))

    assert causes(report) == ["broken record records.jsonl:1"]


def test_a_model_may_answer_in_its_own_words(export: Export, record: Make, text: str) -> None:
    content = {**record(0).content, "answer": "Eighty euros."}
    made_by = replace(record(0).made_by, writer="model:small")
    out = export([replace(record(0), content=content, made_by=made_by)]).out

    report = audit(out, source_of(text))

    assert report.clean


def test_the_same_id_twice_is_a_duplicate(export: Export, record: Make, text: str) -> None:
    twin = replace(record(1), id=record(0).id)
    out = export([record(0), record(2), twin]).out

    report = audit(out, source_of(text))

    assert causes(report) == ["duplicate records.jsonl:3"]
    assert "the same id as line 1 (record r000)" in str(report.faults[0])


def test_a_question_asked_twice_is_a_duplicate_whatever_its_dress(
    export: Export, record: Make, text: str
) -> None:
    dressed = replace(
        record(1), content={**record(1).content, "question": "WHAT is said, of number 0 ?"}
    )
    out = export([record(0), dressed]).out

    report = audit(out, source_of(text))

    assert causes(report) == ["duplicate records.jsonl:2"]
    assert "the same question as line 1 (record r001)" in str(report.faults[0])


def test_a_missing_file_is_named(export: Export, records: list[Record], text: str) -> None:
    out = export(records).out
    (out / "croissant.json").unlink()

    assert causes(audit(out, source_of(text))) == ["missing file croissant.json"]


def test_a_folder_without_manifest_says_so(
    export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out
    (out / "manifest.json").unlink()

    assert causes(audit(out, source_of(text))) == ["missing file manifest.json"]


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (b'{"files": [', "torn line manifest.json"),
        (b"[]", "changed file manifest.json"),
        (b'{"files": 3}', "changed file manifest.json"),
        (
            b'{"files": [{"name": "../x", "size_bytes": 1, "sha256": ""}]}',
            "changed file manifest.json",
        ),
    ],
)
def test_a_broken_manifest_is_told_from_a_missing_one(
    body: bytes, cause: str, export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out
    (out / "manifest.json").write_bytes(body)

    assert causes(audit(out, source_of(text))) == [cause]


def test_a_changed_file_is_named(export: Export, records: list[Record], text: str) -> None:
    out = export(records).out
    with (out / "README.md").open("a") as file:
        file.write("more")
    page = (out / "report.html").read_text()
    (out / "report.html").write_text(page.replace("visa", "VISA"))

    report = audit(out, source_of(text))

    assert causes(report) == ["changed file README.md", "changed file report.html"]


def test_a_torn_line_is_numbered(export: Export, records: list[Record], text: str) -> None:
    out = export(records).out
    rewrite(out / "records.jsonl", lambda lines: [*lines[:-1], lines[-1][:-40]])

    report = audit(out, source_of(text))

    assert causes(report) == ["torn line records.jsonl:4"]


def test_a_line_torn_in_the_middle_does_not_hide_the_rest(
    export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out
    rewrite(out / "records.jsonl", lambda lines: [lines[0][:50] + b"\n", *lines[1:]])
    replace_last = replace(records[4], id="r004", item="elsewhere")
    rewrite(out / "records.jsonl", lambda lines: [*lines[:-1], line(replace_last)[:-9] + b"\n"])

    report = audit(out, source_of(text))

    assert causes(report) == ["torn line records.jsonl:1", "torn line records.jsonl:4"]


def test_a_record_that_breaks_the_schema_keeps_its_name(
    export: Export, records: list[Record], text: str
) -> None:
    out = export(records).out
    rewrite(
        out / "records.jsonl",
        lambda lines: [lines[0].replace(b'"premium"', b'"best"'), *lines[1:]],
    )

    report = audit(out, source_of(text))

    assert causes(report) == ["broken record records.jsonl:1"]
    assert "(record r000)" in str(report.faults[0])


def test_a_rejected_record_among_the_accepted_is_broken(
    export: Export, records: list[Record], record: Make, text: str
) -> None:
    out = export(records).out
    refused = line(record(0, tier=Tier.REJECTED))
    rewrite(out / "records.jsonl", lambda lines: [refused, *lines[1:]])

    report = audit(out, source_of(text))

    assert causes(report) == ["broken record records.jsonl:1"]
    assert "tier rejected does not belong" in str(report.faults[0])


def test_a_record_without_citation_is_broken(export: Export, record: Make, text: str) -> None:
    out = export([replace(record(0), citations=(), content={})]).out

    report = audit(out, source_of(text))

    assert causes(report) == ["broken record records.jsonl:1"]


def test_counts_that_do_not_fit_are_named(export: Export, records: list[Record], text: str) -> None:
    out = export(records).out
    rewrite(out / "records.jsonl", lambda lines: lines[:-1])

    report = audit(out, source_of(text))

    assert causes(report) == ["wrong count records.jsonl", "wrong count provenance.jsonl"]


def test_ten_thousand_wrong_records_are_counted_and_a_few_are_listed(
    export: Export, record: Make, text: str
) -> None:
    wrong = [
        replace(record(number), content={}, citations=(replace(cited, quote="no such words"),))
        for number in range(120)
        for cited in record(number).citations
    ]
    out = export(wrong).out

    report = audit(out, source_of(text))

    assert report.fault_count == 120
    assert len(report.faults) == 51
    assert "70 of the same not listed" in str(report.faults[-1])


def test_no_fault_is_longer_than_a_line_or_commands_a_terminal(
    export: Export, record: Make, text: str
) -> None:
    evil = "\x1b[2J\n" + "x" * 10_000
    wrong = replace(
        record(0), id=evil, citations=(replace(record(0).citations[0], document=evil, quote="?!"),)
    )
    out = export([wrong]).out

    for fault in audit(out, source_of(text, path=evil)).faults:
        assert str(fault).isprintable()
        assert len(str(fault)) < 1500


def test_a_folder_that_is_not_there_is_a_wrong_request(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="there is no such folder"):
        audit(tmp_path / "nowhere", source_of(text))


def test_every_fault_says_what_to_do() -> None:
    assert set(ADVICE) == set(Fault)

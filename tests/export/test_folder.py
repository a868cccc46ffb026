"""What a finished output folder holds, and what a second export does to it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import orjson
import pytest
import yaml

from groundsmith.export.facts import RunFacts, SourceFact, Spending
from groundsmith.export.folder import FolderSummary
from groundsmith.export.lines import parse
from groundsmith.records import Record, Skipped

Export = Callable[..., FolderSummary]
Facts = Callable[..., RunFacts]
ALL = {
    "records.jsonl",
    "rejected.jsonl",
    "provenance.jsonl",
    "lineage.json",
    "croissant.json",
    "README.md",
    "report.html",
    "manifest.json",
}


def ids(path: Path) -> list[str]:
    return [orjson.loads(body)["id"] for body in path.read_bytes().splitlines()]


def front_matter(path: Path) -> dict[str, object]:
    front: dict[str, object] = yaml.safe_load(path.read_text().split("---\n")[1])
    return front


def test_the_folder_holds_what_is_promised(export: Export, records: list[Record]) -> None:
    summary = export(records)

    assert {path.name for path in summary.out.iterdir()} == ALL
    assert (summary.record_count, summary.rejected_count) == (4, 1)
    assert summary.tiers == {"premium": 2, "standard": 1, "basic": 1}


def test_records_stand_in_the_order_given_and_each_has_its_provenance(
    export: Export, records: list[Record]
) -> None:
    out = export(iter(records)).out

    assert ids(out / "records.jsonl") == ["r000", "r001", "r003", "r004"]
    assert ids(out / "provenance.jsonl") == ids(out / "records.jsonl")
    assert ids(out / "rejected.jsonl") == ["r002"]


def test_what_is_exported_is_what_was_given(export: Export, records: list[Record]) -> None:
    out = export(records).out

    bodies = (out / "records.jsonl").read_bytes().splitlines()
    assert [parse(body) for body in bodies] == [record for record in records if record.accepted]


def test_another_time_machine_and_price_change_no_record(
    export: Export, facts: Facts, records: list[Record], tmp_path: Path
) -> None:
    later = facts(
        export_id="e2",
        run="run-2",
        finished_at=facts().finished_at + timedelta(days=3),
        spending=Spending(call_count=3, cost_pico_usd=12),
        versions={"groundsmith": "0.1.0", "python": "3.13.1"},
    )

    one = export(records, out=tmp_path / "one").out
    two = export(records, out=tmp_path / "two", facts=later).out

    for name in ("records.jsonl", "rejected.jsonl"):
        assert (one / name).read_bytes() == (two / name).read_bytes()
    assert (one / "manifest.json").read_bytes() != (two / "manifest.json").read_bytes()


def test_the_manifest_lists_every_other_file_as_it_is(
    export: Export, records: list[Record]
) -> None:
    out = export(records, split_tiers=True).out

    listed = orjson.loads((out / "manifest.json").read_bytes())["files"]
    assert {file["name"] for file in listed} == ALL - {"manifest.json"} | {
        "premium.jsonl",
        "standard.jsonl",
        "basic.jsonl",
    }
    for file in listed:
        data = (out / file["name"]).read_bytes()
        assert file["size_bytes"] == len(data)
        assert file["sha256"] == hashlib.sha256(data).hexdigest()


def test_the_manifest_counts_what_there_is(
    export: Export, facts: Facts, records: list[Record]
) -> None:
    skipped = (Skipped(path="empty.txt", reason="it is empty"),)
    out = export(records, facts=facts(skipped=skipped)).out

    manifest = orjson.loads((out / "manifest.json").read_bytes())
    counts = manifest["counts"]
    assert (counts["records"], counts["rejected"]) == (4, 1)
    assert counts["by_tier"] == {"premium": 2, "standard": 1, "basic": 1}
    assert counts["by_kind"] == {"factual": 4}
    assert counts["by_source"] == {"visa.md": 4}
    assert counts["unchecked_by_stage"] == {"relevancy": 4}
    assert manifest["findings_by_stage"] == {"duplicate": {"near": 1}}
    assert manifest["skipped"][0]["reason"] == "it is empty"
    assert manifest["cut"]["saved_ratio"] == 0.5


def test_tiers_are_split_only_when_asked_for(export: Export, records: list[Record]) -> None:
    out = export(records, split_tiers=True).out

    assert ids(out / "premium.jsonl") == ["r000", "r004"]
    assert ids(out / "standard.jsonl") == ["r001"]
    assert ids(out / "basic.jsonl") == ["r003"]

    export(records)

    assert {path.name for path in out.iterdir()} == ALL


def test_a_tier_file_that_somebody_changed_is_theirs(export: Export, records: list[Record]) -> None:
    out = export(records, split_tiers=True).out
    (out / "basic.jsonl").write_text("my own selection\n")

    export(records)

    assert (out / "basic.jsonl").read_text() == "my own selection\n"
    assert not (out / "premium.jsonl").exists()


def test_other_files_in_the_folder_stay(
    export: Export, records: list[Record], tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine")
    (tmp_path / "out" / "premium.jsonl").write_text("mine too")

    out = export(records).out

    assert (out / "notes.txt").read_text() == "mine"
    assert (out / "premium.jsonl").read_text() == "mine too"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"files": 3}', b'{"files": [{"name": 1}]}'])
def test_a_broken_earlier_manifest_does_not_stop_an_export(
    body: bytes, export: Export, records: list[Record], tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_bytes(body)

    out = export(records).out

    assert orjson.loads((out / "manifest.json").read_bytes())["export"] == "e1"


def test_an_export_that_fails_midway_leaves_the_old_folder(
    export: Export, records: list[Record]
) -> None:
    out = export(records).out
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def breaking() -> Iterator[Record]:
        yield records[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        export(breaking())

    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_nothing_accepted_is_still_a_whole_folder(export: Export, records: list[Record]) -> None:
    out = export([records[2]]).out

    assert (out / "records.jsonl").read_bytes() == b""
    assert "configs" in front_matter(out / "README.md")
    assert "No draft was accepted" in (out / "report.html").read_text()


def test_the_card_names_no_licence_that_nobody_stated(
    export: Export, facts: Facts, records: list[Record]
) -> None:
    unstated = front_matter(export(records).out / "README.md")
    stated = front_matter(export(records, facts=facts(license="cc-by-4.0")).out / "README.md")

    assert "license" not in unstated
    assert stated["license"] == "cc-by-4.0"
    assert stated["language"] == ["en"]
    assert stated["size_categories"] == ["n<1K"]


def test_the_card_offers_only_files_that_can_be_loaded(
    export: Export, records: list[Record]
) -> None:
    out = export(records[:1], split_tiers=True).out

    configs = front_matter(out / "README.md")["configs"]
    assert isinstance(configs, list)
    assert [config["config_name"] for config in configs] == ["default", "premium"]


def test_a_source_name_cannot_break_the_card(
    export: Export, facts: Facts, records: list[Record]
) -> None:
    name = "a|b\n# not a heading [x](y) <b>.md"
    source = replace(facts().sources[0], path=name)
    citation = replace(records[0].citations[0], document=name)
    hostile = replace(records[0], citations=(citation,))

    out = export([hostile], facts=facts(sources=(source,), title="# t\n---\n")).out

    card = (out / "README.md").read_text()
    assert not any(line.startswith("# not") for line in card.splitlines())
    assert r"| a\|b \# not a heading \[x\](y) \<b\>.md | markdown | 1 | not stated |" in card
    assert front_matter(out / "README.md")["pretty_name"] == "# t ---"


def test_lineage_names_the_sources_that_are_really_cited(
    export: Export, facts: Facts, records: list[Record]
) -> None:
    uncited = replace(facts().sources[0], path="other.md", uri="file:///data/a%20b.md")
    out = export(records, facts=facts(sources=(*facts().sources, uncited))).out

    event = orjson.loads((out / "lineage.json").read_bytes())
    assert event["eventType"] == "COMPLETE"
    assert [(one["namespace"], one["name"]) for one in event["inputs"]] == [
        ("file", "/data/visa.md"),
        ("file", "/data/a b.md"),
    ]
    lineage = event["outputs"][0]["facets"]["columnLineage"]["fields"]["content.answer"]
    assert [one["name"] for one in lineage["inputFields"]] == ["/data/visa.md"]
    assert event["outputs"][0]["outputFacets"]["outputStatistics"]["rowCount"] == 4


def test_lineage_of_an_unfinished_run_says_so(
    export: Export, facts: Facts, records: list[Record]
) -> None:
    out = export(records, facts=facts(items={"DONE": 2, "PENDING": 1})).out

    assert orjson.loads((out / "lineage.json").read_bytes())["eventType"] == "RUNNING"


@pytest.mark.parametrize(
    ("uri", "dataset"),
    [
        ("s3://bucket/a/b.md", ("s3://bucket", "a/b.md")),
        ("stdin", ("groundsmith", "visa.md")),
        ("http://[broken", ("groundsmith", "visa.md")),
    ],
)
def test_lineage_names_a_source_by_where_it_lies(
    uri: str, dataset: tuple[str, str], export: Export, facts: Facts, records: list[Record]
) -> None:
    source: SourceFact = replace(facts().sources[0], uri=uri)
    out = export(records, facts=facts(sources=(source,))).out

    found = orjson.loads((out / "lineage.json").read_bytes())["inputs"][0]
    assert (found["namespace"], found["name"]) == dataset


def test_croissant_describes_the_records_and_their_fields(
    export: Export, records: list[Record]
) -> None:
    out = export(records).out

    about = orjson.loads((out / "croissant.json").read_bytes())
    data = (out / "records.jsonl").read_bytes()
    assert about["distribution"][0]["sha256"] == hashlib.sha256(data).hexdigest()
    types = {field["name"]: field["dataType"] for field in about["recordSet"][0]["field"]}
    assert types["content.question"] == "sc:Text"
    assert types["content.context.start"] == "sc:Integer"
    assert types["assessment.overall"] == "sc:Float"


def test_a_lone_surrogate_anywhere_does_not_stop_an_export(
    export: Export, facts: Facts, records: list[Record]
) -> None:
    name = "bad\udcff.md"
    source = replace(facts().sources[0], path=name, uri="file:///" + name)
    hostile = replace(
        records[0],
        content={"question": "\ud800", "kind": "\ud800", "\udc00": "x"},
        citations=(replace(records[0].citations[0], document=name),),
    )

    out = export([hostile], facts=facts(sources=(source,), title=name, inputs=(name,))).out

    for path in out.iterdir():
        path.read_bytes().decode("utf-8")

"""The report page: whole in one file, safe with any text, and saying what the run says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from groundsmith.export.facts import Cut, RunFacts, SourceFact
from groundsmith.export.report_page import Exhibits, report_page
from groundsmith.export.tally import Tally
from groundsmith.records import (
    Assessment,
    Citation,
    Confidence,
    Finding,
    Json,
    JudgedClaim,
    MadeBy,
    Record,
    Skipped,
    Tier,
    Verdict,
)

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b onclick=x>\u202e"
    "</style></title></svg>{{ 7 * 7 }}{% raw %}&lt;<!--" + "W" * 2000
)
TIPS = [{"text": "Name what questions are about.", "figure": "31 of 58 were turned away"}]


def make_record(number: int, tier: Tier, text: str = "plain") -> Record:
    finding = Finding(stage=text, code=text, message=text, advice=text)
    return Record(
        id=text + str(number),
        recipe="qa",
        item=text,
        content={
            "question": f"Question {number}? {text}",
            "answer": f"Answer {number} {text}",
            "kind": text,
            "language": "en",
        },
        citations=(
            Citation(
                document=text,
                sha256="a",
                text_sha256="b",
                reader="text@1",
                start=1200,
                stop=1234,
                quote=f"the quote {text}",
            ),
        ),
        claims=(JudgedClaim(text=text, verdict=Verdict.SUPPORTED, score=1.0, judge="c@1"),),
        assessment=Assessment(
            tier=tier,
            confidence=Confidence.LOW,
            overall=0.81,
            stages={text: 0.5, "relevancy": None},
            unchecked={"relevancy": f"needs the dense judge {text}"},
            findings=(finding,),
        ),
        made_by=MadeBy(
            recipe_version=1,
            writer=text,
            prompt_sha256=None,
            parameters={},
            settings_sha256="e",
        ),
    )


def make_facts(text: str = "plain") -> RunFacts:
    at = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    source = SourceFact(
        path=text,
        uri="javascript:alert(1)",
        sha256="a",
        size_bytes=1,
        media_type=text,
        reader="text@1",
        chunk_count=3,
    )
    return RunFacts(
        export_id=text,
        run=text,
        title=text,
        recipe=text,
        recipe_version=1,
        inputs=(text,),
        settings={text: {text: text}},
        settings_sha256={"write": text},
        started_at=at,
        finished_at=at + timedelta(seconds=7.4),
        versions={"groundsmith": text},
        items={"DONE": 3},
        sources=(source,),
        skipped=(Skipped(path=text, reason=text),),
        durations_s={text: 1.0},
        cut=Cut(document_count=1, chunk_count=3, unmerged_chunk_count=6),
        peak_memory_bytes=1_000_000,
    )


def page(
    records: list[Record], facts: RunFacts | None = None, report: dict[str, Json] | None = None
) -> str:
    facts = facts or make_facts()
    tally, exhibits = Tally(source.path for source in facts.sources), Exhibits()
    for record in records:
        tally.add(record)
        exhibits.add(record)
    return report_page(facts, tally, exhibits, {"tips": TIPS} if report is None else report)


def all_tiers(text: str = "plain") -> list[Record]:
    return [make_record(number, tier, text) for number, tier in enumerate(Tier)]


def text_of(html: str) -> str:
    body = HTMLParser(html).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def test_the_page_asks_the_network_for_nothing() -> None:
    tree = HTMLParser(page(all_tiers(HOSTILE), make_facts(HOSTILE)))

    assert not tree.css("script, link, img, iframe, object, embed, base, form, video, audio, a")
    assert not tree.css("[src], [href], [srcset], [action], [poster], [data]")
    styles = "".join(node.text() for node in tree.css("style"))
    assert "url(" not in styles
    assert "@import" not in styles
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert "default-src 'none'" in (policy.attributes["content"] or "")


def test_no_text_of_a_record_becomes_markup() -> None:
    plain, hostile = (
        HTMLParser(page(all_tiers(text), make_facts(text))) for text in ("plain", HOSTILE)
    )

    tags = [[node.tag for node in tree.css("*")] for tree in (plain, hostile)]
    handlers = [
        name for node in hostile.css("*") for name in node.attributes if name.startswith("on")
    ]
    assert tags[0] == tags[1]
    assert handlers == []
    assert "{{ 7 * 7 }}" in text_of(hostile.html or "")


@pytest.mark.parametrize("selector", [".sheet h3", ".sheet .text", ".sheet blockquote", ".found"])
def test_a_text_that_runs_from_right_to_left_stays_in_its_place(selector: str) -> None:
    tree = HTMLParser(page(all_tiers("مرحبا \u202e")))

    found = tree.css(selector)
    assert found
    for node in found:
        isolated = [node, *node.css("[dir=auto]")]
        assert any(one.attributes.get("dir") == "auto" for one in isolated)


def test_the_page_shows_what_the_run_was_and_what_came_of_it() -> None:
    said = text_of(page(all_tiers()))

    for expected in (
        "3 records from one source",
        "75 % of drafts",
        "$0.00",
        "no model was asked",
        "7.4 s",
        "premium 1",
        "rejected 1",
        "1 of 3 chunks",
        "relevancy : UNCHECKED on 3 accepted records (needs the dense judge plain)",
        "3 chunks, 6 without merging: merging saved 50 % of the items",
        "characters 1,200 to 1,234",
        "the quote plain",
    ):
        assert expected.replace(" :", ":") in said.replace(" :", ":")


def test_each_tip_stands_with_its_figure() -> None:
    said = text_of(page(all_tiers()))

    assert "Name what questions are about. 31 of 58 were turned away" in said


def test_what_a_recipe_did_not_measure_is_not_shown() -> None:
    said = text_of(
        page(all_tiers(), report={"kind_balance": None, "diversity": {"distinct_2": None}})
    )

    assert "balance of kinds" not in said
    assert "distinct-2" not in said
    assert "What to change next time" not in said


def test_chunks_that_gave_nothing_are_counted_by_cause() -> None:
    coverage = {
        "chunks": 10,
        "with_pairs": 6,
        "without_draft": 3,
        "all_rejected_by": {"round_trip": 1},
    }

    said = text_of(page(all_tiers(), report={"coverage": coverage}))

    assert "3 of 10 chunks gave no draft" in said
    assert "1 of 10 chunks gave drafts that were all rejected by round trip" in said


def test_records_of_one_score_are_not_called_weak() -> None:
    alike = [make_record(number, Tier.PREMIUM) for number in range(3)]
    weaker = replace(alike[0], id="w", assessment=replace(alike[0].assessment, overall=0.71))

    assert "Some that passed" in text_of(page(alike))
    assert "The weakest that passed" in text_of(page([*alike, weaker, weaker]))


def test_a_run_that_gave_nothing_has_a_page_that_says_so() -> None:
    said = text_of(page([make_record(0, Tier.REJECTED)]))

    assert "No draft was accepted" in said
    assert "The best of each kind" not in said
    assert text_of(page([]))


def test_the_page_stays_small_whatever_the_number_of_sources_and_skips() -> None:
    one = make_facts()
    source = one.sources[0]
    many = replace(
        one,
        sources=tuple(replace(source, path=f"s{number}.md") for number in range(5000)),
        skipped=tuple(Skipped(path=f"x{number}", reason="empty") for number in range(5000)),
    )

    html = page(all_tiers(), many)

    assert len(html) < 200_000
    assert "and 4,800 better covered ones" in text_of(html)
    assert "and 4,960 more, all in manifest.json" in text_of(html)

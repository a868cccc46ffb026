"""What could not be judged stays null with its reason, to the last file, and is worth nothing.

Whatever mixture of claims a judge leaves open, and with meanings compared or not: every exported
file says UNCHECKED, and no record fares better than it would with the least score that its stage
accepts.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundsmith.export.facts import Cut, RunFacts
from groundsmith.export.folder import write_folder
from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.recipes.qa.report import DatasetReport
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import (
    Chunk,
    Claim,
    Draft,
    DraftCitation,
    Evidence,
    Item,
    Judged,
    JudgedClaim,
    Passage,
    Record,
    StageScore,
    Tier,
    Verdict,
)
from groundsmith.seams import Kit

WHY = "the judge has lost its voice"
SENTENCES = (
    "The application fee is 75 dollars.",
    "It is paid once at the visa office.",
    "The form is free of charge.",
)
SOURCE = " ".join(SENTENCES)
QUESTION = "What does the application cost at the visa office?"
WORTH = {tier: place for place, tier in enumerate((Tier.REJECTED, Tier.BASIC, Tier.STANDARD))}
WORTH[Tier.PREMIUM] = len(WORTH)
LEAST = QaSettings().minima.hallucination

SCORES = st.integers(0, 10_000).map(lambda ten_thousandths: ten_thousandths / 10_000)
OPINIONS = st.none() | st.sampled_from([LEAST, 0.9, 1.0]) | SCORES
KINDS = st.sampled_from(["explanatory", "factual", "procedural"])
MakeChunk = Callable[..., Chunk]
MakeKit = Callable[[Sequence[Chunk]], Kit]


class Told:
    """A judge that says what it is told to, and leaves open what it is told nothing of."""

    name = "told@1"

    def __init__(self, opinions: Sequence[float | None]) -> None:
        self._opinions = dict(zip(SENTENCES, opinions, strict=False))

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        score = self._opinions[claim.text]
        unchecked = JudgedClaim(
            text=claim.text, verdict=Verdict.UNCHECKED, score=None, judge=self.name, reason=WHY
        )
        if score is None:
            return unchecked
        verdict = Verdict.SUPPORTED if score >= LEAST else Verdict.NOT_ENOUGH_INFO
        return replace(unchecked, verdict=verdict, score=score, reason="")


class Near:
    """An embedder to which everything means the same."""

    name = "near@1"

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [[1.0, 0.0] for _ in texts]


def record_of(
    chunk: MakeChunk,
    kit: MakeKit,
    opinions: Sequence[float | None],
    kind: str,
    *,
    dense: bool = False,
    relevancy: float | None = None,
) -> Record:
    """The record of an answer whose claims are judged so; `relevancy` is what that stage says."""
    cut = chunk(SOURCE, headings=("Visa office",))
    tools = replace(kit([cut]), judge=Told(opinions), embedder=Near() if dense else None)
    answer = " ".join(SENTENCES[: len(opinions)])
    content = {"question": QUESTION, "answer": answer, "kind": kind, "language": "en"}
    cited = DraftCitation(input=0, start=0, stop=len(answer))
    draft = Draft(part=0, content=content, citations=(cited,), writer="model:test")
    recipe = QaRecipe()
    found = asyncio.run(recipe.judge(Item(name=cut.id, inputs=(cut,)), draft, tools))
    if relevancy is not None:
        stages = {**found.stages, "relevancy": StageScore(score=relevancy)}
        found = replace(found, stages=stages)
    judged = Judged(
        id="0" * 32,
        item=cut.id,
        category="",
        inputs=(Passage(chunk=cut, sha256="a", text_sha256="a", reader="text@1"),),
        draft=draft,
        judgement=found,
    )
    (record,) = recipe.curate([judged], tools)
    return record


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(opinions=st.lists(OPINIONS, min_size=1, max_size=3), kind=KINDS, dense=st.booleans())
def test_what_was_not_judged_is_never_worth_more_than_the_least_that_would_pass(
    chunk: MakeChunk, kit: MakeKit, opinions: list[float | None], kind: str, dense: bool
) -> None:
    record = record_of(chunk, kit, opinions, kind, dense=dense)
    least = [LEAST if score is None else score for score in opinions]
    measured = record_of(chunk, kit, least, kind, dense=dense)

    assert WORTH[record.assessment.tier] <= WORTH[measured.assessment.tier]
    assert measured.accepted or not record.accepted
    if None in opinions:
        assert record.assessment.confidence != "high"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(opinions=st.lists(OPINIONS, min_size=1, max_size=3), kind=KINDS)
def test_a_check_that_is_missing_is_never_worth_more_than_one_that_barely_passes(
    chunk: MakeChunk, kit: MakeKit, opinions: list[float | None], kind: str
) -> None:
    without = record_of(chunk, kit, opinions, kind)
    barely = record_of(chunk, kit, opinions, kind, relevancy=QaSettings().minima.relevancy)

    assert WORTH[without.assessment.tier] <= WORTH[barely.assessment.tier]
    assert without.assessment.stages["relevancy"] is None
    assert without.assessment.unchecked["relevancy"]
    assert without.assessment.confidence != "high"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(opinions=st.lists(OPINIONS, min_size=1, max_size=3), dense=st.booleans())
def test_every_exported_file_says_what_was_not_judged_and_why(
    chunk: MakeChunk, kit: MakeKit, opinions: list[float | None], dense: bool
) -> None:
    record = record_of(chunk, kit, opinions, "explanatory", dense=dense)

    with TemporaryDirectory() as folder:
        line, manifest, page = exported(record, Path(folder))

    claims = line["claims"]
    stages, unchecked = line["assessment"]["stages"], line["assessment"]["unchecked"]
    failed = [score for score in opinions if score is not None and score < LEAST]
    assert [claim["score"] for claim in claims] == opinions
    for claim in claims:
        assert (claim["verdict"] == "UNCHECKED") is (claim["score"] is None)
        assert claim["score"] is not None or claim["reason"] == WHY
    assert ("hallucination" in unchecked) is (None in opinions)
    assert (stages["relevancy"] is None) is not dense
    counted = manifest["counts"]["unchecked_by_stage"] if record.accepted else {}
    assert set(counted) == (set(unchecked) if record.accepted else set())
    assert set(manifest["report"]["unchecked"]) == set(unchecked)
    if None in opinions:
        assert WHY in unchecked["hallucination"]
        assert stages["hallucination"] == (min(failed) if failed else None)
        assert WHY in page or not record.accepted
    else:
        assert stages["hallucination"] == min(claim["score"] for claim in claims)


def exported(record: Record, folder: Path) -> tuple[dict[str, Any], dict[str, Any], str]:
    """The record's line, the manifest, and the report's page."""
    at = datetime(2026, 1, 2, tzinfo=UTC)
    facts = RunFacts(
        export_id="e1",
        run="run-1",
        title="visa",
        recipe="qa",
        recipe_version=1,
        inputs=("visa.md",),
        settings={},
        settings_sha256={},
        started_at=at,
        finished_at=at,
        versions={},
        items={"DONE": 1},
        sources=(),
        skipped=(),
        durations_s={},
        cut=Cut(document_count=1, chunk_count=1, unmerged_chunk_count=1),
        tasks=("question-answering",),
    )
    out = folder / "out"
    write_folder(out, facts, [record], provenance=lambda _: {}, report=DatasetReport())
    name = "records.jsonl" if record.accepted else "rejected.jsonl"
    (line,) = (out / name).read_text("utf-8").splitlines()
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    return json.loads(line), manifest, (out / "report.html").read_text("utf-8")

"""The coverage judge on development data: how well it tells supported claims from others.

    GROUNDSMITH_DATA=DIR python benchmarks/verify.py

The threshold is chosen on the selection half of RAGTruth-QA's training responses, split by
source, and everything is reported on the other half. A claim is unsupported where an annotated
span touches it; a response's score is its least supported claim's. "Positive" is always
"unsupported". SummEdits shows what is left on texts that nothing was chosen on; its documents,
like the selection half's passages, are counted in the background table (without labels).
"""

import asyncio
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Claim, Evidence, JudgedClaim
from groundsmith.verify.claims import split_claims
from groundsmith.verify.evidence import find_evidence
from groundsmith.verify.judges.coverage import CoverageJudge, coverage
from groundsmith.verify.settings import VerifySettings
from ragtruth import Response, halves

SPLITTER = RuleSplitter()
JUDGE = CoverageJudge()
LOOP = asyncio.new_event_loop()
Scores = NDArray[np.float64]
Labels = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Scores and labels of many texts; `bare` is coverage without the hard checks."""

    scores: Scores
    bare: Scores
    unsupported: Labels
    lengths: Scores


def whole(text: str) -> Evidence:
    """A whole source as the evidence of one input."""
    return Evidence(input=0, start=0, stop=len(text), text=text)


def verdict_on(claim: Claim, source: str) -> JudgedClaim:
    """What the judge says of one claim."""
    return LOOP.run_until_complete(JUDGE.judge(claim, [whole(source)]))


def judged(claim: Claim, source: str) -> tuple[float, float]:
    """A claim's score with the hard checks, and its bare coverage."""
    found = verdict_on(claim, source)
    windows = find_evidence(claim, [source], JUDGE.settings.max_windows)
    return (1.0 if found.score is None else found.score), coverage(claim, windows)


def measure(responses: list[Response]) -> tuple[Measured, Measured]:
    """All claims, and all responses, with their labels."""
    claims: list[tuple[float, float, bool, int]] = []
    texts: list[tuple[float, float, bool, int]] = []
    for response in responses:
        text = response["response"]
        own: list[tuple[float, float, bool, int]] = []
        for claim in split_claims(text, SPLITTER):
            wrong = any(a < claim.stop and claim.start < b for a, b in response["spans"])
            own.append((*judged(claim, response["source"]), wrong, len(claim.text)))
        if own:
            least, bare = min(row[0] for row in own), min(row[1] for row in own)
            texts.append((least, bare, bool(response["hallucinated"]), len(text)))
        claims.extend(own)
    return table(claims), table(texts)


def table(rows: list[tuple[float, float, bool, int]]) -> Measured:
    """Rows of (score, bare, unsupported, length) as columns."""
    score, bare, wrong, length = zip(*rows, strict=True)
    return Measured(
        scores=np.array(score),
        bare=np.array(bare),
        unsupported=np.array(wrong),
        lengths=np.array(length, dtype=float),
    )


def auroc(scores: Scores, unsupported: Labels) -> float:
    """Chance that an unsupported one scores lower than a supported one, ties half."""
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    wrong, right = int(unsupported.sum()), int((~unsupported).sum())
    above = ranks[~unsupported].sum() - right * (right + 1) / 2
    return float(above / (wrong * right))


def balanced_accuracy(scores: Scores, unsupported: Labels, threshold: float) -> float:
    """Mean of the shares of unsupported and of supported ones that are told right."""
    flagged = scores < threshold
    return float((flagged[unsupported].mean() + (~flagged)[~unsupported].mean()) / 2)


def f1(flagged: Labels, unsupported: Labels) -> float:
    """Harmonic mean of precision and recall of what is flagged as unsupported."""
    return float(2 * (flagged & unsupported).sum() / (flagged.sum() + unsupported.sum()))


def best_threshold(measured: Measured) -> float:
    """The threshold of highest balanced accuracy, which no share of bad claims can shift."""
    candidates: list[float] = [round(at, 2) for at in np.arange(0.05, 1.0, 0.01).tolist()]
    reached = [balanced_accuracy(measured.scores, measured.unsupported, at) for at in candidates]
    return candidates[reached.index(max(reached))]


def report(name: str, held_out: Measured, threshold: float) -> None:
    """Print the figures of one level, baselines beside them."""
    wrong = held_out.unsupported
    print(f"{name}: {len(wrong)}, unsupported {wrong.mean():.3f}")
    print(f"  AUROC {auroc(held_out.scores, wrong):.3f}", end="")
    print(f"  without hard checks {auroc(held_out.bare, wrong):.3f}", end="")
    print(f"  length only {auroc(-held_out.lengths, wrong):.3f}")
    print(f"  F1 {f1(held_out.scores < threshold, wrong):.3f}", end="")
    print(f"  flag everything {f1(np.ones_like(wrong), wrong):.3f}", end="")
    print(f"  balanced accuracy {balanced_accuracy(held_out.scores, wrong, threshold):.3f}")


def summedits(data: Path) -> Measured:
    """Summaries of SummEdits, each scored by its least supported claim."""
    rows: list[tuple[float, float, bool, int]] = []
    for path in sorted((data / "summedits").glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            found = [judged(claim, row["doc"]) for claim in split_claims(row["summary"], SPLITTER)]
            least, bare = min(score for score, _ in found), min(share for _, share in found)
            rows.append((least, bare, not row["label"], len(row["summary"])))
    return table(rows)


def copied(passage: str) -> Claim:
    """About sixty characters of a passage, whole words."""
    start = passage.find(" ", len(passage) // 3) + 1
    stop = passage.find(" ", start + 60)
    return Claim(text=passage[start:stop], start=0, stop=stop - start)


def speed(responses: list[Response]) -> None:
    """Print how fast claims are judged, each source new to the judge once."""
    pairs = [(c, r["source"]) for r in responses for c in split_claims(r["response"], SPLITTER)]
    started = time.process_time()
    for claim, source in pairs:
        verdict_on(claim, source)
    print(f"speed: {len(pairs) / (time.process_time() - started):,.0f} claims/s on one core")
    passages = [response["source"][:2000] for response in responses]
    started = time.process_time()
    for passage in passages:
        verdict_on(copied(passage), passage)
    spent_s = time.process_time() - started
    print(f"speed: {1000 * spent_s / len(passages):.3f} ms for an answer copied from its passage")


def main() -> None:
    """Choose the threshold on one half, and print the figures of the other."""
    data = Path(os.environ["GROUNDSMITH_DATA"])
    selection, held_out = halves(data)
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/verify.py")
    threshold = VerifySettings().support_threshold
    chosen = best_threshold(measure(selection)[0])
    print(f"threshold: {chosen:.2f} chosen on the selection half; shipped: {threshold:.2f}")
    claims, texts = measure(held_out)
    report("RAGTruth-QA, claims held out", claims, threshold)
    report("RAGTruth-QA, responses held out", texts, threshold)
    report("SummEdits, summaries", summedits(data), threshold)
    speed(held_out[:400])


if __name__ == "__main__":
    main()

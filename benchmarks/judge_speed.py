"""How fast the embedded judge is: claims a second, and CPU time a text, its source prepared once.

    GROUNDSMITH_DATA=DIR python benchmarks/judge_speed.py

On one core, over held-out responses of RAGTruth-QA and their passages.
"""

import os
import resource
import time
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from groundsmith.records import JudgedClaim
from groundsmith.verify.judges.embedded import EmbeddedJudge
from groundsmith.verify.sources import Sources
from labelled import Labelled, ragtruth

JUDGE = EmbeddedJudge()
TEXTS = 600


def judged(work: Coroutine[Any, Any, JudgedClaim]) -> JudgedClaim:
    """The result of a judge that waits for nobody."""
    try:
        work.send(None)
    except StopIteration as done:
        found: JudgedClaim = done.value
        return found
    raise RuntimeError("the embedded judge waited")


def speed(texts: Sequence[Labelled]) -> None:
    """Print how long sources take to prepare, and their texts to be judged."""
    started = time.process_time()
    prepared = {text.source: Sources([text.source]) for text in texts}
    indexed = time.process_time()
    claim_count = 0
    for text in texts:
        for claim in text.claims:
            judged(JUDGE.judge(claim, prepared[text.source].near(claim)))
            claim_count += 1
    spent_s = time.process_time() - indexed
    print(f"prepared {len(prepared)} sources in {1000 * (indexed - started):.1f} ms")
    per_text = claim_count / len(texts)
    print(f"{claim_count} claims: {claim_count / spent_s:,.0f} claims/s on one core", end="")
    print(f"; {1000 * spent_s / len(texts):.2f} CPU ms a text of {per_text:.1f} claims")


def main() -> None:
    """Print speed and peak memory."""
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/judge_speed.py")
    texts: list[Labelled] = []
    for text in ragtruth(Path(os.environ["GROUNDSMITH_DATA"]) / "ragtruth_qa/train.jsonl"):
        if not text.for_training:
            texts.append(text)
        if len(texts) == TEXTS:
            break
    speed(texts)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"peak memory: {peak_mb:.0f} MB, the file with all responses included")


if __name__ == "__main__":
    main()

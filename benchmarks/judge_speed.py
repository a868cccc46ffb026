"""How fast the embedded judge is: claims a second, and CPU time a text, its source prepared once.

    GROUNDSMITH_DATA=DIR python benchmarks/judge_speed.py

On one core, over held-out responses of RAGTruth-QA and their passages.
"""

import os
import resource
import time
from collections.abc import Coroutine, Sequence
from itertools import groupby
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
    prepared_s = judged_s = 0.0
    claim_count = source_count = 0
    for source, own in groupby(texts, key=lambda text: text.source):
        started = time.process_time()
        prepared = Sources([source])
        ready = time.process_time()
        for text in own:
            for claim in text.claims:
                judged(JUDGE.judge(claim, prepared.near(claim)))
                claim_count += 1
        prepared_s += ready - started
        judged_s += time.process_time() - ready
        source_count += 1
    print(f"a source is prepared in {1000 * prepared_s / source_count:.2f} ms")
    print(f"{claim_count} claims: {claim_count / judged_s:,.0f} claims/s on one core", end="")
    per_text = claim_count / len(texts)
    print(f"; {1000 * judged_s / len(texts):.2f} CPU ms a text of {per_text:.1f} claims")


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

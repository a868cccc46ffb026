"""Train the embedded judge and write its numbers.

    GROUNDSMITH_DATA=DIR python benchmarks/train_judge.py

It learns from the training halves of all development sets (`labelled.py`), and the file is the
same, byte by byte, each time. Printed are the figures by which the anchor's share was chosen
(each set as it is ranked by curves that learnt nothing of it) and the threshold.
"""

import json
import os
from pathlib import Path

import numpy as np

from groundsmith.verify.weighing import Weighing, weighing
from labelled import labelled
from learning import columns_of, learn
from measured import Row, measured
from scoring import auroc, balanced_accuracy, chances

TARGET = Path(__file__).parents[1] / "src/groundsmith/verify/data/judge.json"
THRESHOLDS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
SHARES = (0.0, 0.1, 0.2, 0.3, 0.5, 1.0)


def main() -> None:
    """Write the judge's numbers, and print how the anchor's share decides what carries over."""
    rows = measured(labelled(Path(os.environ["GROUNDSMITH_DATA"])))
    learnt = [row for row in rows if row.for_training and not row.copied]
    table = {
        "weighed": learn(columns_of(learnt)),
        "language_free": learn(columns_of(learnt, free=True)),
    }
    text = json.dumps(table, indent=1, sort_keys=True)
    TARGET.write_text(text + "\n", encoding="utf-8")
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/train_judge.py")
    print(f"{len(learnt)} claims learnt from; {TARGET.name}: {TARGET.stat().st_size} bytes")
    carry_over(learnt)
    decide(learnt, weighing(table["weighed"]))


def carry_over(learnt: list[Row]) -> None:
    """Print AUROC on each set, learnt from all others, by the anchor's share."""
    sets = sorted({row.dataset for row in learnt})
    print("anchor's share | AUROC of claims of a set that was left out:", *sets)
    columns = columns_of(learnt)
    for share in SHARES:
        reached: list[float] = []
        for left_out in sets:
            own = columns.sets == left_out
            way = weighing(learn(columns.only(~own), share=share))
            rows = [row for row in learnt if row.dataset == left_out]
            wrong = np.array([row.wrong for row in rows])
            reached.append(auroc(chances(way, rows), wrong))
        print(f"{share:.1f}", *(f"{one:.3f}" for one in reached), f"mean {np.mean(reached):.4f}")


def decide(learnt: list[Row], way: Weighing) -> None:
    """Print what each threshold reaches on the training halves; one of them is shipped."""
    scores = chances(way, learnt)
    wrong = np.array([row.wrong for row in learnt])
    faulted = np.array([bool(row.findings) for row in learnt])
    sets = np.array([row.dataset for row in learnt])
    names = sorted(set(sets.tolist()))
    print("threshold | balanced accuracy of claims, a finding's veto included:", *names)
    for threshold in THRESHOLDS:
        flagged = faulted | (scores < threshold)
        own = [balanced_accuracy(flagged[sets == name], wrong[sets == name]) for name in names]
        print(f"{threshold:.2f}", *(f"{one:.3f}" for one in own), f"mean {np.mean(own):.4f}")


if __name__ == "__main__":
    main()

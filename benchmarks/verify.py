"""The embedded judge on development data: how well it tells supported claims from others.

    GROUNDSMITH_DATA=DIR python benchmarks/verify.py

Everything is reported on the halves that nothing was learnt from (`labelled.py`), with intervals
from resampling whole groups of texts that share a source. "Positive" is always "unsupported"; a
text's score is its least supported claim's. Beside each figure stand three baselines: to flag
everything, to go by length alone, and coverage as nobody trained it. Then come what each group of
features and each hard check earns, how curves do on a set that they learnt nothing from, how far
the one threshold is from each set's own best, and how fast it is.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from groundsmith.verify.checks import REFUTING
from groundsmith.verify.features import FEATURES
from groundsmith.verify.settings import VerifySettings
from groundsmith.verify.weighing import FINDINGS, weighing, weighings
from judge_speed import speed
from labelled import Labelled, labelled
from learning import columns_of, learn
from measured import Flags, Numbers, Row, measured
from scoring import auroc, balanced_accuracy, chances, f1

THRESHOLD = VerifySettings().support_threshold
RESAMPLINGS = 1_000
GROUPS = {
    "coverage": ("coverage", "telling", "count"),
    "repeated words": ("pairs_of_words", "threes_of_words", "unrepeated"),
    "order, nearness": ("order", "together", "one_sentence", "one_window"),
    "novelty": ("novel", "rarest", "stretch"),
    "names, numbers": ("names", "numbers"),
    "findings": (FINDINGS,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Claims or texts of one set: scores, labels, lengths, and what is flagged."""

    scores: Numbers
    flagged: Flags
    wrong: Flags
    chars: Numbers
    groups: list[str]
    covered: Numbers

    def only(self, at: Numbers) -> "Scored":
        """Some of them, in the order of their numbers."""
        return Scored(
            scores=self.scores[at],
            flagged=self.flagged[at],
            wrong=self.wrong[at],
            chars=self.chars[at],
            groups=[self.groups[one] for one in at.tolist()],
            covered=self.covered[at],
        )


def claims_of(rows: Sequence[Row], scores: Numbers) -> Scored:
    """Each claim by itself."""
    faulted = np.array([bool(row.findings) and not row.copied for row in rows])
    return Scored(
        scores=scores,
        flagged=faulted | (scores < THRESHOLD),
        wrong=np.array([row.wrong for row in rows]),
        chars=np.array([float(row.claim_chars) for row in rows]),
        groups=[row.group for row in rows],
        covered=np.array([row.values["coverage"] for row in rows]),
    )


def texts_of(rows: Sequence[Row], scores: Numbers) -> Scored:
    """Each text by its least supported claim."""
    claims = claims_of(rows, scores)
    numbers: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        numbers[row.text].append(at)
    first = [rows[own[0]] for own in numbers.values()]
    return Scored(
        scores=np.array([claims.scores[own].min() for own in numbers.values()]),
        flagged=np.array([claims.flagged[own].any() for own in numbers.values()]),
        wrong=np.array([row.text_unsupported for row in first]),
        chars=np.array([float(row.text_chars) for row in first]),
        groups=[row.group for row in first],
        covered=np.array([claims.covered[own].min() for own in numbers.values()]),
    )


def views(rows: Sequence[Row], scores: Numbers) -> dict[str, Scored]:
    """What is reported of each set: its texts, and its claims where texts have several."""
    found: dict[str, Scored] = {}
    for name in sorted({row.dataset for row in rows}):
        at = [number for number, row in enumerate(rows) if row.dataset == name]
        own = [rows[number] for number in at]
        found[name] = texts_of(own, scores[at])
        if len(own) > len(found[name].wrong):
            found[f"{name} claims"] = claims_of(own, scores[at])
    return found


def interval(scored: Scored, figure: Callable[[Scored], float]) -> str:
    """The middle 95 % of a figure when groups are drawn anew (Efron 1979)."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(scored.groups):
        numbers[group].append(at)
    groups = [np.array(own) for own in numbers.values()]
    draw = np.random.default_rng(0)
    figures = [
        figure(
            scored.only(
                np.concatenate([groups[g] for g in draw.integers(len(groups), size=len(groups))])
            )
        )
        for _ in range(RESAMPLINGS)
    ]
    low, high = np.nanquantile(figures, (0.025, 0.975))
    return f"[{low:.3f}, {high:.3f}]"


def ranked(scored: Scored) -> float:
    """AUROC of the scores."""
    return auroc(scored.scores, scored.wrong)


def decided(scored: Scored) -> float:
    """Balanced accuracy of what is flagged."""
    return balanced_accuracy(scored.flagged, scored.wrong)


def harmonic(scored: Scored) -> float:
    """F1 of what is flagged."""
    return f1(scored.flagged, scored.wrong)


def report(found: dict[str, Scored]) -> None:
    """Print each set's figures beside the baselines."""
    print("\nset: n, unsupported | AUROC | F1 | balanced accuracy, each with its 95 % interval")
    for name, scored in found.items():
        wrong = scored.wrong
        print(f"{name}: {len(wrong)}, {wrong.mean():.3f}")
        for label, figure in (("AUROC", ranked), ("F1", harmonic), ("bal.acc.", decided)):
            print(f"  {label} {figure(scored):.3f} {interval(scored, figure)}", end="")
        print(f"\n  flag everything: F1 {f1(np.ones_like(wrong), wrong):.3f}", end="")
        print(f"; length only: AUROC {auroc(-scored.chars, wrong):.3f}", end="")
        best = best_threshold(scored.covered, wrong)
        reached = balanced_accuracy(scored.covered < best, wrong)
        print(f"; untrained coverage: AUROC {auroc(scored.covered, wrong):.3f}", end="")
        print(f", bal.acc. {reached:.3f} at its best threshold")


def best_threshold(scores: Numbers, wrong: Flags) -> float:
    """The threshold of highest balanced accuracy on the labels themselves."""
    candidates: list[float] = np.unique(np.round(scores, 2)).tolist()
    return max(candidates, key=lambda at: balanced_accuracy(scores < at, wrong))


def thresholds(found: dict[str, Scored]) -> None:
    """Print how far the one threshold is from each set's own best."""
    print(f"\nthreshold {THRESHOLD}: reached | at the set's own best, without the checks' veto")
    for name, scored in found.items():
        best = best_threshold(scored.scores, scored.wrong)
        own = balanced_accuracy(scored.scores < best, scored.wrong)
        plain = balanced_accuracy(scored.scores < THRESHOLD, scored.wrong)
        print(f"  {name}: {decided(scored):.3f} ({plain:.3f} by score) | {own:.3f} at {best:.2f}")


def show(label: str, found: dict[str, Scored]) -> None:
    """Print one line: AUROC and balanced accuracy of every set."""
    figures = (f"{ranked(one):.3f}/{decided(one):.3f}" for one in found.values())
    print(f"{label:<28}", *figures)


def ablation(learnt: Sequence[Row], held_out: Sequence[Row]) -> None:
    """Print what is left without each group of features, with it alone, and without each check."""
    columns = columns_of(learnt)
    every = (*FEATURES, FINDINGS)
    whole = views(held_out, chances(weighings()[0], held_out))
    print("\nAUROC/balanced accuracy:", *whole)
    show("all", whole)
    for name, group in GROUPS.items():
        for label, kept in (
            (f"without {name}", [one for one in every if one not in group]),
            (f"only {name}", list(group)),
        ):
            way = weighing(learn(columns, kept, share=0.0))
            show(label, views(held_out, chances(way, held_out)))
    for stage in sorted({f.stage for row in held_out for f in row.findings}):
        rest = [
            replace(row, findings=tuple(f for f in row.findings if f.stage != stage))
            for row in held_out
        ]
        show(f"without check {stage}", views(rest, chances(weighings()[0], rest)))
    bare = [replace(row, findings=()) for row in held_out]
    show("without any check", views(bare, chances(weighings()[0], bare)))
    show("language-free", views(held_out, chances(weighings()[1], held_out, free=True)))


def findings(held_out: Sequence[Row]) -> None:
    """Print how often each finding falls on unsupported and on supported claims."""
    print("\nfindings, share of unsupported and of supported claims that have them:")
    codes = sorted({f.code for row in held_out for f in row.findings})
    for code in codes:
        shares: list[str] = []
        for name in sorted({row.dataset for row in held_out}):
            own = [row for row in held_out if row.dataset == name]
            has = np.array([any(f.code == code for f in row.findings) for row in own])
            wrong = np.array([row.wrong for row in own])
            shares.append(f"{name} {has[wrong].mean():.3f} {has[~wrong].mean():.3f}")
        print(f"  {code}{' (refutes)' if code in REFUTING else ''}:", ", ".join(shares))


def transfer(learnt: Sequence[Row], rows: Sequence[Row]) -> None:
    """Print each set, both halves of it, as curves rank it that learnt nothing from it."""
    print("\nleft out of training, both halves: n, AUROC, balanced accuracy")
    columns = columns_of(learnt)
    for name in sorted({row.dataset for row in rows}):
        way = weighing(learn(columns.only(columns.sets != name)))
        own = [row for row in rows if row.dataset == name]
        for label, scored in views(own, chances(way, own)).items():
            print(f"  {label}: {len(scored.wrong)}, {ranked(scored):.3f}", end=" ")
            print(interval(scored, ranked), end="")
            print(f", {decided(scored):.3f} {interval(scored, decided)}")


def main() -> None:
    """Print everything."""
    texts: list[Labelled] = list(labelled(Path(os.environ["GROUNDSMITH_DATA"])))
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/verify.py")
    held_texts = [text for text in texts if not text.for_training]
    speed([text for text in held_texts if text.dataset == "ragtruth_qa"][:400])
    rows = measured(texts)
    learnt = [row for row in rows if row.for_training and not row.copied]
    held_out = [row for row in rows if not row.for_training]
    found = views(held_out, chances(weighings()[0], held_out))
    report(found)
    thresholds(found)
    findings(held_out)
    ablation(learnt, held_out)
    transfer(learnt, rows)


if __name__ == "__main__":
    main()

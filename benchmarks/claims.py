"""How well texts are split into claims, and claims into kinds, on labelled texts of our own.

    python benchmarks/claims.py

The half `seen` was looked at while the rules were written, the half `unseen` was not. A cut is
right where a text gives exactly the labelled spans; a kind is right where a claim with the
labelled span has the labelled kind. The baseline takes each sentence for one qualitative claim.
"""

import json
import platform
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Claim, ClaimKind
from groundsmith.verify.claims import split_claims

LABELS = Path(__file__).parent / "claims"
SPLITTER = RuleSplitter()
ROUNDS = 20

Split = Callable[[str], list[Claim]]


class Labelled(NamedTuple):
    """A text with its claims as `(start, stop, kind)`."""

    half: str
    text: str
    claims: list[tuple[int, int, str]]


def read(language: str) -> list[Labelled]:
    """The labelled texts of a language."""
    rows = map(json.loads, (LABELS / f"{language}.jsonl").read_text("utf-8").splitlines())
    return [Labelled(r["half"], r["text"], [tuple(c) for c in r["claims"]]) for r in rows]


def sentences_only(text: str) -> list[Claim]:
    """The baseline: each sentence is one qualitative claim."""
    return [
        Claim(text=span.of(text), start=span.start, stop=span.stop, kind=ClaimKind.QUALITATIVE)
        for span in SPLITTER.split(text)
    ]


def score(rows: list[Labelled], split: Split) -> tuple[int, int, int, int]:
    """Texts cut as labelled, kinds right, set apart or not as labelled, and claims labelled."""
    cut = kinds = apart = total = 0
    for row in rows:
        found = {(c.start, c.stop): c.kind for c in split(row.text)}
        cut += set(found) == {(start, stop) for start, stop, _ in row.claims}
        for start, stop, kind in row.claims:
            given = found.get((start, stop))
            kinds += given == kind
            apart += given is not None and given.checkable == ClaimKind(kind).checkable
            total += 1
    return cut, kinds, apart, total


def main() -> None:
    """Prints the table, and the speed."""
    splits: dict[str, Split] = {
        "rules": lambda text: split_claims(text, SPLITTER),
        "sentences only": sentences_only,
    }
    print(f"{'':28} {'texts cut':>12} {'kind':>12} {'set apart':>12}")
    for language in ("en", "id"):
        for half in ("seen", "unseen"):
            rows = [row for row in read(language) if row.half == half]
            for name, split in splits.items():
                cut, kinds, apart, total = score(rows, split)
                print(
                    f"{language} {half:7} {name:16}"
                    f" {cut:4}/{len(rows):<3} {cut / len(rows):.2f}"
                    f" {kinds:4}/{total:<3} {kinds / total:.2f}"
                    f" {apart:4}/{total:<3} {apart / total:.2f}"
                )
    rows = read("en") + read("id")
    count, started = 0, time.process_time()
    for number in range(ROUNDS):
        for row in rows:  # a word of its own, so that nothing is remembered from the round before
            count += len(split_claims(f"{row.text}\n\nround {number}", SPLITTER)) - 1
    took = time.process_time() - started
    print(f"{count / took:,.0f} claims a CPU second ({platform.machine()})")
    print("command: python benchmarks/claims.py")


if __name__ == "__main__":
    main()

"""Sentences beside pysbd and BlingFire: speed, ends found on two treebanks, golden rules.

    GROUNDSMITH_DATA=DIR python benchmarks/sentences.py [FOLDER]

Speed is megabytes of UTF-8 per second of processor time on the texts of FOLDER (default:
`examples/guidance`), the best of five passes. A treebank's sentences are joined by one space,
document by document, and the ends are to be found again. Every other document, and every other
golden rule, may be read while working on our rules (`read`); the others are only scored. Peers run
in environments of their own, made from PyPI on first use.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from engine import NotMeasured, Peer
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Span
from systems import answered

HERE = Path(__file__).resolve().parent
PEERS = HERE / "sentence_peers"
PYSBD = Peer(name="pysbd", requirement="pysbd==0.3.4", module="pysbd_split", keeps="")
BLINGFIRE = Peer(
    name="blingfire",
    requirement="blingfire==0.1.8 numpy==2.3.5",
    module="blingfire_split",
    keeps="",
)
PASSES = 5
PART_SENTENCES = 50
Split = Callable[[Sequence[str]], tuple[list[list[Span]], float]]
"""Texts → the sentences of each, and the seconds that took."""


def main(folder: Path) -> None:
    """Print a block for each splitter."""
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/sentences.py")
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("**/*.txt"))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    splitters: dict[str, Split] = {
        "ours": ours,
        "pysbd": theirs(PYSBD),
        "BlingFire": theirs(BLINGFIRE),
    }
    for name, split in splitters.items():
        try:
            print(f"{name}: {size / split(texts)[1]:.2f} MB/s on {len(texts)} files, {size:.3f} MB")
            if data := os.environ.get("GROUNDSMITH_DATA"):
                boundaries(Path(data) / "sentences", split)
        except NotMeasured as why:
            print(f"{name}: {why}")


def ours(texts: Sequence[str]) -> tuple[list[list[Span]], float]:
    """Our splitter."""
    splitter = RuleSplitter()
    best, found = float("inf"), []
    for _ in range(PASSES):
        started = time.process_time()
        found = [splitter.split(text) for text in texts]
        best = min(best, time.process_time() - started)
    return found, best


def theirs(peer: Peer) -> Split:
    """A peer, its spans without the white space that it leaves at their ends."""

    def split(texts: Sequence[str]) -> tuple[list[list[Span]], float]:
        answer = answered(peer, {"texts": texts, "passes": PASSES}, PEERS)
        spans = [
            [trimmed(text, *span) for span in found]
            for text, found in zip(texts, answer["spans"], strict=True)
        ]
        return spans, answer["taken_s"]

    return split


def trimmed(text: str, start: int, stop: int) -> Span:
    """The span without white space at its ends."""
    told = text[start:stop]
    start += len(told) - len(told.lstrip())
    return Span(start=start, stop=max(start, start + len(told.strip())))


def boundaries(folder: Path, split: Split) -> None:
    """How many sentence ends are found again, and how many golden rules are held."""
    for path in sorted(folder.glob("*.conllu")):
        parts = list(parts_of(path))
        found, _ = split([" ".join(texts) for texts in parts])
        counts = [matched(texts, spans) for texts, spans in zip(parts, found, strict=True)]
        for name, half in (("all", counts), ("read", counts[::2]), ("scored", counts[1::2])):
            right, made, wanted = (sum(each) for each in zip(*half, strict=True))
            print(
                f"  {path.stem} {name}: precision {right / made:.4f}, "
                f"recall {right / wanted:.4f}, F1 {2 * right / (made + wanted):.4f}"
            )
    rules = json.loads((folder / "golden_rules_en.json").read_text(encoding="utf-8"))
    found, _ = split([rule["text"] for rule in rules])
    held = [
        [" ".join(span.of(rule["text"]).split()) for span in spans] == rule["sentences"]
        for rule, spans in zip(rules, found, strict=True)
    ]
    print(
        f"  golden rules: {sum(held)} of {len(rules)}; read {sum(held[::2])} of {len(held[::2])}, "
        f"scored {sum(held[1::2])} of {len(held[1::2])}"
    )


def matched(texts: list[str], spans: Sequence[Span]) -> tuple[int, int, int]:
    """How many sentence ends are right, how many were found, and how many there are."""
    ends = {length + place for place, length in enumerate(accumulate(map(len, texts)))}
    stops = {span.stop for span in spans}
    return len(ends & stops), len(stops), len(ends)


def parts_of(path: Path) -> Iterator[list[str]]:
    """Documents of a treebank; a treebank of one document in parts of fifty sentences."""
    documents = [
        texts
        for document in path.read_text(encoding="utf-8").split("# newdoc")
        if (texts := [line[9:] for line in document.splitlines() if line.startswith("# text = ")])
    ]
    if len(documents) > 1:
        yield from documents
    else:
        (texts,) = documents
        for at in range(0, len(texts), PART_SENTENCES):
            yield texts[at : at + PART_SENTENCES]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "examples" / "guidance")

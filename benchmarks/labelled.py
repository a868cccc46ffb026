"""Texts with labelled claims and their sources, of every development set, in two halves.

The judge is trained on one half and reported on the other. Halves are drawn by a hash of the
text's group (its source, and whatever shares it), so that nothing reported was seen in training.
A claim of an edited summary is unsupported where the unedited summary does not have it.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Claim
from groundsmith.verify.claims import split_claims

PLANTED = Path(__file__).parent / "planted" / "open"
_SPLITTER = RuleSplitter()
_OPENING_CHARS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text, what it was written from, and which of its claims are unsupported.

    Attributes:
        group: Texts of one group stand in the same half.
        unsupported: Of the whole text.
    """

    dataset: str
    group: str
    source: str
    text: str
    claims: tuple[Claim, ...]
    wrong: tuple[bool, ...]
    unsupported: bool

    @property
    def for_training(self) -> bool:
        """Whether it is in the half that the judge learns from."""
        return hashlib.sha256(self.group.encode()).digest()[0] < 128


def labelled(data: Path) -> Iterator[Labelled]:
    """Every labelled text of the development sets; `data` is their folder."""
    yield from ragtruth(data / "ragtruth_qa/train.jsonl")
    for path in sorted((data / "summedits").glob("*.json")):
        yield from summedits(path)
    yield from factcg(data / "factcg/CG2C_doc.json")
    yield from wice(data / "wice/oracle_chunks_claim_dev.jsonl")
    for language in ("en", "id"):
        yield from planted(PLANTED, language)


def ragtruth(path: Path) -> Iterator[Labelled]:
    """Answers to questions; a claim is unsupported where an annotated span touches it."""
    for row in _lines(path):
        claims = [one for one in split_claims(row["response"], _SPLITTER) if one.kind.checkable]
        yield Labelled(
            dataset="ragtruth_qa",
            group=row["source_id"],
            source=row["source"],
            text=row["response"],
            claims=tuple(claims),
            wrong=tuple(
                any(a < claim.stop and claim.start < b for a, b in row["spans"]) for claim in claims
            ),
            unsupported=bool(row["hallucinated"]),
        )


def summedits(path: Path) -> Iterator[Labelled]:
    """Summaries with one small edit, some of which keep them true."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        claims = split_claims(row["summary"], _SPLITTER)
        unedited = {claim.text for claim in split_claims(row["original_summary"], _SPLITTER)}
        yield Labelled(
            dataset="summedits",
            group=f"{path.stem} {row['doc']}",
            source=row["doc"],
            text=row["summary"],
            claims=tuple(claims),
            wrong=tuple(not row["label"] and claim.text not in unedited for claim in claims),
            unsupported=not row["label"],
        )


def factcg(path: Path) -> Iterator[Labelled]:
    """Claims that join facts of a document; in the unsupported ones a fact was taken out of it."""
    rows = list(_lines(path))
    groups = _joined([(row["text_b"][0], row["text_a"][:_OPENING_CHARS]) for row in rows])
    for row, group in zip(rows, groups, strict=True):
        wrong = not row["orig_label"]
        yield _one_claim("factcg", group, row["text_a"], row["text_b"][0], wrong=wrong)


def wice(path: Path) -> Iterator[Labelled]:
    """Sentences of Wikipedia and the pages they cite; partly supported counts as unsupported."""
    for row in _lines(path):
        group = row["meta"]["claim_title"]
        wrong = row["label"] != "supported"
        yield _one_claim("wice", group, "\n".join(row["evidence"]), row["claim"], wrong=wrong)


def planted(folder: Path, language: str) -> Iterator[Labelled]:
    """Claims with one planted error each, and faithful paraphrases."""
    for name, wrong in ((f"{language}.jsonl", True), (f"faithful_{language}.jsonl", False)):
        for row in _lines(folder / name):
            dataset = f"planted_{language}"
            yield _one_claim(dataset, row["source"], row["source"], row["claim"], wrong=wrong)


def _one_claim(dataset: str, group: str, source: str, text: str, *, wrong: bool) -> Labelled:
    """A text that is labelled as one claim, however many it would be split into."""
    return Labelled(
        dataset=dataset,
        group=group,
        source=source,
        text=text,
        claims=(Claim(text=text, start=0, stop=len(text)),),
        wrong=(wrong,),
        unsupported=wrong,
    )


def _joined(rows: list[tuple[str, str]]) -> list[str]:
    """For each row one name for all rows that share a part with it, directly or by others."""
    leader: dict[str, str] = {}

    def lead(part: str) -> str:
        while leader.setdefault(part, part) != part:
            part = leader[part]
        return part

    for one, other in rows:
        leader[lead(one)] = lead(other)
    return [lead(one) for one, _ in rows]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)

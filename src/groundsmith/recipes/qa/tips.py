"""What to change next time, each with the figure that says so.

A tip is given only where its figure is large enough to act on; a dataset without tips is a good
one, or one that was not checked, which the unchecked stages say.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groundsmith.records import Json

if TYPE_CHECKING:
    from groundsmith.recipes.qa.report import DatasetReport

_MANY_CHUNKS = 0.2
_MANY_REJECTED = 0.1
_ONE_KIND = 0.6


def tips(report: "DatasetReport") -> list[dict[str, Json]]:
    """Tips as `text` and `figure`, those that concern most of the dataset first."""
    found = sorted(_found(report), key=lambda tip: -tip[0])
    return [{"text": text, "figure": figure} for _, text, figure in found]


Tip = tuple[float, str, str]
"""Share of what it concerns, what to do, and the figure."""

_ADVICE = {
    "round_trip": "Let questions name what they are about: give sections headings that name their "
    "subject, so that the writer can use them.",
    "duplicate": "Leave out what repeats: several sources say the same. Read one of them only.",
    "consistency": "Look at the sources that contradict each other; leave out the outdated one.",
    "format": "Shorten the passages that answers are taken from, or raise qa.lengths.",
    "extractive": "Keep answers to the words of the source.",
    "hallucination": "Look at the unsupported claims: either the source lacks the fact, or the "
    "writer added it.",
    "question": "Look at the questions that do not stand alone, under the findings of this stage.",
    "answer": "Look at the answers that are cut off or of the wrong type.",
    "policy": "Look at what the sources hold: secrets, hate or threats reached their pairs.",
    "overall": "Look at the weakest stages: together they fall below qa.min_overall.",
}


def _found(report: "DatasetReport") -> Iterator[Tip]:
    yield from _of_coverage(report)
    for cause, count in report.rejected_by.most_common():
        share = count / report.draft_count
        if share >= _MANY_REJECTED and cause in _ADVICE:
            yield share, _ADVICE[cause], _figure(count, report.draft_count, f"drafts: {cause}")
    yield from _of_kinds(report)
    for stage, count in report.unchecked.most_common(1):
        share = count / report.draft_count
        if share > _MANY_REJECTED:
            text = f"Let the stage “{stage}” run: until then no pair can earn high confidence."
            yield share, text, _figure(count, report.draft_count, "drafts were not checked by it")


def _of_coverage(report: "DatasetReport") -> Iterator[Tip]:
    count = report.coverage.chunk_count
    empty = report.coverage.without_draft_count
    if count and empty / count >= _MANY_CHUNKS:
        yield (
            empty / count,
            "Ask a model, which can write from passages that fit no sentence pattern, or leave "
            "sources out that hold little running text.",
            _figure(empty, count, "chunks gave no draft"),
        )


def _of_kinds(report: "DatasetReport") -> Iterator[Tip]:
    for kind, count in report.kinds.most_common(1):
        share = count / report.accepted_count
        if share >= _ONE_KIND:
            yield (
                share,
                "Raise qa.questions_per_chunk: the first question of a chunk is its surest, the "
                "next ones are of other kinds.",
                _figure(count, report.accepted_count, f"pairs are {kind}"),
            )


def _figure(part: int, whole: int, what: str) -> str:
    return f"{part:,} of {whole:,} {what} ({100 * part / whole:.0f} %)"

"""A passage read once more, by the model that writes: what rules cannot see is then revised, too.

It is believed as it is in `story check --model`. The decision to question: its findings stay in the
draft, as part of what was written, because judging a stored draft must ask nobody; the findings of
the rules are made anew when the draft is judged, and keep what the model made of them.
"""

from asyncio import to_thread
from collections.abc import Mapping, Sequence
from dataclasses import replace

from groundsmith.errors import ModelNeeded, RequestError, RunStopped
from groundsmith.recipes.story.findings import Finding, Severity, unchecked
from groundsmith.recipes.story.judging.judge import StoryJudge
from groundsmith.recipes.story.judging.judged import RULES, JudgedStory
from groundsmith.recipes.story.judging.questions import Questions
from groundsmith.recipes.story.manuscript import Manuscript, Place
from groundsmith.recipes.story.writing.passage import Version
from groundsmith.recipes.story.writing.sources import PASSAGE
from groundsmith.records import Json
from groundsmith.seams import Model


async def read_again(version: Version, model: Model, context_tokens: int) -> Version:
    """The version with what the model finds in it; raises what stops the run, such as a budget.

    Where the model gives no usable answer, what rules found stands, and the version says so.
    """
    questions = Questions(version.story, context_tokens, only=PASSAGE)
    judge = await to_thread(StoryJudge, version.story, questions, name=version.model)
    found = await judge.judged(version.findings, model)
    if isinstance(found.ended, RunStopped | RequestError) and not _unanswered(found):
        raise found.ended
    findings = tuple(one.finding for one in found.findings)
    return replace(version, findings=findings, reading=_kept(found))


def joined(
    ruled: Sequence[Finding], reading: Mapping[str, Json], manuscript: Manuscript
) -> list[Finding]:
    """What rules find in a stored passage, and what a model found when it was written.

    Args:
        reading: What a draft keeps of it.
        manuscript: With the passage in it.
    """
    orders = {one.name: one.order for one in (*manuscript.notes, *manuscript.chapters)}
    by_rules: dict[tuple[str, tuple[int, int]], Finding] = {}
    own: list[Finding] = []
    for row in reading["findings"]:
        finding = _finding(row, orders)
        if row["found_by"] == RULES:
            by_rules[finding.subtype, finding.contradicting.at] = finding
        else:
            own.append(finding)
    weighed = (by_rules.get((one.subtype, one.contradicting.at), one) for one in ruled)
    return [*weighed, *own]


def not_checked(reading: Mapping[str, Json] | None, by_nobody: Sequence[str]) -> str:
    """Which kinds nobody looked for in a passage, in a sentence."""
    if reading is None:
        return f"NOT CHECKED by rules: {', '.join(by_nobody)}"
    left = ", ".join(reading["not_checked"])
    reasons = "; ".join(dict.fromkeys(one["reason"] for one in reading["not_asked"]))
    why = f" ({reasons})" if reasons else ""
    return f"read by {reading['judge']}; NOT CHECKED: {left}{why}"


def _unanswered(found: JudgedStory) -> bool:
    """Whether the model, which has written the passage, is only no use for questions about it."""
    return isinstance(found.ended, ModelNeeded)


def _kept(found: JudgedStory) -> dict[str, Json]:
    """What a draft keeps of a reading."""
    return {
        **found.as_json(),
        "not_checked": found.not_checked(unchecked()),
        "findings": [one.as_json() for one in found.findings],
    }


def _finding(row: Mapping[str, Json], orders: Mapping[str, int]) -> Finding:
    return Finding(
        subtype=row["subtype"],
        severity=Severity(row["severity"]),
        message=row["message"],
        established=_place(row["established"], orders),
        contradicting=_place(row["contradicting"], orders),
        suggestion=row["suggestion"],
    )


def _place(told: Mapping[str, Json], orders: Mapping[str, int]) -> Place:
    return Place(
        chapter=told["chapter"],
        order=orders.get(told["chapter"], -1),
        start=told["start"],
        stop=told["stop"],
        quote=told["quote"],
    )

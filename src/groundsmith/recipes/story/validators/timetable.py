"""Timetables: a ferry that goes at a quarter past six, and at noon.

Only what is told as a habit or a plan is held to it (`the ferry goes at`, `kereta berangkat
pukul`), in narration or in speech. The decision to question: two hours are two ferries as soon as
another, a later or a next one is spoken of, so such a word anywhere near silences the rule.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.hours import Hour, clock
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.words.hours import RUNS

_RUNS = {key: re.compile(words) for key, words in RUNS.items()}
_OTHERS = re.compile(
    r"\b(?:earlier|later|another|other|second|if|would|delayed"
    r"|not|never|on (?:sun|mon|tues|wednes|thurs|fri|satur)days?|pertama|terakhir|berikut\w*|lain"
    r"|kedua|kalau|tidak|biasanya|terlambat|hari \w+)\b",
    re.I,
)
_APART = 1.0


def check(story: Story) -> Iterator[Finding]:
    """One thing that runs at two hours in a chapter."""
    yield from believable(_found(story), most=2)


def _found(story: Story) -> Iterator[Finding]:
    known: dict[tuple[int, str], tuple[Line, Hour]] = {}
    for line in story.lines:
        text = line.sentence.text
        for one in _RUNS[story.language].finditer(text):
            hour = clock(one.group("hour"))
            if hour is None or _OTHERS.search(text):
                continue
            key = (line.sentence.chapter.order, one.group("what").lower())
            before, first = known.setdefault(key, (line, hour))
            if first.is_apart(hour, _APART):
                yield Finding(
                    subtype="time",
                    severity=Severity.MEDIUM,
                    message=f"{one.group('what')}: {one.group('hour')} is not the hour told before",
                    established=before.sentence.place(),
                    contradicting=line.sentence.place(one.start(), one.end()),
                    suggestion="change one of the hours",
                )

"""Hours that cannot be: the sun comes up in the afternoon, stars stand over a noon.

Within a scene the day goes forwards. The decision to question: two neighbouring sentences may be
hours apart where words between them let time pass; without such words they tell one moment.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.hours import Hour, hours_of
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode, Sentence
from groundsmith.recipes.story.words.hours import PASSING

_NIGHT_PASSES = re.compile(
    r"\b(?:next|following|slept|sleep|asleep|woke|awoke|wakes|waking|dawned|tomorrow|overnight"
    r"|days?"
    r"|weeks?|months?|years?|yesterday|one (?:morning|evening|night)|on (?:mon|tues|wednes|thurs"
    r"|fri"
    r"|satur|sun)day|mornings|nights|evenings|until (?:morning|dawn)|all night|every"
    r"|keesokan\w*|esok\w*|besok\w*|tidur|tertidur|bangun|terbangun|hari|hari-hari|semalaman"
    r"|minggu|bulan|tahun|kemarin|berikut\w*|setiap|suatu|paginya|malamnya|lusa\w*)\b",
    re.I,
)
_SLEEP = ("slept", "asleep", "woke", "awoke", "tertidur", "tidur", "terbangun")
_NEAR = 9
_APART = 3.0
_OPENING_CHARS = 45
_FAR = 3_000


def check(story: Story) -> Iterator[Finding]:
    """Hours that run backwards, and two hours of one moment."""
    last: tuple[Sentence, Hour, int] | None = None
    for at, sentence in enumerate(story.reading.sentences):
        if last is not None and sentence.scene != last[0].scene:
            last = None
        if last is not None and sentence.mode is Mode.TOLD:
            found = _NIGHT_PASSES.search(sentence.told)
            if found and (found.start() < _OPENING_CHARS or found.group().lower() in _SLEEP):
                last = None
            elif PASSING.search(sentence.told):
                last = (last[0], last[1], last[2] - _NEAR)
        for hour in hours_of(sentence):
            if last is not None and not hour.is_other_day and _clash(last, sentence, hour, at):
                yield _finding(last[0], last[1], sentence, hour)
            last = (sentence, hour, at)


def _clash(last: tuple[Sentence, Hour, int], sentence: Sentence, hour: Hour, at: int) -> bool:
    before, known, since = last
    passing = before is sentence and PASSING.search(before.told[known.stop : hour.start])
    if at - since < _NEAR and not passing and known.is_apart(hour, _APART):
        return True
    if sentence.start - before.start > _FAR:
        return False
    return hour.is_before(known) and max(high for _, high in known.ranges) < 23


def _finding(before: Sentence, known: Hour, sentence: Sentence, hour: Hour) -> Finding:
    told = sentence.told[hour.start : hour.stop].strip()
    return Finding(
        subtype="time",
        severity=Severity.MEDIUM,
        message=f"{told} does not fit {before.told[known.start : known.stop].strip()}",
        established=before.place(known.start, known.stop),
        contradicting=sentence.place(),
        suggestion="change the hour or the time of day",
    )

"""Wording that stands out: worn phrases, a narrator who suddenly swears, things before their time.

All of it is of low severity. A thing is before its time where every year that the story names is
earlier than its first; a story that names no year, or travels in time, is not held to that. What
this does not see: irony, a worn phrase that is turned on purpose, registers without swear words.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode, Sentence
from groundsmith.recipes.story.words.worn import INVENTED, SWEARING, WORN

_WORN = {
    language: re.compile(
        rf"\b(?:{'|'.join(filter(None, map(str.strip, cues.splitlines())))})\b", re.I
    )
    for language, cues in WORN.items()
}
_SWEARING = {language: re.compile(rf"\b(?:{cues})\b", re.I) for language, cues in SWEARING.items()}
_INVENTED = {
    language: re.compile(
        rf"\b(?:{'|'.join(sorted(map(re.escape, years), key=len, reverse=True))})\b", re.I
    )
    for language, years in INVENTED.items()
}
_YEAR = re.compile(r"(?<![\d.,:/-])(1[0-9]{3}|20[0-9]{2})(?![\d.,]?\d|%)")
_TRAVELS = re.compile(r"time[- ](?:machine|travel\w*)|from the future|mesin waktu|masa depan", re.I)
_LEAST_WORDS = 1_000
_MOST_SWORN = 2


def check(story: Story) -> Iterator[Finding]:
    """Worn phrases, swearing in narration that never swears, and anachronisms."""
    yield from _worn(story)
    yield from _sworn(story)
    yield from _early(story)


def _worn(story: Story) -> Iterator[Finding]:
    for sentence in story.reading.sentences:
        if sentence.mode is not Mode.SAID:
            for one in _WORN[story.language].finditer(sentence.told):
                yield Finding(
                    subtype="cliche",
                    severity=Severity.LOW,
                    message=f"a worn phrase: {one.group()}",
                    established=sentence.place(one.start(), one.end()),
                    contradicting=sentence.place(one.start(), one.end()),
                    suggestion="say it in words of this story",
                )


def _sworn(story: Story) -> Iterator[Finding]:
    """Oaths of a narrator who never swears elsewhere."""
    told = [one for one in story.reading.sentences if one.mode is Mode.TOLD]
    found = [(one, hit) for one in told if (hit := _SWEARING[story.language].search(one.told))]
    if not 0 < len(found) <= _MOST_SWORN or story.manuscript.word_count < _LEAST_WORDS:
        return
    sworn = {one.at for one, _ in found}
    usual = next((one for one in told if one.at not in sworn), None)
    if usual is not None:
        for sentence, hit in found:
            yield _finding(
                "tone", f"the narrator swears: {hit.group()}", usual.place(), sentence, hit,
                "keep it for somebody's mouth, or let the narrator swear from the first",
            )  # fmt: skip


def _early(story: Story) -> Iterator[Finding]:
    """Things that nobody had in the years that the story names."""
    texts = [one.text for one in (*story.manuscript.chapters, *story.manuscript.notes)]
    if any(_TRAVELS.search(text) for text in texts):
        return
    years = [
        (int(y.group(1)), s, y) for s in story.reading.sentences for y in _YEAR.finditer(s.text)
    ]
    noted = [int(y.group(1)) for one in story.manuscript.notes for y in _YEAR.finditer(one.text)]
    if not years:
        return
    latest, shown, year = max(years, key=lambda one: (one[0], -one[1].chapter.order))
    latest = max([latest, *noted])
    for sentence in story.reading.sentences:
        if sentence.mode not in (Mode.TOLD, Mode.RECOUNTED):
            continue
        for hit in _INVENTED[story.language].finditer(sentence.told):
            first = INVENTED[story.language][hit.group().lower()]
            if first > latest:
                yield _finding(
                    "time", f"{hit.group()} came in {first}; no year here is after {latest}",
                    shown.place(year.start(), year.end()), sentence, hit,
                    "name a thing of the time, or say when this is",
                )  # fmt: skip


def _finding(
    subtype: str, message: str, shown: Place, sentence: Sentence, hit: re.Match[str], advice: str
) -> Finding:
    return Finding(
        subtype=subtype,
        severity=Severity.LOW,
        message=message,
        established=shown,
        contradicting=sentence.place(hit.start(), hit.end()),
        suggestion=advice,
    )

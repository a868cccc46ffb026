"""Blossom in November, snow in July: what is seen against the month or the season that is told.

A season holds to the end of its chapter, or until the text lets weeks pass. The decision to
question: what somebody sees contradicts a named season, but two sights never contradict each other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.seasons import Season, seasons_of
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import BACK, VOUCHED, Mode, Sentence

_PASSES = re.compile(
    r"\b(?:weeks?|months?|years?|winters?|summers?|seasons?|one day|minggu|bulan|tahun|musim"
    r"|(?:by|until|till|came|turned to|before|after) (?:the )?(?:spring|summer|autumn|winter)"
    r"|(?:spring|summer|autumn|winter) (?:came|went|passed|turned))\b",
    re.I,
)
_Told = tuple[Sentence, Season]
_SPAN_MONTHS = 2
_MOST_FINDINGS = 3
"""More than so many, and the world is not ours."""


def check(story: Story) -> Iterator[Finding]:
    """What does not fit the season that is told."""
    found = [*_clashes(story), *_between_dates(story)]
    if len(found) <= _MOST_FINDINGS:
        yield from found


def _clashes(story: Story) -> Iterator[Finding]:
    """What does not fit the season that its scene or chapter names."""
    named: _Told | None = None
    signs: list[_Told] = []
    for sentence in story.reading.sentences:
        if named is not None and sentence.chapter.order - sentence.chapter.continues > (
            named[0].chapter.order
        ):
            named = None
        if signs and sentence.scene != signs[0][0].scene:
            signs = []
        own = list(seasons_of(sentence, story.days.at(sentence.at)[0]))
        for one in own:
            told = (sentence, one)
            if named is not None and _is_slip(named, told):
                yield _finding(named, told)
            elif one.is_named:
                yield from (
                    _finding(told, sign)
                    for sign in signs
                    if not _fit(told, sign) and _is_one_time(told[0], sign[0])
                )
                named, signs = told, []
            elif named is None:
                signs.append(told)
        if not own and sentence.mode is Mode.TOLD and _PASSES.search(sentence.told):
            named, signs = None, []


def _fit(one: _Told, other: _Told) -> bool:
    return bool(one[1].months & other[1].months)


def _is_slip(named: _Told, told: _Told) -> bool:
    """Whether what is told does not fit the season named before; a month may follow a month."""
    if not _is_one_time(named[0], told[0]) or _fit(named, told):
        return False
    both_months = len(named[1].months) == len(told[1].months) == 1
    return not told[1].is_named or not (both_months or named[0].at == told[0].at)


def _between_dates(story: Story) -> Iterator[Finding]:
    """What does not fit between the date before it and the date behind it."""
    dated = [one for one in story.days.written if one.sentence.mode in VOUCHED]
    marks = [one.sentence.at for one in dated]
    for sentence in story.reading.sentences:
        at = bisect_right(marks, sentence.at)
        if not 0 < at < len(dated) or dated[at - 1].sentence.at == sentence.at:
            continue
        first, last = dated[at - 1].month, dated[at].month
        span = (last - first) % 12
        if span > _SPAN_MONTHS:
            continue
        months = {(first + step - 1) % 12 + 1 for step in range(span + 1)}
        for one in (
            seasons_of(sentence, story.days.at(sentence.at)[0])
            if sentence.mode is Mode.TOLD
            else ()
        ):
            if not months & one.months:
                yield _finding(
                    (
                        dated[at - 1].sentence,
                        Season(frozenset(months), True, dated[at - 1].start, dated[at - 1].stop),
                    ),
                    (sentence, one),
                )


def _is_one_time(one: Sentence, other: Sentence) -> bool:
    """Whether both are told of now, or both stand in one paragraph of a memory."""
    return one.paragraph == other.paragraph or not {one.mode, other.mode} & BACK


def _finding(known: _Told, told: _Told) -> Finding:
    before, season = known
    sentence, sight = told
    return Finding(
        subtype="time",
        severity=Severity.MEDIUM,
        message=f"{sentence.told[sight.start : sight.stop]} does not fit "
        f"{before.told[season.start : season.stop]}",
        established=before.place(season.start, season.stop),
        contradicting=sentence.place(),
        suggestion="change the season or what is seen",
    )

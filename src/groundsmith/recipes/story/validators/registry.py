"""Which validators there are, and what one check of a story makes of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, ranked, unchecked
from groundsmith.recipes.story.manuscript import Manuscript
from groundsmith.recipes.story.validators import (
    ages,
    appearance,
    calendar,
    counts,
    deaths,
    directions,
    feelings,
    happenings,
    holdings,
    hours,
    knowing,
    lands,
    lasting,
    measures,
    names,
    namings,
    relations,
    rules,
    seasons,
    skills,
    spans,
    standing,
    states,
    tense,
    timeline,
    timetable,
    viewpoint,
    voices,
    whereabouts,
    wording,
    years,
)

VALIDATORS: dict[str, Callable[[Story], Iterator[Finding]]] = {
    "names": names.check,
    "namings": namings.check,
    "viewpoint": viewpoint.check,
    "tense": tense.check,
    "calendar": calendar.check,
    "appearance": appearance.check,
    "ages": ages.check,
    "deaths": deaths.check,
    "relations": relations.check,
    "skills": skills.check,
    "holdings": holdings.check,
    "knowing": knowing.check,
    "whereabouts": whereabouts.check,
    "standing": standing.check,
    "rules": rules.check,
    "counts": counts.check,
    "measures": measures.check,
    "timeline": timeline.check,
    "happenings": happenings.check,
    "hours": hours.check,
    "timetable": timetable.check,
    "seasons": seasons.check,
    "years": years.check,
    "spans": spans.check,
    "directions": directions.check,
    "lands": lands.check,
    "lasting": lasting.check,
    "states": states.check,
    "voices": voices.check,
    "feelings": feelings.check,
    "wording": wording.check,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found: the gravest findings, how many there were, and what it did not check."""

    findings: tuple[Finding, ...]
    found_count: int
    not_checked: tuple[str, ...]


def check(manuscript: Manuscript, most: int = 200) -> Checked:
    """Holds a manuscript against itself and its notes."""
    return checked(Story(manuscript), most)


def checked(story: Story, most: int = 200) -> Checked:
    """The same for a story that was read before."""
    found = [finding for validate in VALIDATORS.values() for finding in validate(story)]
    kept, count = ranked(found, most)
    return Checked(findings=tuple(kept), found_count=count, not_checked=tuple(unchecked()))

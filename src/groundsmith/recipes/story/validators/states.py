"""People on two poles of one axis: the bald who comb their hair, an only child's brother.

A slip is made once or twice: where both poles are told again and again, or a change is told of in
between, nobody is reported. Sentences that follow each other weigh one against the other on purpose
(`he who had been fat was thin`), so those say nothing either.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.years import years_between
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.states.readings import State

_MOST_SLIPS = 2
_MANY_YEARS = 8
"""After so many what is no lifelong state may have changed untold."""
_APART = 2
"""Sentences between two readings that are no comparison."""

_BACK = {
    "en": r"back|returned|found|recovered|retrieved|redeemed|replaced|repaired|mended|lent|bought"
    r"|another|new|fetched|brought|ran after",
    "id": r"kembali|mengembalikan|dikembalikan|ketemu|ditemukan|menemukan|menebus|ditebus"
    r"|memberinya|meminjam\w*|membeli\w*|baru|lain|dibelikan|mendapat\w*",
}
"""What is told of a thing that somebody has again."""
_IT = {"en": r"\b(?:it|them|one)\b", "id": r"\b(?:itu|\w+nya)\b"}
_NEAR = 3
"""Sentences after a loss, and before the thing is there again, in which `it` is the thing."""


def check(story: Story) -> Iterator[Finding]:
    """States that exclude each other; what was lost, anybody may find again."""
    groups: dict[tuple[str, str, str], list[State]] = defaultdict(list)
    changes: dict[tuple[str, str], list[State]] = defaultdict(list)
    found: dict[tuple[str, str], list[State]] = defaultdict(list)
    for state in (one for one in story.states if one.who not in story.cast.shared):
        if state.is_change:
            changes[state.axis.name, state.who].append(state)
            found[state.axis.name, state.about if state.axis.order else ""].append(state)
        else:
            groups[state.axis.name, state.who, state.about].append(state)
    for (axis, who, about), group in groups.items():
        anybodys = found[axis, about] if about else []
        turns = sorted(
            one.line
            for one in (*changes[axis, who], *anybodys)
            if not about or one.about in ("", about)
        )
        yield from _clashes(group, turns, story)


def _clashes(group: Sequence[State], turns: Sequence[int], story: Story) -> Iterator[Finding]:
    """What a person's readings on an axis say against those that most of them agree on."""
    by_value: dict[str, list[State]] = defaultdict(list)
    for one in group:
        by_value[one.value].append(one)
    if len(by_value) < 2:
        return
    if group[0].axis.order:
        yield from _later(group, turns, story)
        return
    held = max(by_value.values(), key=lambda ones: (_count(ones), -ones[0].line))
    for ones in by_value.values():
        if ones is held or _count(ones) > min(_MOST_SLIPS, max(1, _count(held) // 2)):
            continue
        for one in ones:
            against = next((other for other in held if _excludes(other, one, turns, story)), None)
            if against is not None:
                yield _finding(against, one)
                break


def _later(group: Sequence[State], turns: Sequence[int], story: Story) -> Iterator[Finding]:
    """What is told of the one pole after the other, on an axis that has an order."""
    before, after = group[0].axis.order
    is_any = not group[0].axis.is_named
    behind = [one for one in group if one.value == after]
    for first in (one for one in group if one.value == before and (is_any or one.is_named)):
        later = _unexplained(first, behind, turns, story)
        named = [one for one in later if is_any or one.is_named]
        if named and (_count(later) if is_any else len({one.line for one in later})) <= _MOST_SLIPS:
            yield _finding(first, named[0])


def _unexplained(
    first: State, behind: Sequence[State], turns: Sequence[int], story: Story
) -> list[State]:
    """What is told behind a state and before it changes; so many as show that it is no slip."""
    found: list[State] = []
    for one in behind[bisect_right(behind, first.line, key=lambda state: state.line) :]:
        if _has_changed(first, one, turns):
            break
        if _excludes(first, one, turns, story) and not (
            first.about and _is_back(first, one, story)
        ):
            found.append(one)
        if _count(found) > _MOST_SLIPS:
            break
    return found


def _count(ones: Sequence[State]) -> int:
    """How often something is told, a paragraph once."""
    return len({one.paragraph for one in ones})


def _excludes(held: State, one: State, turns: Sequence[int], story: Story) -> bool:
    first, second = sorted((held, one), key=lambda state: state.line)
    if second.line - first.line <= _APART:
        return False
    if Mode.SAID in (first.mode, second.mode) and (
        first.mode is second.mode or first.axis.holds == "scene"
    ):
        return False
    if first.axis.holds == "scene" and first.scene != second.scene:
        return False
    if first.axis.holds == "long" and second.mode is Mode.RECOUNTED:
        return False
    return not _has_changed(first, second, turns) and (
        first.axis.holds != "long" or years_between(first.place, second.place, story) < _MANY_YEARS
    )


def _has_changed(first: State, second: State, turns: Sequence[int]) -> bool:
    """Whether a change is told of between two readings, or right behind the second."""
    at = bisect_right(turns, first.line)
    return at < len(turns) and turns[at] <= second.line + 1


def _is_back(first: State, second: State, story: Story) -> bool:
    """Whether what was lost is told of in between, by its name or as `it`, as had again."""
    back, it = re.compile(_BACK[story.language], re.I), re.compile(_IT[story.language], re.I)
    for number in range(first.line, second.line + 1):
        text = story.lines[number].sentence.text.lower()
        is_near = number <= first.line + _NEAR or second.line - _NEAR < number < second.line
        named = first.line < number and first.about in text
        if (named or (is_near and it.search(text))) and back.search(text):
            return True
    return False


def _finding(held: State, one: State) -> Finding:
    first, second = sorted((held, one), key=lambda state: state.line)
    about = f" {one.about}" if one.about else ""
    said = Mode.SAID in (first.mode, second.mode)
    return Finding(
        subtype=one.axis.subtype,
        severity=Severity.MEDIUM if said else one.axis.severity,
        message=f"{one.who}: {one.axis.name.replace('_', ' ')}{about}: {second.value} here "
        f"({second.words}), {first.value} elsewhere ({first.words})",
        established=first.place,
        contradicting=second.place,
        suggestion="make the two agree, or tell what changed",
    )

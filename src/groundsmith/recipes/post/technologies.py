"""Names of technologies, and which of them a project may be said to use.

A technology is whatever our list calls one, or what a project's manifests declare. It may be named
only where a manifest or the README does, under that name or another of the same thing. The decision
to question: common words (`Go`, `Express`) are looked for only as they are written.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from groundsmith.recipes.post.brief import data
from groundsmith.recipes.post.project import Project
from groundsmith.records import Span

_LEFT, _RIGHT = r"(?<![\w.@/-])", r"(?![\w#+]|[-.]\w)"
_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A technology that a text names, and where."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gazetteer:
    any_case: re.Pattern[str]
    as_written: re.Pattern[str]
    alike: dict[str, frozenset[str]]
    spelled: dict[str, str]


@cache
def _gazetteer() -> _Gazetteer:
    held = data("technologies.yaml")
    alike: dict[str, frozenset[str]] = {}
    for group in held["aliases"]:
        names = frozenset(name.lower() for name in group)
        for name in names:
            alike[name] = alike.get(name, frozenset()) | names
    return _Gazetteer(
        any_case=_pattern(held["names"], re.IGNORECASE),
        as_written=_pattern(held["exact"], re.NOFLAG),
        alike=alike,
        spelled={name.lower(): name for name in (*held["exact"], *held["names"])},
    )


def _pattern(names: Iterable[str], flags: re.RegexFlag) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(f"{_LEFT}(?:{'|'.join(longest_first)}){_RIGHT}", flags)


def named_in(text: str) -> list[Named]:
    """The technologies that a text names, in order."""
    held = _gazetteer()
    found = {
        match.span(): Named(name=match.group(), span=Span(start=match.start(), stop=match.end()))
        for pattern in (held.as_written, held.any_case)
        for match in pattern.finditer(text)
    }
    return [found[span] for span in sorted(found)]


def spelled(name: str) -> str:
    """A technology as it is usually written; any other name as it is."""
    return _gazetteer().spelled.get(name.lower(), name)


def unnamed(text: str, project: Project) -> list[Named]:
    """The technologies in a text that neither a manifest nor the README of the project names."""
    return [one for one in named_in(text) if not is_named(one.name, project)]


def is_named(name: str, project: Project) -> bool:
    """Whether a manifest or the README names it, or another name of the same thing."""
    names = _gazetteer().alike.get(name.lower(), frozenset()) | {name.lower()}
    naming = _lowered(project.naming)
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", naming) for one in names)


@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    return text.lower()


def stack(project: Project) -> Iterator[tuple[int, list[str]]]:
    """What each manifest says that the project is made with, its language first.

    Yields the number of the manifest's input and the names, at most twelve of all.
    """
    seen: set[str] = set()
    for number, held in project.manifests:
        listed = (name for name in held.dependencies if project.place(number, name))
        names = [name for name in listed if _key(name) not in seen][: _LISTED - len(seen)]
        seen.update(map(_key, names))
        if names or not seen:
            yield number, names


def _key(name: str) -> str:
    return re.sub(r"[-_.]", "", name.lower())

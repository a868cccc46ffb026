"""Axes: what of people's states excludes what, read from the files of `lexicon/`.

`AXIS.LANGUAGE.txt` holds `key: value` lines, then each pole in brackets with its patterns, one a
line; the keys are those of `Axis`. `macros.*.txt` and `lists.*.txt` are shared by all. A file that
cannot be read is an error of the package, told with its line.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from groundsmith.recipes.story.findings import SUBTYPES, Severity
from groundsmith.recipes.story.states.parts import Words
from groundsmith.recipes.story.states.patterns import Pattern
from groundsmith.recipes.story.states.phrases import PatternError, Vocabulary

_HOLDS = ("life", "long", "scene")
_LEXICON = files("groundsmith.recipes.story.states") / "lexicon"
CHANGE = "change"
"""The pole of phrases that tell of a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """States that exclude each other.

    Attributes:
        holds: "life": in whatever order they are told; "long": until a change is told of;
            "scene": within one scene.
        order: Two poles that exclude each other only where the first is told before the second
            (gone, then had); nothing where any order does.
        is_unique: Two different captured values exclude each other, whatever the pole.
        is_mutual: It holds of two people at once, whoever of them is named first.
        is_named: Both sides must name their person: a pronoun may mean somebody else.
        is_towards: It is about another person: love of one does not exclude hate of another.
    """

    name: str
    subtype: str
    holds: str
    severity: Severity
    order: tuple[str, ...]
    is_unique: bool
    is_mutual: bool
    is_named: bool
    is_towards: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern with the axis and the pole that it speaks for."""

    axis: Axis
    pole: str
    pattern: Pattern


class Lexicon:
    """All patterns of a language, found by the words that must stand in a sentence."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self.entries = tuple(entries)
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._beginnings: dict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            for word in entry.pattern.needs[0].words:
                self._whole[word].append(number)
            for stem in entry.pattern.needs[0].beginnings:
                self._beginnings[stem].append(number)

    def candidates(self, words: Words) -> list[Entry]:
        """Patterns that may match a sentence, in the order of the files."""
        found: set[int] = set()
        for word in words.all:
            found.update(self._whole.get(word, ()))
        for stem in words.beginnings:
            found.update(self._beginnings.get(stem, ()))
        return [self.entries[number] for number in sorted(found)]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of "en" or "id", read once a process."""
    return Lexicon(_entries(language))


def _entries(language: str) -> Iterator[Entry]:
    vocabulary = Vocabulary(dict(_pairs(f"macros.{language}.txt")), _lists(f"lists.{language}.txt"))
    for file in sorted(_LEXICON.iterdir(), key=lambda one: one.name):
        name, _, kind = file.name.partition(".")
        if kind == f"{language}.txt" and name not in ("macros", "lists"):
            yield from _axis(name, file.read_text(encoding="utf-8"), vocabulary)


def _axis(name: str, text: str, vocabulary: Vocabulary) -> Iterator[Entry]:
    head: dict[str, str] = {}
    changes: list[str] = []
    axis: Axis | None = None
    pole = ""
    for number, line in enumerate(text.splitlines(), 1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        try:
            if said.startswith("["):
                axis, pole = axis or _head(name, head), said.strip("[]")
                yield from (Entry(axis, CHANGE, Pattern(one, vocabulary)) for one in changes)
                changes = []
            elif axis is not None:
                yield Entry(axis, pole, Pattern(said, vocabulary))
            else:
                key, _, value = said.partition(":")
                if key == CHANGE:
                    changes.append(value.strip())
                else:
                    head[key.strip()] = value.partition("  ")[0].strip()
        except (PatternError, KeyError, ValueError) as error:
            raise ValueError(f"{name}, line {number}: {error}") from error


def _head(name: str, head: Mapping[str, str]) -> Axis:
    """The axis that the lines before the first pole describe."""
    if head.get("subtype") not in SUBTYPES or head.get("holds") not in _HOLDS:
        raise ValueError(f"subtype and holds must be known ones, not {dict(head)}")
    return Axis(
        name=name,
        subtype=head["subtype"],
        holds=head["holds"],
        severity=Severity(head.get("severity", Severity.MEDIUM)),
        order=tuple(head.get("order", "").split()),
        is_unique=head.get("unique") == "yes",
        is_mutual=head.get("mutual") == "yes",
        is_named=head.get("named") == "yes",
        is_towards=head.get("towards") == "yes",
    )


def _pairs(file: str) -> Iterator[tuple[str, str]]:
    path = _LEXICON / file
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            key, _, value = line.partition(":")
            yield key.strip(), value.strip()


def _lists(file: str) -> dict[str, dict[str, str]]:
    """Each list's words, with the word that they are taken for."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for name, line in _pairs(file):
        words, _, canonical = line.partition("=")
        for word in words.split():
            found[name][word] = canonical.strip() or word
    return found

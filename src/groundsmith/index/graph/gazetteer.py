"""Lists of known names, which users extend: as YAML by kind, or as TSV lines.

A name that is written with a capital is found only where the text has one too, so that the city
of Bath is not in every bathroom. Of several names that begin at a word, the longest is taken.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

import yaml

from groundsmith.errors import InputError
from groundsmith.index.graph.entity import Entity, Kind, Mention
from groundsmith.records import Span

WORD = re.compile(r"\w+(?:['’]\w+)*")
_LONGEST_WORD_CHARS = 64


class Gazetteer:
    """Entities by each of their names.

    Args:
        names: An entity with each name that it goes by; of two entities with the same name, the
            later counts.
    """

    def __init__(self, names: Iterable[tuple[str, Entity]]) -> None:
        self._names: dict[str, dict[tuple[str, ...], tuple[Entity, bool]]] = {}
        for name, entity in names:
            words = tuple(_folded(word) for word in WORD.findall(name))
            if words:
                held = self._names.setdefault(words[0], {})
                held[words] = (entity, name.strip()[:1].isupper())
        self._lengths = {
            first: sorted({len(words) for words in held}, reverse=True)
            for first, held in self._names.items()
        }

    @classmethod
    def read(cls, *paths: Path) -> Self:
        """The names in some files; see docs/graph.md for their form.

        Raises:
            InputError: A file that cannot be read, or a line of it, which is named.
        """
        return cls([pair for path in paths for pair in pairs(path)])

    def find(self, text: str) -> Iterator[Mention]:
        """Mentions in order, none within another."""
        if not self._names:
            return
        spans = [match.span() for match in WORD.finditer(text)]
        words = [_folded(text[start:stop]) for start, stop in spans]
        at = 0
        while at < len(words):
            found = self._at(text, words, spans, at)
            if found is None:
                at += 1
                continue
            entity, length = found
            span = Span(start=spans[at][0], stop=spans[at + length - 1][1])
            yield Mention(entity=entity, span=span)
            at += length

    def _at(
        self, text: str, words: list[str], spans: list[tuple[int, int]], at: int
    ) -> tuple[Entity, int] | None:
        for length in self._lengths.get(words[at], ()):
            held = self._names[words[at]].get(tuple(words[at : at + length]))
            if (
                held
                and at + length <= len(words)
                and (not held[1] or not text[spans[at][0]].islower())
            ):
                return held[0], length
        return None


def _folded(word: str) -> str:
    return word[:_LONGEST_WORD_CHARS].casefold()


def pairs(path: Path) -> Iterator[tuple[str, Entity]]:
    """The names in a file, each with its entity; raises InputError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise InputError(f"{path}: cannot be read as a gazetteer ({exc})") from exc
    return _from_tsv(path, text) if path.suffix == ".tsv" else _from_yaml(path, text)


def _from_tsv(path: Path, text: str) -> Iterator[tuple[str, Entity]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, names = line.partition("\t")
        held = [name.strip() for name in names.split("\t") if name.strip()]
        if not held:
            raise InputError(f"{path}:{number}: wants a kind, a tab and a name")
        entity = Entity(_kind(kind.strip(), f"{path}:{number}"), held[0])
        yield from ((name, entity) for name in held)


def _from_yaml(path: Path, text: str) -> Iterator[tuple[str, Entity]]:
    try:
        kinds = yaml.safe_load(text) or {}
    except (yaml.YAMLError, RecursionError, ValueError) as exc:
        raise InputError(f"{path}: not YAML ({exc})") from exc
    if not isinstance(kinds, dict):
        raise InputError(f"{path}: wants kinds, each with its names")
    for kind, names in kinds.items():
        listed = dict.fromkeys(names) if isinstance(names, list) else names
        if not isinstance(listed, dict):
            raise InputError(f"{path}: {kind}: wants a list of names, or names with others")
        for name, others in listed.items():
            entity = Entity(_kind(str(kind), str(path)), str(name))
            yield from ((str(each), entity) for each in (name, *(others or ())))


def _kind(word: str, where: str) -> Kind:
    try:
        return Kind(word)
    except ValueError as exc:
        raise InputError(f"{where}: no kind {word!r}; one of {', '.join(Kind)}") from exc

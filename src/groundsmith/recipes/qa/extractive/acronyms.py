"""What letters stand for, where the text gives both: "National Assessment Council (NAC)"."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.line import Line
from groundsmith.recipes.qa.extractive.passage import Passage
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern
from groundsmith.recipes.qa.extractive.words import terms

MIN_LETTERS = 3
_LETTERS = r"[A-Z][A-Za-z&.-]{0,8}[A-Z]s?"
_EXPANSION = r"[A-Z][\w&/'’-]*(?:[ -](?:of|and|for|the|in|to|on|&|[A-Z][\w&/'’-]*)){1,9}"
_AFTER = re.compile(rf"\b({_EXPANSION}) \(({_LETTERS})\)")
_BEFORE = re.compile(rf"\b({_LETTERS}) \(({_EXPANSION})\)")
_TITLES = re.compile(r"(?:(?:Dr|Prof|St|Mr|Ms)\. |(?:[A-Z]\.)+ )*$")
_SMALL = terms("of and for the in to on &")


@passage_pattern("acronym", Kind.DEFINITION)
def spelled_out(passage: Passage) -> Iterator[Asked]:
    """From "National Board of Accreditation (NBA)": what does NBA stand for?"""
    for place in passage.places:
        text = place.line.text
        if "(" not in text:
            continue
        for match in _AFTER.finditer(text):
            start = expansion(match[1], match[2])
            if start is not None:
                since = match.start(1) + start
                titles = _TITLES.search(text, max(0, since - 40), since)
                since = titles.start() if titles else since
                yield from _ask(place.line, since, match.end(1), match[2])
        for match in _BEFORE.finditer(text):
            if expansion(match[2], match[1]) == 0:
                yield from _ask(place.line, *match.span(2), match[1])


def _ask(line: Line, start: int, stop: int, letters: str) -> Iterator[Asked]:
    span = line.raw(start, stop)
    if span:
        yield Asked(
            f"What {'do' if letters.endswith('s') else 'does'} {letters} stand for?", *span, 0.6
        )


def expansion(words: str, letters: str) -> int | None:
    """Where in `words` the expansion of `letters` starts; None where the initials differ."""
    wanted = re.sub(r"[^A-Z]", "", letters)
    if len(wanted) < MIN_LETTERS:
        return None
    found = list(re.finditer(r"[^\W_]+|&", words))
    for first, start in enumerate(found):
        if start.group() in _SMALL:
            continue
        initials = "".join(m.group()[0] for m in found[first:] if m.group() not in _SMALL)
        every = "".join(m.group()[0].upper() for m in found[first:])
        if wanted in (initials, every):
            return start.start()
    return None

"""Whether a noun phrase names something by itself, and how it reads inside a sentence."""

import re
from enum import IntEnum

from groundsmith.recipes.qa.extractive.words import (
    DANGLING,
    DETERMINERS,
    Tag,
    terms,
    tokens,
)

_ROLES = terms("""act army authority band bank board book centre center century church city club code college
    commission committee company constitution council country county court department district
    document emperor empire executive film game government governor group house institute king
    language law league library member ministry movie museum nation official organization
    parliament party place plan president program programme project province queen region report
    republic river route school section series show site society station state strip student
    system team territory town treaty tribe union university village war""")
"""Titles that name nothing without the name beside them: "the University", "the Council"."""
_PEOPLE = terms("""applicants children citizens companies employees guests humans members parents patients
    people residents scholars schools scientists students teachers users universities women
    workers""")


_POSSESSOR = re.compile(r"[a-z]+['’]s?$")


class Naming(IntEnum):
    """How far a phrase names what it means."""

    DANGLING = 0
    """Points at something said elsewhere."""
    GENERIC = 1
    """Means a kind of thing; needs a scope where the passage has one in mind."""
    NAMED = 2
    """Names one thing in the world."""


def naming(phrase: str, names: frozenset[str]) -> Naming:
    """How far a subject names what it means.

    Args:
        names: Words that the passage writes with a capital inside a sentence; without them the
            capital of a sentence's first word says nothing.
    """
    words = tokens(phrase)
    if not words or any(token.low in DANGLING or _POSSESSOR.match(token.text) for token in words):
        return Naming.DANGLING
    if any(token.tag is Tag.PRONOUN for token in words):
        return Naming.DANGLING
    first = words[0]
    if first.low in ("the", "all", "both", "each", "every", "many", "some", "most", "several"):
        return _definite(words[1:], names, first.low)
    if re.search(r"\d", first.text) and len(words) == 1:
        return Naming.DANGLING
    if any(token.tag is Tag.NAME for token in words[1:]) or _is_name(first.text, names):
        return Naming.NAMED
    if first.low in ("a", "an") or first.text.isupper():
        return Naming.GENERIC
    return Naming.GENERIC if words[-1].low.endswith("s") or len(words) > 1 else Naming.DANGLING


def _definite(words: list, names: frozenset[str], determiner: str) -> Naming:  # type: ignore[type-arg]
    if not words:
        return Naming.DANGLING
    if words[0].tag is Tag.NAME and not (
        words[0].low in _ROLES and not any(token.tag is Tag.NAME for token in words[1:])
    ):
        return Naming.NAMED
    for place, token in enumerate(words):
        if token.tag is Tag.PREPOSITION:
            if any(later.tag is Tag.NAME and later.low not in _ROLES for later in words[place:]):
                return Naming.NAMED
            return Naming.GENERIC
    if any(token.tag is Tag.NAME and token.low not in _ROLES for token in words):
        return Naming.NAMED if determiner == "the" else Naming.GENERIC
    return Naming.DANGLING


def _is_name(word: str, names: frozenset[str]) -> bool:
    return word in names or len(word) > 1 and word.isupper() or bool(re.search(r"\d", word))


def spoken(phrase: str, names: frozenset[str], plain: frozenset[str]) -> str:
    """The phrase as it reads inside a sentence: a capital that only its place gave is taken off."""
    first, space, rest = phrase.partition(" ")
    low = first.lower()
    if low in DETERMINERS or low in _PEOPLE:
        return low + space + rest
    if first in names or not first[:1].isupper() or first.isupper() and len(first) > 1:
        return phrase
    if re.search(r"[\d.'’]|[a-z][A-Z]", first) or rest[:1].isupper():
        return phrase
    return low + space + rest if low in plain or low.endswith("ing") else phrase

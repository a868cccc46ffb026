"""Which facts a file shows: those whose values stand in it, word for word or as a slug."""

import re
from collections.abc import Iterator, Sequence

from groundsmith.recipes.page.fact import Fact
from groundsmith.recipes.page.slug import slugged

_MARKS = re.compile(r"[\\\s]+")


def shown_facts(text: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts that a file shows, in their order; marks of a format make no difference."""
    plain, joined = _plain(text), f"-{slugged(text)}-"
    for fact in facts:
        slug = slugged(fact.value)
        if _stands_in(_plain(fact.value), plain) or (slug and f"-{slug}-" in joined):
            yield fact


def _stands_in(value: str, text: str) -> bool:
    """Whether a value stands in the text, and not within a longer word or number."""
    at = text.find(value) if value else -1
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(value) : at + len(value) + 1]
        if not (_goes_on(before) and _goes_on(value[0])) and not (
            _goes_on(after) and _goes_on(value[-1])
        ):
            return True
        at = text.find(value, at + 1)
    return False


def _goes_on(char: str) -> bool:
    return char.isalnum()


def _plain(text: str) -> str:
    return _MARKS.sub(" ", text.replace("\\", "")).strip().casefold()

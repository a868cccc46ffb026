"""What is wrong with a request before anything is asked: who shall see, and who shall act, is dead.

A point of view that cannot be is refused, because every answer to it would contradict. Whoever is
named in what is asked for and is dead by then is told of to the model and in the record, and
stops nothing: a memory may be wanted. A permissive threshold lets both pass.
"""

import re
from collections.abc import Iterator

from groundsmith.errors import ItemError
from groundsmith.recipes.story.bible.deaths import facts as deaths
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.writing.brief import Brief

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def prechecked(item: str, brief: Brief, story: Story) -> tuple[str, ...]:
    """A line on each thing to look out for; raises ItemError where the request cannot be met.

    Args:
        story: What is established before the passage.
    """
    asked = brief.settings
    dead = {fact.subject: fact for fact in deaths(story) if fact.mode is not Mode.SAID}
    seeing = people(asked.pov or "", story)
    for key in seeing:
        if key in dead and asked.threshold != "permissive":
            raise ItemError(
                item,
                f"{asked.pov} is dead by then ({_where(dead[key])}); choose another --pov, an "
                "earlier --chapter, or --threshold permissive for a memory or a ghost",
            )
    return tuple(_remarks(brief, seeing, dead, story))


def people(text: str, story: Story) -> tuple[str, ...]:
    """Characters that a text names, in order, each once."""
    named = (story.cast.key_of(word) for word in _WORD.findall(text))
    return tuple(dict.fromkeys(key for key in named if key is not None))


def _remarks(
    brief: Brief, seeing: tuple[str, ...], dead: dict[str, Fact], story: Story
) -> Iterator[str]:
    asked = brief.settings
    if asked.pov and not seeing:
        yield f"{asked.pov}: nobody of this name is in the story so far"
    for key in people(asked.ask or "", story):
        if key in dead:
            yield f"{key} is dead by then ({_where(dead[key])})"


def _where(fact: Fact) -> str:
    return f"{fact.place.chapter}: “{' '.join(fact.place.quote.split())[:160]}”"

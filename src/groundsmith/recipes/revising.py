"""What a recipe is handed where a person works on one of its drafts, and the talk with a model.

A recipe offers this by having `revise`; what it gives is a draft like any other and is judged as
one. The talk is kept: what was asked earlier and what came of it stand in it in their order, the
drafts as they were after their checks, so that a model is never shown as its own words what was
taken out of them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, runtime_checkable

from groundsmith.prompt import fenced
from groundsmith.records import Draft, Item
from groundsmith.seams import Kit

MOST_TURNS = 8
"""Earlier instructions that are told again; older ones have left their mark in the draft."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A draft, and what was asked of it."""

    draft: Draft
    instruction: str


@runtime_checkable
class Reviser(Protocol):
    """A recipe whose drafts can be worked on."""

    async def revise(
        self, item: Item, draft: Draft, instruction: str, history: Sequence[Turn], kit: Kit
    ) -> Draft:
        """Another draft of the same part, by `kit.model`; raises an ItemError where none came.

        Args:
            history: What was asked before, the first one first; `draft` is what came of the last.
        """
        ...


def cleaned(instruction: str) -> str:
    """An instruction on one line, without what does not show."""
    return " ".join(_CONTROL.sub(" ", instruction).split())


def conversation(
    opening: str, closing: str, turns: Sequence[Turn], shown: Callable[[Draft], str]
) -> tuple[tuple[str, str], ...]:
    """The messages of a talk: the last turn is asked now, those before it were answered.

    Args:
        opening: What comes before the first draft: the sources, and what is wanted.
        closing: What comes after each instruction: the form of the answer.
        shown: A draft as a model is to answer with one.
    """
    told = turns[-MOST_TURNS - 1 :]
    first = f"{opening}\n\n{fenced(shown(told[0].draft)).text}\n\n{_asked(told[0], closing)}"
    messages = [("user", first)]
    for _, turn in pairwise(told):
        messages += [("assistant", shown(turn.draft)), ("user", _asked(turn, closing))]
    return tuple(messages)


def _asked(turn: Turn, closing: str) -> str:
    return f"What is asked for now: {turn.instruction}\n{closing}"

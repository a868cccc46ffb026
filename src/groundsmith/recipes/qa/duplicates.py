"""The pairs accepted so far, as far as it takes to see that a new one repeats one of them.

First come, first kept: a later pair is held against the accepted ones only, so that a rejected
pair never keeps a good one out.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from groundsmith.recipes.qa.near import NearQuestions
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.recipes.qa.text_table import TextTable
from groundsmith.recipes.qa.texts import Texts
from groundsmith.records import Finding

STAGE = "duplicate"


class Like(NamedTuple):
    """The accepted pair, by number, whose question is asked again; `exact` if in the same words."""

    number: int
    exact: bool


class Duplicates:
    """What was accepted: questions, near questions, answers; of texts, the answers are kept."""

    def __init__(self, settings: QaSettings) -> None:
        self._settings = settings
        self._exact = TextTable()
        self._near = NearQuestions(settings.near_duplicate)
        self._answers = TextTable()
        self._ids = Texts()
        self._told = Texts()

    def find(self, question: str, answer: str) -> Finding | None:
        """The first reason for which a pair repeats an accepted one, with that one's id."""
        like = self.like(question)
        if like and like.exact:
            return _finding("duplicate", f"the same question as record {self.id(like)}")
        if like:
            return _finding("near-duplicate", f"nearly the question of record {self.id(like)}")
        limit = self._settings.max_per_answer
        if limit is not None and (self._answers.get(normalised(answer)) or 0) >= limit:
            return _finding("answer-repeated", f"{limit} accepted pairs have this answer")
        return None

    def like(self, question: str) -> Like | None:
        """The accepted pair that asks the same, else the first that asks nearly the same."""
        exact = self._exact.get(normalised(question))
        if exact is not None:
            return Like(exact, exact=True)
        near = self._near.first_like(question)
        return None if near is None else Like(near, exact=False)

    def id(self, like: Like) -> str:
        """The record of that pair."""
        return self._ids[like.number]

    def answer(self, like: Like) -> str:
        """What that pair answers."""
        return self._told[like.number]

    def add(self, question: str, answer: str, record: str) -> None:
        """Remembers an accepted pair."""
        self._exact.put(normalised(question), len(self._near))
        self._near.add(question)
        if self._settings.max_per_answer is not None:
            told = normalised(answer)
            self._answers.put(told, (self._answers.get(told) or 0) + 1)
        self._ids.append(record)
        self._told.append(answer)


@lru_cache(maxsize=64)
def normalised(text: str) -> str:
    """The text without case, form, punctuation and white space; symbols alone stay as they are."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    if plain.isascii():
        bare = plain.translate(_ASCII_BREAKS)
    else:
        bare = "".join(char if _belongs(char) else " " for char in plain)
    return " ".join(bare.split()) or plain.strip()


def _belongs(char: str) -> bool:
    """Whether a character is part of a word: letters, digits, marks, signs of number and money."""
    return char.isalnum() or char in "%#" or unicodedata.category(char) in ("Mn", "Mc", "Sc", "Sm")


_ASCII_BREAKS = {code: " " for code in range(128) if not _belongs(chr(code))}


def _finding(code: str, message: str) -> Finding:
    advice = "leave it out, or ask something else of this passage"
    return Finding(stage=STAGE, code=code, message=message, advice=advice)

"""Passages to ask about, and answers as models give them."""

import json
from collections.abc import Callable

import pytest

from groundsmith.recipes.qa.asking.prompt_set import prompts_in
from groundsmith.recipes.qa.asking.writer import AskingWriter
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Chunk, Item

MakeChunk = Callable[..., Chunk]
MakePair = Callable[..., dict[str, str]]


def make_pair(
    question: str = "When was Sharda University founded?",
    answer: str = "2009",
    kind: str = "temporal",
    quote: str = "Sharda University was founded in 2009 in Greater Noida.",
) -> dict[str, str]:
    return {"question": question, "answer": answer, "kind": kind, "quote": quote}


def make_answer(*pairs: dict[str, str]) -> str:
    return json.dumps({"pairs": list(pairs)}, ensure_ascii=False)


@pytest.fixture(scope="session")
def pair() -> MakePair:
    return make_pair


@pytest.fixture(scope="session")
def answer() -> Callable[..., str]:
    """The text of an answer that holds the given pairs."""
    return make_answer


@pytest.fixture
def item(chunk: MakeChunk) -> Item:
    return Item(name="guide.txt#fees/1", inputs=(chunk(),))


@pytest.fixture(scope="session")
def writer() -> Callable[..., AskingWriter]:
    """A writer with the given settings."""

    def make(**settings: object) -> AskingWriter:
        chosen = QaSettings.model_validate(settings)
        return AskingWriter(chosen, prompts_in(chosen.prompts))

    return make

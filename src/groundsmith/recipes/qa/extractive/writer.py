"""Extracts question-answer pairs from a chunk without a model.

Patterns propose, the screen refuses, the selection picks. No question is preferred to a bad one:
a chunk from which nothing good can be asked gives nothing.
"""

from collections.abc import Iterator
from typing import Protocol

from groundsmith.recipes.qa.content import Pair
from groundsmith.recipes.qa.extractive import (  # noqa: F401 - importing them registers their patterns
    acronyms,
    agents,
    appositions,
    definitions,
    duties,
    faq,
    fields,
    frames,
    identities,
    indonesian,
    indonesian_figures,
    lists,
    lives,
    locations,
    measures,
    objects,
    other_names,
    quantities,
    reasons,
    reports,
    steps,
    tables,
    times,
)
from groundsmith.recipes.qa.extractive.language import language_of
from groundsmith.recipes.qa.extractive.passage import Passage, passage
from groundsmith.recipes.qa.extractive.pattern import (
    PASSAGE_PATTERNS,
    SENTENCE_PATTERNS,
    STATEMENT_PATTERNS,
    Candidate,
)
from groundsmith.recipes.qa.extractive.screen import passes
from groundsmith.recipes.qa.extractive.selection import select
from groundsmith.records import Chunk
from groundsmith.seams import SentenceSplitter


class ExtractiveSettings(Protocol):
    """What the writer needs to know of the recipe's settings."""

    @property
    def questions_per_chunk(self) -> int:
        """Questions asked of one chunk."""
        ...


def extract(chunk: Chunk, sentences: SentenceSplitter, settings: ExtractiveSettings) -> list[Pair]:
    """At most `questions_per_chunk` pairs, best first; each answer is a span of `chunk.text`."""
    language = language_of("\n".join((*chunk.headings, chunk.text)))
    if not language:
        return []
    found = _candidates(passage(chunk), sentences, language)
    fit = (
        candidate
        for candidate in found
        if passes(
            candidate.asked.question,
            chunk.text[candidate.asked.start : candidate.asked.stop],
            candidate.kind,
        )
    )
    return [
        _pair(chunk, candidate)
        for candidate in select(fit, chunk.text, settings.questions_per_chunk)
    ]


def _candidates(read: Passage, splitter: SentenceSplitter, language: str) -> Iterator[Candidate]:
    for asks in PASSAGE_PATTERNS.values():
        if asks.language == language:
            yield from asks.candidates(read)
    of_sentences = [asks for asks in SENTENCE_PATTERNS.values() if asks.language == language]
    for sentence in read.sentences(splitter):
        for pattern in of_sentences:
            yield from pattern.candidates(sentence)
        for statement in sentence.statements if language == "en" else ():
            for told in STATEMENT_PATTERNS.values():
                yield from told.candidates((sentence, statement))


def _pair(chunk: Chunk, candidate: Candidate) -> Pair:
    asked = candidate.asked
    return Pair(
        question=asked.question,
        answer=chunk.text[asked.start : asked.stop],
        kind=candidate.kind,
        language=candidate.language,
        start=asked.start,
        stop=asked.stop,
        pattern=candidate.pattern,
    )

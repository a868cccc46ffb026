"""Questions that the text asks and answers itself."""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import Block, BlockKind, blocks, plain
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.line import line
from groundsmith.recipes.qa.extractive.passage import Passage
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern

_ASKED = re.compile(
    r"^(?:(?:Q(?:uestion|uery)?\s*\d{0,3}|\d{1,3}(?:\.\d{1,3})*)\s*[:.)]\s*)?"
    r"(?P<question>(?:What|Who|Whom|Whose|Which|When|Where|Why|How|Is|Are|Do|Does|Did|Can|Could|"
    r"Should|Will|Would|Must|May|Has|Have)\b[^?\n]{5,180}\?)$"
)
_ANSWER = re.compile(r"^(?:A(?:nswer|ns)?\s*\d{0,3}\s*[:.)]\s*)")
_END = re.compile(r"(?<=[a-z)\d%”\"]{2})[.!](?=\s+[A-Z]|$)")
_BOLD = re.compile(r"\*\*([^*\n]{12,200}?)[.!]?\*\*(?!:)")
_KINDS = (
    ("how many", Kind.QUANTITATIVE),
    ("how much", Kind.QUANTITATIVE),
    ("how long", Kind.TEMPORAL),
    ("what is a ", Kind.DEFINITION),
    ("what is an ", Kind.DEFINITION),
    ("when", Kind.TEMPORAL),
    ("why", Kind.EXPLANATORY),
    ("how", Kind.PROCEDURAL),
)


@passage_pattern("answered-question", Kind.FACTUAL)
def answered(passage: Passage) -> Iterator[Asked]:
    """A question as a heading or line, and the first sentence of the text under it."""
    text = passage.text
    if "?" not in text:
        return
    found = blocks(text)
    for at, block in enumerate(found):
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        told = text[block.content_start : block.content_stop]
        if "?" not in told:
            continue
        question, separator, rest = told.partition("\n")
        match = _ASKED.match(plain(question))
        if match is None:
            continue
        if separator and rest.strip():
            span = _reply(text, block.content_start + len(question) + 1, block.content_stop)
        elif at + 1 < len(found) and _answers(found[at + 1]):
            span = _reply(text, found[at + 1].content_start, found[at + 1].content_stop)
        else:
            span = None
        if span:
            yield Asked(match["question"], *span, 0.84, _kind(match["question"].lower()))


def _answers(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)


def _reply(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The first sentence of a reply; or what it says in bold at its head."""
    said = line(text, start, stop)
    marker = _ANSWER.match(said.text)
    begin = marker.end() if marker else 0
    begin += len(said.text[begin:]) - len(said.text[begin:].lstrip())
    end = _END.search(said.text, begin)
    if end and (span := said.raw(begin, end.end())):
        return span
    place = said.raw(begin, begin + 1)
    bold = _BOLD.match(text, place[0] - 2, stop) if place and place[0] >= 2 else None
    return bold.span(1) if bold and len(bold[1].split()) > 3 else None


def _kind(question: str) -> Kind | None:
    return next((kind for words, kind in _KINDS if question.startswith(words)), None)

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
_MARKED = re.compile(r"\b(?:A|Ans|Answer)\s*\d{0,3}\s*[:.)]")
_YES_OR_NO = re.compile(r"(?:Is|Are|Do|Does|Did|Can|Could|Should|Will|Would|Must|May|Has|Have)\b")
_VERDICT = re.compile(r"(?:Yes|No|Absolutely|Not|Of course|It depends|Definitely)\b")
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
        asks = match["question"]
        if separator and rest.strip():
            span = _reply(text, block.content_start + len(question) + 1, block.content_stop)
        elif at + 1 < len(found) and _answers(found[at + 1]):
            span = _reply(text, found[at + 1].content_start, found[at + 1].content_stop)
        else:
            span = None
        if span and (_is_marked(plain(told), text, span[0]) or _replies(asks, text[slice(*span)])):
            yield Asked(asks, *span, 0.84, _kind(asks.lower()))


def _is_marked(question: str, text: str, start: int) -> bool:
    """Whether the text itself marks question or answer: "Q:", "A:", "Answer:"."""
    return (
        question.startswith(("Q", "q"))
        or _MARKED.search(text[max(0, start - 14) : start]) is not None
    )


def _replies(question: str, answer: str) -> bool:
    """Whether a sentence takes up the question's words, or its yes or no."""
    words = set(re.findall(r"\w{4,}", question.lower()))
    if _YES_OR_NO.match(question):
        return _VERDICT.match(answer) is not None
    return len(words & set(re.findall(r"\w{4,}", answer.lower()))) >= 0.34 * len(words)


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

"""Questions that the text asks and answers itself."""

import re
from collections.abc import Iterator

from groundsmith.corpus.blocks import BlockKind, blocks, plain
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
_KINDS = {
    "why": Kind.EXPLANATORY,
    "how": Kind.PROCEDURAL,
    "when": Kind.TEMPORAL,
    "how many": Kind.QUANTITATIVE,
    "how much": Kind.QUANTITATIVE,
    "how long": Kind.TEMPORAL,
    "what is a": Kind.DEFINITION,
    "what is an": Kind.DEFINITION,
}


@passage_pattern("answered-question", Kind.FACTUAL)
def answered(passage: Passage) -> Iterator[Asked]:
    """A question as a heading or line, and the first sentence of the text under it."""
    text = passage.text
    found = blocks(text)
    for at, block in enumerate(found[:-1]):
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            continue
        match = _ASKED.match(plain(text[block.content_start : block.content_stop]))
        following = found[at + 1]
        if match is None or following.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        said = line(text, following.content_start, following.content_stop)
        marker = _ANSWER.match(said.text)
        start = marker.end() if marker else 0
        start += len(said.text[start:]) - len(said.text[start:].lstrip())
        end = _END.search(said.text, start)
        span = said.raw(start, end.end()) if end else None
        if span:
            yield Asked(match["question"], *span, 0.75, _kind(match["question"].lower()))


def _kind(question: str) -> Kind | None:
    return next((_KINDS[w] for w in sorted(_KINDS, key=len)[::-1] if question.startswith(w)), None)

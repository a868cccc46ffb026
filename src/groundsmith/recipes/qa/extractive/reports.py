"""What someone said, found or proved: the clause after "that"."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.subject import Naming
from groundsmith.recipes.qa.extractive.words import terms

_REPORTS = terms(
    """
    announce argue assert claim conclude confirm contend declare demonstrate discover estimate
    explain find imply indicate maintain note observe predict propose prove recommend report
    require reveal show specify state suggest warn
    """
)
_THAT = re.compile(r" (that (?!is\b|was\b|it\b|he\b|she\b|they\b|this\b|these\b)[^:;“”\"]+)")
_POINTS = re.compile(r"\b(?:this|these|those|such|here)\b|\[|\(\d{4}\)|, (?:but|while|whereas) ")
MAX_REPORT_WORDS = 32


def _is_work(subject: str) -> bool:
    """Whether a report, a law or a theorem says it; people say much at many times."""
    head = re.split(r" (?:by|for|from|in|of|on) ", subject, maxsplit=1)[0].split()[-1]
    return head.islower() and head.isalpha()


@statement_pattern("report", Kind.EXPLANATORY)
def reported(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Bertrand's postulate states that …": what does Bertrand's postulate state?"""
    clause = said.clause
    base, verb, rest = clause.act
    if base not in _REPORTS or said.naming is not Naming.NAMED:
        return
    match = _THAT.match(sentence.text, rest, clause.stop)
    if match is None or match.end() != clause.stop or _POINTS.search(match[1]):
        return
    dated = re.search(r"\d{4}", f"{said.subject} {clause.setting}")
    if len(match[1].split()) <= MAX_REPORT_WORDS and (dated or _is_work(said.subject)):
        question = f"What {clause.support or clause.auxiliary} {said.subject} {verb}?"
        yield from asked(sentence, said, question, match.span(1), 0.7)

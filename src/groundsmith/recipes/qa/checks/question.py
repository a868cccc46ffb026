"""Whether the question is a good one, read as its reader will read it: without the passage.

Which words fit is a matter of language; without a grammar only what every language shares is
looked for, and where that finds nothing the stage says that it did not run.
"""

from collections.abc import Iterator
from dataclasses import replace

from groundsmith.recipes.qa.checks.fault import Fault, scored
from groundsmith.recipes.qa.checks.grammar import Grammar
from groundsmith.recipes.qa.checks.languages import grammar_of
from groundsmith.recipes.qa.checks.pair import Checked, CheckedPair
from groundsmith.recipes.qa.content import Kind
from groundsmith.records import Span, StageScore
from groundsmith.verify.names import is_named, names
from groundsmith.verify.tokens import Analysis, Token, TokenKind, analysed

STAGE = "question"
_SERIOUS = 0.6
"""Enough to fall below the stage's minimum by itself."""
_SHORT = 2
"""So few letters (US, EU) abbreviate what may be written out."""
_FOREIGN_SHARE = 0.6
_TELLING = frozenset({TokenKind.WORD, TokenKind.NAME, TokenKind.NUMBER, TokenKind.PAIR})
_CHOICE = frozenset({"or", "between", "atau", "antara"})


def check(pair: CheckedPair) -> Checked:
    """1 has no fault; each serious one (two questions, nothing to stand on) takes 0.6.

    Words that the source does not have take 0.6 times their share of the question's telling words,
    from six in ten on: a good question may well use words of its own. 0.5 is five in six of them.
    """
    faults = [*_gives_away(pair), *_from_elsewhere(pair)]
    grammar = grammar_of(pair.language)
    if grammar:
        faults += [*_ill_put(pair, grammar), *_ill_fitting(pair, grammar)]
    elif not faults:
        why = f"no grammar for {pair.language}"
        return StageScore(score=None, why=why), []
    return scored(STAGE, faults)


def _ill_put(pair: CheckedPair, grammar: Grammar) -> Iterator[Fault]:
    """Faults of a question that does not ask one thing, or does not stand alone."""
    fault = Fault(code="", cost=_SERIOUS, message="", advice="")
    if match := grammar.asks_again.search(pair.question):
        yield replace(
            fault,
            code="two-questions",
            message="the question asks more than one thing",
            advice="ask one thing; make a pair of each",
            span=_span(match.start(), match.end()),
        )
    if match := grammar.points.search(pair.question):
        yield replace(
            fault,
            code="points-elsewhere",
            message=f"the question points to a text that its reader does not have: {match.group()}",
            advice="name what is asked about",
            span=_span(match.start(), match.end()),
        )
    elif span := grammar.dangling(pair.question):
        yield replace(
            fault,
            code="dangling-pronoun",
            message=f"nothing in the question says what this stands for: {span.of(pair.question)}",
            advice="put the name in its place",
            span=span,
        )
    elif pair.kind is not Kind.DEFINITION and grammar.vague.match(pair.question):
        yield replace(
            fault,
            code="too-general",
            message="the question does not say of whom or of what it asks",
            advice="say whose or which it is",
        )


def _ill_fitting(pair: CheckedPair, grammar: Grammar) -> Iterator[Fault]:
    """The fault of a question word that asks for another type of answer than it gets."""
    wanted = grammar.wanted(pair.question)
    if wanted and pair.answer.strip() and not wanted.fits(pair.answer):
        yield Fault(
            code="wrong-question-word",
            cost=_SERIOUS,
            message=f"the question asks for {wanted.value}, and the answer is none",
            advice="ask for what the answer gives",
        )


def _gives_away(pair: CheckedPair) -> Iterator[Fault]:
    """The fault of a question that holds its answer, unless it offers a choice of answers."""
    asked = analysed(pair.question)
    told = [token for token in analysed(pair.answer).tokens if token.kind in _TELLING]
    if not told or any(token.key not in asked.places for token in told):
        return
    if not _CHOICE.isdisjoint(asked.places):
        return
    yield Fault(
        code="answer-in-question",
        cost=_SERIOUS,
        message="everything that the answer says stands in the question",
        advice="take the answer out of the question",
    )


def _from_elsewhere(pair: CheckedPair) -> Iterator[Fault]:
    """The fault of a question that rests on words its source does not have.

    A name or a number from elsewhere is serious by itself: the question presumes it.
    """
    asked = analysed(pair.question)
    known = [analysed(text) for chunk in pair.passages for text in (chunk.text, *chunk.headings)]
    telling = _telling(asked, grammar_of(pair.language))
    missing = [token for token in telling if not _is_known(token, known)]
    if not missing:
        return
    presumed = _presumed(asked, missing)
    share = len(missing) / len(telling)
    if not presumed and share < _FOREIGN_SHARE:
        return
    first = (presumed or missing)[0]
    words = ", ".join(pair.question[token.start : token.stop] for token in presumed or missing)
    yield Fault(
        code="words-not-in-source",
        cost=_SERIOUS if presumed else _SERIOUS * share,
        message=f"neither the passage nor its headings have: {words}",
        advice="ask in the words of the source",
        span=_span(first.start, first.stop),
    )


def _telling(asked: Analysis, grammar: Grammar | None) -> list[Token]:
    """Words that only the source can have brought in; without a grammar, the numbers alone."""
    if grammar is None:
        return [token for token in asked.tokens if token.kind is TokenKind.NUMBER]
    return [
        token for token in asked.tokens if token.kind in _TELLING and token.key not in grammar.frame
    ]


def _is_known(token: Token, known: list[Analysis]) -> bool:
    """Whether any text has the word, or, as a name, a form of it or what it abbreviates."""
    if any(token.key in text.places for text in known):
        return True
    return token.kind is TokenKind.NAME and any(is_named(token, text) for text in known)


def _presumed(asked: Analysis, missing: list[Token]) -> list[Token]:
    """Those of the missing words that are numbers, or names that no passage has in any form."""
    named = names(asked.text)
    return [
        token
        for token in missing
        if token.kind is TokenKind.NUMBER or (token in named and len(token.key) > _SHORT)
    ]


def _span(start: int, stop: int) -> Span:
    return Span(start=start, stop=stop)

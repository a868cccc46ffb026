"""Who did it: the doer behind a passive, and the subject of an act that people do."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.subject import Naming, naming
from groundsmith.recipes.qa.extractive.verbs import PAST_OF_PARTICIPLE
from groundsmith.recipes.qa.extractive.words import NAME_WORD, Tag, terms

_NAME = rf"(?:[Tt]he )?{NAME_WORD}(?: (?:(?:of|the|de|van|von|and|&) )*{NAME_WORD}){{0,7}}"
_BY = re.compile(
    rf" by ({_NAME})(?=[,.;]|$| (?:in|on|at|and|as|for|to|from|during|who|which|after)\b)"
)
_MADE = terms(
    """
    acquired adopted announced appointed approved assassinated authored awarded begun bought
    broadcast built captured caught coined commissioned completed composed conceived conquered
    controlled created defeated defined demolished described designed destroyed developed directed
    discovered donated drafted edited established executed expelled financed formed founded funded
    given governed granted headed held hired hosted influenced inspired installed introduced
    invented killed launched led managed manufactured made named nicknamed nominated occupied
    opened operated ordained organized overthrown owned paid painted passed performed pioneered
    planned played praised produced promoted proposed proved published purchased ratified recorded
    regulated rejected released replaced restored ruled run sacked signed sold sponsored started
    suppressed supported taught translated used won written
    """
)
_ACTS = terms(
    """
    beat capture chart coin compile compose conquer create defeat design destroy develop direct
    discover edit establish explore formulate found invade invent kill lead marry overthrow paint
    patent pioneer propose publish purchase record rename rule sign translate win write
    """
)
_HEAVY = re.compile(r"\b(?:and|who|which|that|after|as)\b")
_SECOND_VERB = frozenset({Tag.CONJUNCTION, Tag.PRONOUN, Tag.AUXILIARY, Tag.MODAL, Tag.AND})
_ASIDE = re.compile(r", [A-Z]")
MAX_TAIL_WORDS = 8
MAX_PREDICATE_TOKENS = 14


@statement_pattern("agent", Kind.FACTUAL)
def done_by(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Tesla was hired by Edison in 1884": who hired Tesla in 1884?"""
    clause = said.clause
    participle = clause.tokens[0] if clause.tokens else None
    if participle is None or clause.auxiliary not in ("was", "were"):
        return
    match = _BY.match(sentence.text, participle.stop)
    if match is None or participle.low not in _MADE or not ends_whole(sentence.text, match.end()):
        return
    tail = sentence.text[match.end() : to_boundary(sentence.text, match.end(), clause.stop)]
    if len(tail.split()) > MAX_TAIL_WORDS or _HEAVY.search(tail):
        return
    past = PAST_OF_PARTICIPLE.get(participle.low, participle.low)
    question = f"Who {past} {said.subject}{tail.rstrip()}?"
    yield from asked(sentence, said, question, match.span(1), 0.82)


@statement_pattern("actor", Kind.FACTUAL)
def doer(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Roger conquered Malta in 1091": who conquered Malta in 1091?"""
    clause = said.clause
    if clause.support != "did" or clause.base not in _ACTS or said.naming is not Naming.NAMED:
        return
    if said.resolved:
        return
    stop = to_boundary(sentence.text, clause.rest, clause.stop)
    acted_on = sentence.text[clause.rest : stop].strip()
    ahead = [token for token in clause.tokens if token.start < stop]
    if len(ahead) > MAX_PREDICATE_TOKENS or any(token.tag in _SECOND_VERB for token in ahead):
        return
    if _ASIDE.match(sentence.text, stop):
        return
    verb = sentence.text[clause.subject[1] : clause.rest].strip()
    if " " in verb or not re.fullmatch(_NAME, clause.subject_text.strip()):
        return
    if naming(acted_on, sentence.names) is Naming.NAMED:
        question = f"Who {verb} {acted_on}?"
        yield from asked(sentence, said, question, clause.subject, 0.75)

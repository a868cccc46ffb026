"""What someone or something did something to."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.subject import Naming
from groundsmith.recipes.qa.extractive.words import terms

MIN_WORDS = 2
MAX_WORDS = 20
_NOUNS = r"(?:[\w'’-]+ ){0,4}?(?!year|season|day|part|role|place|lead|way|time)[\w'’-]+"
_OF = r"(?: of (?:(?:the|an?) )?[\w'’-]+(?: [A-Z][\w'’-]*){0,3})?"
_OBJECT = re.compile(
    rf" ((?:an?|the) (?!further|other|same|similar|following|new ){_NOUNS}{_OF})"
    r"(?= (?:in|at|on|during|from|for|with|by|after|before|between|under) )"
)
_ACTS = terms(
    """
    abandon abolish acquire adopt announce approve attend ban build capture collect commission
    compose conquer construct create defeat demand destroy design develop discover earn eliminate
    establish form found grant hold host influence introduce invade invent join launch lose
    manufacture obtain occupy offer open organize overthrow own paint patent perform produce
    promote propose publish purchase ratify receive regulate reject release replace reveal sell
    sign study support teach use win write
    """
)
_ANCHOR = re.compile(r"[A-Z]|\d{4}")


@statement_pattern("object", Kind.FACTUAL)
def done(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Kublai adopted a new name in 1271": what did Kublai adopt in 1271?"""
    clause = said.clause
    if clause.base not in _ACTS or clause.support == "do" or said.naming is not Naming.NAMED:
        return
    match = _OBJECT.match(sentence.text, clause.rest, clause.stop)
    if match is None or not ends_whole(sentence.text, match.end()):
        return
    tail = sentence.text[match.end() : clause.stop].split(",", 1)[0]
    if _ANCHOR.search(tail):
        question = clause.ask("What", said.subject, match.span())
        yield from asked(sentence, said, question, match.span(1), 0.62)

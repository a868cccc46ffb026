"""What someone or something did something to."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, to_second_clause, whole_phrase
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.subject import Naming
from groundsmith.recipes.qa.extractive.words import MONTHS, terms

_KIND = re.compile(r"(?:an?|the) |[\w-]+ ")
_EXAMPLES = re.compile(r"(?i)(?:the )?(?:an? )?(?:examples?|cases?|uses?|types?)\b")
MIN_WORDS = 2
MAX_WORDS = 20
_NOUNS = r"(?:[\w'’-]+ ){0,4}?(?!year|season|day|part|role|place|lead|way|time)[\w'’-]+"
_OF = r"(?: of (?:(?:the|an?) )?[\w'’-]+(?: [A-Z][\w'’-]*){0,3})?"
_OBJECT = re.compile(
    rf" ((?:an?|the) (?!further|other|same|similar|following|new ){_NOUNS}{_OF})"
    r"(?= (?:in|at|on|during|from|for|to|with|by|after|before|between|under) )"
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
_TELLING = terms(
    """
    abolish absorb accept adopt advocate attack attract ban become border build capture carry cause
    celebrate characterize chart collect compare comprise condemn connect conquer contain control
    convert cover create damage debut defeat define design destroy develop discover display drive
    elect emphasize employ encode encourage end establish examine exhibit explain export express
    face feature find follow form formulate found gain generate govern grant guarantee hold host
    house illustrate import improve include increase influence inhibit inspire introduce invade
    invent join launch limit manage manufacture mark measure monitor occupy offer operate oppose
    overthrow own perform portray possess prevent produce prohibit promote propose protect prove
    provide publish ratify receive recognize reduce reflect regulate reject release rename replace
    represent require resemble reveal rule satisfy sell separate serve share show sign span sponsor
    stimulate store study supply support teach test threaten translate transmit trigger win
    write
    """
)
_WHOLE = re.compile(
    r" (?P<what>(?!(?:more|less|up|down|out|off|over|very|its|their|his|her|such|only|not|both)\b)"
    r"(?:(?:an?|the|one of the) )?[\w“\"][^;:()]*)"
)
_POINTS = re.compile(
    r"\b(?:it|them|him|her|this|that|these|those) *$| as (?:an?|the) "
    r"|\b(?:although|because|if|when|where|while)\b"
)
_OPEN = re.compile(
    r"\b(?:way|ways|time|place|part|number|lot|role|thing|things|same|similar|other)\b"
)
_TIMED = re.compile(
    r" (?:in|on|by|during|from|since|between|until|around|after|before) "
    rf"(?=(?:the )?(?:\d|{MONTHS}))"
)


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


def _is_kind(said: Statement) -> bool:
    """Whether a statement holds of a kind that more than one bare word tells."""
    support, subject = said.clause.support, said.subject
    if _EXAMPLES.match(subject) or not _KIND.match(subject):
        return False
    return support == "do" or (support == "does" and subject.startswith(("a ", "an ", "the ")))


@statement_pattern("complement", Kind.FACTUAL)
def told_of(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Article 227 contains a right to petition": what does Article 227 contain?"""
    clause = said.clause
    base, _, rest = clause.act
    if base not in _TELLING or not (said.naming is Naming.NAMED or _is_kind(said)):
        return
    match = _WHOLE.match(sentence.text, rest, clause.stop)
    if match is None:
        return
    end = to_second_clause(sentence.text, match.start("what"), clause.stop)
    stop = whole_phrase(sentence.text, match.start("what"), end)
    if stop is None:
        return
    if timed := _TIMED.search(sentence.text, match.start("what"), stop):
        stop = timed.start()
    answer = sentence.text[match.start("what") : stop]
    if not MIN_WORDS <= len(answer.split()) <= MAX_WORDS or _OPEN.search(answer, 0, 40):
        return
    if _POINTS.search(answer):
        return
    question = clause.ask("What", said.subject, (rest, stop)) or clause.ask(
        "What", said.subject, (rest, clause.stop)
    )
    yield from asked(sentence, said, question, (match.start("what"), stop), 0.66)

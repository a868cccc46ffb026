"""What something is, and what it is called."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import (
    asked,
    is_opinion,
    is_person,
    to_boundary,
    to_second_clause,
)
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.identities import names_a_role
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.words import BE

MIN_DEFINITION_WORDS = 4
MAX_TERM_WORDS = 6
_COMPLEMENT = re.compile(
    r"\s(?:(?:also|still|now|generally|usually|typically) )?(?=(?:an?|the|one of the)\s)"
)
_PLURAL_COMPLEMENT = re.compile(
    r"\s(?=(?:(?![a-z-]+(?:ed|ble|ly|ing|ar|al) )[a-z-]+ )?[a-z-]+[^su\s]s "
    r"(?:of|that|used|which|who) )"
)
_COMPARED = re.compile(r"\b(?:example|less|more|other|reason|result)\b")
_ANY_ONE = re.compile(r"an? [a-z]+|[A-Z]?[a-z]+s")
"""A kind told by one word, which means another thing elsewhere: "a block"."""
_OF_A_PERSON = re.compile(r"\b(?:his|her|himself|herself)\b")
_POINTS = re.compile(
    r"\b(?:by|for|from|in|of|on|to|with) (?:it|that|them|these|this|those)\b"
    r"|\bof the (?:former|latter|same|total|whole)\b|\bnot (?:just|merely|only)\b"
)
_NAMED_SO = re.compile(
    r" (?:(?:also|commonly|often|formerly|officially|sometimes) )?"
    r"(?:called|known as|named|nicknamed) "
    r"(?!(?:in|after|for|by|as|to|on|from|with|at|when)\b)(?=\S)"
)

_SEEN_AS = re.compile(
    r" (?:(?:often|commonly|generally|widely|sometimes) )?"
    r"(?:classified|considered|described|designated|recognized|regarded|seen|viewed) as (?=\S)"
)


@statement_pattern("definition", Kind.DEFINITION)
def defined(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "A C-Form is a declaration that …": what is a C-Form?"""
    clause = said.clause
    if clause.auxiliary not in BE or names_a_role(said.subject):
        return
    if _COMPARED.search(said.subject):
        return
    if sentence.topic.title is None and _ANY_ONE.fullmatch(said.subject):
        return
    plural = clause.auxiliary in ("are", "were")
    complements = _PLURAL_COMPLEMENT if plural else _COMPLEMENT
    at = complements.match(sentence.text, clause.rest)
    if at is None or len(said.subject.split()) > MAX_TERM_WORDS:
        return
    stop = to_second_clause(sentence.text, at.end(), clause.stop)
    complement = sentence.text[at.end() : stop]
    if len(complement.split()) < MIN_DEFINITION_WORDS or is_opinion(complement):
        return
    if _POINTS.search(complement):
        return
    head = sentence.text[at.end() : to_boundary(sentence.text, at.end(), stop)].split()[:6]
    person = is_person(" ".join(head)) or _OF_A_PERSON.search(complement)
    wh = "Who" if person else "What"
    question = clause.ask(wh, said.subject, (clause.rest, clause.stop))
    yield from asked(sentence, said, question, (at.end(), stop), 0.8)


@statement_pattern("called", Kind.FACTUAL)
def called(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The property of being prime is called primality": what is … called?"""
    clause = said.clause
    at = _NAMED_SO.match(sentence.text, clause.rest) if clause.auxiliary in BE else None
    if at is None:
        return
    stop = to_boundary(sentence.text, at.end(), clause.stop)
    if not ends_whole(sentence.text, stop):
        return
    described = True if " of " in said.subject or clause.setting else None
    question = clause.ask("What", said.subject, (at.end(), clause.stop))
    yield from asked(sentence, said, question, (at.end(), stop), 0.8, named=described)


@statement_pattern("seen-as", Kind.FACTUAL)
def seen_as(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Hutton is often viewed as the first geologist": what is Hutton often viewed as?"""
    clause = said.clause
    at = _SEEN_AS.match(sentence.text, clause.rest) if clause.auxiliary in BE else None
    if at is None:
        return
    stop = to_boundary(sentence.text, at.end(), clause.stop)
    if ends_whole(sentence.text, stop):
        question = f"What {clause.auxiliary} {said.subject}{at.group().rstrip()}?"
        yield from asked(sentence, said, question, (at.end(), stop), 0.72)

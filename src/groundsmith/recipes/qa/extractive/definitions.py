"""What something is, and what it is called."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, is_person, subject, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.identities import names_a_role
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.subject import Naming
from groundsmith.recipes.qa.extractive.words import BE

MIN_DEFINITION_WORDS = 4
MAX_TERM_WORDS = 6
_COMPLEMENT = re.compile(
    r"\s(?:(?:also|still|now|generally|usually|typically) )?(?=(?:an?|the|one of the)\s)"
)
_OPINION = re.compile(
    r"(?:an?|the|one of the) (?:\w+ ){0,3}?(?:best|choice|common|critical|crucial|decision|"
    r"difference|example|excellent|few|final|first|good|great|ideal|important|key|kind|last|"
    r"leader in|leading|lot|major|matter|member|must|number|only|option|other|part|perfect|popular|"
    r"reason|result|same|second|serious|significant|strong|third|type|way)\b"
)
_POINTS = re.compile(
    r"\b(?:by|for|from|in|of|on|to|with) (?:it|that|them|these|this|those)\b"
    r"|\bnot (?:just|merely|only)\b"
)
_SECOND_CLAUSE = re.compile(
    r",? (?:and|but|so|while|whereas) (?:\w+ ){0,2}?(?:are|had|has|have|he|her|his|is|it|its|she|"
    r"their|they|this|was|were)\b|, (?:he|it|she|they|this) |; "
)
_NAMED_SO = re.compile(
    r" (?:also |commonly |often |formerly |officially |sometimes )?"
    r"(?:called|known as|named|nicknamed) (?!in\b|after\b|for\b|by\b|as\b|to\b|on\b)(?=\S)"
)


@sentence_pattern("definition", Kind.DEFINITION)
def defined(sentence: Sentence) -> Iterator[Asked]:
    """From "A C-Form is a declaration that …": what is a C-Form?"""
    clause = sentence.clause
    if clause is None or clause.auxiliary not in BE or names_a_role(clause.subject_text):
        return
    at = _COMPLEMENT.match(sentence.text, clause.rest)
    who = subject(sentence)
    if at is None or who is None:
        return
    words, told = who
    stop = _whole_definition(sentence.text, at.end(), clause.stop)
    complement = sentence.text[at.end() : stop].split()
    if len(complement) < MIN_DEFINITION_WORDS or len(words.split()) > MAX_TERM_WORDS:
        return
    if _OPINION.match(sentence.text, at.end()) or _POINTS.search(sentence.text, at.end(), stop):
        return
    head = sentence.text[at.end() : to_boundary(sentence.text, at.end(), stop)].split()[:6]
    question = clause.ask(
        "Who" if is_person(" ".join(head)) else "What", words, (clause.rest, clause.stop)
    )
    yield from asked(sentence, question, (at.end(), stop), 0.8, told)


def _whole_definition(text: str, start: int, stop: int) -> int:
    """Where a definition ends: before a second main clause."""
    match = _SECOND_CLAUSE.search(text, start, stop)
    return match.start() if match else stop


@sentence_pattern("called", Kind.FACTUAL)
def called(sentence: Sentence) -> Iterator[Asked]:
    """From "The property of being prime is called primality": what is … called?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary not in BE:
        return
    at = _NAMED_SO.match(sentence.text, clause.rest)
    if at is None:
        return
    stop = to_boundary(sentence.text, at.end(), clause.stop)
    words, told = who
    if not ends_whole(sentence.text, stop):
        return
    described = Naming.NAMED if " of " in words or clause.setting else told
    question = clause.ask("What", words, (at.end(), clause.stop))
    yield from asked(sentence, question, (at.end(), stop), 0.8, described)

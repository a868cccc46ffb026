"""Who did it, and what was done."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, subject, to_boundary
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.subject import Naming, naming
from groundsmith.recipes.qa.extractive.verbs import PAST_OF_PARTICIPLE
from groundsmith.recipes.qa.extractive.words import Tag, terms

_NAME = r"(?:the )?[A-Z][\w.'’-]*(?: (?:(?:of|the|de|van|von|and|&) )*[A-Z][\w.'’-]*)*"
_BY = re.compile(
    rf"\bby ({_NAME})(?=[,.;]|$| (?:in|on|at|and|as|for|to|from|during|who|which|after)\b)"
)
_ACTS = terms("""accept arrest award beat begin build capture conquer compose create defeat design destroy
    develop direct discover establish explore fight find found invade invent kill lead marry
    organize overthrow paint patent perform pioneer propose prove publish rule win write sell
    succeed replace sign introduce launch host own edit produce proclaim suppress""")
_PAST_ACTS = terms("founded wrote built designed discovered invented established")


@sentence_pattern("agent", Kind.FACTUAL)
def done_by(sentence: Sentence) -> Iterator[Asked]:
    """From "Nikola was hired by Edison." → By whom was Nikola hired?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary not in ("was", "were", "is", "are"):
        return
    match = _BY.search(sentence.text, clause.rest)
    words, told = who
    if match is None or match.start() - clause.rest > 60:
        return
    participle = next((t for t in clause.tokens if t.tag is not Tag.ADVERB), None)
    if participle is None or participle.low not in PAST_OF_PARTICIPLE:
        return
    if sentence.text[participle.stop : match.start()].strip():
        return
    past = PAST_OF_PARTICIPLE[participle.low]
    tail = sentence.text[match.end() : to_boundary(sentence.text, match.end(), clause.stop)]
    if clause.ask("Who", words, match.span()) is None or _is_heavy(tail):
        return
    adverbs = sentence.text[clause.rest : participle.start].strip()
    if adverbs:
        return
    present = clause.auxiliary in ("is", "are")
    if present:
        question = f"Who {clause.auxiliary} {words} {participle.text} by?"
    else:
        question = f"Who {past} {words}{tail.rstrip()}?"
    yield from asked(sentence, question, match.span(1), 0.82, told)


def _is_heavy(tail: str) -> bool:
    return len(tail.split()) > 8 or bool(re.search(r"\b(?:and|who|which|that|after|as)\b", tail))


@sentence_pattern("actor", Kind.FACTUAL)
def doer(sentence: Sentence) -> Iterator[Asked]:
    """From "Roger conquered Malta in 1091." → Who conquered Malta in 1091?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.support != "did" or clause.base not in _ACTS:
        return
    words, told = who
    name = clause.subject_text.strip()
    if told is not Naming.NAMED or not re.fullmatch(_NAME, name) or clause.lead[1]:
        return
    stop = to_boundary(sentence.text, clause.rest, clause.stop)
    told_of = sentence.text[clause.rest : stop].strip()
    ahead = [token for token in clause.tokens if token.start < stop]
    named = naming(told_of, sentence.names) if told_of else Naming.DANGLING
    if any(t.tag in (Tag.CONJUNCTION, Tag.PRONOUN, Tag.AUXILIARY, Tag.MODAL) for t in ahead):
        return
    if named is not Naming.NAMED or len(ahead) > 14 or any(t.tag is Tag.AND for t in ahead):
        return
    verb = sentence.text[clause.subject[1] : clause.rest].strip()
    if " " in verb:
        return
    yield from asked(sentence, f"Who {verb} {told_of}?", clause.subject, 0.75, Naming.NAMED)

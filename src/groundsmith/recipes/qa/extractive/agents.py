"""Who did it, and what was done."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, subject, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.subject import Naming, naming
from groundsmith.recipes.qa.extractive.verbs import PAST_OF_PARTICIPLE
from groundsmith.recipes.qa.extractive.words import NAME_WORD, Tag, terms

_NAME = rf"(?:[Tt]he )?{NAME_WORD}(?: (?:(?:of|the|de|van|von|and|&) )*{NAME_WORD}){{0,7}}"
_BY = re.compile(
    rf"\bby ({_NAME})(?=[,.;]|$| (?:in|on|at|and|as|for|to|from|during|who|which|after)\b)"
)
_MADE = terms(
    """
    acquired adopted announced appointed approved assassinated authored awarded begun bought
    broadcast built captured caught coined commissioned completed composed conceived conquered
    controlled created defeated defined demolished described designed destroyed developed directed
    discovered donated drafted edited established executed expelled financed formed founded funded
    given governed granted headed held hired hosted influenced inspired installed introduced
    invented killed launched led managed manufactured made named nicknamed nominated occupied opened
    operated ordained organized overthrown owned paid painted passed performed pioneered planned
    played praised produced promoted proposed proved published purchased ratified recorded regulated
    rejected released replaced restored ruled run sacked signed sold sponsored started suppressed
    supported taught translated used won written
    """
)
_ACTS = terms(
    """
    beat capture compose conquer create defeat design destroy develop discover establish explore
    found invade invent kill lead marry overthrow paint patent pioneer propose publish rule win
    write
    """
)


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
    if not ends_whole(sentence.text, match.end()):
        return
    participle = next((t for t in clause.tokens if t.tag is not Tag.ADVERB), None)
    if participle is None or participle.low not in _MADE & PAST_OF_PARTICIPLE.keys():
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
    _, told = who
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

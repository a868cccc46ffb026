"""What someone or something did something to."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, subject
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.subject import Naming
from groundsmith.recipes.qa.extractive.words import terms

_NOUNS = r"(?:[\w'’-]+ ){0,4}?[\w'’-]+"
_OF = r"(?: of (?:(?:the|an?) )?[\w'’-]+(?: [A-Z][\w'’-]*){0,3})?"
_OBJECT = re.compile(
    rf" ((?:an?|the) (?!further|other|same|similar|following|new ){_NOUNS}{_OF})"
    r"(?= (?P<tail>in|at|on|during|from|for|to|with|by|after|before|between|under) |[.,;]|$)"
)
_ACTS = terms(
    """
    abandon abolish acquire adopt announce attend award begin build capture carry cause choose
    collect commission compose conquer construct create defeat demand destroy design develop
    discover earn eliminate employ establish face form found give grant hold host import introduce
    invade invent join launch lead lose manufacture obtain occupy offer open organize overthrow own
    paint patent perform produce promote propose publish purchase receive record reject release
    replace reveal seek sell serve sign study support teach use win write approve ban ratify
    influence inspire involve protect regulate govern contain cover
    """
)


@sentence_pattern("object", Kind.FACTUAL)
def done(sentence: Sentence) -> Iterator[Asked]:
    """From "Kublai adopted a new dynastic name in 1271": what did Kublai adopt in 1271?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.base not in _ACTS or clause.support == "do":
        return
    match = _OBJECT.match(sentence.text, clause.rest, clause.stop)
    words, told = who
    if match is None or told is not Naming.NAMED or not ends_whole(sentence.text, match.end()):
        return
    tail = sentence.text[match.end() : clause.stop]
    if not re.search(r"[A-Z]|\d{4}", tail.split(",")[0]) or not match["tail"]:
        return
    yield from asked(sentence, clause.ask("What", words, match.span()), match.span(1), 0.62, told)

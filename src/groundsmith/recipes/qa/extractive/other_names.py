"""What else a thing is called, and after whom or what it is named."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.words import NAME_WORD

_KNOWN = r"(?:(?:also|better|commonly|formerly|informally|originally|popularly|sometimes) )"
_CALLED = r"(?:known as|called|referred to as|nicknamed)"
_ASIDE = re.compile(
    rf"(?P<name>(?:[Tt]he )?{NAME_WORD}(?: (?:of )?{NAME_WORD}){{0,5}}),? [(]?"
    rf"(?P<how>{_KNOWN}{_CALLED}) (?P<other>(?:the )?[“\"']?[A-Z][^,;:.()]{{1,60}}?)[,)]"
)
_KNOWN_AS = re.compile(rf" (?P<how>{_KNOWN}{_CALLED}) (?=(?:the |an? )?[“\"']?[A-Z])")
_AFTER = re.compile(rf" named (?:after|for|in honou?r of) (?=(?:the )?{NAME_WORD})")


@sentence_pattern("also-known", Kind.FACTUAL)
def known_aside(sentence: Sentence) -> Iterator[Asked]:
    """From "The Rhine Delta, also known as …,": what is the Rhine Delta also known as?"""
    match = _ASIDE.search(sentence.text) if " as " in sentence.text else None
    if match is None or " " not in match["name"] or " and " in match["other"]:
        return
    name = re.sub(r"^The ", "the ", match["name"])
    if span := sentence.raw(*match.span("other")):
        yield Asked(f"What is {name} {match['how']}?", *span, 0.78)


@statement_pattern("known-as", Kind.FACTUAL)
def known(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Fresno was originally called Ash": what was Fresno originally called?"""
    clause = said.clause
    match = _KNOWN_AS.match(sentence.text, clause.rest, clause.stop)
    if match is None or not clause.auxiliary:
        return
    stop = to_boundary(sentence.text, match.end(), clause.stop)
    if ends_whole(sentence.text, stop):
        question = f"What {clause.auxiliary} {said.subject} {match['how']}?"
        yield from asked(sentence, said, question, (match.end(), stop), 0.78)


@statement_pattern("named-after", Kind.FACTUAL)
def named_after(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The bridge of Lodi is named after Maria": who or what is … named after?"""
    clause = said.clause
    match = _AFTER.match(sentence.text, clause.rest, clause.stop)
    if match is None or not clause.auxiliary:
        return
    stop = to_boundary(sentence.text, match.end(), clause.stop)
    if ends_whole(sentence.text, stop):
        question = f"Who or what {clause.auxiliary} {said.subject} named after?"
        yield from asked(sentence, said, question, (match.end(), stop), 0.78)

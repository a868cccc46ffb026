"""Who or what fills a role that only one can fill: "The largest city in Poland is Warsaw."."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, is_person, subject, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.words import BE, terms

_ROLE = re.compile(
    r"the (?:\w+ ){0,2}?(?:[a-z]+est|area|aim|author|average|capacity|capital|chairman|chancellor|"
    r"cost|currency|deadline|depth|director|duration|elevation|extent|fee|first|founder|goal|"
    r"governor|head|height|highest|last|leader|least \w+|length|main|maintainer|maximum|mayor|"
    r"minimum|most \w+|motto|name|objective|official|only|original|population|president|price|"
    r"primary|principal|purpose|second|size|temperature|third|title|total|weight|width)\b",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"(?:an? |the )?(?:[A-Z₹$€£৳\d]|(?:about|approximately|around)\b)")
_NO_IDENTITY = terms("not also to that in at as on from by with")


def names_a_role(phrase: str) -> bool:
    """Whether a phrase names something of which there is one: "the capital of Kenya"."""
    return _ROLE.match(phrase) is not None


@sentence_pattern("identity", Kind.FACTUAL)
def identified(sentence: Sentence) -> Iterator[Asked]:
    """From "The largest city in Poland is Warsaw": what is the largest city in Poland?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary not in BE or not clause.tokens:
        return
    if not names_a_role(clause.subject_text) or clause.tokens[0].low in _NO_IDENTITY:
        return
    words, told = who
    stop = to_boundary(sentence.text, clause.rest, clause.stop)
    complement = sentence.text[clause.rest : stop].strip()
    if not _COMPLEMENT.match(complement) or not ends_whole(sentence.text, stop):
        return
    person = is_person(re.split(r" (?:of|in|for) ", words, maxsplit=1)[0])
    question = clause.ask("Who" if person else "What", words, (clause.rest, clause.stop))
    kind = Kind.QUANTITATIVE if re.search(r"\d", complement) else None
    yield from asked(sentence, question, (clause.rest, stop), 0.85, told, kind)

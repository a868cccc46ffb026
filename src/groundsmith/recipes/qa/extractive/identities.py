"""Who or what fills a role that only one can fill: "The largest city in Poland is Warsaw."."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, is_person, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
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
_OWNER = re.compile(r"^[^,;:]{1,60}?(?:['’]s|s['’]) ")
_UNIQUE = re.compile(
    r"the (?:[a-z]+est|basic|first|highest|last|main|most \w+|official|only|original|primary|"
    r"principal) [a-z-]+(?: [a-z-]+)? (?:of|in|for) "
)
_NOUN_PHRASE = re.compile(r"(?:an?|the) (?![a-z]+(?:ed|ly) )[\w-]+")
_NO_IDENTITY = terms("not also to that in at as on from by with")


def names_a_role(phrase: str) -> bool:
    """Whether a phrase names something of which there is one: "the capital of Kenya"."""
    return _ROLE.match(_OWNER.sub("the ", phrase)) is not None


def _is_one(subject: str, complement: str) -> bool:
    """Whether a complement names what fills the role."""
    unique = _UNIQUE.match(subject) and _NOUN_PHRASE.match(complement)
    return unique is not None or _COMPLEMENT.match(complement) is not None


@statement_pattern("identity", Kind.FACTUAL)
def identified(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The largest city in Poland is Warsaw": what is the largest city in Poland?"""
    clause = said.clause
    if clause.auxiliary not in BE or not clause.tokens or not names_a_role(said.subject):
        return
    stop = to_boundary(sentence.text, clause.rest, clause.stop)
    complement = sentence.text[clause.rest : stop].strip()
    if clause.tokens[0].low in _NO_IDENTITY or not _is_one(said.subject, complement):
        return
    if not ends_whole(sentence.text, stop):
        return
    role = re.split(r" (?:of|in|for) ", said.subject, maxsplit=1)[0]
    wh = "Who" if is_person(role) else "What"
    question = clause.ask(wh, said.subject, (clause.rest, clause.stop))
    kind = Kind.QUANTITATIVE if re.search(r"\d", complement) else None
    yield from asked(sentence, said, question, (clause.rest, stop), 0.85, kind=kind)

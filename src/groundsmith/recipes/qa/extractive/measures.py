"""How large, how tall, what share: figures that come with a dimension or a whole."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, to_boundary
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.words import BE

_ABOUT = (
    r"(?:(?:more than|less than|at least|up to|over|under|about|around|approximately|nearly|almost|"
    r"roughly|some|just over|just under) )?"
)
_LARGE = r"(?: (?:hundred|thousand|million|billion|trillion))?"
_FIGURE = rf"{_ABOUT}[$€£]?\d[\d,.]*(?<![,.]){_LARGE}"
_UNIT = (
    r"(?:square )?(?:people|inhabitants|residents|seats|students|members|metres|meters|feet|miles|"
    r"km2|km²|km|m2|m|ft|hectares|acres|kilometres|kilometers|kg|tonnes|tons|inches|cm|mm|mi|years)"
)
_HAS = re.compile(
    r" (?:an? |the )(?:total |average |estimated |surface )?(population|capacity|area|budget|"
    r"length|height|elevation|membership|workforce|enrollment|endowment|circulation|diameter|depth|mass|"
    rf"speed|range|width|weight) of ({_FIGURE}(?: {_UNIT}(?: \([^()]{{1,40}}\))?)?)(?![\w-])"
)
_TALL = re.compile(
    rf" ({_FIGURE} {_UNIT}(?: \([^()]{{1,40}}\))?) (tall|long|wide|high|deep|old|thick)\b"
)
_COVERS = re.compile(
    rf" (?:an area of )?({_FIGURE} (?:square (?:miles|kilometres|kilometers|metres|meters|feet)|"
    r"hectares|acres|km2|km²)(?: \([^()]{1,40}\))?)(?![\w-])"
)
_PERCENT = rf"{_ABOUT}\d[\d.,]*(?:%| percent| per cent)"
_SHARE = re.compile(
    rf" ({_PERCENT}) of (?P<whole>(?!this|that|these|those|it|them)[^,;:()]{{3,70}})"
)
_PART = re.compile(rf"({_PERCENT}) of (?P<whole>[^,;:()]{{3,70}})", re.IGNORECASE)
_PLACED = re.compile(r"[A-Z]|\d{4}")


@statement_pattern("measure", Kind.QUANTITATIVE)
def measured(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Leeds has a population of 800,000": what is the population of Leeds?"""
    clause = said.clause
    match = _HAS.match(sentence.text, clause.rest) if clause.base == "have" else None
    if match is None:
        return
    verb = "was" if clause.support == "did" else "is"
    question = f"What {verb} the {match[1]} of {said.subject}?"
    yield from asked(sentence, said, question, match.span(2), 0.82)


@statement_pattern("dimension", Kind.QUANTITATIVE)
def dimensioned(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The Eiffel Tower is 330 metres tall": how tall is the Eiffel Tower?"""
    clause = said.clause
    match = _TALL.match(sentence.text, clause.rest) if clause.auxiliary in BE else None
    if match:
        question = f"How {match[2]} {clause.auxiliary} {said.subject}?"
        yield from asked(sentence, said, question, match.span(1), 0.85)


@statement_pattern("extent", Kind.QUANTITATIVE)
def covered(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Berlin covers 891 square kilometres": how large an area does Berlin cover?"""
    clause = said.clause
    match = _COVERS.match(sentence.text, clause.rest) if clause.base == "cover" else None
    if match:
        question = f"How large an area {clause.support} {said.subject} cover?"
        yield from asked(sentence, said, question, match.span(1), 0.84)


@statement_pattern("share", Kind.QUANTITATIVE)
def shared(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "Yale accepted 5% of applicants": what percentage of applicants did Yale accept?"""
    clause = said.clause
    match = _SHARE.match(sentence.text, clause.rest, clause.stop) if clause.base else None
    if match is None or not ends_whole(sentence.text, match.end()):
        return
    whole = match["whole"].strip()
    question = f"What percentage of {whole} {clause.support} {said.subject} {clause.base}?"
    yield from asked(sentence, said, question, match.span(1), 0.8)


@statement_pattern("part", Kind.QUANTITATIVE)
def parted(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "26% of Kenyans are poor": what percentage of Kenyans are poor?"""
    clause = said.clause
    match = _PART.fullmatch(sentence.text, *clause.subject)
    stop = to_boundary(sentence.text, clause.rest, clause.stop)
    if match is None or not ends_whole(sentence.text, stop):
        return
    told = sentence.text[match.start("whole") : stop]
    if _PLACED.search(told):
        question = f"What percentage of {told}?"
        yield from asked(sentence, said, question, match.span(1), 0.78, named=True)

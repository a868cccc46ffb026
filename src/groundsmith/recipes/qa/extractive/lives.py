"""When people were born and died, as the parenthesis behind their name tells it."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.words import MONTHS, NAME_WORD

_DAY = rf"(?:\d{{1,2}} (?:{MONTHS}) \d{{4}}|(?:{MONTHS}) \d{{1,2}}, \d{{4}})"
_LIFE = re.compile(
    rf"(?P<name>{NAME_WORD}(?: (?:(?:of|de|van|von) )?{NAME_WORD}){{0,5}}) "
    rf"\((?:[^()]{{1,60}}; )?(?:born (?P<since>{_DAY})"
    rf"|(?P<birth>{_DAY}) ?[-–—] ?(?P<death>{_DAY}))\)"
)


@sentence_pattern("life", Kind.TEMPORAL)
def lived(sentence: Sentence) -> Iterator[Asked]:
    """From "Nikola Tesla (10 July 1856 – 7 January 1943)": when was he born, when did he die?"""
    match = _LIFE.search(sentence.text) if "(" in sentence.text else None
    if match is None:
        return
    born = sentence.raw(*match.span("since" if match["since"] else "birth"))
    if born:
        yield Asked(f"When was {match['name']} born?", *born, 0.88)
    if match["death"] and (died := sentence.raw(*match.span("death"))):
        yield Asked(f"When did {match['name']} die?", *died, 0.84)

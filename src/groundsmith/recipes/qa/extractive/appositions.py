"""What a name is, as an aside tells it: "Marlee Matlin, an American actress, …"."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import is_opinion, is_person
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.words import NAME_WORD, Tag, tokens

_ASIDE = re.compile(
    rf"(?:^|(?<=[a-z] )|(?<=, ))(?P<name>(?:[Tt]he )?{NAME_WORD}(?: (?:of )?{NAME_WORD}){{1,5}}), "
    r"(?P<what>an? [^,;:.()]{12,120})(?:, (?!and|or|an?)|\.$)"
)
_NO_NATURE = re.compile(
    r"an? (?:(?:\w+[- ]){0,3}(?:walk|drive|ride|distance|power|move|feat)\b|"
    r"(?:day|decade|decision|fact|few|lot|month|number|place|position|result|role|sign|situation|"
    r"step|time|trend|week|year)\b)"
)
_INITIALS = re.compile(r"(?:^| )[A-Z]{1,2}(?: |$)")
_SAYS = re.compile(r"\b(?:is|was|were|are|and [a-z]+ed)\b")
_MIDDLE_OF_NAME = re.compile(r"[A-Z]\w* (?:and|of|the) (?:the )?$")


@sentence_pattern("aside", Kind.DEFINITION)
def told_aside(sentence: Sentence) -> Iterator[Asked]:
    """From "Marlee Matlin, an American actress, sang": who is Marlee Matlin?"""
    match = _ASIDE.search(sentence.text) if ", a" in sentence.text else None
    if match is None or _NO_NATURE.match(match["what"]) or _SAYS.search(match["what"]):
        return
    before = match.start("name")
    if _MIDDLE_OF_NAME.search(sentence.text, max(0, before - 40), before):
        return
    name = match["name"]
    if is_opinion(match["what"]) or tokens(name)[0].tag not in (Tag.WORD, Tag.DETERMINER):
        return
    if _INITIALS.search(name):
        return
    name = f"the {name[4:]}" if name.startswith("The ") else name
    span = sentence.raw(*match.span("what"))
    if span:
        yield Asked(f"{'Who' if is_person(match['what']) else 'What'} is {name}?", *span, 0.68)

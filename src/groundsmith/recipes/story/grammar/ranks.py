"""Numbers that things have: whoever sleeps on the fifth floor is in a house of five at least.

The decision to question: only kinds whose number lasts are read, floors and not children.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.calendar.days import ORDINALS
from groundsmith.recipes.story.grammar.numerals import Numeral, kind_of
from groundsmith.recipes.story.words.counted import LASTING
from groundsmith.recipes.story.words.counting import NUMBER, number_of

_ORDERED = "|".join(sorted(ORDINALS, key=len, reverse=True))
_RANK = {
    "en": re.compile(
        rf"\b(?:the (?P<number>{_ORDERED}) (?P<noun>floor|store?y|door|window|gate|stair|step"
        rf"|room|tower|bridge|well|page|pillar|wheel)\b(?! of all)"
        rf"|(?P<noun2>page|step|room) (?P<number2>{NUMBER}))(?P<number3>)",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?P<noun>lantai|tingkat|pintu|jendela|gerbang|anak tangga|kamar|menara|jembatan|sumur"
        rf"|halaman|tiang) (?:yang )?(?:ke-?(?P<number>{NUMBER})|(?P<number2>\d+))"
        rf"(?P<noun2>)(?P<number3>)",
        re.I,
    ),
}


def ranks(text: str, language: str) -> Iterator[Numeral]:
    """The least there are of things of which one has a number: "the fifth floor", "page 312"."""
    for one in _RANK[language].finditer(text):
        written = one.group("number") or one.group("number2") or one.group("number3") or ""
        noun = kind_of((one.group("noun") or one.group("noun2")).lower().replace(" ", "-"))
        value = ORDINALS.get(written.lower()) or number_of(written)
        if value is not None and value > 1 and noun in LASTING:
            yield Numeral(value, noun, (), False, True, one.start(), one.end())

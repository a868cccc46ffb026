"""Whether a noun phrase names something by itself, and how it reads inside a sentence."""

import re
from enum import IntEnum

from groundsmith.recipes.qa.extractive.topic import is_facet
from groundsmith.recipes.qa.extractive.verbs import BASE_OF_PAST, BASES
from groundsmith.recipes.qa.extractive.words import (
    DANGLING,
    DETERMINERS,
    Tag,
    Token,
    terms,
    tokens,
)

_ROLES = terms(
    """
    act army authority band bank board book centre center century church city club code college
    commission committee company constitution council country county court department district
    document emperor empire executive film game government governor group house institute king
    language law league library member ministry movie museum nation official organization parliament
    party place plan president program programme project province queen region report republic river
    route school section series show site society station state strip student system team territory
    town treaty tribe union university village war
    """
)
"""Titles that name nothing without the name beside them: "the University", "the Council"."""
_PEOPLE = terms(
    """
    applicants children citizens companies employees guests humans members parents patients people
    residents scholars schools scientists students teachers users universities women workers
    """
)


_WITHIN_NAMES = terms("and al bin da de del der di du el ibn la le of the van von")
_POSSESSED = ("'s", "’s", "s'", "s’")
_PARTS = terms(
    """
    abstract acknowledgements acknowledgments appendix background conclusion conclusions discussion
    figure introduction methods note results summary table
    """
)
"""Headings that lost their line; what follows them is not their noun."""
_POSSESSOR = re.compile(r"[a-z]+['’]s?$")


_PROPER = re.compile(
    r"[A-Z][a-z]{2,}(?<!ion)(?<!ment)(?<!ness)(?<!ity)(?<!ism)(?<!nce)(?<!ing)(?<!ship)(?<!ure)"
    r"(?<!age)(?<!ogy)(?<!ics)(?<!ist)(?<!ncy)(?<!ants)(?<!ents)(?<![^s]s)(?<!ers)(?<!ors)(?<!ery)"
)
_MASS = terms(
    """
    access advice air art blood bread cash coal content cotton credit crime culture data death
    demand diet education email equipment evidence fish fire food fuel gas gold ground growth hair
    health heat help history homework housing ice income industry information iron labour land law
    leadership life light love luck mail material meat milk money music nature news nobody oil
    oxygen paper peace people philosophy plastic poetry pollution power progress proof property
    quality rain religion research rice salt sand security silver snow society software soil sound
    space staff steam steel sugar support tea technology text theory time trade traffic travel trust
    truth unemployment value violence war waste water wealth weather wine wood work youth anyone
    everyone part most more less much many enough half another each either neither wifi admission
    application attendance step note tip question answer example chapter section figure table page
    monday tuesday wednesday thursday friday saturday sunday summer winter spring autumn today
    tomorrow yesterday mathematics physics english tuition hostel food visa passport transport
    insurance internet laundry parking payment
    """
)


_KINDS = terms(
    """
    algorithm class command constructor effect equation expression format function interface keyword
    language law library license method model module operator package parameter principle program
    project protocol scheme statement syntax system theorem theory tool type
    """
)
"""Nouns that the words before them name: "the modulo operator"."""
_VAGUE = terms(
    """
    above current default entire first following last main new next old only original other present
    previous resulting same second third underlying whole
    """
)
_OF_A_PEOPLE = re.compile(r"(?:ese|ish|i?an|ean|ch|qi|ni|ti)$")


class Naming(IntEnum):
    """How far a phrase names what it means."""

    DANGLING = 0
    """Points at something said elsewhere."""
    GENERIC = 1
    """Means a kind of thing; needs a scope where the passage has one in mind."""
    NAMED = 2
    """Names one thing in the world."""


def naming(phrase: str, names: frozenset[str]) -> Naming:
    """How far a subject names what it means.

    Args:
        names: Words that the passage writes with a capital inside a sentence; without them the
            capital of a sentence's first word says nothing.
    """
    words = tokens(phrase)
    if not words or any(_points(token) for token in words) or words[0].low in _PARTS:
        return Naming.DANGLING
    if any(token.text == "The" for token in words[1:]):
        return Naming.DANGLING
    first = words[0]
    if first.low in ("much", "no", "part", "parts") or first.low.endswith("ly"):
        return Naming.DANGLING
    if first.low in BASES and first.text not in names and len(words) > 1:
        return Naming.DANGLING
    if first.low in BASE_OF_PAST and len(words) > 1 and words[1].tag is Tag.WORD:
        return Naming.DANGLING
    if first.low in ("the", "all", "both", "each", "every", "many", "some", "most", "several"):
        named = _definite(words[1:], names, first.low)
        return named if first.low == "the" else min(named, Naming.GENERIC)
    if first.tag is Tag.NUMBER:
        return Naming.GENERIC
    if any(token.tag is Tag.NAME for token in words[1:]):
        return Naming.NAMED
    described = (
        len(words) > 1
        and first.text not in names
        and not first.text.endswith(_POSSESSED)
        and not _OF_A_PEOPLE.search(first.text)
    )
    if _is_name(first.text, names) and not (described and first.text.istitle()):
        return Naming.NAMED
    if first.low in ("a", "an") or first.text.isupper():
        return Naming.GENERIC
    return Naming.GENERIC if words[-1].low.endswith("s") or len(words) > 1 else Naming.DANGLING


def _points(token: Token) -> bool:
    return (
        token.low in DANGLING
        or token.tag in (Tag.PRONOUN, Tag.ADVERB)
        or _POSSESSOR.match(token.text) is not None
    )


def _definite(words: list[Token], names: frozenset[str], determiner: str) -> Naming:
    if not words:
        return Naming.DANGLING
    if words[0].tag is Tag.NAME and not (
        words[0].low in _ROLES and not any(token.tag is Tag.NAME for token in words[1:])
    ):
        return Naming.NAMED
    for place, token in enumerate(words):
        if token.tag is Tag.PREPOSITION:
            if any(later.tag is Tag.NAME and later.low not in _ROLES for later in words[place:]):
                return Naming.NAMED
            return Naming.GENERIC
    if any(
        token.tag is Tag.NAME and token.low not in _ROLES and not token.text.isupper()
        for token in words
    ):
        return Naming.NAMED if determiner == "the" else Naming.GENERIC
    acronym = any(token.tag is Tag.NAME for token in words)
    told = len(words) > 1 and words[-1].low in _KINDS and words[0].low not in _VAGUE
    return Naming.GENERIC if acronym or told else Naming.DANGLING


def _is_name(word: str, names: frozenset[str]) -> bool:
    """Whether a capital at a sentence's head is the name's own.

    Without the passage's word for it, a singular that is not formed as an abstract noun is taken
    for a name: no article stands before it, and hardly any other noun goes without one.
    """
    word = re.sub(r"['’]s?$", "", word)
    if word in names or (len(word) > 1 and word.isupper()) or re.search(r"\d|[a-z][A-Z]", word):
        return True
    common = word.lower() in _MASS | _ROLES or is_facet(word)
    return _PROPER.fullmatch(word) is not None and not common


def spoken(phrase: str, names: frozenset[str], plain: frozenset[str]) -> str:
    """The phrase as it reads inside a sentence: a capital that only its place gave is taken off."""
    first, space, rest = phrase.partition(" ")
    low = first.lower()
    if low in DETERMINERS or low in _PEOPLE:
        return low + space + rest
    if first in names or not first[:1].isupper() or (first.isupper() and len(first) > 1):
        return phrase
    if re.search(r"[\d.'’]|[a-z][A-Z]", first) or rest[:1].isupper():
        return phrase
    if not rest and not low.endswith("s"):
        return phrase
    second = rest.split(" ", 1)[0]
    if second.islower() and second not in _WITHIN_NAMES and not _OF_A_PEOPLE.search(first):
        return low + space + rest
    return low + space + rest if low in plain or low.endswith("ing") else phrase

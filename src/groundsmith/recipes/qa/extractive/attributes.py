"""Words that name an attribute of a thing, how they are asked for, and what fits as their value."""

import re
from dataclasses import dataclass

from groundsmith.recipes.qa.content import Kind

_HEADS: dict[Kind, frozenset[str]] = {
    Kind.QUANTITATIVE: frozenset(
        """fee fees cost costs price prices charge charges tuition deposit penalty fine salary
        package budget balance amount capacity limit credits percentage ratio rate size weight
        height width length area population score rating seats speed temperature minimum maximum
        attendance discount income payment range""".split()
    ),
    Kind.TEMPORAL: frozenset(
        "duration time times period timeline deadline date dates validity hours timing timings "
        "year frequency".split()
    ),
    Kind.FACTUAL: frozenset(
        """address location venue headquarters email phone website portal helpline hotline url
        mobile whatsapp fax number eligibility requirement purpose currency language format author
        version license licence maintainer founder chairman chancellor affiliation accreditation
        award ranking rank applicability mode medium default type goal objective mission motto
        name title officer director president principal capital owner publisher contact criteria
        requirements rule method basis position background specialization specialisation degree
        role source status_ accommodation_""".split()
    ),
    Kind.LIST: frozenset(
        """documents recruiters programs programmes specializations specialisations channels
        partners facilities subjects languages members features benefits_ options_ skills roles
        companies sectors industries disciplines modes methods""".split()
    ),
}
_KIND_OF = {head: kind for kind, heads in _HEADS.items() for head in heads}
_OF = frozenset(
    """address location venue headquarters email phone website portal fax url mobile size weight
    height width length area population author version license licence maintainer founder chairman
    chancellor duration name title officer director president capital owner purpose goal objective
    mission motto language capacity validity""".split()
)
_SINGULAR_S = ("ss", "us", "is")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|daily|weekly|monthly|"
    r"annually|yearly|immediately)\b",
    re.IGNORECASE,
)
_MANY = re.compile(r",|\band\b|;|/")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as it is asked for: its words, its last word, and its kind."""

    words: str
    head: str
    kind: Kind

    def question(self, thing: str) -> str:
        """The question for this attribute of a thing."""
        verb = "are" if self.is_plural else "is"
        link = "of" if self.head in _OF else "for"
        return f"What {verb} the {self.words} {link} {thing}?"

    @property
    def is_plural(self) -> bool:
        """Whether its head is a plural."""
        return (
            self.head.endswith("s")
            and not self.head.endswith(_SINGULAR_S)
            or self.head == "criteria"
        )

    def fits(self, value: str) -> bool:
        """Whether a value is of the sort that the attribute asks for."""
        if self.kind is Kind.QUANTITATIVE:
            return _DIGIT.search(value) is not None
        if self.kind is Kind.TEMPORAL:
            return _TIME.search(value) is not None
        return self.kind is not Kind.LIST or _MANY.search(value) is not None


def attribute(key: str, names: frozenset[str], plain: frozenset[str]) -> Attribute | None:
    """The attribute that a key or column names; None where it names none."""
    bare = re.sub(r"\s*\([^()]*\)", "", key).strip()
    words = bare.split()
    if not 1 <= len(words) <= 6 or not all(re.fullmatch(r"[\w.&/'’+-]+", word) for word in words):
        return None
    core = re.split(r"\s(?:for|of|in|at|per|to|from)\s", bare, maxsplit=1)[0].split()
    head = core[-1].lower().split("/")[-1]
    kind = _KIND_OF.get(head)
    if kind is None:
        return None
    return Attribute(" ".join(_low(word, names, plain) for word in words), head, kind)


def _low(word: str, names: frozenset[str], plain: frozenset[str]) -> str:
    """A word of a title as it stands inside a sentence."""
    if not re.fullmatch(r"[A-Z][a-z/&'’-]+", word):
        return word
    low = word.lower()
    return low if low in plain or low in _KIND_OF or word not in names else word

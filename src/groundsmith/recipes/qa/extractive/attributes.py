"""Words that name an attribute of a thing, how they are asked for, and what fits as their value."""

import re
from dataclasses import dataclass

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.words import terms

_HEADS: dict[Kind, frozenset[str]] = {
    Kind.QUANTITATIVE: terms(
        """
        fee fees cost costs price prices charge charges tuition deposit penalty fine salary package
        budget balance amount capacity limit credits percentage ratio rate size weight height width
        length area population score rating seats speed temperature attendance discount income range
        """
    ),
    Kind.TEMPORAL: terms(
        """
        duration time times period timeline deadline date dates validity hours timing timings
        frequency
        """
    ),
    Kind.FACTUAL: terms(
        """
        address location venue headquarters email phone website portal helpline hotline url
        fax number eligibility requirement purpose currency language format author version
        license licence maintainer founder chairman chancellor affiliation accreditation ranking
        rank applicability mode medium type goal grade objective mission motto name title officer
        director president principal capital owner publisher contact criteria requirements rule
        method basis position background specialization specialisation degree role
        """
    ),
    Kind.LIST: terms(
        """
        documents recruiters programs programmes specializations specialisations channels partners
        facilities subjects languages members features roles companies sectors industries
        disciplines modes methods
        """
    ),
}
_KIND_OF = {head: kind for kind, heads in _HEADS.items() for head in heads}
_OF = terms(
    """
    address location venue headquarters email phone website portal fax url size weight height
    width length area population author version license licence maintainer founder chairman
    chancellor duration name title officer director president capital owner purpose goal objective
    mission motto language capacity validity
    """
)
_TOLD_IN_SENTENCES = terms(
    """
    purpose eligibility requirement requirements goal objective mission criteria rule
    """
)
_FINITE = re.compile(r"\b(?:is|are|was|were|can|will|must|should|may|has|have|do|does|varies)\b")
_SINGULAR_S = ("ss", "us", "is")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|daily|weekly|monthly|"
    r"annually|yearly|immediately)\b",
    re.IGNORECASE,
)
_SHAPES = {
    **dict.fromkeys(("fax", "helpline", "hotline", "number", "phone"), re.compile(r"\d{3}")),
    **dict.fromkeys(("url", "website"), re.compile(r"\w\.\w")),
    "email": re.compile(r"@"),
}
_LIKE = re.compile(r"\b(?:like|such as|including)\b")
MAX_ITEM_WORDS = 6
_NO_KEY = re.compile(
    r"(?i)(?:strong|high|higher|low|lower|good|better|best|excellent|relaxed|flexible|with|for|in|at|"
    r"by|from|if|no|not|your|my|our|this|multiple)\b"
)
COMMAND = re.compile(
    r"(?:apply|be|arrange|ask|avoid|book|bring|build|buy|carry|check|choose|compare|complete|connect|"
    r"consider|create|email|ensure|find|focus|follow|get|join|keep|know|learn|maintain|make|open|pay|"
    r"plan for|prepare|register|report|request|research|save|start|submit|take|use|verify|visit)"
    r"(?:/\w+)?\b(?= )",
    re.IGNORECASE,
)
"""A key or heading that tells the reader to do something, and so names nothing."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as it is asked for: its words, its last word, and its kind."""

    words: str
    head: str
    kind: Kind

    def question(self, thing: str) -> str:
        """The question for this attribute of a thing."""
        link = "of" if self.head in _OF else "for"
        return f"{self.ask()} {link} {thing}?"

    def ask(self) -> str:
        """The beginning of a question for it: "What is the processing time"."""
        return f"What {'are' if self.is_plural else 'is'} the {self.words}"

    @property
    def is_plural(self) -> bool:
        """Whether its head is a plural."""
        return (
            self.head.endswith("s") and not self.head.endswith(_SINGULAR_S)
        ) or self.head == "criteria"

    def fits(self, value: str) -> bool:
        """Whether a value is of the sort that the attribute asks for."""
        if COMMAND.match(value) or (self.head not in _TOLD_IN_SENTENCES and _FINITE.search(value)):
            return False
        shape = _SHAPES.get(self.head)
        if shape and not shape.search(value):
            return False
        if self.kind is Kind.QUANTITATIVE:
            return _DIGIT.search(value, 0, 25) is not None
        if self.kind is Kind.TEMPORAL:
            return _TIME.search(value, 0, 40) is not None
        return self.kind is not Kind.LIST or len(items_of(value)) > 1


def items_of(value: str) -> list[str]:
    """The items of a list written in one line; none where they are not alike short phrases."""
    if _LIKE.search(value):
        return []
    items = re.split(r"[,;] (?![^()]*\))", value)
    return items if all(len(item.split()) <= MAX_ITEM_WORDS for item in items) else []


def attribute(key: str, names: frozenset[str], plain: frozenset[str]) -> Attribute | None:
    """The attribute that a key or column names; None where it names none."""
    bare = re.sub(r"\s*\([^()]*\)", "", key).strip()
    words = bare.split()
    if (_NO_KEY.match(bare) or COMMAND.match(bare)) and len(words) > 1:
        return None
    if not 1 <= len(words) <= 6 or not all(re.fullmatch(r"[\w.&/'’-]+", word) for word in words):
        return None
    core = re.split(r"\s(?:for|of|in|at|per|to|from)\s", bare, maxsplit=1)[0].split()
    head = core[-1].lower().split("/")[-1]
    kind = _KIND_OF.get(head)
    if kind is None:
        return None
    return Attribute(in_sentence(bare, names, plain), head, kind)


def in_sentence(title: str, names: frozenset[str], plain: frozenset[str]) -> str:
    """A title as it stands inside a sentence: capitals only where they belong to names."""
    return " ".join(_low(word, names, plain) for word in title.split())


def _low(word: str, names: frozenset[str], plain: frozenset[str]) -> str:
    """A word of a title as it stands inside a sentence."""
    if not re.fullmatch(r"[A-Z][a-z/&'’-]+", word):
        return word
    low = word.lower()
    return word if word in names and low not in plain and low not in _KIND_OF else low

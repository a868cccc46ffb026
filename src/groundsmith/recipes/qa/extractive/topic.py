"""What a passage is about, as its headings say it: the words that make a question stand alone.

A heading is a label, not a sentence, and only two things are taken from it: a noun phrase that
can follow a preposition (`about`), and the prepositional tail of a title, which says for whom and
where all of the document holds (`scope`). A heading of any other shape gives nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from groundsmith.recipes.qa.extractive.words import (
    DANGLING,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Tag,
    Token,
    terms,
    tokens,
)

_NUMBERING = re.compile(
    r"^(?:(?:step|section|part|chapter|phase|path|query|scenario|category|appendix|q)\s*"
    r"(?:\d{1,3}|[ivx]{1,5})?|context|topic|subject|title|about|note|guide|tutorial)\s*[:.)]\s+"
    r"|^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Z][.)]|[ivxIVX]{1,5}[.)])\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_SPACES = re.compile(r"\s+")
_AT = re.compile(r"\b(?:at|for) ((?:[A-Z][\w.&'’-]*)(?: (?:(?:of|and|for|the) )?[A-Z][\w.&'’-]*)*)")
_PART = re.compile(r"(?i)(?:version|release|chapter|part|section|v)\s*[\d.]|\W*\d")
_RETOLD = re.compile(
    r"(?i)\b(?:summary|overview|conclusion|introduction|notes?|agent|faqs?|sources?)\b"
)
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|can|must|should|will)\b")
DEEP = 3
"""Headings over a line from which on its section is likely one of several of its name."""
MAX_QUESTION_CHARS = 200
MAX_TITLE_CHARS = 120
MAX_SECTION_CHARS = 70
_PLACES = re.compile(
    r"\b(?:University|College|Institute|School|Academy|Hospital|Library|Museum|Hotel|Company|"
    r"Corporation|Bank|Agency|Ministry|Department|Council|Centre|Center|Airport|Association)\b"
)
_FACETS = terms(
    """
    about academic acknowledgements additional advantages advice agent ai alternative annual answer
    answers api appendix applicability application applications approach asked assessment authors
    available background basic basics benchmark benchmarks benefit benefits best breakdown bugs
    category challenges changelog changes checklist common community comparison complete
    comprehensive concerns concise conclusion conditions configuration cons considerations contact
    contacts contents context contributing core cost costs coverage covered credits criteria
    critical current data demo dependencies description detail detailed details development
    disadvantages docs document documentation documents duration eligibility essential essentials
    estimated example examples expected expenses facilities factors facts faq faqs feature features
    fee fees final financial formalities frequently further general getting goals guidance guide
    guidelines help highlights history important info information install installation instructions
    introduction issues items key latest learn level levels licence license limitations links list
    lists main major mandatory matrix method methods minimum misc miscellaneous mode more most
    necessary needed news note notes offered official one opportunities option options other others
    outcomes overview package packages phase plan planning plans point points policies policy
    position possible practical practices prerequisites pricing primary problem problems procedure
    procedures process profile program programme programmes programs pros purpose purposes question
    questions quick quickstart range rates readme reasons recommendation recommendations reference
    references related release releases remarks required requirement requirements resource resources
    result results return review risks roadmap role rules schedule section security services setup
    simple solution solutions source sources special specific stage standard started status step
    steps strategy structure success suggestions summary support table terms testing tests text time
    timeline timing tip tips title todo top total troubleshooting type types typical usage useful
    value versions what why work
    """
)
"""Words that name an aspect of something, and so leave open of what."""
_FUNCTION = PREPOSITIONS | DETERMINERS | {"and", "or"}
_NEEDS_ARTICLE = terms(
    """
    act agency agreement algorithm approach association authority board bureau campus card center
    centre certificate class club code college command commission committee company competition
    conference constitution contract council country course department diploma directive division
    document embassy examination exam facility form function fund game government group guide
    hospital hostel institute interview law league letter library license licence ministry method
    model module museum office option organisation organization package party path phase plan policy
    portal procedure process program programme project protocol report scheme scholarship school
    section sector server service session stage standard state store structure system table team
    test tool treaty union unit village visa
    """
)


@lru_cache(maxsize=4096)
def cleaned(heading: str) -> str:
    """A heading without its numbering, its "Step 2:", and its final colon or stop."""
    text = _SPACES.sub(" ", heading).strip()
    for _ in range(2):
        text = _NUMBERING.sub("", text)
    return text.strip().rstrip(":.–—- ").strip()


@lru_cache(maxsize=4096)
def is_facet(heading: str) -> bool:
    """Whether a heading names only an aspect, such as "Fee Structure" or "Key Documents"."""
    words = re.findall(r"[^\W_]+", cleaned(heading).lower())
    return all(word in _FACETS or word in _FUNCTION for word in words)


@lru_cache(maxsize=4096)
def noun_phrase(heading: str) -> str | None:
    """The heading as a noun phrase that can follow a preposition, with its article."""
    text = _ASIDE.sub("", cleaned(heading)).strip()
    text = re.split(r"\s[–—-]\s|:\s|,\s(?!and\s)", text, maxsplit=1)[0].strip()
    words = tokens(text)
    if not 1 <= len(words) <= 9 or len(text) > 70 or not _reads_as_noun(text, [*words]):
        return None
    if words[0].low in ("the", "a", "an"):
        return words[0].low + text[len(words[0].text) :]
    head = re.split(r"\s(?:for|of|in|at|on|to|from|with)\s", text, maxsplit=1)[0].split()[-1]
    return f"the {text}" if head.lower() in _NEEDS_ARTICLE and " " in text else text


def _reads_as_noun(text: str, words: list[Token]) -> bool:
    if (not text[0].isupper() and not text[0].isdigit()) or (len(text) > 6 and text.isupper()):
        return False
    first, last = words[0], words[-1]
    if first.tag in (Tag.AUXILIARY, Tag.MODAL, Tag.CONJUNCTION, Tag.PREPOSITION, Tag.PRONOUN):
        return False
    if (first.low.endswith("ing") and len(words) > 1) or last.tag in (Tag.PREPOSITION, Tag.AND):
        return False
    return all(
        token.low not in DANGLING
        and token.low not in PRONOUNS
        and token.tag not in (Tag.AUXILIARY, Tag.MODAL, Tag.CONJUNCTION)
        and (token.tag is not Tag.PUNCTUATION or token.text in "/&.+'’")
        for token in words
    )


@dataclass(frozen=True, slots=True)
class Topic:
    """The headings over a line, outermost first, labels included."""

    headings: tuple[str, ...]

    @property
    def section(self) -> str | None:
        """The nearest heading that says of what, else the nearest aspect; never the title."""
        return _section(self.headings)

    @property
    def title(self) -> str | None:
        """The outermost heading, fit for quotation marks."""
        return _title(self.headings[0]) if self.headings else None

    @property
    def place(self) -> str | None:
        """Where all of the document holds: "at Example University", "in India"."""
        return _place(self.headings[0]) if self.headings else None

    def complete(self, question: str) -> str | None:
        """The question with the place or the title it needs; None where nothing names its world."""
        place = self.place
        if place:
            bare = question.rstrip("?")
            named = place.split(" ", 1)[1]
            return question if named in bare else f"{bare} {place}?"
        return self.cite(question)

    def cite(self, question: str, title: str | None = None) -> str | None:
        """The question, put to the document by its title."""
        told = title or self.title
        return f"According to “{told}”, {question[0].lower()}{question[1:]}" if told else None

    def cite_under(self, question: str) -> str | None:
        """The question, put to the nearest section by its heading.

        Sections repeat their inner headings ("Costs" under each option), so that an outer one is
        named too; where there is no room for it, a deep section is not asked about.
        """
        bare = question.rstrip("?")
        if self.section is None:
            return self.cite(question)
        under = f"{bare} under “{self.section}”"
        outers = [cleaned(heading) for heading in self.headings[1:-1]]
        outers = [told for told in outers if told != self.section and not is_facet(told)]
        if not outers:
            return self.cite(f"{under}?")
        wordings = (
            self.cite(f"{under} in “{named}”?", title)
            for title in (self.title, _short(self.title))
            for outer in outers
            for told in (outer, _ASIDE.sub("", outer))
            if (named := _quotable(told, MAX_SECTION_CHARS))
        )
        fitting = next((w for w in wordings if w and len(w) <= MAX_QUESTION_CHARS), None)
        return fitting if fitting or len(self.headings) > DEEP else self.cite(f"{under}?")


@lru_cache(maxsize=4096)
def _section(headings: tuple[str, ...]) -> str | None:
    inner = headings[:0:-1]
    telling = next((heading for heading in inner if not is_facet(heading)), None)
    if telling is None:
        telling = next((heading for heading in inner if not _RETOLD.search(heading)), None)
    return _quotable(cleaned(telling), MAX_SECTION_CHARS) if telling else None


def _short(title: str | None) -> str | None:
    """A title without what follows its colon or dash."""
    return re.split(r": | [–—-] ", title, maxsplit=1)[0] if title else None


@lru_cache(maxsize=4096)
def _place(title: str) -> str | None:
    text = _ASIDE.sub("", cleaned(title))
    owner = re.match(r"^([A-Z][\w.&' -]{3,60}?)(?:: |'s | – | - )", text)
    if owner and _PLACES.search(owner[1]) and noun_phrase(owner[1]):
        return f"at {owner[1]}"
    for match in _AT.finditer(text):
        if _PLACES.search(match[1]):
            return f"at {match[1]}"
    return None


@lru_cache(maxsize=4096)
def _title(title: str) -> str | None:
    text = cleaned(title)
    if len(text) > MAX_TITLE_CHARS:
        text = re.split(r", including |: | [–—-] ", text, maxsplit=1)[0]
    if _PART.match(text):
        return None
    return None if is_facet(text) or _SAYS.search(text) else _quotable(text, MAX_TITLE_CHARS)


def _quotable(text: str, limit: int) -> str | None:
    fit = 3 <= len(text) <= limit and not re.search(r"[?“”\"|]", text)
    return text if fit else None

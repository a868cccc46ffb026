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
    PRONOUNS,
    Tag,
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
_PREPOSITION = re.compile(r"\s(?=(?:for|at|in|of|on|from|to|with)\s)")
_DOCUMENT = re.compile(
    r"\b(?:guide|guidelines?|manual|handbook|policy|report|review|analysis|framework|glossary|faq|"
    r"agreement|act|regulations?|standard|specification|documentation|tutorial|book|plan|list|"
    r"brochure|catalogue|catalog|charter|rules|code|contract|terms|notice|overview)$",
    re.IGNORECASE,
)
_FACETS = frozenset(
    """about academic additional advantages advice alternative annual answer answers appendix
    applicability application applications approach assessment available background basic
    basics benefit benefits best breakdown category challenges changes checklist common comparison
    complete comprehensive concerns conclusion conditions configuration considerations contact
    contacts contents context core cost costs coverage covered criteria critical current data
    description detail detailed details disadvantages document documentation documents duration
    eligibility essential estimated example examples expected expenses facilities facts factors
    faq faqs feature features fee fees final financial formalities frequently further asked general
    goals guidance guide guidelines help highlights important info information installation
    instructions introduction issues items key latest learn level levels limitations links list
    lists main major mandatory matrix method methods minimum misc miscellaneous mode more most
    necessary needed note notes offered official one opportunities option options other others
    outcomes overview package packages phase plan planning plans point points policies policy
    possible practical practices prerequisites pricing primary problem problems procedure
    procedures process profile program programme programmes programs pros cons purpose question
    questions quick range rates reasons recommendation recommendations reference references related
    remarks required requirement requirements resource resources result results return review risks
    role rules schedule section services setup solution solutions source sources special specific
    stage standard status step steps strategy structure success suggestions summary support table
    terms text time timeline timing tip tips title top total troubleshooting type types typical
    usage useful value what why work""".split()
)
"""Words that name an aspect of something, and so leave open of what."""
_NEEDS_ARTICLE = frozenset(
    """act agency agreement algorithm approach association authority board bureau campus card
    center centre certificate class club code college command commission committee company
    competition conference constitution contract council country course department diploma
    directive division document embassy examination exam facility form function fund game
    government group guide hospital hostel institute interview law league letter library license
    licence ministry method model module museum office option organisation organization package
    party path phase plan policy portal procedure process program programme project protocol report
    scheme scholarship school section sector server service session stage standard state store
    structure system table team test tool treaty union unit village visa""".split()
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
    words = [token.low for token in tokens(cleaned(heading)) if token.tag in (Tag.WORD, Tag.NAME)]
    return all(word in _FACETS for word in words)


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


def _reads_as_noun(text: str, words: list) -> bool:  # type: ignore[type-arg]
    if not text[0].isupper() and not text[0].isdigit() or len(text) > 6 and text.isupper():
        return False
    first, last = words[0], words[-1]
    if first.tag in (Tag.AUXILIARY, Tag.MODAL, Tag.CONJUNCTION, Tag.PREPOSITION, Tag.PRONOUN):
        return False
    if first.low.endswith("ing") and len(words) > 1 or last.tag in (Tag.PREPOSITION, Tag.AND):
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
    def about(self) -> str | None:
        """The nearest heading that names a thing, if it is a noun phrase."""
        for heading in reversed(self.headings[1:] or self.headings):
            if not is_facet(heading):
                return noun_phrase(heading)
        return None

    @property
    def scope(self) -> tuple[str, ...]:
        """The title's tail, phrase by phrase: `("for students", "at Example University")`."""
        return _scope(self.headings[0]) if self.headings else ()

    @property
    def title(self) -> str | None:
        """The title as the name of a document or thing, with its article."""
        return _title(self.headings[0]) if self.headings else None

    def complete(self, question: str) -> str | None:
        """The question with as much of the scope as it lacks; None where nothing names its world.

        Nothing is added twice: a phrase of which the question already has a word stays out.
        """
        bare = question.rstrip("?").rstrip()
        present = {word for word in re.findall(r"\w+", bare.lower()) if len(word) > 3}
        added = [
            phrase
            for phrase in self.scope
            if not {w for w in re.findall(r"\w+", phrase.lower()) if len(w) > 3} & present
        ]
        if added:
            return f"{bare} {' '.join(added)}?"
        if self.scope:
            return f"{bare}?"
        if self.title:
            return f"According to {self.title}, {question[0].lower()}{question[1:]}"
        return None


@lru_cache(maxsize=4096)
def _scope(title: str) -> tuple[str, ...]:
    text = _ASIDE.sub("", cleaned(title))
    named = re.match(r"^([A-Z][\w.&' -]{3,60}): ", text)
    if named and not is_facet(named[1]):
        return (
            (f"at {named[1]}",) if re.search(r"Universit|College|Institut|School", named[1]) else ()
        )
    text = re.split(r",|:|\s[–—-]\s", text, maxsplit=1)[0]
    phrases = _PREPOSITION.split(text)[1:]
    while phrases and phrases[0].startswith(("of ", "to ", "from ", "with ", "on ")):
        phrases = phrases[1:]
    kept = [
        phrase
        for phrase in phrases
        if not any(w in DANGLING or w == "other" for w in phrase.lower().split())
        and len(phrase.split()) > 1
    ]
    if not any(token.tag is Tag.NAME for phrase in kept for token in tokens(phrase)[1:]):
        return ()
    return tuple(kept)


@lru_cache(maxsize=4096)
def _title(title: str) -> str | None:
    text = re.split(r"\s[–—-]\s|:\s", cleaned(title), maxsplit=1)[0].strip()
    first = text.split(" ", 1)[0].lower()
    if is_facet(text) or len(text) > 90 or not text or noun_phrase(text) is None:
        return None
    head = _PREPOSITION.split(_ASIDE.sub("", text), maxsplit=1)[0]
    if not _DOCUMENT.search(head):
        return None
    return text if first in DETERMINERS else f"the {text}"

"""Which type of query was asked: keyword, entity, concept or natural language.

Rules over the words themselves, in English, Indonesian and the openers of a few other languages.
They were made from one half of 120 queries that had been labelled by hand before; docs/retrieval.md
says how often they are right on the other half.
"""

import re
from enum import StrEnum

from groundsmith.index.lexical.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?] \s*\w")
"""Not after `Dr.` or an initial."""
_READ_CHARS = 1_000


class QueryType(StrEnum):
    """What somebody does who asks so."""

    KEYWORD = "keyword"
    """Puts a few content words beside one another."""
    ENTITY = "entity"
    """Names something, and wants all about it."""
    CONCEPT = "concept"
    """Describes an idea; a good document need not use the words."""
    NATURAL = "natural"
    """Asks a whole question, or makes a request."""


_OPENERS = frozenset(
    """
    what which who whom whose when where is are was were do does did can could should would will
    has have had may must apa apakah siapa siapakah kapan kapankah dimana dimanakah mana manakah
    bagaimana bagaimanakah mengapa kenapa berapa berapakah wer wie wo wann warum welche welcher
    quel quelle quels quelles qui où quand comment pourquoi qué quién cuál cuándo dónde cómo
    """.split()  # noqa: SIM905  # a list of words reads better as words
)
_ADVERBS = frozenset({"how", "why", "whether"})
"""Openers of a question where a verb follows, and of an idea where a noun does."""
_AFTER_ADVERBS = frozenset(
    """
    to do does did can could should would will is are was were has have had may must
    many much long often far old big
    """.split()  # noqa: SIM905  # a list of words reads better as words
)
_REQUESTS = frozenset(
    """
    tell show list give please explain describe interested articles jelaskan sebutkan
    """.split()  # noqa: SIM905  # a list of words reads better as words
)
_WANTED = frozenset({"all", "any", "me", "articles", "papers", "documents"})
_SPEAKERS = frozenset({"i", "i'm", "i'd", "we", "my", "me", "saya", "kami", "ich", "je"})
_DOING = frozenset(
    """
    add build call change check compare compile concat connect convert copy count create delete
    download drop extract filter find fix format generate get import install iterate join load loop
    make merge open parse plot print read register remove rename replace resize return run save
    select send set sort split start stop test update write
    """.split()  # noqa: SIM905  # a list of words reads better as words
)
_JOINING = frozenset(
    """
    of that who whose from to for with without between among as by in into on over under through
    about against after before and or dan yang antara untuk dengan tanpa dalam dari sebagai
    der die das des dem von und ohne zwischen als
    """.split()  # noqa: SIM905  # a list of words reads better as words
)
_ENTITY_WORDS = 6


def query_type(query: str, *, is_name: bool = False) -> QueryType:
    """The type of a query, of which the first 1,000 characters are read.

    Args:
        is_name: Whether the whole query is known to name something; people leave out capitals.
    """
    text = query[:_READ_CHARS].strip()
    written = _WORD.findall(text)
    words = [word.casefold().replace("’", "'") for word in written]
    if not words:
        return QueryType.KEYWORD
    if _is_natural(text, words):
        return QueryType.NATURAL
    if is_name or _is_named(written, words):
        return QueryType.ENTITY
    if _is_idea(words):
        return QueryType.CONCEPT
    return QueryType.KEYWORD


def _is_natural(text: str, words: list[str]) -> bool:
    """A question, a request, several sentences, or somebody who speaks of themselves."""
    if text.endswith(("?", "？", "؟")) or _NEXT_SENTENCE.search(text):
        return True
    if words[0] in _OPENERS | _REQUESTS or not _SPEAKERS.isdisjoint(words):
        return True
    second = words[1] if len(words) > 1 else ""
    if words[0] == "find":
        return second in _WANTED
    return words[0] in _ADVERBS and second in _AFTER_ADVERBS


def _is_named(written: list[str], words: list[str]) -> bool:
    """Mostly capitals, in few words; what begins small is no name (German capitals nouns)."""
    held = [w for w, folded in zip(written, words, strict=True) if folded not in STOP_WORDS]
    capital = [word for word in held if word[0].isupper()]
    first = written[0][0].isupper() or words[0] == "the"
    return first and len(words) <= _ENTITY_WORDS and len(capital) > len(held) / 2


def _is_idea(words: list[str]) -> bool:
    """Words that are joined to a phrase, without numbers and without a thing to be done."""
    if words[0] in _ADVERBS:
        return True
    done = not _DOING.isdisjoint(words[:2])
    numbered = any(character.isdigit() for word in words for character in word)
    return not done and not numbered and not _JOINING.isdisjoint(words)

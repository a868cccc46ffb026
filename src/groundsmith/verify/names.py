"""Names: the capitalised words of a text that are not merely the first word of a sentence.

A capital letter is weak evidence at the start of a sentence, in a heading, and in a Text Written
Like This; there a word counts as a name only if the background table does not know it as one
that is mostly written small.
"""

from functools import lru_cache

from groundsmith.verify import background
from groundsmith.verify.tokens import Analysis, Token, TokenKind, analysed

_TITLE_SHARE = 0.6
_ENDINGS = ("s", "es", "n", "an", "ian", "ns", "ans", "ese", "i", "is", "ish", "er", "ers", "nya")
_OPENERS = frozenset(":;.!?–—•/|*\n")
_SHORTEST_STEM = 4
_SHORTEST_ACRONYM = 3


@lru_cache(maxsize=256)
def names(text: str) -> frozenset[Token]:
    """The tokens of `text` that are names."""
    analysis = analysed(text)
    written = [t for t in analysis.tokens if t.kind in (TokenKind.NAME, TokenKind.WORD)]
    capital_count = sum(token.kind is TokenKind.NAME for token in written)
    titled = capital_count > _TITLE_SHARE * len(written)
    return frozenset(
        token
        for at, token in enumerate(analysis.tokens)
        if token.kind is TokenKind.NAME
        and not (background.is_common(token.key) and (titled or _opens_sentence(analysis, at)))
    )


def _opens_sentence(analysis: Analysis, at: int) -> bool:
    """Whether no word stands before a token in its sentence, or a mark that opens anew does."""
    if at == 0 or analysis.sentences[at - 1] != analysis.sentences[at]:
        return True
    between = analysis.text[analysis.tokens[at - 1].stop : analysis.tokens[at].start]
    return not _OPENERS.isdisjoint(between)


def is_named(name: Token, analysis: Analysis) -> bool:
    """Whether a text has the name, a form of it, or the words that it abbreviates."""
    if any(form in analysis.places for form in _forms(name.key)):
        return True
    return len(name.key) >= _SHORTEST_ACRONYM and name.key in _initials(analysis.text)


def related(one: str, other: str) -> bool:
    """Whether one is the other with an ending (India and Indian, Bangladesh and Bangladeshi)."""
    return other in _forms(one)


def _forms(key: str) -> list[str]:
    """The key, with each ending and without each that it has."""
    if len(key) < _SHORTEST_STEM:
        return [key]
    longer = [key + ending for ending in _ENDINGS]
    shorter = [key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending)]
    return [key, *longer, *(form for form in shorter if len(form) >= _SHORTEST_STEM)]


@lru_cache(maxsize=256)
def _initials(text: str) -> str:
    """First letters of the words, small words left out, for acronyms."""
    return "".join(t.key[:1] for t in analysed(text).tokens if t.kind is not TokenKind.STOP)

"""Names: the capitalised words of a text that are not merely the first word of a sentence.

A capital letter is weak evidence at the start of a sentence, in a heading, and in a Text Written
Like This; there a word counts as a name only if the background table does not know it as one
that is mostly written small.
"""

from functools import lru_cache

from groundsmith.verify import background
from groundsmith.verify.tokens import Analysis, Token, TokenKind, analysed

_TITLE_SHARE = 0.6
_ENDINGS = frozenset(
    ["s", "es", "n", "an", "ian", "ns", "ans", "ians", "ese", "i", "is", "ish", "er", "ers", "nya"]
)


@lru_cache(maxsize=256)
def names(text: str) -> frozenset[Token]:
    """The tokens of `text` that are names."""
    analysis = analysed(text)
    written = [t for t in analysis.tokens if t.kind in (TokenKind.NAME, TokenKind.WORD)]
    capital = [token for token in written if token.kind is TokenKind.NAME]
    titled = len(capital) > _TITLE_SHARE * len(written)
    return frozenset(
        token
        for token in capital
        if not background.is_common(token.key) or not (titled or _opens_sentence(analysis, token))
    )


def _opens_sentence(analysis: Analysis, token: Token) -> bool:
    """Whether no word stands before the token in its sentence, or only a mark ends it."""
    start, _ = analysis.sentence_bounds(*[analysis.sentence_at(token.start)] * 2)
    before = analysis.text[start : token.start].rstrip(" *_\"'“‘([")
    return not any(char.isalpha() for char in before) or before[-1:] in ":;.!?-–—•/|"


def is_named(name: Token, analysis: Analysis) -> bool:
    """Whether a text has the name, a form of it, or the words that it abbreviates."""
    if name.key in analysis.keys:
        return True
    if len(name.key) >= 3 and name.key in _initials(analysis.text):
        return True
    return any(related(name.key, key) for key in analysis.keys)


def related(one: str, other: str) -> bool:
    """Whether one is the other with an ending (India and Indian, Bangladesh and Bangladeshi)."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and long.startswith(short) and long[len(short) :] in _ENDINGS


@lru_cache(maxsize=256)
def _initials(text: str) -> str:
    """First letters of the words, small words left out, for acronyms."""
    return "".join(t.key[:1] for t in analysed(text).tokens if t.kind is not TokenKind.STOP)

"""The minimal edit: a sentence of the evidence copied but for one word.

A word that may stand for the other is no edit. Another word is not a contradiction either, but
the source does not say it: this is what is left where no other check knows the two words.
"""

from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks.pointing import cut, differs, point
from groundsmith.verify.comparison import Comparison, Gap, compare
from groundsmith.verify.lexicon import meaning
from groundsmith.verify.quantities import quantities
from groundsmith.verify.reading import is_indonesian
from groundsmith.verify.tokens import Token, TokenKind, fold
from groundsmith.verify.words import MONTHS, NUMBER_WORDS, SCALES, UNITS

_COPIED_SHARE = 0.8
_FEWEST_EQUAL = 5
_WHOLE_ROOT = 4
_SMALL = (TokenKind.STOP, TokenKind.NEGATION, TokenKind.NUMBER)


def check(claim: Claim, evidence: Sequence[Evidence]) -> list[Finding]:
    """A finding where one word of a copied sentence was replaced by one of another meaning."""
    compared = compare(claim, evidence)
    if not compared.close:
        return []
    count = len(compared.claim.tokens)
    changed = sum(len(gap.claim) for gap in compared.gaps)
    if count - changed < max(_FEWEST_EQUAL, _COPIED_SHARE * count):
        return []
    for gap in compared.gaps:
        if not gap.claim or gap.claim[0] is compared.claim.tokens[0]:
            continue
        if replaced := _replaced(gap, compared):
            mine, its = replaced
            shown = evidence[compared.evidence.index(compared.closest)]
            source = cut(shown, its.start, its.stop)
            span = (mine.start, mine.stop)
            said = differs(claim, span, source)
            advice = "use the source's word, or one that means the same"
            return [point(claim, span, "words", "word-replaced", said, advice, source)]
    return []


def _replaced(gap: Gap, compared: Comparison) -> tuple[Token, Token] | None:
    """The claim's word and the source's, where one stands for the other and means another thing."""
    if any(_is_measure(compared.claim.text, token) for token in gap.claim):
        return None
    if any(token.kind is TokenKind.NEGATION for token in (*gap.claim, *gap.evidence)):
        return None
    mine = [token for token in gap.claim if token.kind not in _SMALL]
    its = [token for token in gap.evidence if token.kind not in _SMALL]
    if len(mine) != 1 or len(its) != 1 or len(gap.claim) > 2 or len(gap.evidence) > 2:
        return None
    if mine[0].kind is TokenKind.NAME and mine[0] is not compared.claim.tokens[0]:
        return None
    indonesian = is_indonesian(compared.closest.text)
    one = meaning(_word(compared.claim.text, mine[0]), indonesian=indonesian)
    other = meaning(_word(compared.closest.text, its[0]), indonesian=indonesian)
    if one.alike(other) or _related(one.roots[0], other.roots[0]):
        return None
    return mine[0], its[0]


def _is_measure(text: str, token: Token) -> bool:
    """Whether a word belongs to an amount or a date, which other checks look at."""
    word = text[token.start : token.stop].casefold()
    numeric = any(one.start <= token.start < one.stop for one in quantities(text))
    return numeric or word in UNITS or word in MONTHS or word in SCALES or word in NUMBER_WORDS


def _word(text: str, token: Token) -> str:
    return fold(text[token.start : token.stop]).removesuffix("'s")


def _related(one: str, other: str) -> bool:
    """Whether two roots begin alike, or one holds the other, as forms of one word do."""
    if min(len(one), len(other)) >= _WHOLE_ROOT and (one in other or other in one):
        return True
    shared = min(len(one), len(other), 5)
    return shared >= 3 and one[:shared] == other[:shared]

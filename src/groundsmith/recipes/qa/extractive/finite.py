"""The finite verb of an English clause: where it stands, and what it becomes in a question.

A form that can be a noun as well ("states", "reports") is taken for the verb only where the word
after it leaves no other reading.
"""

import re

from groundsmith.recipes.qa.extractive.verbs import (
    BASE_OF_PAST,
    BASE_OF_THIRD,
    BASES,
    PAST_OF_PARTICIPLE,
    PRESENT_PLURAL,
    base_of_third,
)
from groundsmith.recipes.qa.extractive.words import (
    BE,
    PERSONAL,
    UNSURE,
    Tag,
    Token,
    is_adverb,
    terms,
)

_SUBJECT = {Tag.WORD, Tag.NAME, Tag.NUMBER, Tag.PREPOSITION, Tag.AND, Tag.DETERMINER}
_NOMINAL = {Tag.WORD, Tag.NAME, Tag.NUMBER}
_PLURAL = re.compile(r"[^sui']s$|^(?:people|children|women|men)$")
_NEVER_FINITE = terms("named called known based born used located titled entitled situated")
_OBJECT = terms("a an that its their his her the this these")
_ASIDES = terms("a an the which who along also amongst among including like or such")
MAX_SUBJECT_TOKENS = 12
MAX_ASIDE_TOKENS = 26


def forms(verb: Token, following: tuple[Token, ...]) -> tuple[str, str, str]:
    """Auxiliary, or base form and the form of `do` that supports it in a question."""
    if verb.tag is Tag.MODAL or verb.low in BE or verb.low in ("do", "does", "did"):
        return verb.low, "", ""
    if verb.low in ("has", "have", "had"):
        ahead = next((token for token in following if token.tag is not Tag.ADVERB), None)
        if ahead and (ahead.low == "been" or ahead.low in PAST_OF_PARTICIPLE):
            return verb.low, "", ""
        return "", "have", {"has": "does", "have": "do", "had": "did"}[verb.low]
    if verb.low in BASE_OF_PAST:
        return "", BASE_OF_PAST[verb.low], "did"
    if verb.low in BASES or verb.low in PRESENT_PLURAL:
        return "", verb.low, "do"
    return "", BASE_OF_THIRD.get(verb.low, base_of_third(verb.low)), "does"


def finite(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """Index one past the subject, and the index of the finite verb."""
    at = first
    subject_stop = 0
    while at < len(tokens) and at - first <= MAX_SUBJECT_TOKENS:
        token = tokens[at]
        if at > first and _is_finite(tokens, at, first):
            if tokens[at - 1].tag is Tag.AND:
                return None
            return (subject_stop or at), at
        if at > first and _goes_before_verb(tokens, at, first):
            subject_stop = subject_stop or at
            at += 1
            continue
        if token.text in "(," and at > first and not subject_stop:
            skipped = _aside(tokens, at)
            if skipped is None:
                return None
            subject_stop = at
            at = skipped
            continue
        opens = at == first and token.low in PERSONAL
        if not (opens or token.tag in _SUBJECT) or subject_stop or _is_reduced(tokens, at):
            return None
        if token.tag is Tag.PREPOSITION and at == first:
            return None
        if token.low in ("a", "an", "the") and at > first and tokens[at - 1].tag in _NOMINAL:
            return None
        at += 1
    return None


def _goes_before_verb(tokens: list[Token], at: int, first: int) -> bool:
    """Whether this is an adverb that a question can do without, right before the finite verb."""
    return (
        is_adverb(tokens[at])
        and tokens[at].low not in UNSURE
        and at + 1 < len(tokens)
        and (is_adverb(tokens[at + 1]) or _is_finite(tokens, at + 1, first))
    )


def _is_reduced(tokens: list[Token], at: int) -> bool:
    """Whether a word begins a reduced clause, "the club formed in …", or follows "until"."""
    token = tokens[at]
    if token.low in ("until", "before", "after", "since"):
        return True
    ahead = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.PUNCTUATION
    return token.low.endswith("ed") and token.tag is Tag.WORD and ahead is Tag.PREPOSITION


def _aside(tokens: list[Token], at: int) -> int | None:
    """Index after a parenthesis or an apposition that begins at `at`."""
    closing = ")" if tokens[at].text == "(" else ","
    if closing == "," and (at + 1 >= len(tokens) or tokens[at + 1].low not in _ASIDES):
        return None
    for ahead in range(at + 1, min(at + MAX_ASIDE_TOKENS, len(tokens))):
        if tokens[ahead].text == closing:
            return ahead + 1
    return None


def is_verb_after(tokens: list[Token], at: int, first: int) -> bool:
    """Whether the token is a finite verb whose subject stands elsewhere."""
    return at < len(tokens) and _is_finite(tokens, at, first)


def _is_plural(subject: list[Token], last: Token) -> bool:
    """Whether a verb after these tokens has a plural subject: its head or its last word is one."""
    ends = (at for at, token in enumerate(subject) if token.tag is Tag.PREPOSITION)
    head = subject[max(next(ends, 0) - 1, 0)] if subject else last
    return any(_PLURAL.search(token.low) is not None for token in (head, last))


def _has_object(tokens: list[Token], at: int, before: Token, first: int) -> bool:
    """Whether a form that may be a noun is a verb, because an object or "that" follows it."""
    ahead = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if ahead not in _OBJECT or before.tag not in (Tag.WORD, Tag.NAME):
        return False
    low = tokens[at].low
    if _is_plural(tokens[first:at], before):
        return low in BASES
    return low.endswith("s") and base_of_third(low) in BASES


def _is_finite(tokens: list[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if token.tag in (Tag.AUXILIARY, Tag.MODAL):
        return True
    if token.tag is not Tag.WORD:
        return False
    before = next((t for t in reversed(tokens[first:at]) if not is_adverb(t)), token)
    if token.low in BASE_OF_THIRD:
        return before.tag in (Tag.WORD, Tag.NAME, Tag.NUMBER, Tag.PUNCTUATION)
    if token.low in PRESENT_PLURAL:
        return _is_plural(tokens[first:at], before)
    if _has_object(tokens, at, before, first):
        return True
    if token.low not in BASE_OF_PAST or token.low in _NEVER_FINITE:
        return False
    ahead = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        ahead is None
        or ahead.low == "by"
        or tokens[at - 1].tag in (Tag.DETERMINER, Tag.PREPOSITION)
    ):
        return False
    if token.low not in PAST_OF_PARTICIPLE:
        return True
    for later in tokens[at + 1 :]:
        if later.tag in (Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.AND):
            return True
        if later.tag in (Tag.AUXILIARY, Tag.MODAL):
            return False
    return True

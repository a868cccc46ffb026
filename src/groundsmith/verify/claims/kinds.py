"""Which kind a claim is of: the first that fits, from what sets it apart to what it is about.

What names an amount or a date is never set apart as an opinion or an invitation: "I believe the
fee is 75 dollars" says something that a source can refute.
"""

import re

from groundsmith.records import ClaimKind
from groundsmith.verify.amounts import Amount, amounts
from groundsmith.verify.claims import cues
from groundsmith.verify.claims.wording import Wording
from groundsmith.verify.dates import dates
from groundsmith.verify.words import NUMBER_WORDS

_QUESTION_MARKS = "?？؟⁇"
_INVITATION_WORDS = 15
_DUTY_WORDS = 2
_QUOTED = re.compile(r"[“\"«][^”\"»\n]{15,}+[”\"»]")
_THAT = frozenset({"that", "bahwa"})
_THAT_WITHIN = 5
_CLOCK = re.compile(
    r"\b\d{1,2}:\d\d\b|\b\d{1,2} ?(?:am|pm|a\.m|p\.m)\b|\b(?:pukul|jam) \d{1,2}", re.IGNORECASE
)
_IS_A = re.compile(
    r" (?:is|are|was|were) (?:an?|one of the|the \S+ (?:of|that|which|for|in|to)) "
    r"| (?:adalah|merupakan|yaitu|yakni) (?!tidak )"
)
_SUBJECT_CHARS = 60
_SUPERLATIVE = re.compile(r" (?:the|its|their|his|her|our|\S+'s) ([a-z]{2,}est) ")
_TIME_UNITS = frozenset({"s", "min", "h", "day", "week", "month", "year"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def kind_of(claim: Wording) -> ClaimKind:
    """The kind of a sentence or clause that is no heading."""
    if claim.end and claim.end in _QUESTION_MARKS:
        return ClaimKind.QUESTION
    counted, timed = _counted(claim.text)
    if not (counted or timed):
        if _invites(claim):
            return ClaimKind.CALL_TO_ACTION
        if _evaluates(claim):
            return ClaimKind.OPINION
    if _is_attributed(claim):
        return ClaimKind.ATTRIBUTED
    if claim.has(cues.CAUSE):
        return ClaimKind.CAUSAL
    if claim.has(cues.DEFINITION):
        return ClaimKind.DEFINITIONAL
    if _compares(claim) or (not counted and claim.has(cues.CHANGE) and not _multiplies(claim)):
        return ClaimKind.COMPARATIVE
    if counted or _multiplies(claim):
        return ClaimKind.QUANTITATIVE
    if _defines(claim):
        return ClaimKind.DEFINITIONAL
    if timed or claim.has(cues.TIME):
        return ClaimKind.TEMPORAL
    return ClaimKind.QUALITATIVE


def _counted(text: str) -> tuple[bool, bool]:
    """Whether it has an amount of something, and whether it has one of time, a date or a year."""
    on_dates = dates(text)
    on_clocks = [match.span() for match in _CLOCK.finditer(text)]
    counted, timed = False, bool(on_dates or on_clocks)
    for amount in amounts(text):
        within = any(date.start <= amount.start < date.stop for date in on_dates)
        if within or any(start <= amount.start < stop for start, stop in on_clocks):
            continue
        if amount.unit in _TIME_UNITS or _is_year(amount):
            timed = True
        elif not _names(text, amount):
            counted = True
    return counted, timed


def _is_year(amount: Amount) -> bool:
    return (
        not amount.unit
        and not amount.spelled
        and amount.stop - amount.start == len("1999")
        and any(isinstance(v, float) and _FIRST_YEAR <= v <= _LAST_YEAR for v in amount.values)
    )


def _names(text: str, amount: Amount) -> bool:
    """Whether a number only names something ("section 5"), or is the article "one"."""
    if amount.spelled and not amount.unit and amount.values == {1.0}:
        return True
    before = text[max(0, amount.start - 20) : amount.start].split()
    return bool(before) and before[-1].casefold() in cues.REFERENCES


def _multiplies(claim: Wording) -> bool:
    return claim.has(cues.MULTIPLES)


def _invites(claim: Wording) -> bool:
    if len(claim.words) > _INVITATION_WORDS:
        return False
    if claim.opens(cues.URGING):
        return True
    if claim.opens(cues.DUTY):
        return claim.end == "!" or set(claim.words[_DUTY_WORDS:]) <= cues.POINTING
    return claim.opens(cues.INVITATION) and (claim.end == "!" or claim.has(cues.ADDRESS))


def _evaluates(claim: Wording) -> bool:
    if claim.has(cues.STANCE):
        return True
    return claim.end == "!" and (claim.opens(cues.EXCLAMATION) or claim.has(cues.PRAISE))


def _is_attributed(claim: Wording) -> bool:
    if claim.has(cues.SAYING) or _QUOTED.search(claim.text):
        return True
    return any(
        word in cues.REPORTING.words and not _THAT.isdisjoint(claim.words[at : at + _THAT_WITHIN])
        for at, word in enumerate(claim.words)
    )


def _defines(claim: Wording) -> bool:
    """Whether it says what something that it names is."""
    found = _IS_A.search(claim.line)
    return bool(found and found.start() <= _SUBJECT_CHARS and not claim.opens(cues.NO_TERM))


def _compares(claim: Wording) -> bool:
    if claim.has(cues.COMPARISON) or any(
        match.group(1) not in cues.NO_SUPERLATIVE for match in _SUPERLATIVE.finditer(claim.line)
    ):
        return True
    words = claim.words
    return any(_compares_at(words, at) for at in range(len(words)))


def _compares_at(words: tuple[str, ...], at: int) -> bool:
    """Whether the word at `at` compares: not "more than 5", not "for more", not "lebih dari 5"."""
    word, following = words[at], words[at + 1 : at + 3]
    before = words[at - 1] if at else ""
    if word == "than":
        return bool(following) and not _is_number(following[0])
    if word in ("more", "fewer", "less"):
        plain = before in ("no", "once", "for", "any", "or", "much") or _is_number(before)
        return bool(following) and following[0] not in ("than", "or") and not plain
    if word == "lebih":
        bound = following[:1] == ("dari",) and len(following) > 1 and _is_number(following[1])
        return bool(following) and following[0] not in ("lanjut", "dulu", "dahulu") and not bound
    return False


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in NUMBER_WORDS

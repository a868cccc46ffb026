"""What no pair may be, whichever pattern proposed it.

The screen looks at a pair as its reader will: without the passage. It knows nothing of patterns.
"""

import re
from itertools import pairwise

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.words import DANGLING, terms

_WORD = re.compile(r"\w+")
_MARKUP = re.compile(
    r"\*\*|__|`|~~|\]\(|!\[|<[a-zA-Z/!]|\||\B@\w|#\d"
    r"|[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff\ufffd]"
)
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_CONTROL = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\u200b-\u200f\u2028-\u202e]"
)
_PLACEHOLDER = re.compile(
    r"\b(?:n/?a|tbd|tba|todo|xxx+|etc|others$|lorem|0{2,}-0{3,}(?:-0+)?|not specified|unknown|"
    r"example\.\w+)\b|\.\.\.|…|\{|\}|\[\w+\]",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\b(?:this|that|these|those) (?:section|document|page|table|list|guide|article|chapter)\b"
    r"|\b(?:as follows|etc)\b|\bthe [a-z]+['’]s\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:described|discussed|given|listed|mentioned|see|shown) (?:above|below|earlier)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"  |\w- \w")
_OWNED = re.compile(r"(?:(?:his|her|its|their|this|these|those)|the following)\b", re.IGNORECASE)
_CUT = terms("and or of the a an to for with in on at by from as that which is are")
_NUMERIC = frozenset({Kind.FACTUAL, Kind.QUANTITATIVE, Kind.TEMPORAL})
_SMALL = terms(
    """
    the a an of in on at to for and or is are was were be by with from as it its their your what
    which who when where how many much does do did why each other same
    """
)


def passes(question: str, answer: str, kind: Kind) -> bool:
    """Whether a pair may be shown at all."""
    return (
        10 <= len(question) <= 200
        and (1 if kind in _NUMERIC else 5) <= len(answer) <= 500
        and not _CONTROL.search(question)
        and not _CONTROL.search(answer.replace("\n", " "))
        and not _MARKUP.search(question)
        and not _MARKUP.search(answer)
        and not _FOREIGN.search(question)
        and not _FOREIGN.search(answer)
        and _stands_alone(question)
        and _is_whole(answer)
        and not _gives_away(question, answer)
    )


def _stands_alone(question: str) -> bool:
    words = [word.lower() for word in _WORD.findall(question)]
    if question.count("?") != 1 or _POINTER.search(question) or _BROKEN.search(question):
        return False
    if any(word in DANGLING for word in words) or len(words) < 3:
        return False
    return _balanced(question) and all(first != second for first, second in pairwise(words))


def _is_whole(answer: str) -> bool:
    words = _WORD.findall(answer)
    if not words or _PLACEHOLDER.search(answer) or answer != answer.strip():
        return False
    if _ELSEWHERE.search(answer) or _OWNED.match(answer):
        return False
    if words[-1].lower() in _CUT and answer[-1] not in ")\"”'" and len(words) > 1:
        return False
    return answer[-1] not in ",;:–—-(/&" and answer[0] not in ",;:.)/&" and _balanced(answer)


def _balanced(text: str) -> bool:
    return (
        text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
        and text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
    )


def _gives_away(question: str, answer: str) -> bool:
    """Whether the answer, or nearly all that it says, stands in the question."""
    asked = {word.lower() for word in _WORD.findall(question)}
    told = [word.lower() for word in _WORD.findall(answer) if word.lower() not in _SMALL]
    if not told:
        return True
    return sum(word in asked for word in told) >= 0.75 * len(told)

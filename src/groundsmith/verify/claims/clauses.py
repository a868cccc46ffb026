"""Clauses of a sentence that assert separately: "A rose 5 % and B fell" makes two claims.

Cut is only between two clauses that both have a subject of their own, and only where nothing in
front governs both (a condition, a report, an open bracket or quotation).
"""

import re
from functools import lru_cache

from groundsmith.records import Span
from groundsmith.verify.claims.grammar import ENGLISH, INDONESIAN, Grammar
from groundsmith.verify.claims.wording import WORD
from groundsmith.verify.language import language_of

_LONGEST_CHARS = 1_500
_MOST_PARTS = 12
_JOINT = re.compile(
    r"(?P<semicolon>[ \t]*;\s+)"
    r"|(?P<english>,?\s+(?:and|but|while|whereas|yet)\s+)"
    r"|(?P<indonesian>,?\s+(?:dan|tetapi|tapi|namun|sedangkan|sementara)\s+)"
    r"|(?P<comma>,\s+)"
)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_PAIRING_REACH = 6
_NAME = "Name"


def clauses(sentence: str) -> list[Span]:
    """Spans of the clauses, in order; one span where the sentence is not to be cut."""
    whole = [Span(start=0, stop=len(sentence))]
    if len(sentence) > _LONGEST_CHARS:
        return whole
    joints = list(_JOINT.finditer(sentence))
    if not joints or len(joints) > _MOST_PARTS or all(j.lastgroup == "comma" for j in joints):
        return whole
    cuts = _standing(_cuts(sentence, joints))
    borders = [0, *(at for cut in cuts for at in cut.span()), len(sentence)]
    return [
        Span(start=start, stop=stop)
        for start, stop in zip(borders[::2], borders[1::2], strict=True)
    ]


def _cuts(sentence: str, joints: list[re.Match[str]]) -> list[re.Match[str]]:
    """The joints with a clause on either side, a bare comma among them."""
    found: list[re.Match[str]] = []
    start = 0
    stops = [*(joint.start() for joint in joints[1:]), len(sentence)]
    for joint, stop in zip(joints, stops, strict=True):
        grammar = _grammar(joint, sentence)
        if grammar and _parts(grammar, joint, sentence[start : joint.start()], sentence, stop):
            found.append(joint)
            start = joint.end()
    return found


def _parts(grammar: Grammar, joint: re.Match[str], left: str, sentence: str, stop: int) -> bool:
    """Whether `joint` stands between clauses that can be told apart; `stop` ends the next part."""
    before, after = _words(left), _words(sentence[joint.end() : stop])
    strong = joint.lastgroup == "semicolon"
    lenient = strong or joint.group().startswith(",")
    if not grammar.is_clause(before, lenient=lenient) or not grammar.is_clause(after):
        return False
    if not _is_balanced(left):
        return False
    if strong:
        return True
    _, comma, last = left.rpartition(", ")
    enumerated = bool(comma) and not grammar.is_clause(_words(last), lenient=True)
    return (
        not enumerated
        and grammar.embedding.isdisjoint(before)
        and grammar.conditions.isdisjoint(_words(sentence[joint.end() :]))
        and (lenient or grammar.pairing.isdisjoint(before[-_PAIRING_REACH:]))
    )


def _words(text: str) -> tuple[str, ...]:
    """The words without case; a name stands for any name, for it is no verb ("Berlin")."""
    return tuple(
        _NAME if at and word[0].isupper() and len(word) > 1 else word.casefold()
        for at, word in enumerate(WORD.findall(text.replace("’", "'")))
    )


def _standing(cuts: list[re.Match[str]]) -> list[re.Match[str]]:
    """The cuts without commas that no conjunction follows: such a comma only inserts something."""
    kept: list[re.Match[str]] = []
    for cut in reversed(cuts):
        if cut.lastgroup != "comma" or (kept and kept[-1].lastgroup != "semicolon"):
            kept.append(cut)
    return kept[::-1]


def _grammar(joint: re.Match[str], sentence: str) -> Grammar | None:
    """The grammar of a conjunction's language; of the sentence's where the joint is a mark."""
    if joint.lastgroup in _GRAMMARS:
        return _GRAMMARS[joint.lastgroup]
    return _GRAMMARS.get(_language(sentence))


_GRAMMARS = {
    "english": ENGLISH,
    "indonesian": INDONESIAN,
    "en": ENGLISH,
    "id": INDONESIAN,
}


@lru_cache(maxsize=8)
def _language(sentence: str) -> str:
    return language_of(sentence)


def _is_balanced(text: str) -> bool:
    """Whether no bracket or quotation is left open at the end of `text`."""
    return text.count('"') % 2 == 0 and all(
        text.count(opened) == text.count(closed) for opened, closed in _PAIRS
    )

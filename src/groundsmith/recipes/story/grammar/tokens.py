"""Words and marks of a sentence, each with its kind: the alphabet of both grammars.

Speech stands blanked in what is told, so a run of spaces is a mark too: a gap where somebody spoke.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from groundsmith.recipes.story.words import english_verbs as verbs
from groundsmith.recipes.story.words import indonesian_verbs as verba
from groundsmith.recipes.story.words import phrases
from groundsmith.recipes.story.words.cues import SAID
from groundsmith.verify.words.listing import listed

_TOKEN = re.compile(
    r"[^\W_]+(?:['’.-][^\W_]+)*['’]?|[.,;:!?—–()…]|[ \n]{3,}",
)
_SUBJECTS = listed("he she i they we it you he'd she'd they'd i'd we'd you'd he's she's it's")
_OBJECTS = listed("him them me us")
_BE = listed("be am is are was were been being")
_HAVE = listed("have has had having")
_DO = listed("do does did")
SAID_ID = frozenset(SAID["id"].split()) | {"tanyaku", "bisikku"}
_PRONOUNS_ID = listed("ia dia beliau mereka aku saya kami kita")


class Token(NamedTuple):
    """A word or a mark.

    Attributes:
        kind: `name pron obj poss det prep sub conj aux neg adv verb base ing part num x` for
            words, `mark` and `gap`.
    """

    text: str
    lower: str
    start: int
    stop: int
    kind: str


def tokens(told: str, named: Sequence[tuple[int, int]], language: str) -> list[Token]:
    """The tokens of a sentence; `named` are the spans of names in it."""
    kind_of = _kind_id if language == "id" else _kind_en
    found: list[Token] = []
    spans = iter([*named, (len(told) + 1, len(told) + 2)])
    begin, end = next(spans)
    for one in _TOKEN.finditer(told):
        start, stop, text = one.start(), one.end(), one.group()
        while start >= end:
            begin, end = next(spans)
        first = text[0]
        if first == " " or first == "\n":
            found.append(Token(text, "", start, stop, "gap"))
        elif not first.isalnum():
            if not begin <= start < end:  # the full stop of `Dr. Hale` ends nothing
                found.append(Token(text, first, start, stop, "mark"))
        elif begin <= start < end:
            lower = text.lower().replace("’", "'")
            found.append(Token(text, lower, start, stop, "owner" if _owns(lower) else "name"))
        else:
            lower = text.lower().replace("’", "'")
            found.append(Token(text, lower, start, stop, kind_of(lower)))
    return found


def _owns(lower: str) -> bool:
    return lower.endswith(("'s", "s'"))


def _kind_en(word: str) -> str:
    if word in _SUBJECTS:
        return "pron"
    if word in _OBJECTS:
        return "obj"
    if word in phrases.POSSESSIVES:
        return "poss" if word != "whose" else "sub"
    if word in _BE or word in _HAVE or word in _DO or word in phrases.MODALS:
        return "aux"
    if word.endswith("n't"):
        return "aux"
    if word in ("not", "never"):
        return "neg"
    if word in phrases.SUBORDINATORS["en"]:
        return "sub"
    if word in phrases.CONJUNCTIONS["en"]:
        return "conj"
    if word in phrases.DETERMINERS:
        return "det"
    if word in phrases.PREPOSITIONS["en"]:
        return "prep"
    return _verbal_en(word)


def _verbal_en(word: str) -> str:
    if word in phrases.ADVERBS or (word.endswith("ly") and len(word) > 4):
        return "adv"
    if word in verbs.PAST or (
        word.endswith("ed") and len(word) > 3 and "-" not in word and word not in verbs.NOT_FINITE
    ):
        return "verb"
    if word in verbs.PARTICIPLE:
        return "part"
    if word in verbs.GERUND or (
        word.endswith("ing") and len(word) > 5 and word not in verbs.NOT_GERUND
    ):
        return "ing"
    if word in verbs.PRESENT:
        return "pres"
    if word in verbs.BASE:
        return "base"
    return "owner" if _owns(word) else "num" if word[0].isdigit() else "x"


def _kind_id(word: str) -> str:
    if word in _PRONOUNS_ID:
        return "pron"
    if word in ("tidak", "tak", "bukan", "belum", "jangan", "enggak", "nggak"):
        return "neg"
    if word in phrases.CONJUNCTIONS["id"]:
        return "conj"
    if word in phrases.SUBORDINATORS["id"]:
        return "sub"
    if word in phrases.PREPOSITIONS["id"]:
        return "prep"
    if word in phrases.AUXILIARIES_ID:
        return "adv"
    if word in ("itu", "ini", "tersebut"):
        return "dem"
    if word in verba.BARE or verba.is_verb(word) or word in SAID_ID:
        return "verb"
    return "num" if word[0].isdigit() else "x"

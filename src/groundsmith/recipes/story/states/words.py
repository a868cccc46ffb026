"""The words of a sentence as patterns meet them: one spelling, clitics and contractions apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.grammar.tokens import Token
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.states.parts import MARKS, NAME_SIGN
from groundsmith.recipes.story.words.indonesian_verbs import is_verb
from groundsmith.verify.words.listing import listed

OWN_FIRST = frozenset({"my", "mine", "our"})
FIRST = frozenset({"i", "me", "myself", "us", "aku", "saya", "gue", "gua"})
NYA = re.compile(r"(?<=[a-z]{3})nya$")
_MARK_OF = {"–": "—", "!": ".", "?": ".", "…": ".", "(": ",", ")": ","}
_CLITIC = re.compile(r"(?<=[a-z]{3})(?:lah|kah|pun)$")
_WHOLE = listed(
    """
    adalah ialah maupun sekolah bersekolah menikah dinikah pernikah setelah masalah bermasalah
    langkah melangkah selangkah jumlah sejumlah berjumlah sebelah istilah majalah makalah berkah
    tingkah kalah mengalah bersalah membelah celah seolah mengolah diolah berulah rumpun serumpun
    himpun mekkah makkah naskah nafkah kabilah kafilah risalah
    """
)
"""Words whose last letters are no clitic."""
_KU = re.compile(r"(?<=[a-z]{4})ku$")
_NOBODYS = listed(
    """
    hanya nyonya tanya bertanya penanya satu-satunya semuanya tampaknya agaknya sepertinya biasanya
    akhirnya rupanya ternyata sebenarnya seluruhnya memaku memangku membeku
    sebangku pangku pemangku selaku berliku tengku bersuku berlaku mengaku pelaku perilaku
    bangku tungku pengaku terpaku dipaku dipangku
    """
)
"""Words that only end as if they were somebody's."""
_LONG_VERB = 10
"""A word with `ku-` and `-kan` that is so long is no root that begins so: `kumpulkan`."""
_SHORT = {"d": "had", "ve": "have", "ll": "will", "m": "am", "re": "are"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: as patterns meet it, whose it is, and where it stands.

    Attributes:
        text: As whoever has no part in it sees it; of kin, what they are: "younger brother".
        whose: Whose kin the person is.
    """

    text: str
    key: str | None
    start: int
    stop: int
    is_owner: bool = False
    whose: str | None = None


def spelt(token: Token, language: str) -> Iterator[Word]:
    """A token as words: `couldn't` as two, `rambutnya` as the hair and its owner."""
    start, stop = token.start, token.stop
    lower = _MARK_OF.get(token.lower, token.lower)
    if token.kind == "mark":
        yield Word(lower if lower in MARKS else ",", None, start, stop)
        return
    if language == "id":
        yield from _spelt_id(lower if lower in _WHOLE else _CLITIC.sub("", lower), token)
        return
    if lower == "cannot" or lower.endswith("n't"):
        stem = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}.get(lower)
        yield Word(stem or lower.removesuffix("n't"), None, start, stop)
        yield Word("not", None, start, stop)
        return
    pronoun, _, rest = lower.partition("'")
    if rest in _SHORT and pronoun:
        is_first = pronoun == "i"
        yield Word(pronoun, SELF if is_first else None, start, stop)
        yield Word(_SHORT[rest], None, start, stop)
        return
    sign = NAME_SIGN if token.text[0].isupper() and start > 1 else ""
    yield Word(sign + lower, None, start, stop)


def is_done_by_me(lower: str) -> bool:
    """Whether an Indonesian word is a verb of which "I" am the doer: `kubuka`, `kuserahkan`."""
    if not lower.startswith("ku"):
        return False
    return is_verb(lower) or (lower.endswith("kan") and len(lower) >= _LONG_VERB)


def _spelt_id(lower: str, token: Token) -> Iterator[Word]:
    start, stop = token.start, token.stop
    if is_done_by_me(lower):
        yield Word("", SELF, start, start + 2)
        lower = lower.removeprefix("ku")
    for ending, key in ((NYA, None), (_KU, SELF)):
        if token.kind != "name" and ending.search(lower) and lower not in _NOBODYS:
            yield Word(ending.sub("", lower), None, start, stop)
            is_agent = lower.startswith("di") and token.kind == "verb"
            yield Word("", key, start, stop, is_owner=not is_agent)
            return
    sign = NAME_SIGN if token.text[0].isupper() and start > 1 else ""
    yield Word(sign + lower, None, start, stop)

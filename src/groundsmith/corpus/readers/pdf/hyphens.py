"""Lines to flowing text: hyphens at their ends taken out where they only part a word.

Which hyphens those are, the document's other words tell; where they say nothing, a hyphen before
a small letter parts a word, because that is what most of them do.
"""

import re
from collections.abc import Iterable, Set

from groundsmith.corpus.readers.pdf.blocks import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_STEM = re.compile(r"([^\W_]+(?:[-\u2010][^\W_]+)*)[-\u2010\u00ad]\Z")
_CJK = re.compile("[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SOFT = "\u00ad"


def words_of(lines: Iterable[Line]) -> set[str]:
    """The words of a document, those that a line's end parts left out."""
    return {
        word.group().lower()
        for line in lines
        for word in _WORD.finditer(line.text)
        if word.end() < len(line.text) - 1 or line.text[-1] not in f"-\u2010{_SOFT}"
    }


def flowing(lines: Iterable[Line], words: Set[str]) -> str:
    """The text of a paragraph; a line that was broken on purpose stays one."""
    text, was_broken = "", False
    for line in lines:
        text = _joined(text, line.text, was_broken, words) if text else line.text
        was_broken = line.is_broken
    return text.replace(_SOFT, "")


def _joined(text: str, following: str, was_broken: bool, words: Set[str]) -> str:
    if text.endswith(_SOFT):
        return text[:-1] + following
    stem = _STEM.search(text[-100:])
    if stem:
        return (text[:-1] if _only_parts(stem[1], following, words) else text) + following
    if was_broken:
        return f"{text}\n{following}"
    if _CJK.match(text[-1]) and _CJK.match(following[0]):
        return text + following
    return f"{text} {following}"


def _only_parts(stem: str, following: str, words: Set[str]) -> bool:
    """Whether the hyphen between them stands for no more than the end of a line."""
    rest = _WORD.match(following)
    if rest is None or not following[0].islower():
        return False
    whole, compound = f"{stem}{rest.group()}".lower(), f"{stem}-{rest.group()}".lower()
    return whole in words or not (compound in words or "-" in rest.group())

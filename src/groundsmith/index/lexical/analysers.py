"""Analysers by name, and which one suits a collection.

Stop words are left out where that was measured to help: English and Indonesian, by up to 0.02
nDCG@10; code is better with them (`benchmarks/lexical.py --analysers`).
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import islice

import Stemmer

from groundsmith.errors import RequestError
from groundsmith.index.lexical.analyse import MIXED, Analyser, CodeAnalyser, WordAnalyser
from groundsmith.index.lexical.function_words import FUNCTION_WORDS
from groundsmith.index.lexical.stop_words import STOP_WORDS

_WITHOUT_STOP_WORDS = ("english", "indonesian")
_SAMPLED_TEXTS = 400
_SAMPLED_CHARS = 2_000
_LEAST_SHARE = 0.1
"""Of the words of a text, its language's function words are more than that."""
_CLEAR_RATIO = 1.25
_CODE_SHARE = 0.2
"""Of a program's lines: comments and long strings look like prose."""
_CODE_LINE = re.compile(
    r"^\s*(?:def|class|return|import|from|for|while|if|else|elif|try|except|func|function|var|let"
    r"|const|public|private|static|void|#include|package|struct|fn|use)\b.*[:;{(=]"
    r"|[;{}]\s*$|^\s*[\w.]+\s*(?:[-+*/|&]?=)[^=]|^\s*[\w.]+\([^)]*\)\s*$|^\s*return\b",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]+")


def names() -> tuple[str, ...]:
    """The names that `analyser` knows: `mixed`, `code`, and Snowball's languages."""
    return ("mixed", "code", *Stemmer.algorithms())


@cache
def analyser(name: str) -> Analyser:
    """The analyser of that name; raises RequestError for one that there is not."""
    if name == "mixed":
        return MIXED
    if name == "code":
        return CodeAnalyser()
    if name not in Stemmer.algorithms():
        raise RequestError(f"no analyser {name!r}; there are {', '.join(names())}")
    return WordAnalyser(name, name, STOP_WORDS if name in _WITHOUT_STOP_WORDS else frozenset())


def chosen_for(texts: Iterable[str]) -> Analyser:
    """The analyser for a collection, from a sample of its texts; `mixed` where none stands out."""
    sample = [text[:_SAMPLED_CHARS] for text in islice(texts, _SAMPLED_TEXTS)]
    if _is_code(sample):
        return analyser("code")
    words = Counter(_WORD.findall("\n".join(sample).casefold()))
    total = words.total() or 1
    shares = sorted(
        (
            (sum(words[word] for word in found) / total, language)
            for language, found in FUNCTION_WORDS.items()
        ),
        reverse=True,
    )
    (first, language), (second, _) = shares[:2]
    clear = first >= _LEAST_SHARE and first >= second * _CLEAR_RATIO
    return analyser(language if clear else "mixed")


def _is_code(sample: list[str]) -> bool:
    """Whether enough lines look like a program's."""
    lines = sum(bool(line.strip()) for text in sample for line in text.splitlines())
    return lines > 0 and sum(len(_code_lines(text)) for text in sample) >= _CODE_SHARE * lines


def _code_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if _CODE_LINE.search(line[:200])]

"""What a word may be matched by, and what it is opposed to, in English and Indonesian.

A word has keys: its roots, the groups of words that may stand for it, and its sides of opposites.
Two words are alike if they share a key; they are opposed if one has a key that the other is
opposed to. Keys are made per word, so they are remembered and a text costs a look-up a word.
"""

from functools import cache, lru_cache
from typing import NamedTuple

import Stemmer

from groundsmith.verify.words.antonyms_en import ANTONYMS_EN
from groundsmith.verify.words.antonyms_id import ANTONYMS_ID, DIRECTIONS_ID
from groundsmith.verify.words.directions_en import DIRECTIONS_EN
from groundsmith.verify.words.irregular import IRREGULAR_EN
from groundsmith.verify.words.prefixes import DENYING, NO_PREFIX
from groundsmith.verify.words.synonyms_en import SYNONYMS_EN
from groundsmith.verify.words.synonyms_id import SYNONYMS_ID

_stemmer = Stemmer.Stemmer("english")
_SHORTEST_ROOT = 4
_REMEMBERED = 65_536


class Meaning(NamedTuple):
    """What a word may be matched by.

    Attributes:
        roots: The word without its endings; several where it can be read in several ways.
        keys: The roots, and a key for each group of words that mean nearly the same.
        opposed: Keys of the words that it is opposed to; the first letter says how.
    """

    roots: tuple[str, ...]
    keys: tuple[str, ...]
    opposed: tuple[str, ...]

    def alike(self, other: "Meaning") -> bool:
        """Whether the two may stand for one another."""
        return not set(self.keys).isdisjoint(other.keys)

    def against(self, other: "Meaning") -> bool:
        """Whether the two cannot both be true of one thing."""
        return not set(self.opposed).isdisjoint(other.keys)


ANTONYM, CONVERSE, DIRECTION, PREFIX = "a", "c", "d", "!"
"""First letters of opposed keys; what a word and its converse say of two things is the same."""

_SIDED = (ANTONYM, CONVERSE, DIRECTION)


def kind_between(one: Meaning, other: Meaning) -> str:
    """How two words are opposed, a comparison before the rest; nothing where they are not."""
    if one.alike(other):
        return ""
    its = set(other.keys)
    by = {key[0] if key[-1] in "+-" else PREFIX for key in one.opposed if key in its}
    return next((kind for kind in (DIRECTION, CONVERSE, ANTONYM, PREFIX) if kind in by), "")


@lru_cache(maxsize=_REMEMBERED)
def meaning(word: str, *, indonesian: bool = False) -> Meaning:
    """The meaning of a word that is casefolded and without diacritics."""
    roots = _roots_id(word) if indonesian else _roots_en(word)
    table = _table(indonesian)
    found = [entry for root in roots for entry in table.get(root, ())]
    opposed = [_other_side(key) for key in found if key[0] in _SIDED and key[-1] in "+-"]
    bare = _without_prefix(word)
    if bare:
        stem = (bare if indonesian else _stem(bare),)
        found += [PREFIX + root for root in stem]
        opposed += stem
    opposed += [PREFIX + root for root in roots if len(root) >= _SHORTEST_ROOT]
    return Meaning(roots, tuple(dict.fromkeys((*roots, *found))), tuple(dict.fromkeys(opposed)))


def _other_side(key: str) -> str:
    return key[:-1] + ("-" if key[-1] == "+" else "+")


def _without_prefix(word: str) -> str:
    """What a denying prefix leaves of a word; nothing where it has none."""
    if word in NO_PREFIX:
        return ""
    for prefix in DENYING:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_ROOT:
            return word[len(prefix) :].lstrip("-")
    return ""


def _stem(word: str) -> str:
    return str(_stemmer.stemWord(word)) if word.isascii() else word


@cache
def _bases() -> dict[str, str]:
    """The base of each irregular form."""
    lines = (line.partition(":") for line in IRREGULAR_EN.strip().splitlines())
    return {form: base.strip() for forms, _, base in lines for form in forms.split()}


def _roots_en(word: str) -> tuple[str, ...]:
    base = _bases().get(word)
    return (_stem(word), _stem(base)) if base else (_stem(word),)


_PREFIXES_ID = (
    ("memper", ""),
    ("diper", ""),
    ("meny", "s"),
    ("meng", ""),
    ("meng", "k"),
    ("mem", ""),
    ("mem", "p"),
    ("men", ""),
    ("men", "t"),
    ("me", ""),
    ("di", ""),
    ("ter", ""),
    ("ber", ""),
    ("peny", "s"),
    ("peng", ""),
    ("peng", "k"),
    ("pem", ""),
    ("pem", "p"),
    ("pen", ""),
    ("pen", "t"),
    ("per", ""),
    ("pe", ""),
    ("ke", ""),
    ("se", ""),
)
_SUFFIXES_ID = ("kannya", "annya", "kan", "nya", "lah", "kah", "pun", "an", "i")


def _roots_id(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without each affix that it may have."""
    ends = [word, *(word[: -len(end)] for end in _SUFFIXES_ID if word.endswith(end))]
    found = [
        root
        for bare in ends
        for root in (
            bare,
            *(put + bare[len(cut) :] for cut, put in _PREFIXES_ID if bare.startswith(cut)),
        )
        if len(root) >= _SHORTEST_ROOT or root in _table(True)
    ]
    return tuple(dict.fromkeys((word, *found)))


@cache
def _table(indonesian: bool) -> dict[str, tuple[str, ...]]:
    """Keys of groups and of sides under each root of one language."""
    found: dict[str, list[str]] = {}
    sources = (
        ((ANTONYM, ANTONYMS_ID), (DIRECTION, DIRECTIONS_ID), ("s", SYNONYMS_ID))
        if indonesian
        else ((ANTONYM, ANTONYMS_EN), (DIRECTION, DIRECTIONS_EN), ("s", SYNONYMS_EN))
    )
    for letter, listed in sources:
        for number, line in enumerate(listed.strip().replace("\n    ", " ").splitlines()):
            kind = CONVERSE if line.startswith("~") else letter
            for side, words in zip("+-", line.lstrip("~").split("|"), strict=False):
                for word in words.split():
                    root = word if indonesian else _stem(word)
                    found.setdefault(root, []).append(f"{kind}{number}{side}")
    return {root: tuple(keys) for root, keys in found.items()}


def is_listed(word: str, *, indonesian: bool) -> bool:
    """Whether the word lists of a language have a word."""
    roots = _roots_id(word) if indonesian else _roots_en(word)
    return not _table(indonesian).keys().isdisjoint(roots)


@lru_cache(maxsize=_REMEMBERED)
def joined(word: str, after: str, *, indonesian: bool) -> Meaning | None:
    """The meaning of two words that are one in the tables ("laid off"); `None` for any others."""
    first = word if indonesian else _bases().get(word, word)
    for form in dict.fromkeys((word, first, first if indonesian else _stem(first))):
        if f"{form}_{after}" in _phrases(indonesian):
            return meaning(f"{form}_{after}", indonesian=indonesian)
    return None


@cache
def _phrases(indonesian: bool) -> frozenset[str]:
    return frozenset(root for root in _table(indonesian) if "_" in root)

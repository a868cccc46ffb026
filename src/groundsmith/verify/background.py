"""How much a word tells: inverse document frequency from a table that ships with the package.

A fixed table, not the corpus at hand, so that a judgement depends on nothing but the claim and
its evidence, and the same claim never scores differently in another run. A word that the table
does not know is taken for as rare as can be.
"""

import json
import math
from functools import cache
from importlib.resources import files

from groundsmith.records import Json


@cache
def _table() -> dict[str, Json]:
    text = files("groundsmith.verify").joinpath("data/idf.json").read_text("utf-8")
    table: dict[str, Json] = json.loads(text)
    return table


@cache
def weights() -> dict[str, float]:
    """Weight by stem, in nats; the lower one where both languages have the stem.

    The idf of Robertson and Spärck Jones (1976) as smoothed in Lucene, which stays above zero.
    """
    weighed: dict[str, float] = {}
    for language in _table().values():
        total = language["documents"]
        for stem, frequency in language["frequencies"].items():
            weight = _idf(frequency, total)
            weighed[stem] = min(weight, weighed.get(stem, weight))
    return weighed


@cache
def unknown() -> float:
    """Weight of a word outside the table: the highest of those in it."""
    return max(weights().values())


def weight(stem: str) -> float:
    """Weight of one stem, always above zero."""
    return weights().get(stem, unknown())


@cache
def _names() -> frozenset[str]:
    return frozenset(stem for language in _table().values() for stem in language["names"])


def is_common(stem: str) -> bool:
    """Whether the table knows the stem as a word that is mostly written small."""
    return stem in weights() and stem not in _names()


def _idf(frequency: int, total: int) -> float:
    return math.log1p((total - frequency + 0.5) / (frequency + 0.5))

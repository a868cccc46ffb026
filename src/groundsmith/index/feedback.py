"""Whether a query is grown by the words of what it finds first (RM3), decided query by query.

Feedback helps where a query says what it means in common words, and hurts where a rare word has
already found the one right document. So it is gated by how rare the query's terms are, on a scale
that does not depend on the size of the collection.
"""

from collections.abc import Iterable, Mapping

from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.rm3 import expanded

RAREST_GROWN = 0.46
"""What four collections choose, whichever is left out, and no fifth loses by
(`benchmarks/choosing.py --feedback`)."""


def rarity(index: LexicalIndex, terms: Iterable[str]) -> float:
    """Mean idf of terms, 1 being that of a term which no document has; 1 where there are none."""
    unknown = index.idf("")
    found = [index.idf(term) for term in terms]
    return sum(found) / (len(found) * unknown) if found else 1.0


def grown(index: LexicalIndex, query: str) -> Mapping[str, float]:
    """The weighted terms of a query, with those of its first hits where that is likely to help."""
    counts = index.analyser.counts(query)
    if rarity(index, counts) > RAREST_GROWN:
        return counts
    return expanded(index, query)

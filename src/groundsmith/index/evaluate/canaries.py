"""Known items: a document's own title must find it.

The cheapest sign that an index is broken, because it needs no judgments. A title that several
documents bear, or that has no letter or digit, cannot be asked; they are counted, not passed over.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Search = Callable[[str], Sequence[str]]
"""Ids of documents for a query, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canaries:
    """How known items were found.

    Attributes:
        asked: How many titles were asked.
        first: How many found their document in the first place.
        missed: Ids that were not found within the depth.
        unasked: How many documents have no title of their own.
    """

    asked: int
    first: int
    missed: tuple[str, ...]
    unasked: int

    @property
    def found_ratio(self) -> float | None:
        """Share found within the depth; None where no title could be asked."""
        return 1 - len(self.missed) / self.asked if self.asked else None


def canaries(
    titles: Mapping[str, str], search: Search, *, depth: int = 10, most: int = 200, seed: int = 0
) -> Canaries:
    """Asks the titles of at most `most` documents, drawn by the seed."""
    borne = Counter(map(_folded, titles.values()))
    own = sorted(
        identity
        for identity, title in titles.items()
        if borne[_folded(title)] == 1 and any(map(str.isalnum, title))
    )
    # The draw only chooses whom to ask; nothing secret hangs on it.
    drawn = random.Random(seed).sample(own, min(most, len(own)))  # noqa: S311 - not cryptography
    first, missed = 0, []
    for identity in drawn:
        found = list(search(titles[identity]))[:depth]
        first += found[:1] == [identity]
        if identity not in found:
            missed.append(identity)
    return Canaries(
        asked=len(drawn), first=first, missed=tuple(sorted(missed)), unasked=len(titles) - len(own)
    )


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())

"""Which records to ask people about, so that every range of scores is seen and nothing is skewed.

Half of the chance to be drawn is the same for all; the other half is shared out evenly among the
ranges of scores, so that a rare range is seen too while no record stands for more than twice its
number (a defensive mixture, Hesterberg 1995). Records are asked about in the order of a random
number over that chance, so however early a person stops, what was asked is a random sample of
known chances (sequential Poisson sampling, Ohlsson 1998).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from groundsmith.records import sha256

_RANGES = 10
_HEX_DIGITS = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One record in the order of asking.

    Attributes:
        inclusion: Its chance to be asked about, over that of a record drawn evenly.
    """

    id: str
    inclusion: float


def draw(scores: Iterable[tuple[str, float]], seed: int) -> list[Drawn]:
    """All of `(id, score)`, in the order of asking; the first N are a sample of N."""
    ranges = {name: _range(score) for name, score in scores}
    sizes = Counter(ranges.values())
    chances = {
        name: 0.5 + 0.5 * len(ranges) / (len(sizes) * sizes[own]) for name, own in ranges.items()
    }
    ordered = sorted(chances, key=lambda name: (_random(name, seed) / chances[name], name))
    return [Drawn(id=name, inclusion=chances[name]) for name in ordered]


def sampling(seed: int) -> str:
    """What to say of a sample drawn so."""
    return f"drawn over ranges of scores, half of them evenly, seed {seed}"


def _range(score: float) -> int:
    """Tenths, and exactly 1 apart: that is what copies score."""
    return int(score * _RANGES + 1e-9)


def _random(name: str, seed: int) -> float:
    """A number in [0, 1) that only the seed and the record decide."""
    return int(sha256(f"{seed}:{name}")[:_HEX_DIGITS], 16) / 16.0**_HEX_DIGITS

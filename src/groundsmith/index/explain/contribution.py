"""A score taken apart: by voice, and where a voice speaks of entities, by entity."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from groundsmith.index.voices import Floats, Ranked

_NOTHING = 1e-12
"""What rounding leaves of a component, as a share of it, when all of it was shared out."""

Parts = Mapping[str, Mapping[int, Floats]]
"""By voice and node, what the node brings to each document; see `EntityVoice.parts`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a voice brought to a document's score, all of it or by way of one entity.

    Attributes:
        entity: A node of the graph; None for what belongs to no single listed one.
    """

    voice: str
    entity: int | None
    amount: float


def contributions(
    ranked: Ranked, parts: Parts, listed: Collection[int]
) -> tuple[Contribution, ...]:
    """What makes up a score, the largest first; the amounts add up to it.

    A voice's component is shared out as its parts are. The parts of nodes that are not listed are
    one contribution together.
    """
    found = [
        each
        for voice, component in ranked.components.items()
        for each in _shared(voice, component, parts.get(voice, {}), ranked.document, listed)
    ]
    return tuple(sorted(found, key=lambda each: (-each.amount, each.voice)))


def _shared(
    voice: str,
    component: float,
    by_node: Mapping[int, Floats],
    document: int,
    listed: Collection[int],
) -> Iterator[Contribution]:
    brought = {node: float(scores[document]) for node, scores in by_node.items()}
    total = math.fsum(brought.values())
    rest = component
    if total > 0:
        for node, part in brought.items():
            if node in listed and part > 0:
                amount = component * part / total
                rest -= amount
                yield Contribution(voice=voice, entity=node, amount=amount)
    if abs(rest) > _NOTHING * max(1.0, abs(component)):
        yield Contribution(voice=voice, entity=None, amount=rest)

"""One query and what the voices say to it; none is asked twice."""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from groundsmith.fallback import AllStrategiesFailed, FallbackChain
from groundsmith.index.fusion.hearing import Dropped, Hearing
from groundsmith.index.fusion.presets import Preset
from groundsmith.index.voices import DENSE, HORN, LEXICAL, POPULAR, SIMRANK, Floats, Query

FALLBACK_ORDER = (SIMRANK, HORN, DENSE, LEXICAL, POPULAR)


class Session:
    """What is heard for one query.

    Args:
        hearings: By name of the voice.
    """

    def __init__(self, hearings: Mapping[str, Hearing], query: Query) -> None:
        self.query = query
        self._hearings = hearings
        self.heard: dict[str, Floats | Dropped | None] = {}

    def ask(self, name: str) -> Floats | None:
        """The scores of a voice, where there is one and it is heard."""
        if name not in self._hearings:
            return None
        if name not in self.heard:
            self.heard[name] = self._hearings[name].ask(self.query)
        answer = self.heard[name]
        return None if isinstance(answer, Dropped) else answer

    def opinions(self, names: Iterable[str]) -> Iterator[tuple[str, Floats]]:
        """Voices that are heard, and their scores."""
        for name in names:
            if (answer := self.ask(name)) is not None:
                yield name, answer

    def dropped(self) -> tuple[Dropped, ...]:
        """Voices that failed or were late."""
        return tuple(each for each in self.heard.values() if isinstance(each, Dropped))

    def weights(self, preset: Preset) -> dict[str, float]:
        """Weights of the voices that are heard, adding up to 1."""
        held: dict[str, float] = {}
        for name, weight in preset.weights.items():
            who = name if self.ask(name) is not None else preset.stand_ins.get(name, name)
            if weight > 0 and self.ask(who) is not None:
                held[who] = held.get(who, 0.0) + weight
        total = math.fsum(held.values())
        return {name: weight / total for name, weight in held.items()}

    def fallback(self) -> str | None:
        """The first of the fallback order that is heard; None where all are silent."""
        chain: FallbackChain[[], Floats] = FallbackChain("ranking")
        for name in FALLBACK_ORDER:
            if name in self._hearings:
                chain.add_strategy(name, partial(self._spoken, name))
        try:
            return chain.execute()[1]
        except AllStrategiesFailed:
            if self.heard and all(isinstance(each, Dropped) for each in self.heard.values()):
                raise
            return None

    def _spoken(self, name: str) -> Floats:
        answer = self.ask(name)
        if answer is None:
            raise LookupError(str(self.heard[name] or f"{name} has nothing to say"))
        return answer

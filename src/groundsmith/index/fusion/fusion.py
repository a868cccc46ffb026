"""Ranks documents by several voices, and goes on where some of them fail.

A voice that raises or is late is dropped and the weights of the others are made to add up again.
Where none of a preset's voices is heard, the first that is of SimRank, Horn, embedding, lexical and
popular answers alone. Both mark the ranking as degraded; a voice that has nothing to say does not.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.fusion.hearing import Dropped, Hearing
from groundsmith.index.fusion.methods import weighted
from groundsmith.index.fusion.presets import PRESETS, Preset
from groundsmith.index.fusion.session import Session
from groundsmith.index.voices import Floats, Query, Ranked, Voice

_DECIMALS = 9
"""Scores are compared so, that equal documents get equal places on every machine."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Documents, best first, and who was heard.

    Attributes:
        weights: By voice that was heard, adding up to 1.
        silent: Voices that had nothing to say.
        dropped: Voices that failed or were late, with the reason.
        fallback: Who answered alone because none of the preset's voices did.
    """

    documents: tuple[Ranked, ...]
    weights: Mapping[str, float]
    silent: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    fallback: str | None = None

    @property
    def degraded(self) -> tuple[str, ...]:
        """Why the ranking is not what the preset promises; empty where it is."""
        reasons = [str(each) for each in self.dropped]
        if self.fallback is not None:
            reasons.append(f"none of the voices asked for was heard; {self.fallback} answered")
        return tuple(reasons)


class Fusion:
    """Ranks by voices.

    Args:
        voices: Of one collection, so that their numbers mean the same documents.
        alive: Which documents there are, by number.
        deadline_s: Seconds that a voice has; None waits for all.
    """

    def __init__(
        self,
        voices: Iterable[Voice],
        alive: Flags,
        *,
        preset: Preset = PRESETS["default"],
        deadline_s: float | None = None,
    ) -> None:
        self._hearings = {each.name: Hearing(each, len(alive), deadline_s) for each in voices}
        self._alive = alive
        self._preset = preset
        self._lock = Lock()
        self._asked_count = self._degraded_count = 0

    @property
    def fallback_rate(self) -> float | None:
        """The share of rankings so far that were degraded; None before the first."""
        return self._degraded_count / self._asked_count if self._asked_count else None

    def rank(self, query: Query, top_k: int, keep: Flags | None = None) -> Ranking:
        """At most `top_k` documents, best first, then by number; none with score 0.

        Args:
            keep: The documents that may be found; it changes no score.

        Raises:
            AllStrategiesFailed: Every voice failed.
        """
        return self.ranked(self.hear(query), top_k, keep)

    def hear(self, query: Query) -> Session:
        """A query that is ready to be ranked."""
        return Session(self._hearings, query)

    def ranked(self, session: Session, top_k: int, keep: Flags | None = None) -> Ranking:
        """As `rank`, with what was heard left in the session."""
        weights = session.weights(self._preset)
        method, fallback = self._preset.method, None
        if not weights:
            fallback = session.fallback()
            method, weights = weighted, {fallback: 1.0} if fallback else {}
        numbers = self.numbers(session.query)
        opinions = {name: scores[numbers] for name, scores in session.opinions(weights)}
        brought = method(opinions, weights) if opinions and numbers.size else {}
        ranking = Ranking(
            documents=_best(brought, numbers, top_k, keep),
            weights=weights,
            silent=tuple(name for name, heard in session.heard.items() if heard is None),
            dropped=session.dropped(),
            fallback=fallback,
        )
        with self._lock:
            self._asked_count += 1
            self._degraded_count += bool(ranking.degraded)
        return ranking

    def numbers(self, query: Query) -> NDArray[np.int64]:
        """Who is ranked: the living, but for the document that others shall be like."""
        ranked = self._alive
        if query.like is not None:
            ranked = ranked.copy()
            ranked[query.like] = False
        return np.flatnonzero(ranked)


def _best(
    brought: Mapping[str, Floats], numbers: NDArray[np.int64], top_k: int, keep: Flags | None
) -> tuple[Ranked, ...]:
    if not brought or top_k < 1:
        return ()
    scores = np.round(np.sum(list(brought.values()), axis=0), _DECIMALS)
    if keep is not None:
        scores = np.where(keep[numbers], scores, 0.0)
    least = np.partition(scores, -top_k)[-top_k] if top_k < len(scores) else 0.0
    found = np.flatnonzero((scores >= least) & (scores > 0))
    found = found[np.argsort(-scores[found], kind="stable")][:top_k]
    ranked = []
    for at in found.tolist():
        components = {name: float(scores[at]) for name, scores in brought.items()}
        ranked.append(
            Ranked(
                document=int(numbers[at]),
                score=math.fsum(components.values()),
                components=components,
            )
        )
    return tuple(ranked)

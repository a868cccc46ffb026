"""SimRank from one node to all others, each answer with a bound on its error.

Jeh and Widom, "SimRank: a measure of structural-context similarity" (KDD 2002). Written as the
series S = Σ C^l (Pᵀ)^l D P^l with D the *diagonal correction* that makes every s(v, v) = 1; taking
D = (1−C)I is another measure. The series is an inner product of what walks from two nodes meet, in
which every node has norm 1, and that gives bounds without sampling:

- forward, masses ρ that are not walked on have the norm √(ρᵀSρ) ≤ √Σ σ ρ² with σ the row sums of S
  (Schur's test), and meet norm C^(l/2) of any other node (Cauchy and Schwarz);
- backward, what is left out at level l reaches a node at most C^(l/2) times (as in SLING, Tian and
  Xiao, SIGMOD 2016; the two directions are those of SimPush, Shi et al., VLDB 2020);
- a diagonal whose s(v, v) are all within η of 1 gives all s(u, v) within η: the difference is a
  mean of those at the places where two walks meet.

So D is settled deterministically by making the norms 1, and the η that is left stands in every
bound. Around hubs a proof of η would cost far more than D itself: there the bound is loose.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.graph import compiled, pushing
from groundsmith.index.graph.compiler import compiler
from groundsmith.index.graph.links import Links
from groundsmith.index.graph.pushing import Limits, Spread
from groundsmith.index.graph.sweeps import neighbour_sums

DECAY = 0.8
MOST_EXACT_NODES = 5_000
_DEPTH = 64
_ROW_SUM_DEPTH = 64
_FADE = 0.75
_WHILE = 4
_NODE_WORK = 2_000
_ROUND_WORK = 200_000_000
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Nodes like one node, the most like first, itself left out.

    Attributes:
        scores: SimRank, in [0, 1].
        bound: No score, and none of the nodes that are not here (0), is further than this from
            exact SimRank.
    """

    nodes: NDArray[np.int32]
    scores: NDArray[np.float64]
    bound: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SimRank:
    """What queries on a graph need, made once.

    Attributes:
        diagonal: The correction D.
        row_sums: Row sums of C Pᵀ S P, rounded up.
        diagonal_error: The most that any s(v, v) under this D is from 1.
        compiled: Whether the loops of the `graph` extra are used.
    """

    links: Links
    diagonal: NDArray[np.float64]
    row_sums: NDArray[np.float64]
    diagonal_error: float
    compiled: bool

    @classmethod
    def prepare(
        cls,
        links: Links,
        *,
        error: float = 0.002,
        node_work: int | None = None,
        rounds: int = 6,
        use_compiled: bool | None = None,
    ) -> Self:
        """Settles the diagonal until its error is at most `error`, or `rounds` have passed.

        The first rounds walk a quarter of the edges that the last ones walk.

        Args:
            node_work: Edges that are walked for one node in one round, at most; None takes
                2,000, and more where there are few nodes.
            use_compiled: None takes the `graph` extra where it is installed.
        """
        fast = compiler() is not None if use_compiled is None else use_compiled
        degrees = np.maximum(links.in_degrees(), 1)
        most = np.where(links.in_degrees() > 0, 1 - DECAY / degrees, 1.0)
        sums = _row_sums(links, most)
        company = _company(links, most)
        self = cls(
            links=links,
            diagonal=most.copy(),
            row_sums=sums,
            diagonal_error=math.inf,
            compiled=fast,
        )
        shared = max(_NODE_WORK, _ROUND_WORK // max(links.node_count, 1))
        full = shared if node_work is None else node_work
        drift = math.inf
        for _ in range(rounds):
            rough = drift > error
            limits = _limits(error, error, full // 4 if rough else full)
            found, drift = self._settle(most, company, limits, update=True)
            if not rough and min(found, 4 * drift) <= error:
                break
        found, _ = self._settle(most, company, _limits(error, error, full), update=False)
        return cls(
            links=links,
            diagonal=self.diagonal,
            row_sums=sums,
            diagonal_error=found + _ROUNDING,
            compiled=fast,
        )

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What is stored; `from_arrays` gives it back."""
        return {
            **self.links.arrays(),
            "diagonal": self.diagonal,
            "row_sums": self.row_sums,
            "diagonal_error": np.array([self.diagonal_error]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """From what `arrays` gave, mapped files included."""
        return cls(
            links=Links.from_arrays(arrays),
            diagonal=np.asarray(arrays["diagonal"]),
            row_sums=np.asarray(arrays["row_sums"]),
            diagonal_error=float(arrays["diagonal_error"][0]),
            compiled=compiler() is not None,
        )

    def _settle(
        self,
        most: NDArray[np.float64],
        company: NDArray[np.float64],
        limits: Limits,
        *,
        update: bool,
    ) -> tuple[float, float]:
        least, root = 1 - DECAY, math.sqrt(DECAY)
        if not self.compiled:
            return pushing.settle(
                self.links, self.row_sums, company, self.diagonal, least, most, root, limits, update
            )
        into = (self.links.into_offsets, self.links.into)
        return compiled.settle_compiled(
            *into,
            self.row_sums,
            company,
            self.diagonal,
            least,
            most,
            root,
            limits.stop_at,
            limits.shed,
            limits.work,
            update,
        )

    def source(self, node: int, *, error: float = 0.006, work: int = 200_000) -> Similar:
        """SimRank between `node` and every other.

        Args:
            error: What the walk may leave out; the diagonal's error comes on top.
            work: Edges walked forward at most; where that is too few, the bound says so.
        """
        met = self._spread(node, _query_limits(0.6 * error, work))
        levels = np.arange(len(met.starts) - 1)
        fading = DECAY ** (levels / 2)
        floors = 0.4 * error / (max(len(levels) - 1, 1) * fading)
        nodes, scores, left_out = self._gather(met, floors)
        norm = 1 + self.diagonal_error
        ahead = DECAY ** ((np.arange(len(met.lost)) + 1) / 2)
        bound = float(ahead @ met.lost) * math.sqrt(norm) + float(fading @ left_out)
        others = nodes != node
        return Similar(
            nodes=nodes[others],
            scores=np.minimum(scores[others], 1.0),
            bound=min(1.0, bound + self.diagonal_error + _ROUNDING),
        )

    def _spread(self, node: int, limits: Limits) -> Spread:
        root = math.sqrt(DECAY)
        if not self.compiled:
            return pushing.spread(self.links, self.row_sums, node, root, limits)
        into = (self.links.into_offsets, self.links.into)
        blank = np.zeros(self.links.node_count)
        return Spread(
            *compiled.spread_compiled(
                *into, self.row_sums, node, root, limits.stop_at, limits.shed, limits.work, blank
            )
        )

    def _gather(self, met: Spread, floors: NDArray[np.float64]) -> Any:
        if not self.compiled:
            return pushing.gather(self.links, self.diagonal, met, self._shares(), floors)
        out = (self.links.out_offsets, self.links.out, self._shares())
        return compiled.gather_compiled(
            *out, self.diagonal, met.nodes, met.masses, met.starts, floors
        )

    def _shares(self) -> NDArray[np.float64]:
        """What comes of each unit that a neighbour hands to a node."""
        return math.sqrt(DECAY) / np.maximum(self.links.in_degrees(), 1)


def _limits(stop: float, shed: float, work: int) -> Limits:
    """Limits for settling: `stop` and `shed` are of a norm squared."""
    levels = np.arange(_DEPTH)
    shed_at = shed / 4 * (1 - _FADE) * (_FADE / math.sqrt(DECAY)) ** levels
    return Limits(np.full(_DEPTH, math.sqrt(stop)), np.asarray(shed_at, dtype=np.float64), work)


def _query_limits(error: float, work: int) -> Limits:
    """Limits that leave out `error` of an inner product with any node's walk."""
    levels = np.arange(_DEPTH, dtype=np.float64)
    ahead = DECAY ** ((levels + 1) / 2)
    shed = 0.4 * error * (1 - _FADE) * _FADE**levels / ahead
    return Limits(
        np.asarray(0.6 * error / ahead, dtype=np.float64), np.asarray(shed, dtype=np.float64), work
    )


def _row_sums(links: Links, diagonal: NDArray[np.float64]) -> NDArray[np.float64]:
    """Row sums of C Pᵀ S P for a diagonal, with what lies past the depth added."""
    sums = _met(links, diagonal, np.ones(links.node_count), _ROW_SUM_DEPTH)
    beyond = links.node_count * DECAY ** (_ROW_SUM_DEPTH + 1) / (1 - DECAY)
    return np.where(links.in_degrees() > 0, sums * (1 + 1e-5) + beyond, 0.0)


def _company(links: Links, diagonal: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much each node's walk is met by that of some other, wherever walks are after a while.

    It only guesses at what was not walked; no bound rests on it.
    """
    walked = np.ones(links.node_count)
    for _ in range(_WHILE):
        walked = _walked(links, walked)
    if not walked.any():
        return walked
    walked /= walked.sum()
    return np.maximum(
        0.0, _met(links, diagonal, walked, _ROW_SUM_DEPTH // 2) - walked * (1 - diagonal)
    )


def _walked(links: Links, masses: NDArray[np.float64]) -> NDArray[np.float64]:
    """P applied to masses: one step against the edges."""
    return neighbour_sums(links.out_offsets, links.out, masses / np.maximum(links.in_degrees(), 1))


def _met(
    links: Links, diagonal: NDArray[np.float64], masses: NDArray[np.float64], depth: int
) -> NDArray[np.float64]:
    """C Pᵀ S P applied to masses, to a depth."""
    degrees = np.maximum(links.in_degrees(), 1)
    levels = []
    for _ in range(depth):
        masses = _walked(links, masses)
        levels.append(masses.astype(np.float32))
    sums = np.zeros(links.node_count)
    while levels:
        met = levels.pop() * diagonal + sums
        sums = DECAY * neighbour_sums(links.into_offsets, links.into, met) / degrees
    return sums


def exact(links: Links, *, steps: int = 100) -> NDArray[np.float64]:
    """The whole matrix by iteration; its error is at most C^`steps` (2e-10).

    Raises:
        ValueError: More than 5,000 nodes: ask for single sources.
    """
    if links.node_count > MOST_EXACT_NODES:
        raise ValueError(f"{links.node_count} nodes: the whole matrix is made up to 5000")
    walks = np.zeros((links.node_count, links.node_count))
    heads, tails = np.asarray(links.out), links.tails()
    walks[tails, heads] = 1 / links.in_degrees()[heads]
    scores = np.eye(links.node_count)
    for _ in range(steps):
        scores = DECAY * (walks.T @ scores @ walks)
        np.fill_diagonal(scores, 1.0)
    return scores

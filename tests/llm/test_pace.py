"""The pace finds a provider's limit with few refusals, stays just under it, and finds it again.

A provider is simulated: it takes so many calls within any second, and refuses the others at once.
"""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.llm.pace import Pace, Start
from groundsmith.testing.bill import Cap

STEP_S = 0.001
LATENCY_S = 0.05
RETRY_S = 1.0


class World:
    """Rows that are asked at a pace, in steps of a millisecond."""

    def __init__(self, pace: Pace, takes: Callable[[float], bool], in_flight: int = 100) -> None:
        self.pace = pace
        self.takes = takes
        self.in_flight = in_flight
        self.refused_count = 0
        self.started_at: list[float] = []
        self.now = 0.0

    def run(self, rows: int, limit_s: float = 1000.0) -> float:
        """Seconds until all rows are answered."""
        began, waiting = self.now, [0.0] * rows
        open_: list[tuple[float, Start]] = []
        done = 0
        while done < rows and self.now < began + limit_s:
            answered = [start for due, start in open_ if due <= self.now]
            open_ = [(due, start) for due, start in open_ if due > self.now]
            for start in answered:
                self.pace.answered(self.now, start)
            done += len(answered)
            while waiting and waiting[0] <= self.now and len(open_) < self.in_flight:
                if self.pace.delay(self.now) > 0:
                    break
                waiting.pop(0)
                self._start(open_, waiting)
            waiting.sort()
            self.now += STEP_S
        return self.now - began

    def _start(self, open_: list[tuple[float, Start]], waiting: list[float]) -> None:
        start = self.pace.started(self.now)
        self.started_at.append(self.now)
        if self.takes(self.now):
            open_.append((self.now + LATENCY_S, start))
        else:
            self.refused_count += 1
            self.pace.refused(self.now + STEP_S, start)
            waiting.append(self.now + RETRY_S)


@pytest.mark.parametrize("per_s", [20, 50, 200, 700])
def test_near_a_providers_limit_without_storms(per_s: int) -> None:
    world = World(Pace(), Cap(per_s).takes)

    took_s = world.run(8 * per_s)

    assert took_s <= 1.1 * 8
    assert world.refused_count <= 0.05 * 8 * per_s + 3


def test_a_provider_without_a_limit_is_soon_asked_at_full_speed() -> None:
    world = World(Pace(), lambda now: True)

    took_s = world.run(5000)

    assert took_s <= 1.15 * 5000 / (100 / LATENCY_S)


def test_refusals_at_random_do_not_slow_the_rest() -> None:
    chance = random.Random(3)
    calm, shaken = (
        World(Pace(), lambda now: True),
        World(Pace(), lambda now: chance.random() > 0.02),
    )

    calm_s, shaken_s = calm.run(4000), shaken.run(4000)

    assert shaken_s <= calm_s + 2 * RETRY_S + 0.3


def test_a_limit_that_falls_is_followed() -> None:
    world = World(Pace(), Cap(200).takes)
    world.run(1000)

    world.takes = Cap(20).takes
    before = world.refused_count
    took_s = world.run(200)

    assert took_s <= 15
    assert world.refused_count - before <= 90


def test_a_limit_that_vanishes_is_forgotten() -> None:
    world = World(Pace(), Cap(20).takes)
    world.run(100)

    world.takes = lambda now: True
    took_s = world.run(6_000)

    assert took_s <= 60


def test_a_declared_limit_is_kept_without_a_single_refusal() -> None:
    world = World(Pace(ceiling=50.0), Cap(51).takes)

    took_s = world.run(400)

    assert world.refused_count == 0
    assert took_s <= 1.05 * 8


def test_a_provider_that_refuses_all_is_asked_ever_more_rarely() -> None:
    world = World(Pace(), lambda now: False)

    world.run(1, limit_s=1.0)
    world.run(100, limit_s=300.0)

    late = [at for at in world.started_at if at > 200.0]
    assert len(late) <= 20


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 2), st.booleans()), max_size=150), st.none() | st.just(5.0))
def test_whatever_happens_the_next_call_may_start_within_two_minutes(
    steps: list[tuple[float, bool]], ceiling: float | None
) -> None:
    pace, now = Pace(ceiling), 0.0

    for gap_s, refused in steps:
        now += gap_s
        delay_s = pace.delay(now)
        assert 0.0 <= delay_s <= 121.0
        now += delay_s
        start = pace.started(now)
        if refused:
            pace.refused(now + 0.01, start)
        else:
            pace.answered(now + 0.01, start)
        assert pace.rate is None or pace.rate <= (ceiling or float("inf"))

"""How fast calls may start: as fast as the provider lets them, found out without storms.

It begins at 500 a second and doubles until it no longer binds, so that a first burst cannot meet a
limit it did not know of with hundreds of calls. Refusals (429) of calls that started in a row, or
of more than a few in a hundred, mean a limit: the pace falls to just under what the provider took
in the last second, and rises from there (additive increase, multiplicative decrease; Chiu and Jain
1989). A limit found twice in the same place is believed, and not tried again for a while. Lone
refusals mean nothing: some providers refuse at random, and slowing down for them would cost more
than it saves. All times are handed in.
"""

from collections import deque
from itertools import islice
from typing import NamedTuple

_START_PER_S = 500.0
_DOUBLE_EVERY_S = 0.05
_UNBOUND_PER_S = 10_000.0
_SLOWEST_PER_S = 1.0 / 60.0

_ROW, _ROW_REFUSED = 6, 4
"""Counted in the order of starts: refusals come back at once and answers later, so that refusals
stand together in the order of arrival even where they are one in fifty."""
_NEAR, _NEAR_REFUSED = 100, 6
"""Where a limit is known, passing it a little shows as a few refusals in a hundred."""
_FAR, _FAR_REFUSED = 400, 24
"""Where none is known it takes more than chance: at 2 % this happens once in 100,000 calls."""

_SPAN_S = 1.0
_BELOW = 0.97
_TRY = 0.10
_RISE = 0.01
"""What each answer adds to the calls a second: a tenth, or a hundredth, more after a second."""
_BELIEVED_S = 15.0
_SAME_SHARE = 0.2
_HASTEN_EVERY_S = 2.0
_SLACK_S = 0.004
"""Late timers may be caught up with so far; more would be a burst."""


class Start(NamedTuple):
    """A call's place among all that started, and when it did."""

    number: int
    at: float


class Pace:
    """Decides when the next call may start; `ceiling` is a declared limit in calls a second."""

    def __init__(self, ceiling: float | None = None) -> None:
        self._ceiling = ceiling
        self._next_at: float | None = None
        self._taken: deque[float] = deque()
        self._refused: deque[float] = deque()
        self._row: deque[int] = deque(maxlen=_ROW_REFUSED)
        self._start_count = 0
        self._cut_number = 0
        self._latest: deque[bool] = deque(maxlen=_FAR)
        self._double_at = 0.0
        self._calm_since = 0.0
        self._cut_at: float | None = None
        self._cut_floor = 0.0
        self._limit: float | None = None
        self._believed = False
        self.rate = ceiling
        """Calls a second; None where nothing limits them."""

    def delay(self, now: float) -> float:
        """Seconds until the next call may start; 0.0 lets it start now."""
        if self._next_at is None:
            self._next_at = now
            self._double_at = now + _DOUBLE_EVERY_S
            self.rate = min(_START_PER_S, self._ceiling or _START_PER_S)
        if self.rate is not None and self._cut_at is None and now >= self._double_at:
            self._double_at = now + _DOUBLE_EVERY_S
            self._move(2.0 * self.rate)
        if self.rate is None:
            return 0.0
        wait_s = self._next_at - now
        if self._cut_at is not None:
            wait_s = max(wait_s, self._room_in(now, self.rate))
        return max(0.0, wait_s)

    def started(self, now: float) -> Start:
        """A call starts."""
        self._start_count += 1
        if self.rate is not None and self._next_at is not None:
            self._next_at = max(self._next_at, now - _SLACK_S) + 1.0 / self.rate
        self._taken.append(now)
        while self._taken[0] <= now - self._span_s:
            self._taken.popleft()
        return Start(self._start_count, now)

    def answered(self, now: float, start: Start) -> None:
        """The call was not refused; after a fall the pace may rise."""
        self._latest.append(False)
        if self.rate is None or self._cut_at is None or start.number <= self._cut_number:
            return
        believed_until = self._cut_at + (_BELIEVED_S if self._believed else 0.0)
        calm_s = now - max(self._calm_since, believed_until)
        if calm_s > 0.0:
            haste = 2.0 ** min(calm_s // _HASTEN_EVERY_S, 6.0)
            self._move(self.rate + haste * (_RISE if self._believed else _TRY))

    def refused(self, now: float, start: Start) -> bool:
        """The call was refused; whether the pace falls for it."""
        self._latest.append(True)
        self._row.append(start.number)
        self._refused.append(start.at)
        self._calm_since = now
        if self._cut_at is not None and start.number <= self._cut_number:
            self.rate = self._lowered(now)
            return False
        if not self._is_limit():
            return False
        self._fall(now)
        return True

    def _move(self, rate: float) -> None:
        if self._ceiling is not None:
            self.rate = min(rate, self._ceiling)
        elif rate > _UNBOUND_PER_S:
            self.rate = self._cut_at = None
        else:
            self.rate = rate

    def _is_limit(self) -> bool:
        if len(self._row) == _ROW_REFUSED and max(self._row) - min(self._row) < _ROW:
            return True
        if self._limit is None:
            return sum(self._latest) >= _FAR_REFUSED
        return sum(islice(reversed(self._latest), _NEAR)) >= _NEAR_REFUSED

    def _fall(self, now: float) -> None:
        """To just under what was taken lately, but by no more than half at a time."""
        taken = self._taken_per_s(now)
        before = taken if self.rate is None else self.rate
        known = self._limit
        self._believed = known is not None and abs(taken - known) <= _SAME_SHARE * known
        self._cut_floor = min(1.0, before / 2.0) if known is None else before / 2.0
        self._limit = taken
        self._cut_at = now
        self._cut_number = self._start_count
        self._latest.clear()
        self._row.clear()
        self.rate = self._lowered(now)

    def _lowered(self, now: float) -> float:
        taken = max(self._taken_per_s(now) * _BELOW, self._cut_floor, _SLOWEST_PER_S)
        return taken if self.rate is None else min(self.rate, taken)

    @property
    def _span_s(self) -> float:
        """The time over which taken calls are counted: a second, longer where calls are rare."""
        return _SPAN_S if self.rate is None or self.rate >= 2.0 else 2.0 / self.rate

    def _taken_count(self, now: float) -> int:
        since = now - self._span_s
        for times in (self._taken, self._refused):
            while times and times[0] <= since:
                times.popleft()
        return len(self._taken) - len(self._refused)

    def _taken_per_s(self, now: float) -> float:
        return self._taken_count(now) / self._span_s

    def _room_in(self, now: float, rate: float) -> float:
        """Seconds until the last span has room for one more call at this pace."""
        if self._taken_count(now) < max(1, round(rate * self._span_s)):
            return 0.0
        return self._taken[0] + self._span_s - now

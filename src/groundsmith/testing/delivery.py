"""Sends an answer the way its outcome says: whole, cut, drop by drop, or with pauses."""

import asyncio
from collections.abc import Callable

from groundsmith.testing.script import Outcome
from groundsmith.testing.wire import Wire, chunk, head

OnEnd = Callable[[bool], None]
"""Told whether the answer was sent in full."""


def deliver(wire: Wire, status: int, body: bytes, outcome: Outcome, on_end: OnEnd) -> None:
    """Sends a body of known length."""
    extra = f"retry-after: {outcome.retry_after}\r\n" if outcome.retry_after is not None else ""
    opening = head(status, len(body), extra)
    cut = outcome.cut_at is not None and outcome.cut_at < len(body)
    if not outcome.drip_s and not cut:
        wire.write(opening + body)
        wire.done()
        on_end(True)
        return
    sent = body[: outcome.cut_at] if cut else body
    if not outcome.drip_s:
        wire.write(opening + sent)
        wire.done(close=True)
        on_end(False)
        return
    wire.write(opening)
    drops = [sent[at : at + 1] for at in range(len(sent))]
    _Drip(wire, drops, outcome.drip_s, whole=not cut, on_end=on_end).next()


def deliver_events(wire: Wire, events: list[bytes], outcome: Outcome, on_end: OnEnd) -> None:
    """Sends server-sent events as a body in chunks; the cut counts bytes of the events."""
    cut = outcome.cut_at is not None
    kept = _first_bytes(events, outcome.cut_at) if outcome.cut_at is not None else events
    portions = [chunk(event) for event in kept]
    whole = not cut or outcome.clean_end
    if whole:
        portions.append(chunk(b""))
    opening = head(200, None)
    if outcome.gap_s or outcome.drip_s:
        wire.write(opening)
        _Drip(wire, portions, outcome.gap_s or outcome.drip_s, whole=whole, on_end=on_end).next()
        return
    wire.write(opening + b"".join(portions))
    wire.done(close=not whole)
    on_end(not cut)


class _Drip:
    """Sends one portion at a time, as long as the client is there."""

    def __init__(
        self, wire: Wire, portions: list[bytes], gap_s: float, *, whole: bool, on_end: OnEnd
    ) -> None:
        self._wire = wire
        self._portions = iter(portions)
        self._gap_s = gap_s
        self._whole = whole
        self._on_end = on_end
        self._timer: asyncio.TimerHandle | None = None
        lost = wire.on_lost
        wire.on_lost = lambda: self._stop(lost)

    def next(self) -> None:
        """Sends the next portion, or ends."""
        portion = next(self._portions, None)
        if portion is None:
            self._wire.done(close=not self._whole)
            self._on_end(self._whole)
            return
        self._wire.write(portion)
        self._timer = asyncio.get_running_loop().call_later(self._gap_s, self.next)

    def _stop(self, lost: Callable[[], None] | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if lost is not None:
            lost()


def _first_bytes(events: list[bytes], count: int) -> list[bytes]:
    kept: list[bytes] = []
    for event in events:
        if count <= 0:
            break
        kept.append(event[:count])
        count -= len(event)
    return kept

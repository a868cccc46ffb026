"""An event loop whose time is its own: it jumps to the next timer instead of waiting for it.

For what waits and nothing else: with a socket open there is nothing to jump to, and it would spin.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        super().__init__()
        self._virtual_s = 0.0

    def time(self) -> float:
        return self._virtual_s

    def _run_once(self) -> None:
        scheduled = self._scheduled  # type: ignore[attr-defined]  # asyncio's own heap of timers
        if not self._ready and scheduled:  # type: ignore[attr-defined]  # what could run now
            self._virtual_s = max(self._virtual_s, scheduled[0].when())
        super()._run_once()  # type: ignore[misc]  # the loop's one step


def run_in_virtual_time(main: Coroutine[Any, Any, T]) -> tuple[T, float]:
    """The coroutine's result and the virtual seconds that it took; hours pass in no time."""
    with asyncio.Runner(loop_factory=_VirtualLoop) as runner:
        result = runner.run(main)
        return result, runner.get_loop().time()

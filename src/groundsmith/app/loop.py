"""The one place where synchronous code enters an event loop; uvloop where there is one.

What stands in memory by then stays to the end, so the collector is told not to look at it again and
again, and to pass more rarely over the rest.
"""

import asyncio
import gc
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_RARE_PASSES = (50_000, 50, 50)


def run_async(work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`, in an event loop of its own."""
    gc.freeze()
    gc.set_threshold(*_RARE_PASSES)
    try:
        from uvloop import new_event_loop  # not on Windows
    except ImportError:
        return asyncio.run(work)
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        return runner.run(work)

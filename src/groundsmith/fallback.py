"""FallbackChain: the first strategy that answers, for models, rankers and judges alike.

A strategy that fails hands over to the next one, and the caller is always told who answered, so
that a substitute never poses as the original.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar, cast

from groundsmith.errors import GroundsmithError, Severity

P = ParamSpec("P")
T = TypeVar("T")


class AllStrategiesFailed(GroundsmithError):
    """No strategy of a chain answered; `causes` holds each one's name and error, in order."""

    severity = Severity.CRITICAL

    def __init__(self, chain: str, causes: tuple[tuple[str, Exception], ...]) -> None:
        super().__init__(chain, causes)
        self.chain = chain
        self.causes = causes

    def __str__(self) -> str:
        if not self.causes:
            return f"{self.chain}: no strategy was added"
        tried = "; ".join(f"{name}: {error or type(error).__name__}" for name, error in self.causes)
        return f"{self.chain}: every strategy failed ({tried})"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strategy(Generic[P, T]):
    name: str
    call: Callable[P, T | Awaitable[T]]
    priority: int
    timeout_s: float | None


class FallbackChain(Generic[P, T]):
    """Strategies by priority, the highest first; equal ones in the order they were added."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._strategies: list[_Strategy[P, T]] = []

    def add_strategy(
        self,
        name: str,
        call: Callable[P, T | Awaitable[T]],
        *,
        priority: int = 0,
        timeout_s: float | None = None,
    ) -> None:
        """Adds a plain or an async function; past `timeout_s` seconds it counts as failed."""
        self._strategies.append(
            _Strategy(name=name, call=call, priority=priority, timeout_s=timeout_s)
        )
        self._strategies.sort(key=lambda strategy: -strategy.priority)

    def execute(self, *args: P.args, **kwargs: P.kwargs) -> tuple[T, str]:
        """The first answer and the name of who gave it; raises AllStrategiesFailed."""
        causes: list[tuple[str, Exception]] = []
        for strategy in self._strategies:
            try:
                return _call(strategy, *args, **kwargs), strategy.name
            except Exception as error:  # any failure hands over; all are kept
                causes.append((strategy.name, error))
        raise AllStrategiesFailed(self.name, tuple(causes))

    async def execute_async(self, *args: P.args, **kwargs: P.kwargs) -> tuple[T, str]:
        """Like `execute`, within a running event loop; plain functions run in a thread."""
        causes: list[tuple[str, Exception]] = []
        for strategy in self._strategies:
            try:
                return await _call_async(strategy, *args, **kwargs), strategy.name
            except Exception as error:  # any failure hands over; all are kept
                causes.append((strategy.name, error))
        raise AllStrategiesFailed(self.name, tuple(causes))


def _call(strategy: _Strategy[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    if inspect.iscoroutinefunction(strategy.call):
        return asyncio.run(_call_async(strategy, *args, **kwargs))
    call = cast("Callable[P, T]", strategy.call)
    if strategy.timeout_s is None:
        return call(*args, **kwargs)
    # A thread cannot be ended from outside: a late strategy goes on unheard.
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=strategy.name)
    try:
        return pool.submit(call, *args, **kwargs).result(timeout=strategy.timeout_s)
    except FutureTimeout as error:
        raise TimeoutError(f"no answer within {strategy.timeout_s} s") from error
    finally:
        pool.shutdown(wait=False)


async def _call_async(strategy: _Strategy[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    call: Any = strategy.call
    if inspect.iscoroutinefunction(call):
        answer = call(*args, **kwargs)
    else:
        answer = asyncio.to_thread(call, *args, **kwargs)
    try:
        return cast("T", await asyncio.wait_for(answer, strategy.timeout_s))
    except TimeoutError as error:
        raise TimeoutError(f"no answer within {strategy.timeout_s} s") from error

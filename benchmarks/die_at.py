"""The command line, killed with −9 by its own hand at a named moment.

    python benchmarks/die_at.py MOMENT COUNT qa docs --out out ...

A kill from outside lands where a process spends its time; the short steps between a call and its
commit, where work could be lost or paid twice, are hit by name. The process does its work as always
until the moment was passed `COUNT` times; then it is gone, without a word to anybody.
"""

import asyncio
import functools
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

from sqlalchemy import Engine, event

from groundsmith.cli.main import main
from groundsmith.llm.client import Client
from groundsmith.runs.ledger import Ledger
from groundsmith.store.run_wallet import RunWallet

Pass = Callable[[], None]
"""Called at each passing of the moment; does not return from the last."""


def reserving(step: Pass) -> None:
    """Before a call's worst case is held."""
    _before(RunWallet, "reserve", step)


def reserved(step: Pass) -> None:
    """Held, and not yet asked."""
    _after(RunWallet, "reserve", step)


def asked(step: Pass) -> None:
    """The call is with the provider, and not yet answered."""

    def soon() -> None:
        asyncio.get_running_loop().call_later(0.005, step)

    _before(Client, "post", soon)


def answered(step: Pass) -> None:
    """The answer is here, and neither booked nor stored."""
    _after(Client, "post", step)


def settled(step: Pass) -> None:
    """The answer is booked and stored, and its item is not finished."""
    _after(RunWallet, "settle", step)


def finished(step: Pass) -> None:
    """An item is finished, and nobody was told."""
    _after(Ledger, "finish", step)


def committing(step: Pass) -> None:
    """A group of writes is about to be committed."""
    event.listen(Engine, "commit", lambda connection: step())


def planned(step: Pass) -> None:
    """The plan is in the ledger, and nothing is leased."""
    plan = Ledger.plan

    @functools.wraps(plan)
    def with_step(*given: Any) -> int:
        count = plan(*given)
        step()
        return count

    setattr(Ledger, "plan", with_step)  # noqa: B010 - an assignment would not pass the type check


def renaming(step: Pass) -> None:
    """A file of the output is written, and does not have its name yet."""
    replace = os.replace

    @functools.wraps(replace)
    def with_step(source: Any, target: Any) -> None:
        step()
        replace(source, target)

    os.replace = with_step  # type: ignore[assignment]  # its other arguments are not used here


MOMENTS = {
    moment.__name__: moment
    for moment in (
        planned,
        reserving,
        reserved,
        asked,
        answered,
        settled,
        finished,
        committing,
        renaming,
    )
}


def gone() -> NoReturn:
    """Ends this process as an empty battery would."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("a killed process goes on")


def at_last(count: int) -> Pass:
    """Lets `count` − 1 passings go by, and none after."""
    left = iter(range(count - 1))

    def step() -> None:
        if next(left, None) is None:
            gone()

    return step


def _before(owner: type, name: str, step: Pass) -> None:
    method: Callable[..., Awaitable[Any]] = getattr(owner, name)

    @functools.wraps(method)
    async def with_step(*given: Any, **named: Any) -> Any:
        step()
        return await method(*given, **named)

    setattr(owner, name, with_step)


def _after(owner: type, name: str, step: Pass) -> None:
    method: Callable[..., Awaitable[Any]] = getattr(owner, name)

    @functools.wraps(method)
    async def with_step(*given: Any, **named: Any) -> Any:
        result = await method(*given, **named)
        step()
        return result

    setattr(owner, name, with_step)


if __name__ == "__main__":
    MOMENTS[sys.argv[1]](at_last(int(sys.argv[2])))
    sys.exit(main(sys.argv[3:]))

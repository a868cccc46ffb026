"""What a model call costs in the ledger: reserve, settle with the answer, and the look before.

    python benchmarks/ledger.py

Prints calls a second and CPU µs a call of this process (the server of PostgreSQL not counted), on
SQLite and on a private PostgreSQL that forces its commits to the disk: 100 callers without a
pause, 100 and 256 callers whose provider takes 50 ms, and one caller alone. An answer is 1,500
characters long. Then what one small statement costs, run bare and through SQLAlchemy.
"""

import asyncio
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Select, bindparam, select

from groundsmith.llm.clock import SystemClock
from groundsmith.records import Answer, Completion, Usage
from groundsmith.store.database import Database
from groundsmith.store.run_wallet import RunWallet
from groundsmith.store.schema import budgets
from groundsmith.store.statement import Statement

COMPLETION = Completion(
    text="x" * 1500,
    model="m",
    finish_reason="stop",
    usage=Usage(input_tokens=900, output_tokens=300),
)
LOADS = ((100, 20_000, 0.0), (100, 10_000, 0.05), (256, 20_000, 0.05), (1, 500, 0.0))
"""Callers, calls, and seconds that a provider takes."""


@contextmanager
def places(kind: str) -> Iterator[Callable[[], str]]:
    """A function that names a fresh ledger each time."""
    if kind == "SQLite":
        with tempfile.TemporaryDirectory() as folder:
            names = iter(range(1000))
            yield lambda: f"{folder}/{next(names)}.db"
        return
    sys.path.append(str(Path(__file__).parents[1] / "tests"))
    from postgres import cluster

    with cluster() as server:
        yield server.new_database


async def calls(wallet: RunWallet, callers: int, count: int, pause_s: float) -> None:
    """Makes `count` calls, `callers` of them at a time."""
    numbers = iter(range(count))

    async def caller() -> None:
        for number in numbers:
            key = f"{number * 7919:064x}"
            await wallet.find(key)
            reservation = await wallet.reserve(1_000_000)
            if pause_s:
                await asyncio.sleep(pause_s)
            await wallet.settle(reservation, 900_000, Answer(key=key, completion=COMPLETION))

    await asyncio.gather(*(caller() for _ in range(callers)))
    await wallet.booked()


def measured(place: str, callers: int, count: int, pause_s: float) -> tuple[float, float]:
    """Calls a second, and CPU µs a call."""
    with Database.open(place) as database:
        wallet = RunWallet(
            database,
            "run",
            "owner",
            limit=lambda: 10**18,
            clock=SystemClock(),
            waiting=lambda: None,
        )
        wall, cpu = time.perf_counter(), time.process_time()
        asyncio.run(calls(wallet, callers, count, pause_s))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return count / wall, cpu / count * 1e6


def of_one_statement(place: str, repeats: int = 5000) -> tuple[float, float]:
    """CPU µs of a look at one row: run bare, and through SQLAlchemy as a repository writes it."""

    def look() -> Select[tuple[int]]:
        return select(budgets.c.settled).where(budgets.c.run == bindparam("of_run"))

    bare = Statement(look())
    with Database.open(place) as database, database.read() as connection:
        begun = time.process_time()
        for _ in range(repeats):
            bare.run(connection, of_run="run")
        between = time.process_time()
        for _ in range(repeats):
            connection.execute(look(), {"of_run": "run"}).first()
        ended = time.process_time()
    return (between - begun) / repeats * 1e6, (ended - between) / repeats * 1e6


def main() -> None:
    """Prints the figures."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    for kind in ("SQLite", "PostgreSQL"):
        with places(kind) as new_place:
            for callers, count, pause_s in LOADS:
                rate, cpu = measured(new_place(), callers, count, pause_s)
                load = f"{callers} callers, provider {pause_s * 1000:.0f} ms"
                share = f", {rate * pause_s / callers:.2f} of the ideal" if pause_s else ""
                print(f"{kind:<11} {load:<27} {rate:7.0f} calls/s  {cpu:5.0f} µs CPU a call{share}")
            bare, usual = of_one_statement(new_place())
            print(
                f"{kind:<11} one statement: bare {bare:.1f} µs, through SQLAlchemy {usual:.1f} µs"
            )


if __name__ == "__main__":
    main()

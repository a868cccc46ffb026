"""Asking models: CPU seconds a thousand calls and calls a second, bare and through the whole stack.

    python benchmarks/transport.py
    python benchmarks/transport.py --profile

A fake provider in a process of its own answers after 50 ms. `bare` is the pooled session with
OpenAI's shape; `whole stack` adds cache, retries, breaker, limits, and a budget in memory; so their
difference is what the wrappers cost. `ideal` is calls in flight divided by the latency.
"""

import argparse
import asyncio
import cProfile
import pstats
import random
import sys
import time
from collections.abc import Callable, Sequence

import uvloop

from groundsmith.events import silent
from groundsmith.llm.build import Surroundings, build_model, endpoint_of, provider_of
from groundsmith.llm.client import Client
from groundsmith.llm.clock import SystemClock
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import Request
from groundsmith.seams import Model
from groundsmith.testing import FakeProvider, MemoryWallet, Outcome, Script
from groundsmith.testing.asking import settings_for

LATENCY_S = 0.05
PROMPT = "What does the text say about fees and deadlines? " * 30


def question(number: int) -> Request:
    """A request of about 1,500 characters, unlike any other."""
    return Request(
        system="Answer in one sentence.",
        messages=(("user", f"{number}: {PROMPT}"),),
        max_output_tokens=200,
        temperature=0.0,
    )


async def asked(model: Model, rows: int, in_flight: int) -> tuple[float, float]:
    """Wall and CPU seconds for `rows` calls, `in_flight` at a time."""
    numbers = iter(range(rows))

    async def worker() -> None:
        for number in numbers:
            await model.complete(question(number))

    wall, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(worker() for _ in range(in_flight)))
    return time.perf_counter() - wall, time.process_time() - cpu


def whole(settings: ModelSettings, client: Client) -> Model:
    """The stack that a run builds."""
    wallet = MemoryWallet(limit=10**18)
    around = Surroundings(
        client=client,
        wallet=wallet,
        answers=wallet,
        clock=SystemClock(),
        chance=random.Random(0),
        emit=silent,
        budgeted=True,
    )
    return build_model(settings, None, around)


def bare(settings: ModelSettings, client: Client) -> Model:
    """The provider alone."""
    return provider_of(settings, endpoint_of(settings, None), client, SystemClock())


def timed(
    fake: FakeProvider,
    build: Callable[[ModelSettings, Client], Model],
    rows: int,
    in_flight: int,
    workers: int | None = None,
) -> tuple[float, float]:
    """Wall and CPU seconds of `rows` calls, in an event loop of its own."""

    async def main() -> tuple[float, float]:
        async with Client() as client:
            model = build(settings_for(fake, in_flight=in_flight), client)
            return await asked(model, rows, workers or in_flight)

    return uvloop.run(main())


def throughput(rows: int) -> None:
    """One line for each build and number of calls in flight."""
    print(f"{'':12} {'in flight':>9} {'CPU s/1000':>11} {'calls/s':>8} {'ideal':>6}")
    for in_flight in (100, 256):
        for name, build in (("bare", bare), ("whole stack", whole)):
            with FakeProvider(Script(latency_s=LATENCY_S), own_process=True) as fake:
                wall_s, cpu_s = timed(fake, build, rows, in_flight)
            ideal = in_flight / LATENCY_S
            print(
                f"{name:12} {in_flight:9} {1000 * cpu_s / rows:11.3f} {rows / wall_s:8,.0f}"
                f" {rows / wall_s / ideal:6.2f}"
            )


def limits() -> None:
    """What a provider's cap, and its faults, cost.

    Twice as many rows are worked on as calls may be open, so that a row that waits for its next
    attempt does not keep a place.
    """
    with FakeProvider(Script(latency_s=LATENCY_S, cap_per_s=50), own_process=True) as fake:
        timed(fake, whole, 400, 100)
        bill = fake.bill(with_calls=False)
    span = (bill.last_s - bill.first_s) / (400 / 50)
    wasted = bill.statuses.get(429, 0) / 400
    print(f"cap of 50/s, 400 calls: span {span:.2f} x the floor, {wasted:.1%} wasted on 429")
    faults = ((0.02, Outcome(status=429, retry_after="1")), (0.01, Outcome(status=500)))
    walls = []
    for shares in ((), faults):
        with FakeProvider(Script(latency_s=LATENCY_S, shares=shares), own_process=True) as fake:
            walls.append(timed(fake, whole, 4000, 100, workers=200)[0])
    print(
        f"2 % 429 (Retry-After 1) and 1 % 500, 4,000 calls: {walls[1]:.2f} s, "
        f"{walls[0]:.2f} s without faults"
    )


def profile(rows: int) -> None:
    """Where the time of the whole stack goes."""
    profiler = cProfile.Profile()
    with FakeProvider(Script(latency_s=LATENCY_S), own_process=True) as fake:
        profiler.enable()
        timed(fake, whole, rows, 100)
        profiler.disable()
    pstats.Stats(profiler, stream=sys.stdout).sort_stats("tottime").print_stats(35)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, and the command that gives them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--profile", action="store_true")
    chosen = parser.parse_args(arguments)
    if chosen.profile:
        profile(chosen.rows)
        return
    print("command: python benchmarks/transport.py")
    throughput(chosen.rows)
    limits()


if __name__ == "__main__":
    main()

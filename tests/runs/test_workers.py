"""Worker processes that die, or whose parent does; and a run that is done by several."""

import asyncio
import multiprocessing.spawn
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from groundsmith.errors import MachineError, WorkerDied
from groundsmith.records import Json
from groundsmith.runs.workers.processes import ProcessPool

TESTS = Path(__file__).parents[1]
PARENT = """
import asyncio, sys
from groundsmith.runs.workers.processes import ProcessPool

if __name__ == "__main__":
    with ProcessPool(1) as pool:
        asyncio.run(pool.run("work_for_pools:endless", {}, sys.argv[1]))
"""


@pytest.fixture
def pool() -> Iterator[ProcessPool]:
    with ProcessPool(2) as opened:
        yield opened


async def run(pool: ProcessPool, function: str, payload: Json = None) -> Json:
    return await pool.run(f"work_for_pools:{function}", {"times": 2}, payload)


def children() -> set[Json]:
    """The processes below this one: other tests' may still be ending."""
    return {child.pid for child in multiprocessing.active_children()}


def pid_in(file: Path) -> int:
    """The process that says in `file` that it began."""
    while not file.exists() or not file.read_text():
        time.sleep(0)
    return int(file.read_text())


@pytest.mark.parametrize(
    ("payload", "how"), [(int(signal.SIGKILL), "SIGKILL"), (0, "exit status 3")]
)
def test_a_death_fails_its_own_task_and_says_how(pool: ProcessPool, payload: int, how: str) -> None:
    async def several() -> list[Json]:
        fine = [run(pool, "multiplied", number) for number in range(20)]
        return await asyncio.gather(*fine, run(pool, "dies_of", payload), return_exceptions=True)

    *fine, dead = asyncio.run(several())

    assert fine == [2 * number for number in range(20)]
    assert isinstance(dead, WorkerDied)
    assert how in str(dead)


def test_a_dead_worker_is_replaced(pool: ProcessPool) -> None:
    first = asyncio.run(run(pool, "process"))
    os.kill(first, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(first)] if psutil.pid_exists(first) else [], timeout=0)
    with pytest.raises(WorkerDied):
        asyncio.run(run(pool, "process"))

    second = asyncio.run(run(pool, "process"))

    assert second != first
    assert not psutil.pid_exists(first)


def test_no_process_is_started_before_there_is_work_for_it(pool: ProcessPool) -> None:
    async def one_after_the_other() -> set[Json]:
        return {await run(pool, "process") for _ in range(5)}

    at_first = children()
    working = asyncio.run(one_after_the_other())

    assert not at_first & working
    assert len(working) == 1
    assert children() - at_first <= working


def test_a_worker_is_deaf_to_the_interrupt_that_its_parent_hears(pool: ProcessPool) -> None:
    assert asyncio.run(run(pool, "interrupted", "done")) == "done"


def test_closing_ends_what_is_in_flight_and_leaves_no_process(tmp_path: Path) -> None:
    pool = ProcessPool(1)

    async def left() -> int:
        task = asyncio.ensure_future(run(pool, "endless", str(tmp_path / "began")))
        pid = await asyncio.to_thread(pid_in, tmp_path / "began")
        task.cancel()
        return pid

    pid = asyncio.run(left())
    pool.close()

    assert not psutil.pid_exists(pid)


def test_a_process_that_cannot_begin_stops_the_run_instead_of_one_task(
    pool: ProcessPool,
) -> None:
    own = multiprocessing.spawn.get_executable()
    multiprocessing.spawn.set_executable("/bin/false")
    try:
        with pytest.raises(MachineError, match="as it began"):
            asyncio.run(run(pool, "process"))
    finally:
        multiprocessing.spawn.set_executable(own)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_worker_in_the_middle_of_a_task_ends_with_its_parent(
    tmp_path: Path, number: signal.Signals
) -> None:
    script, began = tmp_path / "parent.py", tmp_path / "began"
    script.write_text(PARENT, encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, script, began], env=os.environ | {"PYTHONPATH": str(TESTS)}
    )
    worker = psutil.Process(pid_in(began))

    parent.send_signal(number)
    parent.wait(timeout=30)
    _, alive = psutil.wait_procs([worker], timeout=30)

    assert alive == []

"""CPU work in spawned processes: the seam Pool on the machine at hand.

Not `ProcessPoolExecutor`: there one dead worker fails every task of the pool, and the workers
outlive a parent that was killed. Here each worker has a pipe and a thread of its own, so a death
concerns one task, and the next one starts another worker.
"""

import asyncio
import signal
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import resource_tracker
from threading import Lock

from groundsmith.errors import WorkerDied
from groundsmith.records import Json
from groundsmith.runs.workers.worker import Worker


class ProcessPool:
    """At most `workers` processes, each started when there is work for it; the seam Pool.

    Close it, or leave its `with`: the processes end at once. They also end with their parent.
    """

    def __init__(self, workers: int) -> None:
        self._threads = ThreadPoolExecutor(
            workers, thread_name_prefix="worker", initializer=_hold_back_interrupts
        )
        self._lock = Lock()
        self._idle: list[Worker] = []
        self._living: set[Worker] = set()
        self._closed = False

    def __enter__(self) -> "ProcessPool":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    async def run(self, function: str, settings: Mapping[str, Json], payload: Json) -> Json:
        """Result of `function` (`package.module:name`) called with settings and payload.

        Raises:
            WorkerDied: The process ended before it answered; others are not concerned.
            MachineError: No process can be started.
            Exception: Whatever the function raised.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._call, function, settings, payload)

    def close(self) -> None:
        """Drops what waits, ends every worker, and returns when all are gone."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed = True
            for worker in self._living:
                worker.kill()
        self._threads.shutdown()
        for worker in self._living:
            worker.bury()
        self._living.clear()

    def _call(self, function: str, settings: Mapping[str, Json], payload: Json) -> Json:
        worker = self._take(function)
        try:
            return worker.call(function, settings, payload)
        finally:
            self._give_back(worker)

    def _take(self, function: str) -> Worker:
        """An idle worker, or a new one; a thread each, so there are never more than threads."""
        with self._lock:
            if self._closed:
                raise WorkerDied(function, "the pool was closed")
            if self._idle:
                return self._idle.pop()
            worker = Worker()
            self._living.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if not worker.broken:
                self._idle.append(worker)
                return
            self._living.remove(worker)
        worker.bury()


def _hold_back_interrupts() -> None:
    """Keeps Ctrl-C, which goes to all processes of a terminal, from those this thread starts.

    Their parent hears it and decides what becomes of them. The mask is inherited, so there is no
    moment in which a worker could be hit; starting multiprocessing's tracker would clear it.
    """
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

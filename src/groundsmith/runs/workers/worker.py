"""One worker: a spawned process, the pipe to it, and how it died if it did."""

import signal
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing import get_context

from groundsmith.errors import MachineError, WorkerDied
from groundsmith.records import Json
from groundsmith.runs.workers.serving import serve

_PATIENCE_S = 5.0


class Worker:
    """A process that does one task at a time; raises MachineError where none can be started.

    Attributes:
        broken: Whether it died over a task; it does no other.
    """

    def __init__(self) -> None:
        context = get_context("spawn")
        self.broken = False
        self._began = False
        try:
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs,), daemon=True)
            self._process.start()
        except OSError as error:
            raise MachineError(f"no worker process could be started: {error}") from error
        theirs.close()  # its end must be the only one, or its death would not end the pipe

    def call(self, function: str, settings: Mapping[str, Json], payload: Json) -> Json:
        """The result of a task; raises what its function raised, or WorkerDied."""
        try:
            self._began = self._began or self._pipe.recv()
            self._pipe.send((function, settings, payload))
            answer, trace = self._pipe.recv()
        except (EOFError, OSError) as error:
            self.broken = True
            raise self._death(function) from error
        if not trace:
            return answer
        answer.add_note(f"in the worker process:\n{trace}")
        raise answer

    def kill(self) -> None:
        """Ends the process at once; there is nothing in it to be lost."""
        self._process.kill()

    def bury(self) -> None:
        """Waits for the end of the process and lets go of all that it held."""
        self._process.kill()
        self._process.join()
        with suppress(ValueError):  # somebody else heard of its end first
            self._process.close()
        self._pipe.close()

    def _death(self, function: str) -> WorkerDied | MachineError:
        self._process.join(_PATIENCE_S)
        code = self._process.exitcode
        if code and code > 0 and not self._began:
            return MachineError(f"a worker process ended as it began, with exit status {code}")
        return WorkerDied(function, _how(code))


def _how(code: int | None) -> str:
    if code is None:
        return "its pipe broke"
    return f"exit status {code}" if code >= 0 else _signal_name(-code)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:  # a real-time signal
        return f"signal {number}"

"""A parsing process kept warm between files, so that a thousand small ones cost one start.

The decision to question: a file that brought a used process down is tried once more in a fresh
one, so that no file is refused for what others left in its memory. One that ran out of time is
not: it would only run out of it again.
"""

import atexit
import os
from collections.abc import Sequence
from threading import Lock

from groundsmith.corpus.sandbox.limits import Limits
from groundsmith.corpus.sandbox.process import Process, ProcessEnded
from groundsmith.errors import SourceError
from groundsmith.records import Json

_MOST_ANSWERS = 1000
"""Then a fresh process takes over: libraries in C may leak, and nobody has to know how much."""


class Sandbox:
    """Asks one process at a time; started on first use, and safe to share between threads.

    Args:
        functions: Paths (`package.module:name`) of what may be called: bytes to JSON.
    """

    def __init__(self, functions: Sequence[str], limits: Limits | None = None) -> None:
        self._functions = tuple(functions)
        self._limits = limits or Limits()
        self._lock = Lock()
        self._process: Process | None = None
        atexit.register(self.close)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forget)

    def call(self, function: str, data: bytes) -> Json:
        """What `function` makes of `data`.

        Raises:
            SourceError: It cannot be read, within the limits; names no path, for none is known.
            MachineError: No process can be started.
        """
        place = self._functions.index(function)
        with self._lock:
            return self._asked(place, data)

    def close(self) -> None:
        """Ends the process, if there is one; the next call starts another."""
        if self._process is not None:
            self._process.close()
            self._process = None

    def _asked(self, place: int, data: bytes) -> Json:
        while True:
            process = self._warm()
            is_fresh = process.answer_count == 0
            try:
                answer = process.ask(place, data)
            except ProcessEnded as ended:
                self._process = None
                if ended.late or is_fresh:
                    raise SourceError("", self._reason(ended)) from ended
                continue
            except BaseException:
                self._process = None
                raise
            if "fault" in answer:
                raise SourceError("", str(answer["fault"]))
            if "answer" in answer:
                return answer["answer"]
            self.close()  # its memory is full
            if is_fresh:
                raise SourceError("", f"reading it takes more than {self._memory} of memory")

    def _warm(self) -> Process:
        if self._process is not None and self._process.answer_count >= _MOST_ANSWERS:
            self.close()
        if self._process is None:
            self._process = Process(self._functions, self._limits)
        return self._process

    def _reason(self, ended: ProcessEnded) -> str:
        if ended.late:
            return f"reading it takes longer than {self._limits.cpu_s} s"
        return (
            f"damaged, or reading it takes more than {self._memory} of memory "
            f"(its reader ended with {ended.how})"
        )

    @property
    def _memory(self) -> str:
        return f"{self._limits.memory_bytes >> 20} MiB"

    def _forget(self) -> None:
        """A forked process has the pipes of its parent; what it read there would be another's."""
        self._process = None
        self._lock = Lock()

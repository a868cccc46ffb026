"""One parsing process from outside: started, asked, and ended when it misbehaves.

Started by its command line, not by `multiprocessing`: that one runs the caller's main module
again, so a script without its guard could not read a PDF; and its answers are pickles, which a
process that parses foreign bytes must not be trusted with.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Timer

import orjson

from groundsmith.corpus.sandbox.frames import receive, send
from groundsmith.corpus.sandbox.limits import Limits
from groundsmith.errors import GroundsmithError, MachineError
from groundsmith.records import Json

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1)); "
    "from groundsmith.corpus.sandbox.serving import main; main()"
)
_FAULT_BYTES = 1 << 16
"""Room beside an answer for what stands around it."""
_PATIENCE_S = 5.0
_OUT_OF_CPU = getattr(signal, "SIGXCPU", 0)


class ProcessEnded(GroundsmithError):
    """The process ended, or was ended, before it answered; `late` where time ran out."""

    def __init__(self, how: str, *, late: bool) -> None:
        super().__init__(how)
        self.how = how
        self.late = late


class Process:
    """A parsing process; raises MachineError where none can be started.

    Attributes:
        answer_count: How many tasks it has answered.
    """

    def __init__(self, functions: Sequence[str], limits: Limits) -> None:
        numbers = (limits.memory_bytes, limits.cpu_s, limits.answer_bytes)
        self._limits = limits
        self._began = False
        self.answer_count = 0
        try:
            self._process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
                [sys.executable, "-P", "-c", _START, json.dumps(sys.path)]
                + [str(number) for number in numbers]
                + list(functions),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for its parent, who decides what becomes of it
            )
        except OSError as error:
            raise MachineError(f"no process to read files in could be started: {error}") from error
        assert self._process.stdin is not None  # noqa: S101  # both are pipes, as asked for
        assert self._process.stdout is not None  # noqa: S101
        self._to, self._from = self._process.stdin, self._process.stdout

    def ask(self, place: int, data: bytes) -> dict[str, Json]:
        """The answer to one task; raises ProcessEnded, and then the process is gone.

        Args:
            place: Which of the functions, counted from 0.
        """
        late = False

        def end() -> None:
            nonlocal late
            late = True
            self._process.kill()

        watch = Timer(self._limits.wall_s, end)
        watch.daemon = True
        watch.start()
        try:
            answer = self._answer(place, data)
        except BaseException:  # Ctrl-C, too: the pipe is left in the middle of a message
            self.close()
            raise
        finally:
            watch.cancel()
        if answer is None:
            code = self._exit_status()
            self.close()
            if not self._began:
                raise MachineError(f"a process to read files in ended as it began ({_how(code)})")
            raise ProcessEnded(_how(code), late=late or code == -_OUT_OF_CPU)
        self.answer_count += 1
        return answer

    def close(self) -> None:
        """Ends the process at once; there is nothing in it to be lost."""
        self._process.kill()
        for pipe in (self._to, self._from):
            with suppress(OSError):
                pipe.close()
        self._process.wait()

    def _answer(self, place: int, data: bytes) -> dict[str, Json] | None:
        with suppress(OSError, ValueError):  # its end of the pipe is gone; it wrote no JSON
            self._began = self._began or receive(self._from, 0) is not None
            send(self._to, bytes([place]), data)
            answer = receive(self._from, self._limits.answer_bytes + _FAULT_BYTES)
            parsed = orjson.loads(answer or b"null")
            return parsed if isinstance(parsed, dict) else None
        return None

    def _exit_status(self) -> int | None:
        """How it ended by itself; `None` where it lives on, having answered what is no answer."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(_PATIENCE_S)
        return None


def _how(code: int | None) -> str:
    if code is None:
        return "its answer was none"
    try:
        return signal.Signals(-code).name
    except ValueError:  # it left by itself
        return f"exit status {code}"

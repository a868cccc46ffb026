"""What the tests let a parsing process do: what it should, and what it must not."""

import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from groundsmith.errors import SourceError
from groundsmith.records import Json

_HELD: list[bytes] = []


def length(data: bytes) -> Json:
    """How many bytes came."""
    return len(data)


def process(data: bytes) -> Json:
    """Which process this is."""
    return os.getpid()


def refuse(data: bytes) -> Json:
    """Refuses."""
    raise SourceError("", "not for me")


def fail(data: bytes) -> Json:
    """Fails as a parser does."""
    raise KeyError("word\x1b[0m\ntwo")


def fall_deep(data: bytes) -> Json:
    """Recurses without end."""
    return fall_deep(data)


def compute(data: bytes) -> Json:
    """Computes without end."""
    while True:
        pass


def wait(data: bytes) -> Json:
    """Waits for a signal that never comes."""
    signal.pause()
    return None


def hoard(data: bytes) -> Json:
    """Takes more memory than there should be."""
    return len(bytearray(1 << 40))


def keep(data: bytes) -> Json:
    """Keeps some memory at each call, as a leaky library does."""
    _HELD.append(bytes(len(data)))
    return len(_HELD)


def crash(data: bytes) -> Json:
    """Ends as native code does that met what it did not expect."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return None


def crash_when_used(data: bytes) -> Json:
    """Crashes in a process that was asked before."""
    _HELD.append(b"")
    return crash(data) if len(_HELD) > 1 else len(_HELD)


def flood(data: bytes) -> Json:
    """Answers with far more than it was given."""
    return "x" * (20 << 20)


def _start() -> None:
    """Runs a program; raises OSError where it cannot, or where it comes to nothing."""
    child = os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {})
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
        raise OSError("it did not come far")


def escape(data: bytes) -> Json:
    """What of the world outside can be reached, by name."""
    reached: list[Json] = [name for name in os.environ if name != "LC_CTYPE"]
    attempts: dict[str, Callable[[], object]] = {
        "read": lambda: Path(__file__).read_bytes(),
        "write": lambda: Path(data.decode()).write_bytes(b"x"),
        "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
        "pipe": os.pipe,
        "start": _start,
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError:
            continue
        reached.append(name)
    return reached

"""What the parsing process may use, and how it gives up everything else.

The decision to question: once all that it needs is imported, the process may open no further
file descriptor. That is a plain resource limit, yet it closes files, sockets and pipes at once,
to native code as well, and it makes the text independent of the fonts a machine happens to have.
Where the system knows no such limits (Windows; macOS none on memory), time and size still hold,
for those are watched from outside.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

if sys.platform != "win32":
    import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that reading one file may take.

    Attributes:
        memory_bytes: Address space of the process, its libraries included.
        cpu_s: Processor time; what a busy machine does beside it does not count.
        wall_s: Time until an answer, whatever the reason; only a machine in distress needs it.
        answer_bytes: Size of what comes back.
    """

    memory_bytes: int = 1 << 30
    cpu_s: int = 60
    wall_s: float = 600.0
    answer_bytes: int = 64 << 20


def seal(memory_bytes: int) -> None:
    """Gives up, for this process and for good, all but computing."""
    os.environ.clear()
    if sys.platform == "win32":
        return
    for what, most in _sealed(memory_bytes).items():
        with suppress(ValueError, OSError):  # a system that knows the limit but does not grant it
            resource.setrlimit(what, (most, most))


def allow_cpu(seconds: int) -> None:
    """Lets this process compute that much longer; then the system ends it."""
    if sys.platform == "win32":
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    most = int(usage.ru_utime + usage.ru_stime) + 1 + seconds
    with suppress(ValueError, OSError):  # a lower limit was set on us from outside: it holds
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _sealed(memory_bytes: int) -> Mapping[int, int]:
    return {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_NOFILE: 3,  # the three standard streams, which are open
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }

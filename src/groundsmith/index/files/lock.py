"""One writer at a time: a lock that the system gives back when its owner dies.

The lock file stays where it is and names its owner, for the message that the next one reads; a
name left behind by a process that was killed locks nothing, because the lock itself is the
system's (`flock`, or `msvcrt` where there is none).
"""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from groundsmith.errors import OutputError

LOCK = "writer.lock"
_OWNER_BYTES = 200
_GUARD_OFFSET = 1 << 20
"""Windows locks bytes, and nobody can read them: lock one that is never written."""


class WriterLock:
    """Held from entering to leaving; raises OutputError naming who holds it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as exc:
            raise OutputError(f"{self._path}: cannot be written ({exc.strerror or exc})") from exc
        if not _locked(descriptor):
            owner = os.read(descriptor, _OWNER_BYTES).decode("utf-8", "replace").strip()
            os.close(descriptor)
            raise OutputError(
                f"{self._path.parent}: another process is writing this index "
                f"({owner or 'it has just begun'}); try again when it is done"
            )
        os.truncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()} on {_host()}\n".encode()[:_OWNER_BYTES])
        self._descriptor = descriptor
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._descriptor is not None:
            os.truncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None


def _host() -> str:
    import platform  # imported late: only a writer needs it

    return platform.node()


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        os.lseek(descriptor, _GUARD_OFFSET, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

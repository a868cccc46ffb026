"""A file that several processes append lines to, set aside when it has grown.

Each batch is one `write` on a descriptor opened for appending, which local file systems do not
interleave. Who finds the file too long takes the lock and renames it; the others see that the
name means another file now and open it anew. A line that was under way ends up in the older file.
"""

import fcntl
import os
from pathlib import Path


class LogFile:
    """Appends to `path`; the older ones are `path.1` (the latest) to `path.N`.

    Args:
        max_bytes: Size from which the file is set aside.
        kept_count: How many older files stay.
    """

    def __init__(self, path: Path, *, max_bytes: int = 16_777_216, kept_count: int = 5) -> None:
        self.path = path
        self._max_bytes = max_bytes
        self._kept_count = kept_count
        self._opened: int | None = None
        self._torn = False

    def append(self, lines: bytes) -> None:
        """Writes whole lines; an OSError says that some of them are lost."""
        try:
            opened = self._open()
            data = b"\n" + lines if self._torn else lines
            self._torn = os.write(opened, data) != len(data)
            if self._torn:
                raise OSError(f"{self.path}: written in part")
            if os.fstat(opened).st_size > self._max_bytes:
                self._set_aside(opened)
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Closes the file; the next `append` opens it again."""
        if self._opened is not None:
            os.close(self._opened)
            self._opened = None

    def _open(self) -> int:
        """A descriptor of what `path` names now."""
        if self._opened is not None and not self._is_current(self._opened):
            self.close()
        if self._opened is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK
            self._opened = os.open(self.path, flags, 0o600)
        return self._opened

    def _is_current(self, opened: int) -> bool:
        try:
            return os.path.samestat(self.path.stat(), os.fstat(opened))
        except FileNotFoundError:
            return False

    def _set_aside(self, opened: int) -> None:
        """Renames the file, unless another process is doing it or has done it."""
        lock = os.open(self._numbered("lock"), os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if self._is_current(opened):
                self._make_room()
                self.path.replace(self._numbered(1))
        except BlockingIOError:
            return
        finally:
            os.close(lock)

    def _make_room(self) -> None:
        """Moves each older file up by one, as far as there are any; the oldest one goes."""
        numbers = range(1, self._kept_count)
        free = next((n for n in numbers if not self._numbered(n).exists()), self._kept_count)
        for number in range(free - 1, 0, -1):
            self._numbered(number).replace(self._numbered(number + 1))

    def _numbered(self, suffix: int | str) -> Path:
        return self.path.with_name(f"{self.path.name}.{suffix}")

"""Files that are whole or not there: written under a temporary name, flushed, then renamed.

Several files that belong together are staged first and renamed at the end, so that a reader meets
the old set or the new one, and a full disk leaves the old one in place. A temporary name carries
the process that writes it: what a killed run left behind can then be told from what another
process is writing at this moment.
"""

import errno
import hashlib
import io
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import TYPE_CHECKING, Self

import psutil

from groundsmith.errors import GroundsmithError, MachineError, OutputError, StorageFull

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_TEMPORARY = re.compile(r"\.groundsmith-(\d+)-[0-9a-f]{12}\.tmp")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_OURS_TO_WRITE = {
    errno.EACCES: "no permission to write here",
    errno.EPERM: "no permission to write here",
    errno.EROFS: "the file system is read-only",
    errno.ENOTDIR: "a part of the path is a file",
    errno.EISDIR: "a folder is in the way",
    errno.EEXIST: "a file is in the way",
    errno.ENOENT: "the folder does not exist",
    errno.ENAMETOOLONG: "the name is too long for this file system",
    errno.ELOOP: "the path goes in a circle of links",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file as it was written: what a manifest says of it."""

    name: str
    size_bytes: int
    sha256: str


class Staged(io.BufferedWriter):
    """A file under construction that counts and hashes what goes in; write-only, front to back."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.size_bytes = 0
        self._hash = hashlib.sha256()
        self._temporary = target.parent / f".groundsmith-{os.getpid()}-{token_hex(6)}.tmp"
        with _explained(target):
            _check_replaceable(target)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            raw = io.FileIO(os.open(self._temporary, flags, 0o666), "w")
        super().__init__(raw, buffer_size=1 << 20)

    def write(self, data: "ReadableBuffer", /) -> int:
        """How many bytes were taken; raises StorageFull, or OutputError."""
        view = memoryview(data)
        with _explained(self.target):
            super().write(view)
        self._hash.update(view)
        self.size_bytes += view.nbytes
        return view.nbytes

    def seekable(self) -> bool:
        """Never: the hash is taken as the bytes go by."""
        return False

    def close(self) -> None:
        """Flushes to the disk itself and closes; what is closed cannot be lost by a power cut."""
        if self.closed:
            return
        with _explained(self.target):
            try:
                self.flush()
                os.fsync(self.fileno())
            finally:
                super().close()

    def publish(self) -> Written:
        """Puts the finished file in its place, over whatever stood there."""
        self.close()
        with _explained(self.target):
            self._temporary.replace(self.target)
        return self.written

    def discard(self) -> None:
        """Leaves no trace; does nothing once published."""
        with suppress(GroundsmithError):
            self.close()
        with suppress(OSError):
            self._temporary.unlink(missing_ok=True)

    @property
    def written(self) -> Written:
        """Name, size and hash of what has been written so far."""
        return Written(
            name=self.target.name, size_bytes=self.size_bytes, sha256=self._hash.hexdigest()
        )


class Batch:
    """Files of one folder that appear together; leaving without `publish` leaves nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._staged: dict[str, Staged] = {}

    def __enter__(self) -> Self:
        """Makes the folder and sweeps what a killed run left in it."""
        with _explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        sweep(self.folder)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, at: TracebackType | None
    ) -> None:
        for staged in self._staged.values():
            staged.discard()

    def open(self, name: str) -> Staged:
        """A new file of the batch; it gets its place in the order in which it was opened."""
        staged = self._staged[name] = Staged(self.folder / name)
        return staged

    def put(self, name: str, data: bytes) -> None:
        """Stages a whole file at once."""
        with self.open(name) as staged:
            staged.write(data)

    @property
    def written(self) -> tuple[Written, ...]:
        """The files of the batch, in the order in which they were opened."""
        return tuple(staged.written for staged in self._staged.values())

    def publish(self) -> None:
        """Renames all files, the one opened last as the last."""
        for staged in self._staged.values():
            staged.close()
        for staged in self._staged.values():
            staged.publish()
        _sync_folder(self.folder)


@contextmanager
def atomic(path: Path) -> Iterator[Staged]:
    """A file to write, put in its place when the block ends well, and gone when it does not.

    Raises StorageFull, or OutputError with what is wrong, where, and what to do.
    """
    sweep(path.parent)
    staged = Staged(path)
    try:
        yield staged
        staged.publish()
    finally:
        staged.discard()
    _sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Removes temporary files whose process is gone; touches nothing that is named otherwise."""
    with _explained(folder):
        names = [entry.name for entry in os.scandir(folder)]
    for name in names:
        match = _TEMPORARY.fullmatch(name)
        if match and not psutil.pid_exists(int(match[1])):
            with suppress(OSError):
                (folder / name).unlink()


def _check_replaceable(target: Path) -> None:
    """Refuses to put a file where a folder, a device or a pipe stands."""
    with suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
            raise OutputError(f"{target}: it is {what}; choose another place to write to")


@contextmanager
def _explained(where: Path) -> Iterator[None]:
    """Turns the system's errors into ours; only what touches the output runs inside it."""
    try:
        yield
    except OSError as exc:
        raise _error(exc, where) from exc


def _error(exc: OSError, where: Path) -> GroundsmithError:
    if exc.errno in _FULL:
        return StorageFull(where)
    if exc.errno in _NOT_OURS_TO_WRITE:
        reason = _NOT_OURS_TO_WRITE[exc.errno]
        return OutputError(f"{where}: {reason}; choose another place to write to")
    return MachineError(f"{where}: cannot be written ({exc.strerror or exc}); try again")


def _sync_folder(folder: Path) -> None:
    """Makes the new names durable, where the system lets a folder be synced at all."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

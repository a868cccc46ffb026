"""Writes an index folder: new files first, then one manifest renamed into place.

What a killed writer left behind is named by no manifest; the next writer takes it away.
"""

import contextlib
import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import MachineError, OutputError, StorageFull
from groundsmith.index.files.lock import LOCK, WriterLock
from groundsmith.index.files.manifest import EMPTY, MANIFEST, Manifest, Part, Stored
from groundsmith.index.files.reading import opened, read_manifest
from groundsmith.records import Json

_FULL = {errno.ENOSPC, errno.EDQUOT}
_OURS = re.compile(r"\d{6,}-[\w.-]+\.npy|" + re.escape(MANIFEST) + r"\.new")


class FolderWriter:
    """The one writer of an index folder, from entering to leaving.

    Args:
        folder: Made if it is missing; one that holds other files and no index is refused.

    Raises:
        OutputError: Another process writes, or the folder cannot be used.
        StorageFull: The disk is full; the index stays as it was.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = EMPTY
        self._lock = WriterLock(folder)
        self._written = 0

    def __enter__(self) -> Self:
        with _explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        self.manifest = read_manifest(self.folder)
        if self.manifest is EMPTY:
            self._check_unused()
        with contextlib.ExitStack() as entered:
            entered.enter_context(self._lock)
            self.manifest = read_manifest(self.folder)
            self._sweep()
            entered.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._sweep()
        self._lock.__exit__(kind, error, trace)

    def store(self, name: str, array: NDArray[Any]) -> Stored:
        """Writes an array to a file of its own; it counts once a commit names it."""
        self._written += 1
        filed = f"{self.manifest.generation + 1:06}-{self._written}.{name}.npy"
        content = np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        blank = Stored(
            name=filed, size_bytes=0, sha256="", dtype=array.dtype.str, shape=array.shape
        )
        header = blank.header
        hashed = hashlib.sha256(header)
        hashed.update(content)
        with _explained(self.folder / filed), (self.folder / filed).open("wb") as out:
            out.write(header)
            out.write(content)
        return replace(blank, size_bytes=len(header) + len(content), sha256=hashed.hexdigest())

    def part(
        self, name: str, kind: str, arrays: Mapping[str, NDArray[Any]], about: Mapping[str, Json]
    ) -> Part:
        """Stores arrays as one part."""
        files = {key: self.store(f"{name}.{key}", array) for key, array in arrays.items()}
        return Part(name=name, kind=kind, files=files, about=about)

    def arrays(self, part: Part) -> dict[str, NDArray[Any]]:
        """The arrays of a part that was stored just now, mapped."""
        return {key: opened(self.folder, stored)[0] for key, stored in part.files.items()}

    def commit(
        self, kind: str, parts: Iterable[Part], beside: Mapping[str, Iterable[Part]] | None = None
    ) -> Manifest:
        """Puts `parts` in the place of all parts of that kind, at once or not at all.

        Args:
            beside: Parts of other kinds that take the place of theirs in the same moment.
        """
        new_parts = {kind: parts, **(beside or {})}
        kept = tuple(part for part in self.manifest.parts if part.kind not in new_parts)
        manifest = Manifest(
            generation=self.manifest.generation + 1,
            parts=(*kept, *(part for of_kind in new_parts.values() for part in of_kind)),
        )
        new = self.folder / f"{MANIFEST}.new"
        before = _names(self.manifest)
        with _explained(self.folder / MANIFEST):
            new.write_bytes(manifest.to_bytes())
            for name in [*sorted(_names(manifest) - before), new.name]:
                _sync(self.folder / name)
            new.replace(self.folder / MANIFEST)
            with contextlib.suppress(OSError):  # not every system lets a folder be synced
                _sync(self.folder)
        self.manifest = manifest
        self._written = 0
        self._sweep()
        return manifest

    def _check_unused(self) -> None:
        others = [
            entry.name
            for entry in self.folder.iterdir()
            if entry.name != LOCK and not _OURS.fullmatch(entry.name)
        ]
        if others:
            raise OutputError(
                f"{self.folder}: holds other files ({sorted(others)[0]}) and no index; "
                "choose a new or empty folder"
            )

    def _sweep(self) -> None:
        """Takes away files of ours that the manifest does not name."""
        named = _names(self.manifest)
        for entry in self.folder.iterdir():
            if _OURS.fullmatch(entry.name) and entry.name not in named:
                with contextlib.suppress(OSError):  # Windows keeps what a reader has open
                    entry.unlink()


@contextlib.contextmanager
def _explained(where: Path) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        if exc.errno in _FULL:
            raise StorageFull(where) from exc
        if exc.errno in (errno.EACCES, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EPERM):
            raise OutputError(f"{where}: cannot be written ({exc.strerror})") from exc
        raise MachineError(f"{where}: cannot be written ({exc.strerror or exc})") from exc


def _names(manifest: Manifest) -> set[str]:
    return {stored.name for part in manifest.parts for stored in part.files.values()}


def _sync(path: Path) -> None:
    """Brings what was written to the disk itself."""
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

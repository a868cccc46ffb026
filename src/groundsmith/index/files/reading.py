"""Reads an index folder as it was at one commit.

Opening compares each file's size and header with the manifest, and the hash of what a reader
asks for whole. Large arrays that are read in places (posting lists, texts) carry checks of their
own for every place and are asked for with `Snapshot.pieces`. All files are mapped at once: a
writer may take their names away the next moment, never their content.
"""

import hashlib
import io
import mmap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import IndexCorrupt, InputError, MachineError
from groundsmith.index.files.manifest import (
    EMPTY,
    MANIFEST,
    Manifest,
    Part,
    Stored,
    manifest_of,
)

_TRIES = 20


class Snapshot:
    """An index as it was when it was opened.

    Args:
        kind: Open only the parts of one owner; None opens all.

    Raises:
        InputError: There is no index.
        IndexCorrupt: A file is missing, cut, or another.
    """

    def __init__(self, folder: Path, kind: str | None = None) -> None:
        self.folder = folder
        self._arrays: dict[str, NDArray[Any]] = {}
        self._maps: dict[str, mmap.mmap] = {}
        for _ in range(_TRIES):
            self.manifest = read_manifest(folder)
            if self.manifest is EMPTY:
                raise InputError(f"{folder}: there is no index here")
            self.parts = self.manifest.of_kind(kind) if kind else self.manifest.parts
            missing = self._opened()
            if missing is None:
                return
            if read_manifest(folder).generation == self.manifest.generation:
                raise IndexCorrupt(folder, f"{missing} is missing")
        raise MachineError(f"{folder}: the index changes faster than it can be opened; try again")

    def array(self, part: Part, key: str) -> NDArray[Any]:
        """A read-only array whose content has just been checked; mapped, not loaded."""
        stored = self._stored(part, key)
        if hashlib.sha256(self._maps[stored.name]).hexdigest() != stored.sha256:
            raise IndexCorrupt(self.folder, f"{stored.name} is not what was written")
        return self._arrays[stored.name]

    def pieces(self, part: Part, key: str) -> NDArray[Any]:
        """A read-only array whose content is not checked: the caller checks what it reads."""
        return self._arrays[self._stored(part, key).name]

    def _stored(self, part: Part, key: str) -> Stored:
        if key not in part.files:
            raise IndexCorrupt(self.folder, f"{part.name} has no {key}")
        return part.files[key]

    def _opened(self) -> str | None:
        """The name of a file that is not there; None when all are open."""
        for part in self.parts:
            for stored in part.files.values():
                if stored.name not in self._arrays:
                    try:
                        self._arrays[stored.name], self._maps[stored.name] = opened(
                            self.folder, stored
                        )
                    except FileNotFoundError:
                        return stored.name
        return None


def opened(folder: Path, stored: Stored) -> tuple[NDArray[Any], mmap.mmap]:
    """A file's array, and all its bytes; mapped, and only size and header are checked."""
    try:
        mapped = _mapped(folder / stored.name, stored)
    except FileNotFoundError:
        raise
    except OSError as exc:
        raise MachineError(f"{folder / stored.name}: cannot be read ({exc.strerror})") from exc
    return _array(folder, stored, mapped), mapped


def read_manifest(folder: Path) -> Manifest:
    """The manifest in `folder`; `EMPTY` where there is none."""
    try:
        return manifest_of((folder / MANIFEST).read_bytes(), folder)
    except (FileNotFoundError, NotADirectoryError):
        return EMPTY
    except OSError as exc:
        raise InputError(f"{folder / MANIFEST}: cannot be read ({exc.strerror or exc})") from exc


def verify(folder: Path, progress: Callable[[Stored], None] = lambda _: None) -> Manifest:
    """The manifest, once every byte of every file has been held against it.

    Raises:
        IndexCorrupt: Naming the first file that is not what was written.
    """
    snapshot = Snapshot(folder)
    for part in snapshot.parts:
        for key, stored in part.files.items():
            snapshot.array(part, key)
            progress(stored)
    return snapshot.manifest


def _mapped(path: Path, stored: Stored) -> mmap.mmap:
    """The file's bytes; the map outlives the file's name."""
    with path.open("rb") as opened:
        size = opened.seek(0, io.SEEK_END)
        if size != stored.size_bytes or size == 0:
            raise IndexCorrupt(
                path.parent, f"{stored.name} has {size} bytes, {stored.size_bytes} were written"
            )
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def _array(folder: Path, stored: Stored, mapped: mmap.mmap) -> NDArray[Any]:
    """The array in a file, over the mapped bytes."""
    header = stored.header
    try:
        if mapped[: len(header)] != header:
            raise ValueError("its header is another")
        array = np.frombuffer(mapped, np.dtype(stored.dtype), offset=len(header))
        return array.reshape(stored.shape)
    except (ValueError, TypeError) as exc:
        raise IndexCorrupt(folder, f"{stored.name} is no array that was written ({exc})") from exc

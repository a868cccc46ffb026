"""Finding sources in what a person named: a file, a folder, a glob, or standard input.

Links inside a folder are never followed: what they lead to is either read under its own name or
lies outside, where nobody asked to look. So no loop, and nothing read twice. Whatever is left out
is handed back with its reason.
"""

import glob
import os
import stat
import sys
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from groundsmith.corpus.encodings import binary_fault
from groundsmith.corpus.kinds import (
    APART,
    BEIR_CORPUS,
    READ_SUFFIXES,
    TEXT,
    media_type,
    sniffed,
    suffix_of,
)
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import InputError, SourceError
from groundsmith.records import Skipped, Source, sha256

STDIN = "-"
_SNIFFED_BYTES = 8192
_OUR_SETTINGS = "groundsmith.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A source to be read: its path in the run, and where it lies; `None` is standard input."""

    path: str
    file: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A source that is at hand, with its bytes."""

    source: Source
    data: bytes


def find(
    location: str,
    label: str | None,
    settings: CorpusSettings,
    *,
    exclude: Collection[Path] = (),
) -> Iterator[Found | Skipped]:
    """Sources of one INPUT, in code-point order of their paths, and what is left out and why.

    Args:
        label: Stands in front of every path; `None` for the first INPUT.
        exclude: Folders that are ours: the output and the state.

    Raises:
        InputError: There is nothing at `location`.
    """
    search = _Search(label=label, settings=settings, exclude=frozenset(map(_real, exclude)))
    if location == STDIN:
        yield Found(path=search.named("stdin"), file=None)
        return
    place = Path(location)
    if os.path.lexists(place):
        yield from search.folder(place) if place.is_dir() else search.file(place, place.name)
    elif glob.has_magic(location):
        yield from search.glob(location)
    else:
        raise InputError(f"{location}: does not exist; name a file, a folder, a glob or -")


def load(found: Found) -> tuple[Source, bytes]:
    """A source and its bytes; raises SourceError where it cannot be read (any more)."""
    if found.file is None:
        data, uri = sys.stdin.buffer.read(), "stdin:"
        if not data:
            raise SourceError(found.path, "empty")
        kind = sniffed(data) or TEXT  # it has no name that could tell
    else:
        data, uri = _bytes_of(found), found.file.absolute().as_uri()
        kind = media_type(found.file.name) or TEXT
    source = Source(
        path=found.path, uri=uri, size_bytes=len(data), media_type=kind, sha256=sha256(data)
    )
    return source, data


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """How paths are named, and what is let in."""

    label: str | None
    settings: CorpusSettings
    exclude: frozenset[str]

    def named(self, relative: str) -> str:
        """The path in the run of what lies at `relative`."""
        name = _printable(unicodedata.normalize("NFC", relative.replace(os.sep, "/")))
        return f"{self.label}/{name}" if self.label else name

    def file(self, place: Path, relative: str) -> Iterator[Found | Skipped]:
        """A file that was named itself: its suffix may be any."""
        path = self.named(relative)
        try:
            status = place.stat()
        except OSError as error:
            raise InputError(f"{place}: cannot be read ({error.strerror})") from error
        yield self._judged(path, place, status)

    def folder(self, root: Path) -> Iterator[Found | Skipped]:
        """Everything below `root`."""
        yield from self._in_order(_Walk(root, self.exclude), root)

    def glob(self, pattern: str) -> Iterator[Found | Skipped]:
        """Everything that matches; raises InputError where nothing does."""
        base = _fixed_part(pattern)
        matches = glob.glob(pattern, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute one
        if not matches:
            raise InputError(f"{pattern}: matches no file; check it, and quote it for the shell")
        walk = _Walk(base, self.exclude)
        for match in matches:
            walk.take(Path(match))
        yield from self._in_order(walk, base)

    def _in_order(self, walk: "_Walk", root: Path) -> Iterator[Found | Skipped]:
        entries = [(self.named(os.fspath(at.relative_to(root))), at) for at in walk]
        seen: dict[str, Path] = {}
        for path, place in sorted(entries, key=lambda entry: (entry[0], os.fspath(entry[1]))):
            if path in seen:
                first, second = ascii(seen[path].name), ascii(place.name)
                reason = f"{second} has the same path as {first} once normalised; rename one"
                yield Skipped(path=path, reason=reason)
                continue
            seen[path] = place
            yield self._entry(path, place, walk.refused.get(place))

    def _entry(self, path: str, place: Path, refused: str | None) -> Found | Skipped:
        if refused:
            return Skipped(path=path, reason=refused, failed=refused.startswith("cannot"))
        if media_type(place.name) is None:
            kind = place.suffix.lower() or "a file without a suffix"
            reason = f"unsupported type ({_printable(kind)}); {READ_SUFFIXES} are read"
            return Skipped(path=path, reason=reason)
        if place.name == _OUR_SETTINGS:
            return Skipped(path=path, reason="our own settings")
        if _is_for_evaluation(place):
            reason = "queries and judgments beside a corpus.jsonl: for evaluation, not for reading"
            return Skipped(path=path, reason=reason)
        try:
            status = place.stat()
        except OSError as error:
            return Skipped(path=path, reason=f"cannot be read ({error.strerror})", failed=True)
        return self._judged(path, place, status)

    def _judged(self, path: str, place: Path, status: os.stat_result) -> Found | Skipped:
        if not stat.S_ISREG(status.st_mode):
            return Skipped(path=path, reason="not a regular file; pipes and devices are not opened")
        if reason := size_fault(status.st_size, self.settings):
            return Skipped(path=path, reason=reason)
        if reason := _binary_fault(place):
            return Skipped(path=path, reason=reason)
        return Found(path=path, file=place)


class _Walk:
    """Places below a root, links not followed; `refused` says which are named but not entered."""

    def __init__(self, root: Path, exclude: frozenset[str]) -> None:
        self._root = root
        self._inside = _real(root)
        self._exclude = exclude
        self._taken: dict[Path, None] = {}
        self.refused: dict[Path, str] = {}

    def __iter__(self) -> Iterator[Path]:
        if not self._taken:
            self._below(self._root)
        return iter(self._taken)

    def take(self, place: Path) -> None:
        """Takes a file, or everything below a folder."""
        if place.is_symlink():
            self._refuse(place, _link_fault(place, self._inside))
        elif place.is_dir():
            self._enter(place)
        else:
            self._taken[place] = None

    def _enter(self, folder: Path) -> None:
        if _real(folder) in self._exclude:
            self._refuse(folder, "our own output or state")
        else:
            self._below(folder)

    def _below(self, folder: Path) -> None:
        waiting = [folder]
        while waiting:
            at = waiting.pop()
            try:
                entries = list(os.scandir(at))
            except OSError as error:
                self._refuse(at, f"cannot be opened ({error.strerror})")
                continue
            for entry in entries:
                place = Path(entry.path)
                if entry.name.startswith("."):
                    self._refuse(place, "hidden")
                elif entry.is_symlink():
                    self._refuse(place, _link_fault(place, self._inside))
                elif not entry.is_dir():
                    self._taken[place] = None
                elif _real(place) in self._exclude:
                    self._refuse(place, "our own output or state")
                else:
                    waiting.append(place)

    def _refuse(self, place: Path, reason: str) -> None:
        self._taken[place] = None
        self.refused[place] = reason


def size_fault(size_bytes: int, settings: CorpusSettings) -> str | None:
    """Why a source of this size is not read; `None` where it is."""
    if size_bytes == 0:
        return "empty"
    if size_bytes < settings.min_bytes:
        return f"{size_bytes} bytes, less than corpus.min_bytes ({settings.min_bytes})"
    if size_bytes > settings.max_bytes:
        return f"{size_bytes:,} bytes, more than corpus.max_bytes ({settings.max_bytes:,})"
    return None


def _binary_fault(place: Path) -> str | None:
    """Why the first bytes of a file are no text; what cannot be opened is told when it is read."""
    if media_type(place.name) in APART:
        return None
    try:
        with _opened(place) as file:
            head = file.read(_SNIFFED_BYTES)
    except OSError:
        return None
    fault = binary_fault(head)
    return f"{fault}; name it {suffix}" if fault and (suffix := suffix_of(head)) else fault


def _is_for_evaluation(place: Path) -> bool:
    """Whether this is the part of a collection in BEIR's layout that is no document."""
    folder = place.parent
    if folder.name == "qrels" and place.suffix == ".tsv":
        folder = folder.parent
    elif place.name not in ("queries.jsonl", "qrels.tsv"):
        return False
    return (folder / BEIR_CORPUS).is_file()


def _opened(place: Path) -> BinaryIO:
    """A file opened for reading, without waiting where it has become a pipe."""
    return os.fdopen(os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb")


def _bytes_of(found: Found) -> bytes:
    """A regular file's bytes; what became something else since it was found is not opened."""
    assert found.file is not None  # noqa: S101  # only called for files
    try:
        with _opened(found.file) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise SourceError(found.path, "is no regular file any more")
            return file.read()
    except FileNotFoundError as error:
        raise SourceError(found.path, "vanished while the sources were read") from error
    except OSError as error:
        raise SourceError(found.path, f"cannot be read ({error.strerror})") from error


def _link_fault(place: Path, inside: str) -> str:
    target = _real(place)
    if not Path(target).exists():
        return "a link that leads nowhere"
    if target == inside or target.startswith(inside.rstrip(os.sep) + os.sep):
        return "a link; what it leads to is read under its own name"
    return "a link that leaves the folder"


def _real(place: Path) -> str:
    return os.path.realpath(place)


def _fixed_part(pattern: str) -> Path:
    """The folder of a glob that holds no wildcard."""
    parts = Path(pattern).parts
    fixed = next((n for n, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return Path(*parts[:fixed])


def _printable(name: str) -> str:
    """The name with undecodable bytes and control characters percent-escaped."""
    if name.isprintable():
        return name
    return "".join(
        char if char.isprintable() else "".join(f"%{b:02X}" for b in os.fsencode(char))
        for char in name
    )

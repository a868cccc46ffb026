"""A site's folder: one file for each accepted record, and the versions that were there before.

A file is put in place whole, and only if it changed, so that a web server or a generator that
watches the folder sees what changed and nothing else. What it replaces, or removes, becomes a
version under `.versions`; a file that the last export did not write is nobody's to remove.
"""

import difflib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import TYPE_CHECKING

import orjson

from groundsmith.errors import OutputError, StorageFull
from groundsmith.recipes.page.catalogue import parts_of
from groundsmith.records import Record, sha256

if TYPE_CHECKING:
    from groundsmith.recipes.page.preview import Preview

FOLDER = "site"
VERSIONS = ".versions"
_LEDGER = "files.json"
_TEMPORARY = ".groundsmith-site-"
_FULL = frozenset({28, 122})  # ENOSPC, EDQUOT

File = tuple[str, str]
"""Path below the site's folder, and text."""
Files = dict[str, str]
"""Path below the site's folder → SHA-256 of what an export put there."""


def write_site(out: Path, records: Iterable[Record], *, preview: bool = False) -> None:
    """Brings `out/site` up to date with the accepted of the records.

    Raises OutputError or StorageFull; every file is then still whole, old or new.
    """
    present = Present()
    accepted = present.accepted(records)
    files: Iterable[File] = map(_file, accepted)
    if preview:
        # Imported here: most runs look at no page.
        from groundsmith.recipes.page.preview import Preview

        files = _with_pages(accepted, Preview())
    Site(out / FOLDER).publish(files, is_unfinished=present.is_unfinished)


class Present:
    """Which items and components there are, as far as the records that went by say.

    A file whose item and component are there, and whose record is not, is unfinished: it was not
    selected, or failed. It stays as it was until it is made again.
    """

    def __init__(self) -> None:
        self._components: set[str] = set()
        self._slugs: set[str] = set()
        self._rejected: set[str] = set()

    def accepted(self, records: Iterable[Record]) -> Iterator[Record]:
        """The accepted of the records, all of them noted."""
        for record in records:
            path = PurePosixPath(str(record.content["path"]))
            self._components.add(path.parts[0])
            self._slugs.add(path.stem)
            if record.accepted:
                yield record
            else:
                self._rejected.add(str(path))

    def is_unfinished(self, name: str) -> bool:
        """Whether a file without a record may still get one."""
        path = PurePosixPath(name)
        known = path.parts[0] in self._components and path.stem in self._slugs
        return known and name not in self._rejected


def _with_pages(records: Iterable[Record], preview: "Preview") -> Iterator[File]:
    """The files of the records, each item's followed by its page, and the index at the end."""
    for title, of_item in groupby(records, key=lambda record: parts_of(record.item)[0]):
        held = list(of_item)
        yield from map(_file, held)
        yield preview.page(title, held)
    yield preview.index()


def _file(record: Record) -> File:
    return str(record.content["path"]), str(record.content["text"])


class Site:
    """The folder in which the files of a site lie."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def publish(
        self, files: Iterable[File], *, is_unfinished: Callable[[str], bool] = lambda path: False
    ) -> None:
        """Puts these files there, and removes those of the last time that are not among them.

        One file's text is in memory at a time.

        Args:
            is_unfinished: Whether a file that is not among them stays; asked after the last.
        """
        with _explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            earlier: Files = self.written()
            now: Files = {}
            for path, text in files:
                data = text.encode("utf-8", "replace")
                now[path] = sha256(data)
                self._put(path, data)
            for path in earlier.keys() - now.keys():
                if is_unfinished(path):
                    now[path] = earlier[path]
                else:
                    self._remove(path, earlier[path])
            self._replace(self.folder / VERSIONS / _LEDGER, orjson.dumps(now))

    def written(self) -> Files:
        """What the last export put there; empty where there was none."""
        try:
            held = orjson.loads((self.folder / VERSIONS / _LEDGER).read_bytes())
        except (FileNotFoundError, ValueError):
            return {}
        return {str(path): str(hashed) for path, hashed in held.items()}

    def versions(self, path: str) -> list[bytes]:
        """Every version of a file, the present one last."""
        kept = [each.read_bytes() for each in self._kept(path)]
        present = self.folder / path
        return [*kept, present.read_bytes()] if present.is_file() else kept

    def difference(self, path: str, one: int = -2, other: int = -1) -> str:
        """What changed between two versions of a file, as a unified diff.

        Args:
            one: Which of `versions`; the one before the last, unless told.
            other: And which other; the last.
        """
        held = [each.decode("utf-8", "replace") for each in self.versions(path)]
        if len(held) < 2:  # a difference takes two
            return ""
        before, after = (held[at].splitlines(keepends=True) for at in (one, other))
        return "".join(difflib.unified_diff(before, after, fromfile=path, tofile=path))

    def _put(self, path: str, data: bytes) -> None:
        place = self.folder / path
        try:
            present = place.read_bytes()
        except FileNotFoundError:
            present = None
        if present == data:
            return
        if present is not None:
            self._keep(path, present)
        self._replace(place, data)

    def _remove(self, path: str, sha: str) -> None:
        """Removes a file unless a person has changed it since."""
        place = self.folder / path
        if place.is_file() and sha256(data := place.read_bytes()) == sha:
            self._keep(path, data)
            place.unlink()

    def _keep(self, path: str, data: bytes) -> None:
        number = len(self._kept(path)) + 1
        self._replace(self.folder / VERSIONS / path / f"{number:06}", data)

    def _kept(self, path: str) -> list[Path]:
        return sorted((self.folder / VERSIONS / path).glob("[0-9]*"))

    def _replace(self, place: Path, data: bytes) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary = place.parent / f"{_TEMPORARY}{os.getpid()}-{token_hex(4)}.tmp"
        try:
            temporary.write_bytes(data)
            temporary.replace(place)
        finally:
            temporary.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Removes what a killed export left; exports of one folder come one at a time."""
        for left in self.folder.rglob(f"{_TEMPORARY}*.tmp"):
            left.unlink(missing_ok=True)


@contextmanager
def _explained(where: Path) -> Iterator[None]:
    """Turns the system's errors into ours."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFull(where) from error
        at = error.filename or where
        raise OutputError(
            f"{at}: cannot be written ({error.strerror}); choose another place to write to"
        ) from error

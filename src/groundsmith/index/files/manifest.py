"""The manifest of an index folder: which files belong to it, and what they must be.

It carries the hash of its own content, so that a damaged one is never half believed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from groundsmith.errors import IndexCorrupt, RequestError
from groundsmith.records import Json, digest

MANIFEST = "index.json"
_FORMAT = "groundsmith-index"
_VERSION = 2
"""2: vectors are bytes with a factor each; those of 1 are floats and still read."""
_MAGIC = b"\x93NUMPY\x01\x00"
_ALIGNED_BYTES = 64
_NO_PATH = {"", ".", "..", MANIFEST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file of the index, holding one array.

    Attributes:
        name: Its name in the folder.
        size_bytes: Size of the whole file, header and all.
        sha256: Hash of the whole file.
    """

    name: str
    size_bytes: int
    sha256: str
    dtype: str
    shape: tuple[int, ...]

    @property
    def header(self) -> bytes:
        """How the file begins, by numpy's format 1.0.

        Written and compared here, never parsed: numpy's parser fails now and then where several
        threads read (Python 3.11 loses count in `ast`).
        """
        text = f"{{'descr': {self.dtype!r}, 'fortran_order': False, 'shape': {self.shape}, }}"
        padded = text + " " * (-(len(_MAGIC) + 2 + len(text) + 1) % _ALIGNED_BYTES) + "\n"
        return _MAGIC + len(padded).to_bytes(2, "little") + padded.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Files that belong together, such as a segment.

    Attributes:
        name: Unique in the index.
        kind: Whose it is (`lexical`, `graph`, `dense`).
        files: What is stored, by what its owner calls it.
        about: Whatever its owner wants to know before opening a file.
    """

    name: str
    kind: str
    files: Mapping[str, Stored] = field(default_factory=dict)
    about: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All parts of an index, oldest first; `generation` counts the commits."""

    generation: int
    parts: tuple[Part, ...]

    def of_kind(self, kind: str) -> tuple[Part, ...]:
        """The parts of one owner."""
        return tuple(part for part in self.parts if part.kind == kind)

    def to_bytes(self) -> bytes:
        """The manifest as it stands in the folder."""
        content = {
            "format": _FORMAT,
            "version": _VERSION,
            "generation": self.generation,
            "parts": [asdict(part) for part in self.parts],
        }
        return json.dumps(content | {"sha256": digest(content)}, indent=1).encode()


EMPTY = Manifest(generation=0, parts=())
"""An index before its first commit."""


def manifest_of(data: bytes, folder: Path) -> Manifest:
    """The manifest that `data` holds.

    Raises:
        RequestError: It is another program's, or a newer version's.
        IndexCorrupt: It is not what was written.
    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as exc:
        raise IndexCorrupt(folder, f"{MANIFEST} is not JSON") from exc
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise RequestError(f"{folder}: its {MANIFEST} is not that of a Groundsmith index")
    version = content.get("version")
    if isinstance(version, int) and version > _VERSION:
        raise RequestError(
            f"{folder}: this index was written by a newer version of Groundsmith (format "
            f"{version}, this one reads {_VERSION}); upgrade, or index into another folder"
        )
    if content.pop("sha256", None) != digest(content):
        raise IndexCorrupt(folder, f"{MANIFEST} does not have the hash that it names")
    try:
        parts = tuple(_part(part) for part in content["parts"])
        return Manifest(generation=content["generation"], parts=parts)
    except (KeyError, TypeError, AttributeError) as exc:
        raise IndexCorrupt(folder, f"{MANIFEST} lacks what it must have ({exc})") from exc


def _part(raw: dict[str, Json]) -> Part:
    files = {
        key: Stored(**stored | {"shape": tuple(stored["shape"])})
        for key, stored in raw["files"].items()
    }
    for stored in files.values():
        if stored.name in _NO_PATH or Path(stored.name).name != stored.name:
            raise TypeError(f"{stored.name!r} is no file of this folder")
    return Part(name=raw["name"], kind=raw["kind"], files=files, about=raw["about"])

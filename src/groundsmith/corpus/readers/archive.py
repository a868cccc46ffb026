"""ZIP archives that come from anybody: opened only where what they unfold to is bounded.

The decision to question: sizes are believed as the archive states them, for nothing longer than
stated is ever unfolded; an entry that would be is reported as damaged by its check sum.
"""

import codecs
import io
import zipfile
import zlib
from xml.parsers import expat

from groundsmith.errors import SourceError

codecs.lookup("cp437")  # what old names are in; later nothing can be loaded any more

_MOST_ENTRIES = 20_000
_MOST_BYTES = 400 << 20
_MOST_RATIO = 200
_RATIO_FROM_BYTES = 16 << 20
"""Below that, packing well is no threat."""
_REFUSALS = (OSError, ValueError, NotImplementedError)
"""What `zipfile` raises for places outside the file, and for methods of packing it lacks."""
_ENCRYPTED = 1
"""Bit of an entry's flags."""


class Archive:
    """An archive in memory; raises SourceError, without a path, where it is no sound one."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, *_REFUSALS) as error:
            raise SourceError("", f"damaged or cut off: no ZIP archive ({error})") from error
        entries = self._zip.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise SourceError("", f"{len(entries):,} entries, more than {_MOST_ENTRIES:,}")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise SourceError("", "encrypted; it opens with a password only")
        unfolded = sum(entry.file_size for entry in entries)
        if unfolded > _MOST_BYTES or (
            unfolded > _RATIO_FROM_BYTES and unfolded > _MOST_RATIO * len(data)
        ):
            raise SourceError("", f"unfolds to {unfolded:,} bytes from {len(data):,}: a ZIP bomb")
        self.names = {entry.filename for entry in entries}

    def read(self, name: str) -> bytes:
        """The bytes of an entry; raises SourceError where it is missing or damaged."""
        try:
            return self._zip.read(name)
        except KeyError as error:
            raise SourceError("", f"damaged: {name} is missing") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, *_REFUSALS) as error:
            raise SourceError("", f"damaged: {name} cannot be unpacked ({error})") from error

    def must_be_plain(self, suffixes: tuple[str, ...]) -> None:
        """Refuses XML entries that declare entities: only an attack on a parser does that."""
        for name in sorted(self.names):
            if name.endswith(suffixes):
                _parse(self.read(name), expat.ParserCreate())


def elements(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """Names, without namespace, and attributes of an XML entry's elements, in order.

    Raises:
        SourceError: It is no XML, or declares entities.
    """
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, held: found.append((name.split(" ")[-1], held))
    _parse(data, parser)
    return found


def _parse(data: bytes, parser: expat.XMLParserType) -> None:
    """Parses; expat itself fetches nothing, and what could be expanded is refused."""
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise SourceError("", f"damaged: no XML ({error})") from error


def _refuse_entity(*_: object) -> None:
    raise SourceError("", "an XML part declares entities, which may draw in other files")

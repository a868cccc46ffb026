"""EPUB: the chapters in the order of their spine, each the way of every web page.

Runs in the parsing process only. The decision to question: chapters are counted as they are kept
(`ch01` is the first that holds text, cover and table of contents left out), because that is how
a reader would count them.
"""

import codecs
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from groundsmith.corpus.readers.archive import Archive, elements
from groundsmith.corpus.readers.extract import Extract
from groundsmith.corpus.readers.html import visible_text
from groundsmith.errors import SourceError
from groundsmith.records import Json

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_LEFT_OUT = {"cover": "the cover", "toc": "the table of contents"}
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{2,40})["']""")
_LOADED = "utf-8-sig utf-16 cp1250 cp1251 cp1252 cp1253 cp1254 latin-1 iso8859-2 iso8859-15 koi8-r"
_LOADED += " shift_jis euc_jp gbk gb2312 gb18030 big5 euc_kr"
for _codec in _LOADED.split():
    codecs.lookup(_codec)  # now: soon this process may open no file any more


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A page of the spine; `role` says why it is no chapter."""

    href: str
    role: str


def extract(data: bytes) -> Json:
    """A part for each chapter; raises SourceError for what cannot be read."""
    book = Archive(data)
    found = Extract()
    locked = _locked(book)
    for entry in _spine(book):
        if entry.href in locked:
            raise SourceError("", "encrypted (DRM); it opens in its seller's reader only")
        if entry.role:
            found.note(entry.href, f"{entry.role}: no chapter")
            continue
        try:
            text = visible_text(_decoded(book.read(entry.href)))
        except SourceError as error:
            found.note(entry.href, error.reason, failed=True)
            continue
        if text:
            found.add(f"ch{len(found.parts) + 1:02d}", text)
        else:
            found.note(entry.href, "no text")
    if not found.parts and not found.notes:
        raise SourceError("", "damaged: its spine is empty")
    return found.as_json()


def _spine(book: Archive) -> Iterator[_Entry]:
    """Pages in reading order, each once."""
    package = _package(book)
    listed = elements(book.read(package))
    folder = posixpath.dirname(package)
    items = {held.get("id", ""): held for name, held in listed if name == "item"}
    roles = {
        _resolved(folder, held.get("href", "")): _LEFT_OUT[held["type"]]
        for name, held in listed
        if name == "reference" and held.get("type") in _LEFT_OUT
    }
    seen: set[str] = set()
    for name, held in listed:
        item = items.get(held.get("idref", "")) if name == "itemref" else None
        if item is None or item.get("media-type") not in _PAGES:
            continue
        href = _resolved(folder, item.get("href", ""))
        if href in seen:
            continue
        seen.add(href)
        is_toc = "nav" in item.get("properties", "").split()
        is_cover = posixpath.splitext(posixpath.basename(href))[0].lower() == "cover"
        role = _LEFT_OUT["toc"] if is_toc else _LEFT_OUT["cover"] if is_cover else ""
        yield _Entry(href=href, role=role or roles.get(href, ""))


def _package(book: Archive) -> str:
    """Where the container says that the book's package file lies."""
    for name, held in elements(book.read(_CONTAINER)):
        if name == "rootfile" and held.get("full-path"):
            return held["full-path"]
    raise SourceError("", f"damaged: {_CONTAINER} names no package")


def _locked(book: Archive) -> set[str]:
    """Entries that are encrypted; fonts often are, and nobody minds."""
    if _ENCRYPTION not in book.names:
        return set()
    listed = elements(book.read(_ENCRYPTION))
    return {unquote(held.get("URI", "")) for name, held in listed if name == "CipherReference"}


def _resolved(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _decoded(data: bytes) -> str:
    """A page's text: Unicode, as the format demands, else as the page says, else as browsers do."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:1024])
    encoding = declared[1].decode("ascii") if declared else "cp1252"
    try:
        return data.decode(encoding, "replace")
    except (LookupError, ValueError, OSError) as error:  # a codec that is not loaded opens files
        raise SourceError("", f"in an encoding that is not read ({encoding})") from error

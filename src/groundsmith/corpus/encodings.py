"""Bytes to text: the encoding a file says it has, else the one it must have, else the likeliest.

The decision to question: what is neither Unicode nor clearly another script is read as
Windows-1252, which is what old files of Western languages are in practice; a statistical guess is
asked only where what comes out does not look like words.
"""

import codecs
import re

from groundsmith.errors import SourceError

DAMAGED = "utf-8 (damaged)"
"""What UTF-8 is called of which some bytes were lost."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, DOCX or EPUB"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a SQLite database"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b")) + b"\x7f"
_SAMPLE_BYTES = 65_536
_MOST_CONTROLS = 0.02
_MOST_DAMAGE = 0.1
_MOST_NULS = 0.01
_ALPHABETIC_NULS = 0.5
_MISFITS = re.compile(
    "(?<=[a-zA-Z])[\xa1-\xb6\xb8-\xbf\xd7\xf7](?=[a-zA-Z])"
    "|[\xd0\xdd\xde\xf0\xfd\xfe]|[^\x00-\x7f]{3,}"
)
"""Signs inside words, letters of Icelandic, runs without ASCII: other code pages seen as this."""
_MOST_MISFITS = 0.1
_GUESSED = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r"]
_GUESSED += ["cp874", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding.

    Args:
        declared: What the file says of itself; believed where it is not Unicode and fits.

    Raises:
        SourceError: It is binary; the caller knows its path, so the error names none.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if reason := binary_fault(data):
        raise SourceError("", reason)
    if wide := _wide(data):
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _declared(data, declared) or _legacy(data)


def binary_fault(data: bytes) -> str | None:
    """Why these bytes, or the first of them, are no text; `None` where they may be."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return f"binary ({what})"
    sample = data[:_SAMPLE_BYTES]
    if sample.startswith(tuple(mark for mark, _ in _BOMS)) or _wide(sample):
        return None
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        return "binary (too many control bytes for text)"
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, told by where its NUL bytes stand."""
    sample = data[:_SAMPLE_BYTES]
    if sample.count(0) <= _MOST_NULS * len(sample) and _decodes(sample, "utf-8"):
        return None
    shares = [sample[at::4].count(0) / (len(sample[at::4]) or 1) for at in range(4)]
    return next((encoding for encoding in _by_nuls(shares) if _decodes(sample, encoding)), None)


def _by_nuls(shares: list[float]) -> list[str]:
    """Encodings that put NUL bytes there, by their share at each position of four."""
    first, second, third, fourth = shares
    if fourth == 1 and third > 1 - _MOST_CONTROLS:
        return ["utf-32-le"]
    if first == 1 and second > 1 - _MOST_CONTROLS:
        return ["utf-32-be"]
    even, odd = first + third, second + fourth
    if max(even, odd) < _MOST_NULS:
        return []
    likely = ["utf-16-le", "utf-16-be"] if odd > even else ["utf-16-be", "utf-16-le"]
    return likely[:1] if max(even, odd) > _ALPHABETIC_NULS else likely


def _decodes(sample: bytes, encoding: str) -> bool:
    """Whether these bytes, which may end inside a character, are text in `encoding`."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    odd = sum(not (char.isprintable() or char.isspace()) for char in text)
    return encoding == "utf-8" or odd <= _MOST_CONTROLS * len(text)


def _declared(data: bytes, declared: str | None) -> tuple[str, str] | None:
    if not declared:
        return None
    try:
        encoding = _as_browsers(declared)
        return data.decode(encoding), encoding
    except (LookupError, UnicodeDecodeError):
        return None


def is_encoding(declared: str | None, encoding: str) -> bool:
    """Whether what a file says of itself is that encoding."""
    try:
        return bool(declared) and _as_browsers(declared or "") == encoding
    except LookupError:
        return False


def _as_browsers(declared: str) -> str:
    """The encoding that browsers read a declared one as."""
    encoding = codecs.lookup(declared).name
    return "cp1252" if encoding in ("iso8859-1", "ascii") else encoding


def _legacy(data: bytes) -> tuple[str, str]:
    """Text that is not Unicode, or Unicode with damage."""
    repaired = data.decode("utf-8", "replace")
    damaged = repaired.count("\ufffd")
    beyond_ascii = len(repaired) - len(repaired.encode("ascii", "ignore"))
    if damaged <= _MOST_DAMAGE * (beyond_ascii - damaged):
        return repaired, DAMAGED
    try:
        western, encoding = data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        western, encoding = data.decode("latin-1"), "latin-1"
    sample = western[:_SAMPLE_BYTES]
    beyond_ascii = sum(char > "\x7f" for char in sample)
    misfits = sum(len(misfit) for misfit in _MISFITS.findall(sample))
    if misfits <= _MOST_MISFITS * beyond_ascii:
        return western, encoding
    guessed = _guess(data[:_SAMPLE_BYTES])
    return (data.decode(guessed, "replace"), guessed) if guessed else (western, encoding)


def _guess(sample: bytes) -> str | None:
    """The likeliest code page by letter statistics."""
    from charset_normalizer import from_bytes  # costs start-up time, and is rarely asked

    best = from_bytes(sample, cp_isolation=_GUESSED).best()
    return best.encoding if best else None

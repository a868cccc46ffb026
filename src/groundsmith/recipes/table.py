"""Tables for other tools: comma-separated, UTF-8, CRLF (RFC 4180), and harmless to a spreadsheet.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

import csv
import io
import re
from collections.abc import Iterable
from typing import BinaryIO

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]")


def table(rows: Iterable[list[str]], to: BinaryIO) -> int:
    """Writes rows, one in memory at a time; how many there were."""
    count = 0
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        count += 1
        writer.writerow([_harmless(cell) for cell in row])
        to.write(utf8(text.getvalue()))
        text.seek(0)
        text.truncate()
    return count


def utf8(text: str) -> bytes:
    """The text as UTF-8, whatever is in it."""
    return clean(text).encode()


def clean(text: str) -> str:
    """The text without lone surrogates."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell

"""Normalised text: the one form that spans, hashes and citations refer to.

As little as possible is changed, so that a quote can be found again in the file: line ends, a
byte order mark, and the characters that no store can keep (NUL, and surrogates without a partner,
which an escape in JSON can name). No Unicode normalisation, no folding of white space.
"""

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    """`text` without a leading BOM, lines ended by LF, NUL and lone surrogates as U+FFFD."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\0", "\ufffd")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)

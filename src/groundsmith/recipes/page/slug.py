"""Names as they stand in paths and tags: lower case, words joined by hyphens.

Letters of any script stay, because a name in another script must not become nothing; all that a
file system or a URL could take for something else goes.
"""

import re
import unicodedata

from groundsmith.records import sha256

_BETWEEN = re.compile(r"[\W_]+")
_MOST_CHARS = 80
_HASH_CHARS = 8


def slug(text: str) -> str:
    """The text as a slug; one that would be too long ends in a hash of all of it."""
    if not text:
        return ""
    made = slugged(text) or "item"
    if len(made) <= _MOST_CHARS:
        return made
    return f"{made[: _MOST_CHARS - _HASH_CHARS - 1].rstrip('-')}-{sha256(text)[:_HASH_CHARS]}"


def slugged(text: str) -> str:
    """Every word of a text, joined by hyphens, however many there are."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _BETWEEN.sub("-", plain.replace("'", "").replace("\u2019", "")).strip("-")


def is_slug(text: str) -> bool:
    """Whether the text is a slug already."""
    return bool(text) and slug(text) == text

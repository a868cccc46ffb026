"""How good a context is for what shall be written from it, before anything is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document, as it would be shown.

    Attributes:
        start: Where it begins in its document.
    """

    document: str
    start: int
    text: str

"""The words of a sentence, ready for looking up cues in them."""

import re
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\d.,]*")
_LONGEST_CHARS = 2_000
_CLOSERS = " \t\n\"'”’»)]}*_`"


def _listed(lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines.replace("\n", ",").split(",") if line.strip())


@dataclass(frozen=True, slots=True)
class Cues:
    """Words and phrases that give something away."""

    words: frozenset[str]
    phrases: tuple[str, ...]


def cues(listed: str) -> Cues:
    """Cues from a list with commas or line breaks between them."""
    entries = _listed(listed)
    return Cues(
        words=frozenset(entry for entry in entries if " " not in entry),
        phrases=tuple(f" {entry} " for entry in entries if " " in entry),
    )


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence and its words, without case.

    Attributes:
        end: Its last character, closing quotes and brackets left out.
    """

    text: str
    words: tuple[str, ...]
    end: str

    @property
    def line(self) -> str:
        """The words with one space around each."""
        return f" {' '.join(self.words)} "

    def has(self, wanted: Cues) -> bool:
        """Whether some cue stands anywhere."""
        if not wanted.words.isdisjoint(self.words):
            return True
        line = self.line
        return any(phrase in line for phrase in wanted.phrases)

    def opens(self, wanted: Cues) -> bool:
        """Whether some cue stands at the start."""
        if self.words[:1] and self.words[0] in wanted.words:
            return True
        return self.line.startswith(wanted.phrases)


@lru_cache(maxsize=256)
def wording(text: str) -> Wording:
    """The wording of a sentence; of one that is far too long, that of its beginning."""
    seen = text[:_LONGEST_CHARS]
    words = tuple(WORD.findall(seen.casefold().replace("’", "'")))
    return Wording(seen, words, seen.rstrip(_CLOSERS)[-1:])

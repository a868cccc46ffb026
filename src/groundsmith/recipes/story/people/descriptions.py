"""Whom a description means: "the old woman", "mantri itu", "the surveyor".

An alias in the notes decides; a word of somebody's role there does too. Else it is whoever was
named last, near by, and fits: a woman for "the old woman", somebody under sixteen for "the child".
"""

import re
from collections import Counter
from collections.abc import Sequence

from groundsmith.recipes.story.people.cast import Cast
from groundsmith.recipes.story.people.line import Line

_OPENING = {
    "en": re.compile(
        r"\W*(?:then |but |and |so |that \w+ )?the (?P<phrase>(?:[a-z-]+ )?(?P<noun>[a-z]+))\b",
        re.I,
    ),
    "id": re.compile(
        r"\W*(?:lalu |kemudian |tetapi |dan "
        r"|\w+ harinya,? )?(?P<phrase>(?P<noun>[a-z]+)(?: (?:tua|kecil|muda))?) itu\b",
        re.I,
    ),
}
_KINDS = {
    "woman": ("f", "adult"), "lady": ("f", "adult"), "man": ("m", "adult"), "girl": ("f", "child"),
    "boy": ("m", "child"), "child": ("", "child"), "perempuan": ("f", "adult"),
    "wanita": ("f", "adult"), "lelaki": ("m", "adult"), "anak": ("", "child"),
    "gadis": ("f", "child"), "laki-laki": ("m", "adult"),
}  # fmt: skip
_CHILD_YEARS = 16
_NEAR_LINES = 60


class Descriptions:
    """What descriptions a cast has, and whom they mean at a line."""

    def __init__(self, cast: Cast, lines: Sequence[Line]) -> None:
        self._cast = cast
        self._lines = lines
        self._index = {line.sentence.at: at for at, line in enumerate(lines)}
        self._by_phrase: dict[str, str] = {}
        nouns: Counter[str] = Counter()
        roles: dict[str, str] = {}
        for one in cast.characters.values():
            for phrase in one.descriptions:
                self._by_phrase[re.sub(r"^(?:the|si) ", "", phrase)] = one.key
            role = one.sheet.value("role|peran|occupation|pekerjaan") if one.sheet else ""
            for noun in re.findall(r"[a-z]{4,}", role.split(";")[0].split(" of ")[0].lower())[:4]:
                nouns[noun] += 1
                roles[noun] = one.key
        for noun, count in nouns.items():
            if count == 1:
                self._by_phrase.setdefault(noun, roles[noun])

    def meant(self, line: Line) -> str | None:
        """The character that a sentence's opening description means, if any."""
        if line.mentions and line.mentions[0].start < 12:
            return None
        found = _OPENING[self._cast.words.code].match(line.sentence.told)
        if found is None:
            return None
        phrase, noun = found.group("phrase").lower(), found.group("noun").lower()
        known = self._by_phrase.get(phrase) or self._by_phrase.get(noun)
        if known is not None:
            return known
        kind = _KINDS.get(noun)
        return self._last(line, *kind, old="old" in phrase or "tua" in phrase) if kind else None

    def _last(self, line: Line, gender: str, age: str, *, old: bool) -> str | None:
        """Who was named last before a line and fits."""
        at = self._index[line.sentence.at]
        for before in reversed(self._lines[max(0, at - _NEAR_LINES) : at]):
            for mention in reversed(before.mentions):
                if self._fits(mention.key, gender, age, old=old):
                    return mention.key
        return None

    def _fits(self, key: str, gender: str, age: str, *, old: bool) -> bool:
        one = self._cast.characters[key]
        if gender and one.gender not in (gender, ""):
            return False
        told = one.sheet.value("age|umur|usia|born|lahir") if one.sheet else ""
        written = re.search(
            r"(?:age|umur|usia)?:? ?\b(\d{1,2})\b(?! (?:oct|nov|dec|jan|des|okt))", told, re.I
        )
        years = int(written.group(1)) if written else None
        if years is None:
            return not old or gender == one.gender
        if age == "child":
            return years < _CHILD_YEARS
        return years >= 50 if old else years >= _CHILD_YEARS

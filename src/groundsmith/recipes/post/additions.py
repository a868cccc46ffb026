"""What a sentence adds to its sources, found without weighing anything.

A judge weighs how words align, and may be lenient. What does harm in a public post is of few kinds:
figures, names, technologies, addresses, and praise or crowds that nobody counted. Each must stand
in the sources itself: figures and praise in the very passages that a sentence rests on, names
anywhere. The words are data (`additions.yaml`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from groundsmith.recipes.post.brief import data
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.technologies import unnamed
from groundsmith.records import Claim, ClaimKind
from groundsmith.verify.evidence import find_evidence
from groundsmith.verify.names import is_named, names
from groundsmith.verify.tokens import TokenKind, analysed

_ADDRESS = re.compile(
    r"https?://[^\s)>\]]{1,300}|\b[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}|(?<![\w.])@\w{2,40}"
    r"|\b(?:[a-z0-9-]{2,40}\.){1,3}(?:com|org|io|dev|net|ai|co|app|id)\b(?:/\S{0,200})?"
)
_CODE_NAME = re.compile(r"\b(?:[A-Z][a-z0-9]+){2,6}\b|\b[A-Za-z]+(?:\.[a-z]{2,4}|[0-9]+)\b")
_SPELLED = re.compile(r"\b\d+(?:[.,]\d+)*\s?(?:x|k|m|bn|%)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Something that no source has: its finding's code, and the words."""

    code: str
    words: str

    @property
    def message(self) -> str:
        """For people."""
        return f"{_SAID[self.code]}: {self.words}"


_SAID = {
    "technology-not-in-sources": "neither a manifest nor the README names this technology",
    "number-not-in-sources": "the passages it rests on have no such figure",
    "quantity-not-in-sources": "the passages it rests on do not count so",
    "endorsement-not-in-sources": "the passages it rests on do not praise so",
    "crowd-not-in-sources": "the passages it rests on speak of no such people",
    "name-not-in-sources": "no source has this name",
    "address-not-in-sources": "no source has this address",
}
TECHNOLOGY = "technology-not-in-sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    quantities: re.Pattern[str]
    endorsements: re.Pattern[str]
    crowds: re.Pattern[str]
    presuming: re.Pattern[str]


@cache
def _cues() -> _Cues:
    held = data("additions.yaml")
    return _Cues(**{name: _pattern(held[name]) for name in _Cues.__slots__})


def _pattern(cues: Sequence[str]) -> re.Pattern[str]:
    """Whole words and phrases; `*` is any ending, `?` makes the letter before it optional."""
    written = "|".join(map(re.escape, cues))
    loose = written.replace(r"\*", r"\w{0,12}").replace(r"\?", "?").replace(r"\ ", r"\s{1,4}")
    return re.compile(rf"(?<!\w)(?:{loose})(?!\w)", re.IGNORECASE)


def presumes(sentence: str) -> bool:
    """Whether a question or an invitation takes something for granted (`did you know`)."""
    return bool(_cues().presuming.search(sentence))


def additions(sentence: str, project: Project) -> list[Addition]:
    """What a sentence has that the sources do not, the worst first; none where it adds nothing."""
    return [
        Addition(code=code, words=words) for code, words in dict.fromkeys(_found(sentence, project))
    ]


def _found(sentence: str, project: Project) -> Iterator[tuple[str, str]]:
    for one in unnamed(sentence, project):
        yield TECHNOLOGY, one.name
    resting = _resting(sentence, project)
    yield from _numbers(sentence, resting)
    cues = _cues()
    for code, pattern in (
        ("quantity-not-in-sources", cues.quantities),
        ("endorsement-not-in-sources", cues.endorsements),
        ("crowd-not-in-sources", cues.crowds),
    ):
        for match in pattern.finditer(sentence):
            if not _has(resting, match.group()):
                yield code, match.group()
    yield from _names(sentence, project)
    for match in _ADDRESS.finditer(sentence):
        address = match.group().rstrip(".,;:!?")
        if address.lower() not in project.said.lower():
            yield "address-not-in-sources", address


def _resting(sentence: str, project: Project) -> str:
    """The passages that a sentence would rest on."""
    claim = Claim(text=sentence, start=0, stop=len(sentence), kind=ClaimKind.QUALITATIVE)
    return "\n".join(shown.text for shown in find_evidence(claim, project.evidence))


def _numbers(sentence: str, resting: str) -> Iterator[tuple[str, str]]:
    known = {t.key for t in analysed(resting).tokens if t.kind is TokenKind.NUMBER}
    for token in analysed(sentence).tokens:
        if token.kind is TokenKind.NUMBER and token.key not in known:
            yield "number-not-in-sources", sentence[token.start : token.stop]
    close = re.sub(r"\s", "", resting.lower())
    for match in _SPELLED.finditer(sentence):
        if re.sub(r"\s", "", match.group().lower()) not in close:
            yield "number-not-in-sources", match.group()


def _names(sentence: str, project: Project) -> Iterator[tuple[str, str]]:
    said = analysed(project.said)
    lowered = _lowered(project.said)
    for token in sorted(names(sentence), key=lambda token: token.start):
        if not is_named(token, said):
            yield "name-not-in-sources", sentence[token.start : token.stop]
    for match in _CODE_NAME.finditer(sentence):
        if match.group().lower() not in lowered:
            yield "name-not-in-sources", match.group()


def _has(resting: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", resting, re.IGNORECASE))


@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    return text.lower()

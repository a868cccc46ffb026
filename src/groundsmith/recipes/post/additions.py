"""What a sentence adds to its sources, found without weighing anything.

A judge weighs how words align, and may be lenient. What does harm in a public post is of few kinds:
figures, names, technologies, addresses, and praise or crowds that nobody counted. Each must stand
in the sources itself: figures and praise in a sentence that says the same besides, names anywhere.
Of all, most or none speaks only who has a sentence that speaks of as many (`FOLLOWS`), of what
would be only who has one that does.
The words are data (`additions.yaml`). And whoever tells of something else does so in other words:
of those that a sentence tells with, three in four must be the sources' own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from groundsmith.recipes.post.brief import data
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.technologies import unnamed
from groundsmith.recipes.post.telling import CONTENT, Telling, content_keys, counting, tellings
from groundsmith.verify.checks.quantifiers import FOLLOWS
from groundsmith.verify.dates import dates
from groundsmith.verify.names import is_named, names
from groundsmith.verify.reading import reading
from groundsmith.verify.tokens import analysed

_ADDRESS = re.compile(
    r"https?://[^\s)>\]]{1,300}|\b[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}|(?<![\w.])@\w{2,40}"
    r"|\b(?:[a-z0-9-]{2,40}\.){1,3}(?:com|org|io|dev|net|ai|co|app|id)\b(?:/\S{0,200})?"
)
_CODE_NAME = re.compile(r"\b(?:[A-Z][a-z0-9]+){2,6}\b|\b[A-Za-z]+(?:\.[a-z]{2,4}|[0-9]+)\b")
_SCALED = re.compile(r"\b\d+(?:[.,]\d+)*\s?(?:x|k|m|bn|%)(?!\w)", re.IGNORECASE)


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
    "number-not-in-sources": "no sentence of the sources has this figure for it",
    "date-not-in-sources": "no sentence of the sources has this date for it",
    "quantity-not-in-sources": "no sentence of the sources counts so",
    "scope-not-in-sources": "no sentence of the sources goes so far",
    "endorsement-not-in-sources": "no sentence of the sources praises it so",
    "crowd-not-in-sources": "no sentence of the sources speaks of these people so",
    "name-not-in-sources": "no source has this name",
    "words-not-in-sources": "no source has this word, nor enough of the others",
    "address-not-in-sources": "no source has this address",
}
_WIDE = frozenset({"all", "most", "many", "none", "would"})
_FOREIGN = 4
TECHNOLOGY = "technology-not-in-sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    quantities: re.Pattern[str]
    endorsements: re.Pattern[str]
    crowds: re.Pattern[str]
    presuming: re.Pattern[str]
    inviting: frozenset[str]


@cache
def _cues() -> _Cues:
    held = data("additions.yaml")
    return _Cues(
        quantities=_pattern(held["quantities"]),
        endorsements=_pattern(held["endorsements"]),
        crowds=_pattern(held["crowds"]),
        presuming=_pattern(held["presuming"]),
        inviting=content_keys(held["inviting"]),
    )


def _pattern(cues: Sequence[str]) -> re.Pattern[str]:
    """Whole words and phrases; `*` is any ending, `?` makes the letter before it optional."""
    written = "|".join(map(re.escape, cues))
    loose = written.replace(r"\*", r"\w{0,12}").replace(r"\?", "?").replace(r"\ ", r"\s{1,4}")
    return re.compile(rf"(?<!\w)(?:{loose})(?!\w)", re.IGNORECASE)


def states(sentence: str, project: Project) -> bool:
    """Whether a question or an invitation says something, and must be held like a claim.

    It does where it takes something for granted (`did you know`), or has a word that neither the
    sources have nor invitations are made of.
    """
    cues = _cues()
    if cues.presuming.search(sentence):
        return True
    known = analysed(project.said).places
    return any(key not in known and key not in cues.inviting for key in content_keys(sentence))


def additions(sentence: str, project: Project, *, asks: bool = False) -> list[Addition]:
    """What a sentence has that the sources do not, the worst first; none where it adds nothing.

    Args:
        asks: Whether it is a question or an invitation, which has words of its own.
    """
    found = dict.fromkeys(_found(sentence, project, asks=asks))
    return [Addition(code=code, words=words) for code, words in found]


def _found(sentence: str, project: Project, *, asks: bool) -> Iterator[tuple[str, str]]:
    for one in unnamed(sentence, project):
        yield TECHNOLOGY, one.name
    said = tellings(project.evidence)
    yield from _numbers(sentence, said)
    if not asks:
        yield from _scopes(sentence, said)
    cues = _cues()
    for code, pattern in (
        ("quantity-not-in-sources", cues.quantities),
        ("endorsement-not-in-sources", cues.endorsements),
        ("crowd-not-in-sources", cues.crowds),
    ):
        for match in pattern.finditer(sentence):
            wanted = content_keys(sentence, *match.span())
            if not any(one.has(match.group()) and one.shares(wanted) for one in said):
                yield code, match.group()
    yield from _names(sentence, project)
    if not asks:
        yield from _foreign(sentence, project)
    for match in _ADDRESS.finditer(sentence):
        address = match.group().rstrip(".,;:!?")
        if address.lower() not in _lowered(project.said):
            yield "address-not-in-sources", address


def _numbers(sentence: str, said: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    for date in dates(sentence):
        wanted = content_keys(sentence, date.start, date.stop)
        if not any(one.dates_from(date) and one.shares(wanted) for one in said):
            yield "date-not-in-sources", sentence[date.start : date.stop]
    for amount in counting(sentence):
        wanted = content_keys(sentence, amount.start, amount.stop)
        if not any(one.counts(amount, wanted) for one in said):
            yield "number-not-in-sources", sentence[amount.start : amount.stop]
    for match in _SCALED.finditer(sentence):
        wanted, written = content_keys(sentence, *match.span()), _spaceless(match.group())
        if not any(written in _spaceless(one.text) and one.shares(wanted) for one in said):
            yield "number-not-in-sources", match.group()


def _scopes(sentence: str, said: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """The quantifiers of a sentence, and its `would`, that follow from nothing on the same."""
    read = reading(sentence, indonesian=False)  # cues are those of both languages
    for cue in read.cues:
        if cue.value not in _WIDE:
            continue
        start, stop = read.analysis.tokens[cue.first].start, read.analysis.tokens[cue.last].stop
        wanted = content_keys(sentence, start, stop)
        if not any(one.shares_most(wanted) and _follows(cue.value, one.scopes) for one in said):
            yield "scope-not-in-sources", sentence[start:stop]


def _follows(value: str, scopes: Iterable[str]) -> bool:
    return any(value in FOLLOWS.get(each, each).split() for each in scopes)


def _spaceless(text: str) -> str:
    return re.sub(r"\s", "", text.lower())


def _foreign(sentence: str, project: Project) -> Iterator[tuple[str, str]]:
    """The words that no source has, where they are more than a quarter of what a sentence tells."""
    known = analysed(project.said).places
    telling = [token for token in analysed(sentence).tokens if token.kind in CONTENT]
    foreign = [token for token in telling if token.key not in known]
    if _FOREIGN * len(foreign) > len(telling):
        for token in foreign:
            yield "words-not-in-sources", sentence[token.start : token.stop]


def _names(sentence: str, project: Project) -> Iterator[tuple[str, str]]:
    said = analysed(project.said)
    for token in sorted(names(sentence), key=lambda token: token.start):
        if not is_named(token, said):
            yield "name-not-in-sources", sentence[token.start : token.stop]
    for match in _CODE_NAME.finditer(sentence):
        if match.group().lower() not in _lowered(project.said):
            yield "name-not-in-sources", match.group()


@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    return text.lower()

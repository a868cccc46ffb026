"""A rule as it is written, and as it is applied.

A rule looks for something in sentences. What brings it to a sentence at all is a word there
(`near`) or a mark (`at`): most sentences have neither, and cost nothing. Where one word is too
common to say much ("take"), a second list (`beside`) must have a word there too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from groundsmith.errors import Severity
from groundsmith.verify.policy.checksums import CHECKS, Check
from groundsmith.verify.policy.patterns import BadPattern, Lists, expanded, prose, regex

MARKS: Mapping[str, re.Pattern[str]] = {
    "at-sign": re.compile("@"),
    "number": re.compile(r"[0-9](?:[^\w\n]{0,3}[0-9]){6}"),
    "long-number": re.compile(r"[0-9](?:[^\w\n]{0,3}[0-9]){13}"),
    "plus-percent": re.compile(r"\+[0-9][0-9.,]{0,12} ?%"),
    "first": re.compile(r"1(?:(?<=#1)|(?<=[Nn]o\.1)|(?<=[Nn]o\. 1))"),
    "dose": re.compile(r"[0-9] ?(?:m[gl]|mcg|µg|IU|iu|units|tablets?)"),
    "dotted": re.compile(r"[0-9]\.[0-9]{1,3}\.[0-9]"),
    "colons": re.compile(r":[0-9A-Fa-f]{0,4}:"),
    "plate": re.compile(r"[0-9]{2} ?[A-Z](?!\w)"),
    "address": re.compile(r"://[^\s/@]{0,80}:"),
    "amazon": re.compile("A[KS]IA"),
    "google-key": re.compile("AIza"),
    "web-token": re.compile("eyJ"),
    "key-block": re.compile("-----BEGIN"),
    "hidden": re.compile("[\u200b-\u200d\u202d\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]"),
    "angle": re.compile(r"<[|!/a-z]|\[/?INST"),
}
"""What `at` may name: marks that are quick to find in a text, and stand in every match."""

_GROUP = "it"
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("nya", "mu", "ku", "lah", "kah")
"""What Indonesian adds to a word: its, your, my, do!, is it?"""
Plain = Annotated[str, Field(min_length=1, max_length=20_000)]


class Written(BaseModel):
    """Part of a rules file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class LookText(Written):
    """One thing a rule looks for: `words`, a `pattern` or a `regex`.

    Attributes:
        near: Words of which one stands in every sentence with a match; {name} takes in a list, of
            phrases their first word.
        beside: Alternatives ("you|your"), of each of which one stands there as well, whatever
            brought the look to the sentence.
        at: The mark that stands in every sentence with a match.
        also: Patterns of which each must be found in the sentence too.
        but_not: Patterns; a sentence in which one is found is left alone.
        check: What a match must pass (`checksums.py`).
    """

    words: list[Plain] = []
    pattern: Plain | None = None
    regex: Plain | None = None
    near: list[Plain] = []
    beside: list[Plain] = []
    at: str | None = None
    also: list[Plain] = []
    but_not: list[Plain] = []
    check: str | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> "LookText":
        if sum(map(bool, (self.words, self.pattern, self.regex))) != 1:
            raise ValueError("give one of words, pattern and regex")
        return self

    @field_validator("at")
    @classmethod
    def _known_mark(cls, at: str | None) -> str | None:
        return _known(at, MARKS)

    @field_validator("check")
    @classmethod
    def _known_check(cls, check: str | None) -> str | None:
        return _known(check, CHECKS)


class RuleText(Written):
    """A rule as its file gives it.

    Attributes:
        about: What it flags and what it leaves, so that people can agree on a text.
        message: What is wrong; `{found}` is the text that was found.
        unless: `supported` where a sentence that its sources support is fine.
        but_not: As of a look, for all of them.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
    category: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
    severity: Literal["LOW", "MEDIUM", "HIGH", "CRITICAL"]
    languages: list[Plain] = []
    about: Plain
    message: Plain
    advice: Plain
    unless: Literal["supported"] | None = None
    but_not: list[Plain] = []
    looks: Annotated[list[LookText], Field(min_length=1)]


class BadRule(Exception):
    """A rule that cannot be applied: the key that is wrong, and why."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key = key
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Look:
    """One compiled look of a rule; `near` and `beside` hold lower-case words.

    Attributes:
        exact: Whether case matters, so that `pattern` is for the text as it stands.
    """

    near: frozenset[str]
    beside: tuple[frozenset[str], ...]
    at: str | None
    pattern: re.Pattern[str]
    exact: bool
    also: tuple[re.Pattern[str], ...]
    but_not: tuple[re.Pattern[str], ...]
    check: Check

    def wanted(self, words: set[str]) -> bool:
        """Whether a sentence of these words may hold a match."""
        for each in self.beside:  # noqa: SIM110 # a third of the time of any() over a map
            if words.isdisjoint(each):
                return False
        return True

    def find(self, sentence: str, lower: str) -> Sequence[tuple[int, int]]:
        """Spans in a sentence, also given in lower case, unless something there excuses them."""
        for each in self.also:
            if not each.search(lower):
                return ()
        held = sentence if self.exact else lower
        first = self.pattern.search(held)
        if first is None or any(each.search(lower) for each in self.but_not):
            return ()
        return list(self._from(first, sentence, held))

    def _from(self, first: re.Match[str], sentence: str, held: str) -> Iterator[tuple[int, int]]:
        """The spans of `first` and of the matches after it that pass the check."""
        match: re.Match[str] | None = first
        while match:
            group = _GROUP if match.groupdict().get(_GROUP) else 0
            start = match.start(group)
            chars = self.check(sentence[start : match.end(group)])
            if chars:
                yield start, start + chars
            match = self.pattern.search(held, max(start + chars, match.start() + 1))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """A rule that can be applied."""

    text: RuleText
    severity: Severity
    looks: tuple[Look, ...]

    @property
    def id(self) -> str:
        """Its identifier, which is the code of its findings."""
        return self.text.id


def compiled(text: RuleText, lists: Lists) -> Rule:
    """The rule that a text describes; raises BadRule."""
    excuses = _patterns(text.but_not, lists, "but_not")
    looks = tuple(
        _look(look, lists, excuses, f"looks[{number}]") for number, look in enumerate(text.looks)
    )
    return Rule(text=text, severity=Severity[text.severity], looks=looks)


def _look(text: LookText, lists: Lists, excuses: tuple[re.Pattern[str], ...], key: str) -> Look:
    near = text.near or ([] if text.at else text.words)
    try:
        pattern = _pattern(text, lists)
    except BadPattern as exc:
        field = "regex" if text.regex else "pattern" if text.pattern else "words"
        raise BadRule(f"{key}.{field}", str(exc)) from exc
    return Look(
        near=frozenset(_near(near, lists, f"{key}.near")),
        beside=tuple(frozenset(_near([each], lists, f"{key}.beside")) for each in text.beside),
        at=text.at,
        pattern=pattern,
        exact=text.regex is not None,
        also=_patterns(text.also, lists, f"{key}.also"),
        but_not=(*excuses, *_patterns(text.but_not, lists, f"{key}.but_not")),
        check=CHECKS[text.check] if text.check else len,
    )


def _pattern(text: LookText, lists: Lists) -> re.Pattern[str]:
    if text.regex:
        return regex(text.regex)
    phrases = (re.escape(words).replace("\\ ", " ") for words in text.words)
    return prose(text.pattern or "|".join(phrases), lists)


def _patterns(patterns: list[str], lists: Lists, key: str) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(prose(pattern, lists) for pattern in patterns)
    except BadPattern as exc:
        raise BadRule(key, str(exc)) from exc


def _near(words: list[str], lists: Lists, key: str) -> Iterator[str]:
    """Each word in lower case, of a phrase its first ("the" apart), with Indonesian's endings."""
    if not words:
        return
    try:
        flat = "|".join(expanded(word, lists) for word in words).lower()
    except BadPattern as exc:
        raise BadRule(key, str(exc)) from exc
    for phrase in flat.replace("(?:", "").replace(")", "").split("|"):
        first = phrase.removeprefix("the ").removeprefix("?").partition(" ")[0]
        for word in _spellings(first):
            if not (found := _WORD.match(word)) or word[found.end() :][:1] in tuple("\\*+."):
                raise BadRule(key, f"{phrase!r} is not a plain word")
            yield found[0]
            yield from (found[0] + ending for ending in _ENDINGS)


def _spellings(word: str) -> Iterator[str]:
    """`colou?rs?` as the four words it stands for."""
    before, mark, after = word.partition("?")
    if not mark:
        yield word
        return
    yield from _spellings(before + after)
    yield from _spellings(before[:-1] + after)


def _known(name: str | None, known: Mapping[str, object]) -> str | None:
    if name is not None and name not in known:
        raise ValueError(f"unknown: {name!r}; known: {', '.join(known)}")
    return name

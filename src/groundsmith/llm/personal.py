"""Finds personal data in texts by the rules of personal.yaml.

Patterns propose, checksums decide. What stands in the rules can be read, argued with and tested
without this file: each rule brings the texts it must find something in, and those it must not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import yaml

from groundsmith.checksums import CHECKS, Check
from groundsmith.records import Json

_FILE = "personal.yaml"
_GROUP = "it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Personal data of one kind, as it stands in a text."""

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One pattern for one kind of personal data.

    Attributes:
        hint: What stands in every text with a match.
        replaced: Example texts with each find in «marks».
        left: Example texts without a find.
    """

    kind: str
    hint: re.Pattern[str]
    pattern: re.Pattern[str]
    check: Check
    replaced: tuple[str, ...]
    left: tuple[str, ...]

    def find(self, text: str) -> Iterator[Found]:
        """Every match that passes the check, in order."""
        group = _GROUP if _GROUP in self.pattern.groupindex else 0
        at = 0
        while match := self.pattern.search(text, at):
            candidate, start = match[group], match.start(group)
            chars = self.check(candidate)
            if chars:
                yield Found(kind=self.kind, text=candidate[:chars], start=start)
            at = start + chars if chars else match.start() + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All rules, under a name that moves when they do (`redaction@1`)."""

    name: str
    rules: Sequence[Rule]

    def find(self, text: str) -> list[Found]:
        """Everything that any rule finds, by place; finds may overlap."""
        plain = _plain(text)
        hinted = {hint for hint in {rule.hint for rule in self.rules} if hint.search(plain)}
        found = (each for rule in self.rules if rule.hint in hinted for each in rule.find(plain))
        by_place = sorted(found, key=lambda each: each.start)
        return [
            replace(each, text=text[each.start : each.start + len(each.text)]) for each in by_place
        ]


_VARIANT = re.compile(r"[^\D0-9]|[\u00a0\u2007\u2009\u202f\u2010-\u2015\u2212\uff0b\uff0d\uff20]")
_PLAIN = {"\u2212": "-", "\uff0b": "+", "\uff0d": "-", "\uff20": "@"}


def _plain(text: str) -> str:
    """`text` with the digits, spaces and dashes of all scripts as ASCII, each in its place."""
    return text if text.isascii() else _VARIANT.sub(_as_ascii, text)


def _as_ascii(character: re.Match[str]) -> str:
    known = character[0]
    if known.isdecimal():
        return str(int(known))
    return _PLAIN.get(known) or (" " if known.isspace() else "-")


@cache
def personal_rules() -> Rules:
    """The rules that come with the package."""
    body = resources.files("groundsmith.llm").joinpath(_FILE).read_text("utf-8")
    held = yaml.safe_load(body)
    hints = {name: re.compile(hint) for name, hint in held["hints"].items()}
    rules = tuple(_rule(rule, hints) for rule in held["rules"])
    return Rules(name=f"redaction@{held['version']}", rules=rules)


def _rule(held: Json, hints: Mapping[str, re.Pattern[str]]) -> Rule:
    return Rule(
        kind=held["kind"],
        hint=hints[held["hint"]],
        pattern=re.compile(held["pattern"], re.VERBOSE),
        check=CHECKS[held["check"]] if "check" in held else len,
        replaced=tuple(held["replaced"]),
        left=tuple(held["left"]),
    )

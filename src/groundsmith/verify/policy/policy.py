"""Holds a text to the rules.

One pass over the words of a text, one for each mark, and then only sentences in which something
stands that a rule looks near to: time grows with the text, whatever the text is.
"""

import re
from collections.abc import Callable, Collection, Iterator

from groundsmith.records import Finding, Span, digest
from groundsmith.verify.policy.finding import PolicyFinding
from groundsmith.verify.policy.patterns import lowered
from groundsmith.verify.policy.reading import written
from groundsmith.verify.policy.rule import MARKS, Look, Rule
from groundsmith.verify.policy.sentences import Sentences
from groundsmith.verify.policy.settings import PolicySettings

Supported = bool | None | Callable[[Span], bool | None]
"""Whether the sources say what a sentence says: of the whole text, or asked of each span."""

_WORD = re.compile(r"[^\W_]+")
_SHOWN_CHARS = 80
_UNCHECKED = " (Whether the sources say so was not checked.)"
_UNSUPPORTED = " The sources do not say so."


class Policy:
    """Rules, ready to be applied to any number of texts.

    Attributes:
        rules: The rules that are applied.
        sha256: Hash of all of them and of this checker's version, for the judge settings.
    """

    name = "policy@2"

    def __init__(self, rules: tuple[Rule, ...], sha256: str) -> None:
        self.rules = rules
        self.sha256 = sha256
        self._by_word: dict[str, set[int]] = {}
        self._by_mark: dict[str, list[int]] = {}
        self._everywhere: list[int] = []
        self._looks: list[tuple[Rule, Look]] = [(r, look) for r in rules for look in r.looks]
        for number, (_, look) in enumerate(self._looks):
            for word in look.near:
                self._by_word.setdefault(word, set()).add(number)
            if look.at:
                self._by_mark.setdefault(look.at, []).append(number)
            if not look.near and not look.at:
                self._everywhere.append(number)
        self._near = frozenset(self._by_word)

    @classmethod
    def load(
        cls, settings: PolicySettings | None = None, *, only: Collection[str] | None = None
    ) -> "Policy":
        """The packaged rules with the user's own on top; raises SettingsError.

        Args:
            only: Categories of rules to apply; `None` is all.
        """
        chosen = settings or PolicySettings()
        held = written(chosen.rules)
        rules = held.compiled(chosen.off, only=only)
        texts = {rule.id: rule.text.model_dump(mode="json") for rule in rules}
        return cls(rules, digest([cls.name, texts, held.lists]))

    def check(self, text: str, *, supported: Supported = None) -> list[PolicyFinding]:
        """All violations in `text`, by place.

        Args:
            supported: Whether the sources say so. Rules that excuse what is supported flag what
                nobody looked into (`None`), and say that nobody did.
        """
        found: dict[str, list[tuple[int, int]]] = {}
        by_id = {rule.id: rule for rule in self.rules}
        lower = lowered(text)
        for number, start, stop in self._wanted(text, lower):
            rule, look = self._looks[number]
            for begin, end in look.find(text[start:stop], lower[start:stop]):
                found.setdefault(rule.id, []).append((start + begin, start + end))
        findings = [
            finding
            for name, spans in found.items()
            for start, stop in _apart(spans)
            if (finding := _finding(by_id[name], text, Span(start=start, stop=stop), supported))
        ]
        return sorted(findings, key=_place)

    def _wanted(self, text: str, lower: str) -> Iterator[tuple[int, int, int]]:
        """Which look is wanted in which sentence, each pair once."""
        sentences = Sentences(text)
        marked: dict[tuple[int, int], set[int]] = {}
        for mark, numbers in self._by_mark.items():
            for match in MARKS[mark].finditer(text):
                for span in sentences.at(match.start()):
                    marked.setdefault(span, set()).update(numbers)
        everywhere = set(self._everywhere)
        for start, stop in sentences:
            words = _WORD.findall(lower, start, stop)
            near = self._near.intersection(words)
            at_marks = marked.get((start, stop), ())
            if near or at_marks or everywhere:
                held = set(words)
                for number in everywhere.union(at_marks, *map(self._by_word.__getitem__, near)):
                    if self._looks[number][1].wanted(held):
                        yield number, start, stop


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    start = stop = -1
    for each_start, each_stop in sorted(spans):
        if each_start < stop:
            stop = max(stop, each_stop)
            continue
        if stop >= 0:
            yield start, stop
        start, stop = each_start, each_stop
    if stop >= 0:
        yield start, stop


def _finding(rule: Rule, text: str, span: Span, supported: Supported) -> PolicyFinding | None:
    answer: bool | None = None
    said = ""
    if rule.text.unless == "supported":
        answer = supported(span) if callable(supported) else supported
        if answer:
            return None
        said = _UNCHECKED if answer is None else _UNSUPPORTED
    shown = " ".join(span.of(text)[:_SHOWN_CHARS].split())
    finding = Finding(
        stage="policy",
        code=rule.id,
        message=rule.text.message.replace("{found}", shown) + said,
        advice=rule.text.advice,
        span=span,
    )
    return PolicyFinding(
        finding=finding, severity=rule.severity, category=rule.text.category, supported=answer
    )


def _place(found: PolicyFinding) -> tuple[int, str]:
    span = found.finding.span
    return (span.start if span else 0, found.finding.code)

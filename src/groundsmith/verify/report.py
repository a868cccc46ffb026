"""What a check found: claims with verdicts, where the sources say so, and the text's own verdict.

A text is as good as its weakest checkable claim. The decision to question is what one UNCHECKED
claim among supported ones makes of it: that claim may be the weakest, so the text has no score
and is UNCHECKED itself. Beside a claim that failed it changes nothing: the text failed already,
and its score is that of the weakest claim that has one.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from groundsmith.errors import Severity
from groundsmith.records import ClaimKind, Json, Span, Verdict, rounded
from groundsmith.store.codec import dump, load

NORMAL_95 = 1.959963984540054
"""The 97.5 % point of the standard normal distribution."""

LANGUAGES = {"en": "English", "id": "Indonesian"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A text that claims are held against, by the name that reports call it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """A source as a report names it; `text_sha256` tells whether it is still the same."""

    name: str
    text_sha256: str
    char_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`[start, stop)` of a source's text, with a little of what stands around it.

    Attributes:
        line: Number of its first line, from 1.
    """

    document: str
    start: int
    stop: int
    line: int
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFinding:
    """A reasoned defect: `span` in the checked text, `source` where a source says otherwise."""

    stage: str
    code: str
    message: str
    advice: str
    span: Span | None
    source: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A claim of the text, `[start, stop)` in it, with its verdict.

    Attributes:
        checkable: False for a question, an opinion, an invitation, a heading, or mere marks: it
            is UNCHECKED because there is nothing to check, and counts for nothing.
        score: `None` exactly where the verdict is UNCHECKED.
    """

    text: str
    start: int
    stop: int
    kind: ClaimKind
    checkable: bool
    verdict: Verdict
    score: float | None
    reason: str
    judge: str
    evidence: tuple[Place, ...] = ()
    findings: tuple[ClaimFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A place of the text that breaks a rule of the policy, `[start, stop)` in it.

    Attributes:
        line: Number of its first line, from 1.
        severity: LOW, MEDIUM, HIGH or CRITICAL.
        supported: Whether the sources say so, where the rule asks that; `None` where it does not,
            or where nobody could tell.
    """

    rule: str
    category: str
    severity: str
    message: str
    advice: str
    start: int
    stop: int
    line: int
    supported: bool | None

    @property
    def is_serious(self) -> bool:
        """Whether the text should not go out as it is: HIGH or above."""
        return Severity[self.severity] >= Severity.HIGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts over the checkable claims; `set_apart` counts the others by kind.

    Attributes:
        by_kind: Verdicts of each kind that occurs.
        supported_ratio: Supported claims over judged ones; `None` where none was judged.
        interval: 95 % interval of that ratio (Wilson 1927).
    """

    claim_count: int
    by_verdict: dict[str, int]
    by_kind: dict[str, dict[str, int]]
    set_apart: dict[str, int]
    supported_ratio: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text held against its sources.

    Attributes:
        text: The text whose spans the claims name.
        verdict: REFUTED if any claim is, else NOT_ENOUGH_INFO if any is, else UNCHECKED if any
            checkable claim is or none there is, else SUPPORTED.
        score: The least of its claims' scores; `None` exactly where the verdict is UNCHECKED.
        language: `en`, `id`, or `und`, where only features were used that need no language.
        policy: Where the text breaks a rule, by place; `None` where it was held to none.
    """

    text: str
    verdict: Verdict
    score: float | None
    reason: str
    language: str
    sources: tuple[SourceShown, ...]
    claims: tuple[CheckedClaim, ...]
    policy: tuple[Violation, ...] | None = None

    @property
    def summary(self) -> Summary:
        """The figures over all claims."""
        return summarised(self.claims)

    @property
    def judged_as(self) -> str:
        """How the language was taken, in words."""
        known = LANGUAGES.get(self.language)
        return f"judged as {known}" if known else "judged by language-free features"

    @property
    def passed(self) -> bool:
        """Whether no checkable claim is anything but SUPPORTED, and no serious rule is broken."""
        supported = all(c.verdict is Verdict.SUPPORTED for c in self.claims if c.checkable)
        return supported and not any(one.is_serious for one in self.policy or ())

    def as_json(self) -> dict[str, Json]:
        """The report with its figures, as JSON; `from_json` makes the same report of it."""
        written: dict[str, Json] = orjson.loads(dump(self))
        figures: dict[str, Json] = orjson.loads(dump(self.summary))
        return written | {"judged_as": self.judged_as, "summary": figures}

    @classmethod
    def from_json(cls, written: Json) -> "Report":
        """The report that `as_json` gave; raises ValueError where it is none."""
        return load(cls, orjson.dumps(written))


def outcome(claims: Sequence[CheckedClaim]) -> tuple[Verdict, float | None, str]:
    """Verdict, score and reason of a text from those of its claims."""
    checkable = [claim for claim in claims if claim.checkable]
    if not checkable:
        return Verdict.UNCHECKED, None, "nothing in it to check"
    unchecked = [claim for claim in checkable if claim.verdict is Verdict.UNCHECKED]
    weakest = min((claim.score for claim in checkable if claim.score is not None), default=None)
    for verdict in (Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO):
        if failed := [claim for claim in checkable if claim.verdict is verdict]:
            return verdict, weakest, failed[0].reason
    if unchecked:
        count = f"{len(unchecked)} of {len(checkable)} claims could not be judged"
        return Verdict.UNCHECKED, None, f"{count}: {unchecked[0].reason}"
    return Verdict.SUPPORTED, weakest, ""


def summarised(claims: Sequence[CheckedClaim]) -> Summary:
    """The figures over claims."""
    checkable = [claim for claim in claims if claim.checkable]
    by_verdict = Counter(claim.verdict for claim in checkable)
    judged_count = len(checkable) - by_verdict[Verdict.UNCHECKED]
    supported_count = by_verdict[Verdict.SUPPORTED]
    kinds = dict.fromkeys(claim.kind for claim in checkable)
    return Summary(
        claim_count=len(checkable),
        by_verdict={verdict.value: by_verdict[verdict] for verdict in Verdict},
        by_kind={
            kind.value: dict(
                Counter(claim.verdict.value for claim in checkable if claim.kind is kind)
            )
            for kind in kinds
        },
        set_apart=dict(Counter(claim.kind.value for claim in claims if not claim.checkable)),
        supported_ratio=rounded(supported_count / judged_count) if judged_count else None,
        interval=wilson(supported_count, judged_count) if judged_count else None,
    )


def wilson(success_count: int, count: int, z: float = NORMAL_95) -> tuple[float, float]:
    """Score interval of a proportion (Wilson 1927, "Probable inference"), within [0, 1]."""
    share = success_count / count
    spread = z * z / count
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / count + spread / (4 * count))
    return rounded(max(0.0, middle - half)), rounded(min(1.0, middle + half))

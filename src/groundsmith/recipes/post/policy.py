"""What the rules of the policy say of a post, and how bad it is.

The severity stands in the finding's code (`policy-high`), because it decides whether a post is
ready. A rule that excuses what the sources say is asked about the claims that a place touches.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from groundsmith.errors import Severity
from groundsmith.recipes.post.content import Post
from groundsmith.recipes.post.layout import published
from groundsmith.records import Finding, JudgedClaim, Span, Verdict, digest
from groundsmith.verify.policy import Policy, PolicySettings
from groundsmith.verify.policy.reading import written

STAGE = "policy"
_PREFIX = "policy-"


class PostPolicy:
    """The rules that posts are held to, all of them.

    Attributes:
        name: Names them with a hash, so that other rules judge again.
    """

    def __init__(self, settings: PolicySettings | None = None) -> None:
        self._settings = settings or PolicySettings()
        held = written(self._settings.rules)
        self.name = f"{Policy.name}:{digest([held.sha256, list(self._settings.off)])}"

    @cached_property
    def _policy(self) -> Policy:
        """The rules, ready to be applied: that takes a second, and many commands apply none."""
        return Policy.load(self._settings)

    def lets_pass(self, sentence: str) -> bool:
        """Whether no rule objects to a sentence that a source has."""
        return not self._policy.check(sentence, supported=True)

    def findings(self, post: Post, claims: Sequence[JudgedClaim]) -> list[Finding]:
        """What is wrong with a post, its caption and its hooks."""
        parts = [published(post), *(one.text for one in post.caption)]
        parts += [hook.sentence.text for hook in post.hooks]
        text = "\n\n".join(parts)
        said = _Said(text, claims)
        return [
            Finding(
                stage=STAGE,
                code=f"{_PREFIX}{found.severity.name.lower()}",
                message=f"rule {found.finding.code}: {found.finding.message}",
                advice=found.finding.advice,
            )
            for found in self._policy.check(text, supported=said.supported)
        ]


def severity_of(finding: Finding) -> Severity | None:
    """How bad a violation is; `None` for a finding that is none."""
    if finding.stage != STAGE or not finding.code.startswith(_PREFIX):
        return None
    return Severity[finding.code.removeprefix(_PREFIX).upper()]


class _Said:
    """Where claims stand in a text, and what they earned."""

    def __init__(self, text: str, claims: Sequence[JudgedClaim]) -> None:
        found = [(at, claim) for claim in claims if (at := text.find(claim.text)) >= 0]
        self._found = sorted(found, key=lambda one: one[0])
        self._starts = [at for at, _ in self._found]

    def supported(self, span: Span) -> bool | None:
        """Whether the claims that a span touches are supported; `None` where there are none."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        touched = [
            claim.verdict
            for at, claim in self._found[first:]
            if at < span.stop and at + len(claim.text) > span.start
        ]
        return all(one is Verdict.SUPPORTED for one in touched) if touched else None

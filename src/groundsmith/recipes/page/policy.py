"""What no page should hold: secrets, hate and threats, whoever wrote them."""

from collections.abc import Iterator

from groundsmith.records import Finding
from groundsmith.verify.policy import Policy, PolicySettings

STAGE = "policy"
_REFUSED = frozenset({"secrets", "hate", "threat"})


class FilePolicy:
    """The rules that files are held to.

    Attributes:
        name: Names them with a hash, so that other rules judge again.
    """

    def __init__(self, settings: PolicySettings | None = None) -> None:
        self._rules = Policy.load(settings, only=_REFUSED)
        self.name = f"{self._rules.name}:{self._rules.sha256}"

    def findings(self, text: str) -> Iterator[Finding]:
        """What is wrong with a file."""
        for found in self._rules.check(text):
            yield Finding(
                stage=STAGE,
                code="policy-violation",
                message=f"by rule {found.finding.code}: {found.finding.message}",
                advice=found.finding.advice,
                span=found.finding.span,
            )

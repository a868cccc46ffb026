"""A policy finding: a Finding as every check gives it, and what only a rule knows beside it.

It wraps a Finding instead of widening it, because how bad a violation is belongs to the rule, and
a record keeps findings of all checks alike.
"""

from dataclasses import dataclass

from groundsmith.errors import Severity
from groundsmith.records import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFinding:
    """One violation of one rule; the finding's code is the rule's identifier.

    Attributes:
        supported: Whether the sources say so, for rules that excuse what they say; `None` where
            nobody looked, or where it does not matter.
    """

    finding: Finding
    severity: Severity
    category: str
    supported: bool | None = None

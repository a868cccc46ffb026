"""What the policy says of a pair: secrets, hate and threats in it, and orders in its passage.

Only what no dataset should hold rejects a pair. An order to the model in a passage is noted and
rejects nothing: the fence around sources is there to make it harmless, and a page about such
attacks quotes them. Claims of growth, personal data and advice are left alone: a source may state
them, and a pair that asks about them says so.
"""

from collections.abc import Iterator
from functools import lru_cache

from groundsmith.recipes.qa.checks.pair import CheckedPair
from groundsmith.records import Evidence, Finding
from groundsmith.verify.policy import Policy, PolicySettings

STAGE = "policy"
VIOLATION = "policy-violation"
INJECTION = "prompt-injection-in-source"

_REFUSED = frozenset({"secrets", "hate", "threat"})
_ORDERS = frozenset({"prompt-injection"})
_PASSAGES_KEPT = 64


class PairPolicy:
    """The rules that pairs are held to.

    Attributes:
        name: Names them with a hash, so that other rules judge again.
    """

    def __init__(self, settings: PolicySettings | None = None) -> None:
        refused = Policy.load(settings, only=_REFUSED)
        orders = Policy.load(settings, only=_ORDERS)
        self.name = f"{refused.name}:{refused.sha256}:{orders.sha256}"
        self._refused = refused
        # A passage has several pairs, which are judged one soon after the other.
        self._orders_in = lru_cache(_PASSAGES_KEPT)(orders.check)

    def findings(self, pair: CheckedPair) -> list[Finding]:
        """What is wrong with the pair, then what its passages say to a model."""
        return [*self._violations(pair), *self._orders(pair)]

    def _violations(self, pair: CheckedPair) -> Iterator[Finding]:
        for where, text in (("question", pair.question), ("answer", pair.answer)):
            for found in self._refused.check(text):
                yield Finding(
                    stage=STAGE,
                    code=VIOLATION,
                    message=f"the {where}, by rule {found.finding.code}: {found.finding.message}",
                    advice=found.finding.advice,
                    span=found.finding.span if where == "answer" else None,
                )

    def _orders(self, pair: CheckedPair) -> Iterator[Finding]:
        for number, passage in enumerate(pair.passages):
            for found in self._orders_in(passage.text):
                yield Finding(
                    stage=STAGE,
                    code=INJECTION,
                    message=found.finding.message,
                    advice=found.finding.advice,
                    source=_place(found.finding, number, passage.text),
                )


def _place(found: Finding, number: int, text: str) -> Evidence | None:
    if found.span is None:
        return None
    start, stop = found.span.start, found.span.stop
    return Evidence(input=number, start=start, stop=stop, text=found.span.of(text))

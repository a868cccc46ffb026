"""Lets the extractive writer stand in where no model could write a passage's pairs.

It is the last link of a chain of writers, and says in every draft whom it stands in for. A spent
budget, a signal or a full disk are no failure of the model: they stop the run, and nothing stands
in for that.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from groundsmith.fallback import AllStrategiesFailed, FallbackChain
from groundsmith.recipes.qa.asking.unwritten import PairsUnwritten
from groundsmith.records import Draft

Drafts = Sequence[Draft]


async def with_substitute(
    asked: Callable[[], Awaitable[Drafts]], extracted: Callable[[], Drafts]
) -> Drafts:
    """What `asked` gives; where it is unwritten, what `extracted` gives, labelled.

    Raises the model's PairsUnwritten where nothing can be extracted either: a passage without
    pairs must not look as if a model had found nothing in it.
    """
    failures: list[PairsUnwritten] = []

    async def ask() -> Drafts | Exception:
        try:
            return await asked()
        except PairsUnwritten as error:
            failures.append(error)
            raise
        except Exception as error:  # given back as a value, so that the chain does not go on
            return error

    async def extract() -> Drafts | Exception:
        failed = failures[0]
        return [_labelled(draft, failed) for draft in extracted()] or failed

    chain: FallbackChain[[], Drafts | Exception] = FallbackChain("qa writers")
    chain.add_strategy("model", ask)
    chain.add_strategy("extractive", extract)
    try:
        outcome, _ = await chain.execute_async()
    except AllStrategiesFailed as error:
        raise error.causes[-1][1] from error
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _labelled(draft: Draft, failed: PairsUnwritten) -> Draft:
    return replace(draft, parameters={**draft.parameters, "fallback_from": failed.model})

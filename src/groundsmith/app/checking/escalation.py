"""A model that judges what the local judges doubt, for checks outside a run.

All checks that keep their state in one place share one account there, `verify`. Verdicts are
remembered beside it: the same claim with the same evidence is never paid twice, whatever text it
stands in.

Where the money ends, or the model refuses to go on, nobody asks it any more; the local judges
finish the work, claims in doubt say that the model was not asked, and the caller is told why.
"""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

from groundsmith.app.account import Account, Paid
from groundsmith.app.asked import Asked, amount, tokens_of
from groundsmith.app.checking.verifying import Judging, at_once
from groundsmith.app.judges import doubting, model_judge
from groundsmith.app.meter import Meter
from groundsmith.app.models import ChosenModel, judging_model
from groundsmith.errors import ModelNeeded, RequestError, RunStopped
from groundsmith.records import Claim, Evidence, JudgedClaim
from groundsmith.seams import Judge, Model
from groundsmith.settings import GroundsmithSettings, Loaded
from groundsmith.store.database import Database
from groundsmith.verify.judges.model import ANSWER_TOKENS, not_asked, request_for
from groundsmith.verify.judges.unjudged import unjudged

ACCOUNT = Account(id="verify", command="verify")
"""What the money of checks is booked under."""

_ANSWER_LOW = 40
"""Tokens of a verdict with one short quote; the most is what a request allows."""

T = TypeVar("T")


def checked_with_model(loaded: Loaded, check: Callable[[Judging], Awaitable[T]]) -> Paid[T]:
    """What `check` finds with the model of `verify.model` among its judges.

    Raises:
        RequestError: There is no such model, or it refuses the key.
        ModelNeeded: No model is named, or not one call was answered.
    """
    chosen = _chosen(loaded.settings)

    async def work(model: Model, database: Database, asked: Meter) -> tuple[T, RunStopped | None]:
        last = _WhileItLasts(model_judge(loaded.settings, model, database))
        judge = doubting(loaded.settings, last)
        found = await check(Judging(judge=judge, together=chosen.settings.in_flight))
        if isinstance(last.ended, RequestError):
            raise last.ended
        if asked.failed_calls and not asked.calls and not asked.cache_hits and not last.ended:
            raise ModelNeeded(
                f"{chosen.name}: none of {asked.failed_calls} calls was answered "
                f"({asked.last_failure}); once it answers: the same command again"
            )
        return found, last.ended

    return ACCOUNT.pay(work, chosen, loaded)


def is_open_ended(settings: GroundsmithSettings) -> bool:
    """Whether a check with the settings' model can cost money and has no limit."""
    chosen = _chosen(settings)
    return chosen.budget is None and not chosen.is_free


def asked_at_most(
    settings: GroundsmithSettings, check: Callable[[Judging], Coroutine[Any, Any, object]]
) -> Asked:
    """What `check` would ask the settings' model if no verdict were remembered; asks nobody."""
    estimating = _Estimating(settings.verify.samples)
    at_once(check(Judging(judge=doubting(settings, estimating))))
    calls = estimating.call_count
    output = (calls * _ANSWER_LOW, calls * ANSWER_TOKENS)
    return amount(_chosen(settings), calls, estimating.input_tokens, output)


def _chosen(settings: GroundsmithSettings) -> ChosenModel:
    chosen = judging_model(settings)
    if chosen is None:
        raise ModelNeeded("verify.model: no model is named; give --model NAME")
    return chosen


class _WhileItLasts:
    """Another judge until something ends the asking for good; the seam Judge.

    Attributes:
        ended: What that was.
    """

    def __init__(self, judge: Judge) -> None:
        self.name = judge.name
        self.ended: RunStopped | RequestError | None = None
        self._judge = judge

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """The judge's verdict; UNCHECKED from the end on."""
        if self.ended is None:
            try:
                return await self._judge.judge(claim, evidence)
            except (RunStopped, RequestError) as error:
                self.ended = self.ended or error
        return unjudged(claim, self.name, f"not asked: {self.ended}")


class _Estimating:
    """Counts what a model would be asked, and asks nobody; the seam Judge."""

    name = "estimating@1"

    def __init__(self, samples: int) -> None:
        self.call_count = 0
        self.input_tokens = 0
        self._samples = samples

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """UNCHECKED, and counted."""
        if not not_asked(claim, evidence):
            self.call_count += self._samples
            self.input_tokens += self._samples * tokens_of(request_for(claim, evidence))
        return unjudged(claim, self.name, "only counted")

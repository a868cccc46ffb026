"""A model that judges what the local judges doubt, for checks outside a run.

All checks that keep their state in one place share one account there, `verify`: its budget is a
wall over every process that checks at the same time, and over its whole life, as a run's is. It
stands among the runs, so `status` shows what was spent. Verdicts are remembered beside it: the same
claim with the same evidence is never paid twice, whatever text it stands in.

Where the money ends, or the model refuses to go on, nobody asks it any more; the local judges
finish the work, claims in doubt say that the model was not asked, and the caller is told why.
"""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from groundsmith.app.asked import Asked, amount, tokens_of
from groundsmith.app.booking import booked
from groundsmith.app.judges import doubting, model_judge
from groundsmith.app.loop import run_async
from groundsmith.app.meter import Meter
from groundsmith.app.models import ChosenModel, asking, judging_model
from groundsmith.app.state import open_own_ledger, state_of
from groundsmith.app.verifying import Judging, at_once
from groundsmith.errors import ModelNeeded, RequestError, RunStopped
from groundsmith.records import Claim, Evidence, JudgedClaim
from groundsmith.runs.ledger import Ledger
from groundsmith.seams import Judge
from groundsmith.settings import GroundsmithSettings, Loaded
from groundsmith.store import wallet
from groundsmith.store.database import Database
from groundsmith.verify.judges.model import ANSWER_TOKENS, not_asked, request_for
from groundsmith.verify.judges.unjudged import unjudged

ACCOUNT = "verify"
"""Id, and kind, of the row among the runs that the money of checks is booked under."""

_VERSION = 1
_ANSWER_LOW = 40
"""Tokens of a verdict with one short quote; the most is what a request allows."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Generic[T]):
    """What came of a check, what it asked, and what stopped the asking, if anything did.

    Attributes:
        spent: Of the account over its whole life, in pico-dollars; `budget` is its limit.
    """

    found: T
    asked: Meter
    spent: int
    budget: int | None
    stopped: RunStopped | None


def checked_with_model(loaded: Loaded, check: Callable[[Judging], Awaitable[T]]) -> Checked[T]:
    """What `check` finds with the model of `verify.model` among its judges.

    Raises:
        RequestError: There is no such model, or it refuses the key.
        ModelNeeded: No model is named, or not one call was answered.
    """
    chosen = _chosen(loaded.settings)
    done: Checked[T] | None = None
    with open_own_ledger(loaded) as database:
        try:
            with (
                booked(
                    database,
                    run=ACCOUNT,
                    out=state_of(loaded),
                    recipe=(ACCOUNT, _VERSION),
                    inputs=[],
                    settings=loaded.settings,
                ),
                closing(Ledger(database, ACCOUNT, lease_s=loaded.settings.run.lease_s)) as ledger,
            ):
                done = run_async(_done(loaded.settings, chosen, database, ledger, check))
                if done.stopped:
                    raise done.stopped  # to be booked as how it ended
        except RunStopped:
            if done is None:
                raise
    return done


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


async def _done(
    settings: GroundsmithSettings,
    chosen: ChosenModel,
    database: Database,
    ledger: Ledger,
    check: Callable[[Judging], Awaitable[T]],
) -> Checked[T]:
    asked = Meter()
    async with asking(
        lambda: chosen,
        database,
        ACCOUNT,
        ledger.owner,
        generation=0,
        emit=asked.add,
        waiting=ledger.free_the_dead,
    ) as model:
        last = _WhileItLasts(model_judge(settings, model, database))
        judge = doubting(settings, last)
        found = await check(Judging(judge=judge, together=chosen.settings.in_flight))
    if isinstance(last.ended, RequestError):
        raise last.ended
    if asked.failed_calls and not asked.calls and not asked.cache_hits and not last.ended:
        raise ModelNeeded(
            f"{chosen.name}: none of {asked.failed_calls} calls was answered "
            f"({asked.last_failure}); once it answers: the same command again"
        )
    money = database.fetch(lambda connection: wallet.totals(connection, ACCOUNT))
    return Checked(
        found=found,
        asked=asked,
        spent=money.booked if money else 0,
        budget=chosen.budget,
        stopped=last.ended,
    )


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

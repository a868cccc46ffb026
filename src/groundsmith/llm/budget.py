"""Holds the worst case before each call, and books the truth after it.

Innermost of the wrappers, because every attempt is billed. What the provider may have charged and
did not say is booked at the full reservation, so that what is settled never exceeds its bill, and
its bill never exceeds settled and unsettled together.
"""

from contextlib import AbstractAsyncContextManager, nullcontext

from groundsmith.errors import BudgetBreach, GroundsmithError, ModelError
from groundsmith.events import CallFailed, CallFinished, Emit
from groundsmith.llm.key import AnswerKey
from groundsmith.llm.prices import Price
from groundsmith.llm.stream import Streamed
from groundsmith.llm.tokens import Bound, input_bound
from groundsmith.records import Answer, Completion, Request, in_dollars
from groundsmith.seams import Clock, Hear, Model, Wallet


class Budgeted(Streamed):
    """A model whose calls are paid from a wallet; each answer is stored as it is paid.

    Args:
        price: None where nobody knows it: then nothing can be reserved, and all stays unsettled.
        bound: The most tokens that a request can be counted as; exact where the tokenizer is known.
        door: Held while a call is open; a call is reserved before it comes there.
    """

    def __init__(
        self,
        inner: Model,
        *,
        wallet: Wallet,
        price: Price | None,
        key: AnswerKey,
        clock: Clock,
        label: str,
        emit: Emit,
        bound: Bound = input_bound,
        door: AbstractAsyncContextManager[None] | None = None,
    ) -> None:
        self._inner = inner
        self._wallet = wallet
        self._price = price
        self._key = key
        self._clock = clock
        self._label = label
        self._emit = emit
        self._bound = bound
        self._door = door or nullcontext()

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The answer, paid and stored; raises BudgetReached before a call, BudgetBreach after."""
        price = self._price
        worst_case = (
            price.worst_case(self._bound(request), request.max_output_tokens) if price else 0
        )
        reservation = await self._wallet.reserve(worst_case)
        began = self._clock.monotonic()
        try:
            async with self._door:
                began = self._clock.monotonic()
                completion = await self._inner.complete(request, hear)
        except BaseException as error:
            await self._failed(reservation, error, began)
            raise
        usage = completion.usage
        cost = price.cost(usage) if price and usage else None
        answer = Answer(key=self._key(request), completion=completion)
        await self._wallet.settle(reservation, cost, answer)
        duration_s = self._clock.monotonic() - began
        self._emit(CallFinished(model=self._label, usage=usage, cost=cost, duration_s=duration_s))
        if cost is not None and cost > worst_case:
            raise BudgetBreach(self._label, in_dollars(cost), in_dollars(worst_case))
        return completion

    async def _failed(self, reservation: str, error: BaseException, began: float) -> None:
        """Books nothing where nothing can have been charged, and all of it otherwise."""
        charged = not isinstance(error, GroundsmithError) or error.billable
        await self._wallet.settle(reservation, None if charged else 0, None)
        if isinstance(error, ModelError):
            self._emit(
                CallFailed(
                    model=self._label,
                    error=type(error).__name__,
                    reason=str(error),
                    duration_s=self._clock.monotonic() - began,
                )
            )

"""Hands a request to the next model where one cannot answer; who answered stands in the answer.

Only a ModelError hands over. A wrong key, a spent budget or a full disk stop the run: a spare that
stepped in for those would hide them.
"""

from collections.abc import Sequence

from groundsmith.errors import ModelError
from groundsmith.fallback import FallbackChain
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request
from groundsmith.seams import Hear, Model, Reset


class Fallback(Streamed):
    """Models in the order in which they are asked, each under its label."""

    def __init__(self, links: Sequence[tuple[str, Model]]) -> None:
        self._chain: FallbackChain[[Request, Hear | None], Completion | Exception] = FallbackChain(
            "models"
        )
        for at, (label, model) in enumerate(links):
            self._chain.add_strategy(label, _Link(model, first=at == 0).complete)

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The first answer; raises AllStrategiesFailed with each model's error."""
        outcome, _ = await self._chain.execute_async(request, hear)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


class _Link:
    def __init__(self, model: Model, *, first: bool) -> None:
        self._model = model
        self._first = first

    async def complete(self, request: Request, hear: Hear | None) -> Completion | Exception:
        """The answer, or what no other model may stand in for."""
        if hear is not None and not self._first:
            hear(Reset())
        try:
            return await self._model.complete(request, hear)
        except ModelError:
            raise
        except Exception as error:  # given back as a value, so that the chain does not go on
            return error

"""Asks a model many things at the same time, until something ends the asking for good.

What is not answered has a reason, and is no failure of the whole: the others are still worth
having. A budget, a refused key, or a model that answers nothing at all end it for everybody.
"""

import asyncio
from typing import TypeVar

from pydantic import BaseModel

from groundsmith.errors import GroundsmithError, ModelError, ModelNeeded, RequestError, RunStopped
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.llm.structured import ask
from groundsmith.records import Request
from groundsmith.seams import Model

M = TypeVar("M", bound=BaseModel)

_VAIN_CALLS = 5
"""So many questions without any usable answer, and nobody is asked any more."""
_REASON_CHARS = 300


class Asking:
    """One model, asked by many.

    Attributes:
        ended: What ended the asking; `None` while it goes on.
        answered_count: Questions that got a usable answer.
    """

    def __init__(self, model: Model, together: int) -> None:
        self.ended: GroundsmithError | None = None
        self.answered_count = 0
        self._vain_count = 0
        self._model = model
        self._gate = asyncio.Semaphore(together)

    async def ask(self, request: Request, kind: type[M]) -> M | str:
        """The answer, or why there is none."""
        async with self._gate:
            if self.ended is not None:
                return _short(f"not asked: {self.ended}")
            try:
                value = (await ask(self._model, request, kind)).value
            except (RunStopped, RequestError) as error:
                self.ended = self.ended or error
                return _short(f"not asked: {error}")
            except (ModelError, AllStrategiesFailed) as error:
                self._failed(error)
                return _short(f"no usable answer: {error}")
            self.answered_count += 1
            return value

    def end(self) -> None:
        """Notes that everything was asked: a model that never answered was needed."""
        if self._vain_count and not self.answered_count and self.ended is None:
            self.ended = self._needed

    def _failed(self, error: Exception) -> None:
        self._vain_count += 1
        self._needed = ModelNeeded(
            f"{_short(str(error))}; none of {self._vain_count} questions had a usable answer; "
            "once the model answers: the same command again"
        )
        if not self.answered_count and self._vain_count >= _VAIN_CALLS:
            self.ended = self.ended or self._needed


def _short(reason: str) -> str:
    return " ".join(reason.split())[:_REASON_CHARS]

"""Answers from what is stored, and asks only what is not.

It only reads: an answer is stored in one transaction with the settlement of its cost, which is the
budget's to do. So nothing can be paid for and not be kept.
"""

from groundsmith.events import AnswerReused, Emit
from groundsmith.llm.key import AnswerKey
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request
from groundsmith.seams import Answers, Hear, Model


class Cached(Streamed):
    """A model whose stored answers stand in for calls."""

    def __init__(
        self, inner: Model, *, answers: Answers, key: AnswerKey, label: str, emit: Emit
    ) -> None:
        self._inner = inner
        self._answers = answers
        self._key = key
        self._reused = AnswerReused(model=label)
        self._emit = emit

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The stored answer, or a new one."""
        stored = await self._answers.find(self._key(request))
        if stored is None:
            return await self._inner.complete(request, hear)
        self._emit(self._reused)
        if hear is not None:
            hear(stored.text)
        return stored

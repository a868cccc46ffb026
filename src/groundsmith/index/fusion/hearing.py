"""Hears one voice, whatever it does: an opinion, silence, or the reason why it was dropped.

A thread cannot be ended from outside, so a late voice goes on unheard. One that has several
queries unfinished is not asked again until they are done: a voice that hangs costs a few threads.
"""

import math
import threading
from dataclasses import dataclass
from queue import Empty, SimpleQueue

import numpy as np

from groundsmith.index.voices import Floats, Query, Voice

_MOST_UNFINISHED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A voice that should have been heard and was not."""

    voice: str
    reason: str

    def __str__(self) -> str:
        return f"{self.voice}: {self.reason}"


class Hearing:
    """Asks one voice.

    Args:
        document_count: How many scores it has to give.
        deadline_s: Seconds after which it is late; None waits for it in this thread.
    """

    def __init__(self, voice: Voice, document_count: int, deadline_s: float | None) -> None:
        self._voice = voice
        self._document_count = document_count
        self._deadline_s = deadline_s
        self._unfinished = 0
        self._lock = threading.Lock()

    def ask(self, query: Query) -> Floats | Dropped | None:
        """Its scores; None where it has nothing to say."""
        answer = self._asked(query) if self._deadline_s is None else self._in_time(query)
        if isinstance(answer, Exception):
            return self._dropped(f"{answer or type(answer).__name__}")
        if answer is None:
            return None
        if len(answer) != self._document_count:
            return self._dropped(f"{len(answer)} scores for {self._document_count} documents")
        if answer.size and not (math.isfinite(answer.min()) and math.isfinite(answer.max())):
            return self._dropped("some of its scores are no numbers")
        return answer

    def _dropped(self, reason: str) -> Dropped:
        return Dropped(voice=self._voice.name, reason=reason)

    def _asked(self, query: Query) -> Floats | Exception | None:
        try:
            scores = self._voice.scores(query)
            return None if scores is None else np.asarray(scores, dtype=np.float64)
        except Exception as error:  # any failure drops the voice and is told
            return error

    def _in_time(self, query: Query) -> Floats | Exception | None:
        with self._lock:
            if self._unfinished >= _MOST_UNFINISHED:
                return TimeoutError(f"{self._unfinished} earlier queries are not finished yet")
            self._unfinished += 1
        answers: SimpleQueue[Floats | Exception | None] = SimpleQueue()

        def work() -> None:
            answers.put(self._asked(query))
            with self._lock:
                self._unfinished -= 1

        threading.Thread(target=work, name=self._voice.name, daemon=True).start()
        try:
            return answers.get(timeout=self._deadline_s)
        except Empty:
            return TimeoutError(f"no answer within {self._deadline_s} s")

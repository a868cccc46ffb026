"""Keeps personal data from models: placeholders go out, and what they stand for comes back.

Outermost of the wrappers, around the Fallback: so cache keys, stored answers, what providers and
the errors about them say, and every log line below hold placeholders only, while the recipe sees
its own text and cites its source as it stands. Placeholders are numbered within one request, by
first appearance. A hash of the value would be the same everywhere, but telephone numbers are few
enough to try them all.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from groundsmith.llm.personal import Found, Rules
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Request
from groundsmith.seams import Embedder, Hear, Model, Reset

_PLACEHOLDER = re.compile(r"\[[A-Z]{1,16}_[0-9]{1,9}\]")
_OPEN_TAIL = re.compile(r"\[(?:[A-Z]{1,16}(?:_[0-9]{0,9})?)?\Z")
"""The beginning of what may become a placeholder when more of a stream has come."""

_INSTRUCTION = (
    "Marks such as {placeholder} stand for personal data that is kept from you. Copy each as it "
    "stands, brackets included, and write no others."
)


class Redacted(Streamed):
    """A model that is never told personal data, and whose answers hold it all the same."""

    def __init__(self, inner: Model, *, rules: Rules) -> None:
        self._inner = inner
        self._rules = rules

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The answer to `request` without its personal data, which is then put back."""
        redaction = Redaction(request, self._rules)
        if not redaction.replaced_count:
            return await self._inner.complete(request, hear)
        restoring = None if hear is None else _Restoring(redaction.restored, hear)
        completion = await self._inner.complete(redaction.request, restoring)
        if restoring is not None:
            restoring.end()
        return replace(completion, text=redaction.restored(completion.text))


class Redaction:
    """One request with placeholders for its personal data, and the way back.

    Each value is replaced wherever it stands, also where no rule would have found it: a model's
    answer that is shown to it again holds the values in places of their own.
    """

    def __init__(self, request: Request, rules: Rules) -> None:
        texts = (request.system, *(text for _, text in request.messages))
        self._placeholders = _numbered(texts, rules)
        self._values = {mark: value for value, mark in self._placeholders.items()}
        self.request = self._redacted(request) if self._placeholders else request

    @property
    def replaced_count(self) -> int:
        """How many different values are kept back."""
        return len(self._values)

    def redacted(self, text: str) -> str:
        """`text` with a placeholder for each value."""
        return _replaced(text, self._placeholders)

    def restored(self, text: str) -> str:
        """`text` with the values back; a placeholder that stands for none is left as it is."""
        return _PLACEHOLDER.sub(lambda mark: self._values.get(mark[0], mark[0]), text)

    def _redacted(self, request: Request) -> Request:
        told = _INSTRUCTION.format(placeholder=next(iter(self._values)))
        return replace(
            request,
            system=f"{self.redacted(request.system)}\n\n{told}".lstrip(),
            messages=tuple((role, self.redacted(text)) for role, text in request.messages),
        )


class RedactedTexts:
    """An embedder that is never told personal data; the seam Embedder."""

    def __init__(self, inner: Embedder, *, rules: Rules) -> None:
        self._inner = inner
        self._rules = rules

    def embed(self, texts: Sequence[str]) -> Any:
        """The vectors of the texts with placeholders, which are numbered within each text."""
        kept_back = (_numbered((text,), self._rules) for text in texts)
        return self._inner.embed(list(map(_replaced, texts, kept_back)))


def _replaced(text: str, placeholders: Mapping[str, str]) -> str:
    """`text` with a placeholder for each value, the longest first, for one may hold another."""
    for value in sorted(placeholders, key=len, reverse=True):
        text = text.replace(value, placeholders[value])
    return text


def _numbered(texts: tuple[str, ...], rules: Rules) -> dict[str, str]:
    """A placeholder for each value; none that stands in the texts already."""
    taken = {mark for text in texts for mark in _PLACEHOLDER.findall(text)}
    marks: dict[str, Iterator[str]] = {}
    placeholders: dict[str, str] = {}
    for text in texts:
        for found in rules.find(text):
            if found.text not in placeholders:
                free = marks.setdefault(found.kind, _marks(found, taken))
                placeholders[found.text] = next(free)
    return placeholders


def _marks(found: Found, taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if (mark := f"[{found.kind}_{number}]") not in taken:
            yield mark


class _Restoring:
    """A `Hear` that restores a stream: what may be half a placeholder waits for its end."""

    def __init__(self, restored: Callable[[str], str], hear: Hear) -> None:
        self._restored = restored
        self._hear = hear
        self._held = ""

    def __call__(self, part: str | Reset) -> None:
        if isinstance(part, Reset):
            self._held = ""
            self._hear(part)
            return
        text = self._held + part
        tail = _OPEN_TAIL.search(text, max(0, len(text) - _TAIL_CHARS))
        at = len(text) if tail is None else tail.start()
        self._held = text[at:]
        if at:
            self._hear(self._restored(text[:at]))

    def end(self) -> None:
        """Lets go of what was no placeholder after all."""
        if self._held:
            self._hear(self._restored(self._held))
            self._held = ""


_TAIL_CHARS = 28
"""The longest placeholder: bracket, kind, underscore, number, bracket."""

"""A model that says what it was told to say."""

from collections.abc import AsyncIterator, Callable

from groundsmith.records import Completion, Request, Usage
from groundsmith.seams import Hear, Reset

_PORTION_CHARS = 8

Line = str | Completion | Exception | Callable[[Request], str]


class ScriptedModel:
    """Answers with the lines of its script in turn, the last one again and again.

    A line is a text, a whole completion, an error to raise, or a function of the request. What was
    asked stands in `requests`.
    """

    def __init__(self, *lines: Line, name: str = "scripted") -> None:
        self._lines = lines or ("",)
        self._name = name
        self.requests: list[Request] = []

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The next line's answer."""
        line = self._lines[min(len(self.requests), len(self._lines) - 1)]
        self.requests.append(request)
        if isinstance(line, Exception):
            raise line
        if isinstance(line, Completion):
            completion = line
        else:
            text = line if isinstance(line, str) else line(request)
            usage = Usage(input_tokens=1 + len(request.system), output_tokens=len(text.split()))
            completion = Completion(text=text, model=self._name, finish_reason="stop", usage=usage)
        if hear is not None:
            for portion in _portions(completion.text):
                hear(portion)
        return completion

    async def stream(self, request: Request) -> AsyncIterator[str | Reset]:
        """The next line's answer, a few characters at a time."""
        completion = await self.complete(request)
        for portion in _portions(completion.text):
            yield portion


def _portions(text: str) -> list[str]:
    return [text[at : at + _PORTION_CHARS] for at in range(0, len(text), _PORTION_CHARS)]

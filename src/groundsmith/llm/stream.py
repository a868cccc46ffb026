"""Makes a stream of a call that is heard: the one place where callbacks become an iterator."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from groundsmith.records import Completion, Request
from groundsmith.seams import Hear, Reset

Complete = Callable[[Request, Hear | None], Awaitable[Completion]]


class Streamed:
    """Gives a model with `complete` its `stream`; wrappers and providers inherit it."""

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The whole answer."""
        raise TypeError(f"{type(self).__name__} answers nothing")

    async def stream(self, request: Request) -> AsyncIterator[str | Reset]:
        """The answer as it comes; leaving the iterator early ends the call."""
        heard: asyncio.Queue[str | Reset | None] = asyncio.Queue()
        call = asyncio.ensure_future(self.complete(request, heard.put_nowait))
        call.add_done_callback(lambda _: heard.put_nowait(None))
        try:
            while (part := await heard.get()) is not None:
                yield part
            await call
        finally:
            call.cancel()

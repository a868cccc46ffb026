"""HTTP/1.1 on a bare asyncio protocol: just enough of a server to misbehave in every way.

A framework would answer better than a provider in trouble does; here the bytes are ours, and a
core serves thousands of calls a second, so that a benchmark measures its client.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

_REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found"}
_HEAD_MAX = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request as it arrived; header names are lower-case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


Serve = Callable[[Call, "Wire"], None]


class Wire(asyncio.Protocol):
    """One connection; calls `serve` for each request and takes the answer in any portions."""

    def __init__(self, serve: Serve) -> None:
        self._serve = serve
        self._buffer = bytearray()
        self._busy = False
        self._transport: asyncio.Transport | None = None
        self.on_lost: Callable[[], None] | None = None
        """Called where the client leaves before its answer is complete."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client is there."""
        self._transport = transport  # type: ignore[assignment]  # a stream server's transport

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone."""
        self._transport = None
        if self._busy and self.on_lost is not None:
            self.on_lost()

    def data_received(self, data: bytes) -> None:
        """Serves every request that is complete, one at a time."""
        self._buffer += data
        self._next()

    def write(self, data: bytes) -> None:
        """Sends some of the answer; nothing where the client is gone."""
        if self._transport is not None:
            self._transport.write(data)

    def done(self, *, close: bool = False) -> None:
        """The answer is complete, or is meant to end here."""
        self._busy = False
        self.on_lost = None
        if close and self._transport is not None:
            self._transport.close()
        elif self._buffer:
            self._next()

    def _next(self) -> None:
        if self._busy:
            return
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(self._buffer) > _HEAD_MAX:
                self._buffer.clear()
                self.done(close=True)
            return
        lines = self._buffer[:end].decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines[1:])
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        stop = end + 4 + int(headers.get("content-length") or 0)
        if len(self._buffer) < stop:
            if headers.get("expect") and len(self._buffer) == end + 4:
                self.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            return
        body = bytes(self._buffer[end + 4 : stop])
        del self._buffer[:stop]
        method, path, _ = (*lines[0].split(" "), "", "")[:3]
        self._busy = True
        self._serve(Call(method=method, path=path, headers=headers, body=body), self)


def head(status: int, length: int | None, extra: str = "") -> bytes:
    """Status line and headers; without a length the body comes in chunks, as a stream."""
    kind = "application/json" if length is not None else "text/event-stream"
    size = f"content-length: {length}" if length is not None else "transfer-encoding: chunked"
    reason = _REASONS.get(status, "Status")
    return (f"HTTP/1.1 {status} {reason}\r\ncontent-type: {kind}\r\n{size}\r\n{extra}\r\n").encode()


def chunk(data: bytes) -> bytes:
    """`data` as a chunk of a body without a length; an empty one ends it."""
    return b"%x\r\n%b\r\n" % (len(data), data)

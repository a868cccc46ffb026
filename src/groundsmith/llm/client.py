"""HTTP for all models of a run: one pooled session, deadlines, and limits on what may arrive.

The only file that knows aiohttp; whatever that raises leaves here as a ModelError. Redirects are
not followed, because a key would follow them, and answers are asked for uncompressed, because a
small answer that unpacks to gigabytes is not worth the bytes that packing saves.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType

import aiohttp

from groundsmith.errors import (
    AnswerCut,
    AnswerLate,
    AnswerUnusable,
    ModelError,
    RequestRefused,
    Unreachable,
)
from groundsmith.llm.sse import EventReader

ANSWER_MAX_BYTES = 16 * 1024 * 1024
FILE_MAX_BYTES = 256 * 1024 * 1024
_REFUSAL_MAX_BYTES = 64 * 1024
_KEEP_ALIVE_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """Deadlines of one call, in seconds: to connect, to the first and each later byte, overall."""

    connect_s: float = 10.0
    first_token_s: float = 30.0
    idle_s: float = 30.0
    total_s: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpAnswer:
    """A whole answer, whatever its status."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class EventStream:
    """An answer that arrives in events; `refusal` holds it instead where it is none."""

    def __init__(self, events: AsyncIterator[bytes], refusal: HttpAnswer | None) -> None:
        self.events = events
        self.refusal = refusal


class Client:
    """`async with Client() as client:` within an event loop; close it before the loop ends."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Client":
        connector = aiohttp.TCPConnector(
            limit=0,
            ssl=True if self._tls is None else self._tls,
            keepalive_timeout=_KEEP_ALIVE_S,
            ttl_dns_cache=300,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            headers={"Accept-Encoding": "identity", "User-Agent": "groundsmith"},
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def post(
        self, url: str, body: bytes, headers: Mapping[str, str], timeouts: Timeouts, label: str
    ) -> HttpAnswer:
        """The whole answer; raises a ModelError where there is none.

        Args:
            label: The model's name in errors.
        """
        return await self._whole("POST", url, body, headers, timeouts, label, ANSWER_MAX_BYTES)

    async def get(
        self, url: str, headers: Mapping[str, str], timeouts: Timeouts, label: str
    ) -> HttpAnswer:
        """What lies at `url`, which may be a file of many answers."""
        return await self._whole("GET", url, None, headers, timeouts, label, FILE_MAX_BYTES)

    async def _whole(
        self,
        method: str,
        url: str,
        body: bytes | None,
        headers: Mapping[str, str],
        timeouts: Timeouts,
        label: str,
        most_bytes: int,
    ) -> HttpAnswer:
        deadline = aiohttp.ClientTimeout(total=timeouts.total_s, sock_connect=timeouts.connect_s)
        try:
            async with self._opened.request(
                method, url, data=body, headers=headers, timeout=deadline, allow_redirects=False
            ) as response:
                content = await _read(response, most_bytes, label)
                return HttpAnswer(status=response.status, headers=response.headers, body=content)
        except _FOREIGN as error:
            raise translated(error, label, timeouts.total_s) from error

    @asynccontextmanager
    async def stream(
        self, url: str, body: bytes, headers: Mapping[str, str], timeouts: Timeouts, label: str
    ) -> AsyncIterator[EventStream]:
        """The answer's events as they come, within every deadline."""
        loop = asyncio.get_running_loop()
        end = loop.time() + timeouts.total_s
        connecting = aiohttp.ClientTimeout(total=None, sock_connect=timeouts.connect_s)
        try:
            async with (
                asyncio.timeout(min(timeouts.first_token_s, timeouts.total_s)) as scope,
                self._opened.post(
                    url, data=body, headers=headers, timeout=connecting, allow_redirects=False
                ) as response,
            ):
                if response.status != 200:
                    content = await _read(response, _REFUSAL_MAX_BYTES, label)
                    refusal = HttpAnswer(
                        status=response.status, headers=response.headers, body=content
                    )
                    yield EventStream(_events(response, scope, end, timeouts, label), refusal)
                else:
                    yield EventStream(_events(response, scope, end, timeouts, label), None)
        except _FOREIGN as error:
            raise translated(error, label, timeouts.total_s) from error

    @property
    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("a Client is used within `async with`")
        return self._session


async def _read(response: aiohttp.ClientResponse, limit: int, label: str) -> bytes:
    """The body, or as much as is read before it proves too long."""
    declared = response.content_length
    if declared is not None and declared <= limit:
        return await response.read()
    portions: list[bytes] = []
    size = 0
    async for portion in response.content.iter_any():
        portions.append(portion)
        size += len(portion)
        if size > limit:
            response.close()
            raise AnswerUnusable(label, f"an answer of more than {limit} bytes", "")
    return b"".join(portions)


async def _events(
    response: aiohttp.ClientResponse,
    scope: asyncio.Timeout,
    end: float,
    timeouts: Timeouts,
    label: str,
) -> AsyncIterator[bytes]:
    reader = EventReader()
    loop = asyncio.get_running_loop()
    size = 0
    async for portion in response.content.iter_any():
        size += len(portion)
        if size > ANSWER_MAX_BYTES:
            response.close()
            raise AnswerUnusable(label, f"an answer of more than {ANSWER_MAX_BYTES} bytes", "")
        for event in reader.feed(portion):
            yield event
        scope.reschedule(min(loop.time() + timeouts.idle_s, end))


_FOREIGN = (aiohttp.ClientError, OSError, TimeoutError, ValueError)
"""What aiohttp raises; it lets some of the sockets' and of the parser's errors through."""


def translated(error: BaseException, label: str, total_s: float) -> ModelError:
    """The ModelError for whatever a call raised below us; every foreign error has one."""
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    match error:
        case ModelError():
            return error
        case aiohttp.InvalidURL() | aiohttp.TooManyRedirects():
            return RequestRefused(label, f"base_url does not lead to a model ({said})", 0)
        case aiohttp.ConnectionTimeoutError() | aiohttp.ClientConnectorError():
            return Unreachable(label, f"no connection ({said})")
        case TimeoutError():
            return AnswerLate(label, f"no answer within its deadline ({total_s:g} s overall)")
        case _:
            return AnswerCut(label, f"the connection broke ({said})")

"""Whatever the HTTP library raises becomes one of our errors."""

import asyncio
import ssl

import aiohttp
import pytest

from groundsmith.errors import AnswerLate, ModelError, RequestRefused, Unreachable
from groundsmith.llm.client import Client, Timeouts, translated


def descendants(kind: type[BaseException]) -> set[type[BaseException]]:
    return {kind}.union(*(descendants(child) for child in kind.__subclasses__()))


FOREIGN = sorted(
    {
        kind
        for root in (aiohttp.ClientError, TimeoutError, ConnectionError, ssl.SSLError)
        for kind in descendants(root)
        if kind.__module__.split(".")[0] in ("aiohttp", "builtins", "ssl", "asyncio")
    },
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", FOREIGN, ids=lambda kind: kind.__name__)
def test_every_foreign_error_has_ours(kind: type[BaseException]) -> None:
    shown: type[BaseException] = type(
        kind.__name__, (kind,), {"__str__": lambda self: "as it came"}
    )
    error = shown.__new__(shown)

    ours = translated(error, "m", 60.0)

    assert isinstance(ours, ModelError)
    assert ours.retryable or isinstance(ours, RequestRefused)


def test_a_connection_that_is_late_was_never_asked() -> None:
    ours = translated(aiohttp.ConnectionTimeoutError(), "m", 60.0)

    assert isinstance(ours, Unreachable)


def test_an_answer_that_is_late_was() -> None:
    ours = translated(aiohttp.SocketTimeoutError(), "m", 60.0)

    assert isinstance(ours, AnswerLate)
    assert ours.billable


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://host:port/", "x"])
def test_an_address_that_leads_nowhere_is_a_reason(url: str) -> None:
    async def main() -> None:
        async with Client() as client:
            await client.post(url, b"{}", {}, Timeouts(total_s=5), "m")

    with pytest.raises(ModelError):
        asyncio.run(main())

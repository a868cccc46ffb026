"""The next model answers where one cannot, and never hides what should stop a run."""

import asyncio

import pytest

from groundsmith.errors import (
    BudgetReached,
    GroundsmithError,
    KeyRefused,
    ProviderFailed,
    RequestRefused,
    StorageFull,
)
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.llm.fallback import Fallback
from groundsmith.records import Request
from groundsmith.seams import Reset
from groundsmith.testing import ScriptedModel

FAILED = ProviderFailed("a", "sorry", 500)


@pytest.mark.parametrize("error", [FAILED, RequestRefused("a", "no", 400)])
def test_the_spare_answers_under_its_own_name(request_: Request, error: Exception) -> None:
    chain = Fallback([("a", ScriptedModel(error)), ("b", ScriptedModel("fine", name="b"))])

    answer = asyncio.run(chain.complete(request_))

    assert (answer.text, answer.model) == ("fine", "b")


@pytest.mark.parametrize(
    "error",
    [
        BudgetReached("$1", "$1"),
        KeyRefused("a", "KEY", 401),
        StorageFull("/state"),
        KeyError("bug"),
    ],
)
def test_what_stops_a_run_is_not_handed_over(request_: Request, error: Exception) -> None:
    spare = ScriptedModel("fine")

    with pytest.raises(type(error)):
        asyncio.run(Fallback([("a", ScriptedModel(error)), ("b", spare)]).complete(request_))

    assert spare.requests == []


def test_where_none_answers_each_ones_reason_is_told(request_: Request) -> None:
    chain = Fallback([("a", ScriptedModel(FAILED)), ("b", ScriptedModel(FAILED))])

    with pytest.raises(AllStrategiesFailed, match=r"a: .*sorry.*b: .*sorry") as caught:
        asyncio.run(chain.complete(request_))

    assert isinstance(caught.value, GroundsmithError)


def test_a_stream_that_is_handed_over_starts_again(request_: Request) -> None:
    heard: list[object] = []
    chain = Fallback([("a", ScriptedModel(FAILED)), ("b", ScriptedModel("fine"))])

    asyncio.run(chain.complete(request_, heard.append))

    assert heard == [Reset(), "fine"]

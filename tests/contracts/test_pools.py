"""What every pool owes its callers, wherever its work is done."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundsmith.records import Json
from groundsmith.runs.workers.processes import ProcessPool
from groundsmith.seams import Pool

BUILDERS: list[Callable[[], ProcessPool]] = [lambda: ProcessPool(1), lambda: ProcessPool(2)]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.fixture(scope="module", params=BUILDERS, ids=("one", "two"))
def pool(request: pytest.FixtureRequest) -> Iterator[Pool]:
    build: Callable[[], ProcessPool] = request.param
    with build() as opened:
        yield opened


def done(pool: Pool, function: str, payload: Json) -> Json:
    return asyncio.run(_run(pool, function, payload))


async def _run(pool: Pool, function: str, payload: Json) -> Json:
    return await pool.run(f"work_for_pools:{function}", {"times": 2}, payload)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(payload=JSON)
def test_settings_and_payload_arrive_as_they_were_sent(pool: Pool, payload: Json) -> None:
    assert done(pool, "both", payload) == [{"times": 2}, payload]


def test_each_of_many_tasks_gets_its_own_result(pool: Pool) -> None:
    async def many() -> list[Json]:
        return await asyncio.gather(*(_run(pool, "multiplied", n) for n in range(200)))

    assert asyncio.run(many()) == [2 * n for n in range(200)]


def test_what_the_function_raises_is_raised_to_the_caller_with_its_trace(pool: Pool) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        done(pool, "divided", 0)

    assert "in divided" in raised.value.__notes__[0]


def test_an_exception_that_cannot_travel_is_told_in_words(pool: Pool) -> None:
    with pytest.raises(Exception, match="Stubborn: stays here"):
        done(pool, "stubborn", None)


@pytest.mark.parametrize("function", ["missing", "both.missing"])
def test_a_function_that_does_not_exist_fails_its_task_alone(pool: Pool, function: str) -> None:
    with pytest.raises(AttributeError):
        done(pool, function, None)

    assert done(pool, "multiplied", 2) == 4


def test_a_result_that_is_no_value_fails_its_task_alone(pool: Pool) -> None:
    with pytest.raises(Exception, match="pickle"):
        done(pool, "alive", None)

    assert done(pool, "multiplied", 2) == 4


def test_a_text_with_half_a_surrogate_pair_survives_the_way(pool: Pool) -> None:
    assert done(pool, "both", "\ud800")[1] == "\ud800"

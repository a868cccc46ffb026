"""The fake provider answers, misbehaves and bills as it was told to."""

import http.client
import json
import urllib.request

import pytest

from groundsmith.testing import FakeProvider, Outcome, Script
from groundsmith.testing.bill import CallState, Cap


def post(fake: FakeProvider, body: object) -> http.client.HTTPResponse:
    """The answer to a call, its body read."""
    connection = http.client.HTTPConnection("127.0.0.1", fake.port, timeout=20)
    connection.request("POST", "/v1/chat/completions", json.dumps(body).encode())
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


CHAT = {"model": "fake", "messages": [{"role": "user", "content": "Why?"}], "max_tokens": 9}


def test_it_can_be_asked_and_read_from_a_process_of_its_own() -> None:
    with FakeProvider(own_process=True) as provider:
        answer = post(provider, CHAT)
        bill = provider.bill()

    assert answer.status == 200
    assert [(call.model, call.state) for call in bill.calls] == [("fake", CallState.FULL)]


def test_a_refused_call_is_seen_and_not_billed() -> None:
    with FakeProvider(Script(first=(Outcome(status=429, retry_after="7"),))) as provider:
        answer = post(provider, CHAT)
        bill = provider.bill()

    assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
    assert bill.calls == []
    assert bill.statuses == {429: 1}


def test_the_same_seed_fails_the_same_calls() -> None:
    def statuses() -> list[int]:
        script = Script(seed=7, shares=((0.5, Outcome(status=500)),))
        with FakeProvider(script) as provider:
            return [post(provider, CHAT).status for _ in range(20)]

    first, second = statuses(), statuses()

    assert first == second
    assert set(first) == {200, 500}


def test_the_models_it_knows_are_listed() -> None:
    with (
        FakeProvider(Script(models=("a", "b"))) as provider,
        urllib.request.urlopen(f"{provider.base_url}/models", timeout=20) as answer,
    ):
        listed = json.loads(answer.read())

    assert [model["id"] for model in listed["data"]] == ["a", "b"]


@pytest.mark.parametrize("body", [["not", "a", "request"], {}, {"messages": ["a"]}, 1, "x"])
def test_what_is_no_request_is_refused(body: object) -> None:
    with FakeProvider() as provider:
        assert post(provider, body).status == 400


def test_a_cap_takes_no_more_than_its_calls_within_any_second() -> None:
    cap = Cap(3)
    times = [0.0, 0.5, 0.75, 0.875, 1.0, 1.125, 1.5, 1.625, 1.75, 2.0]

    taken = [at for at in times if cap.takes(at)]

    assert taken == [0.0, 0.5, 0.75, 1.0, 1.5, 1.75, 2.0]

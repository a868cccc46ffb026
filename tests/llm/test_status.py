"""Every status has one meaning, for every provider."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from groundsmith.errors import CreditSpent, GroundsmithError, KeyRefused, ModelError
from groundsmith.llm.client import HttpAnswer
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.presets import PRESETS
from groundsmith.llm.status import refusal

KEY = "sk-not-to-be-seen"
ENDPOINT = Endpoint(
    provider="groq",
    model="llama",
    base_url="https://api.groq.com/openai/v1",
    preset=PRESETS["groq"],
    key=SecretStr(KEY),
    key_variable="GROQ_API_KEY",
)
TRANSIENT = {408, 409, 425, 429, *range(500, 600)}


def refused(status: int, body: bytes = b"") -> GroundsmithError:
    return refusal(ENDPOINT, HttpAnswer(status=status, headers={}, body=body), now=0.0)


@pytest.mark.parametrize("status", [*range(201, 600)])
def test_a_status_is_transient_exactly_where_another_try_may_help(status: int) -> None:
    assert refused(status).retryable == (status in TRANSIENT)


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_named_by_its_variable(status: int) -> None:
    error = refused(status, f'{{"error": {{"message": "bad key {KEY}"}}}}'.encode())

    assert isinstance(error, KeyRefused)
    assert "GROQ_API_KEY" in str(error)
    assert KEY not in str(error)


@pytest.mark.parametrize(
    "body",
    [
        b'{"error": {"message": "too long"}}',
        b'{"error": "too long"}',
        b'{"message": "too long"}',
        b'{"detail": "too long"}',
        b"too long",
    ],
)
def test_the_providers_own_words_are_quoted(body: bytes) -> None:
    assert "too long" in str(refused(400, body))


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (402, b"Insufficient Balance"),
        (429, b'{"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}}'),
        (400, b'{"error": {"message": "Your credit balance is too low to access the API"}}'),
    ],
)
def test_an_empty_account_stops_the_run_instead_of_being_asked_again(
    status: int, body: bytes
) -> None:
    error = refused(status, body)

    assert isinstance(error, CreditSpent)
    assert not error.retryable


@given(st.binary(max_size=500), st.sampled_from([400, 404, 429, 500]))
def test_no_body_can_break_the_message(body: bytes, status: int) -> None:
    error = refused(status, body + KEY.encode())

    assert isinstance(error, GroundsmithError)
    assert KEY not in str(error)
    assert str(error).isprintable()
    assert not isinstance(error, ModelError) or len(error.message) < 400

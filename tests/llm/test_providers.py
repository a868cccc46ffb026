"""Providers turn a request into HTTP and an answer into a completion, or into one of our errors."""

import asyncio

import pytest

from groundsmith.errors import (
    AnswerCut,
    AnswerLate,
    AnswerUnusable,
    GroundsmithError,
    KeyRefused,
    ModelError,
    ModelUnknown,
    ProviderFailed,
    RateLimited,
    RequestRefused,
    Unreachable,
)
from groundsmith.records import Completion, Request, Usage
from groundsmith.seams import Model, Reset
from groundsmith.testing import FakeProvider, Outcome, Script
from groundsmith.testing.asking import KEY, asked_bare

SHAPES = ("custom", "anthropic")
SCHEMA = {"type": "object", "properties": {"fee": {"type": "string"}}, "required": ["fee"]}


async def heard(model: Model, request: Request) -> str:
    parts = [part async for part in model.stream(request)]
    return "".join(part for part in parts if not isinstance(part, Reset))


def with_schema(request: Request) -> Request:
    return Request(
        system=request.system,
        messages=request.messages,
        max_output_tokens=100,
        temperature=None,
        response_schema=SCHEMA,
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_an_answer_has_its_text_and_the_usage_that_is_billed(request_: Request, shape: str) -> None:
    with FakeProvider() as provider:
        answer: Completion = asked_bare(
            provider, lambda model: model.complete(request_), provider=shape
        )
        bill = provider.bill()

    assert answer.text.startswith("Answer 0 word")
    assert answer.finish_reason == "stop"
    assert answer.usage == Usage(input_tokens=bill.input_tokens, output_tokens=bill.output_tokens)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_stream_gives_the_same_text_in_portions_and_the_same_usage(
    request_: Request, shape: str
) -> None:
    heard_parts: list[object] = []

    with FakeProvider() as provider:
        answer: Completion = asked_bare(
            provider, lambda model: model.complete(request_, heard_parts.append), provider=shape
        )
        bill = provider.bill()

    assert len(heard_parts) > 3
    assert "".join(map(str, heard_parts)) == answer.text
    assert answer.usage == Usage(input_tokens=bill.input_tokens, output_tokens=bill.output_tokens)


@pytest.mark.parametrize("shape", SHAPES)
def test_an_answer_at_its_limit_says_so(request_: Request, shape: str) -> None:
    with FakeProvider(Script(answer_tokens=5000)) as provider:
        answer: Completion = asked_bare(
            provider, lambda model: model.complete(request_), provider=shape
        )

    assert answer.finish_reason == "length"
    assert answer.usage is not None
    assert answer.usage.output_tokens == request_.max_output_tokens


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("clean_end", [False, True])
def test_a_stream_that_breaks_off_anywhere_is_never_taken_for_whole(
    request_: Request, shape: str, clean_end: bool
) -> None:
    cuts = range(0, 900, 23)
    script = Script(
        first=tuple(Outcome(cut_at=at, clean_end=clean_end) for at in cuts), answer_tokens=10
    )

    async def ask_all(model: Model) -> list[object]:
        asked = [heard(model, request_) for _ in cuts]
        return list(await asyncio.gather(*asked, return_exceptions=True))

    with FakeProvider(script) as provider:
        outcomes = asked_bare(provider, ask_all, provider=shape)

    assert {type(outcome) for outcome in outcomes} == {AnswerCut}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_body_that_breaks_off_is_transient_and_may_have_been_charged(
    request_: Request, shape: str
) -> None:
    with (
        FakeProvider(Script(usual=Outcome(cut_at=40))) as provider,
        pytest.raises(AnswerCut) as caught,
    ):
        asked_bare(provider, lambda model: model.complete(request_), provider=shape)

    assert caught.value.retryable
    assert caught.value.billable


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome(status=429, retry_after="3"), RateLimited),
        (Outcome(status=500), ProviderFailed),
        (Outcome(status=529), ProviderFailed),
        (Outcome(status=408), ProviderFailed),
        (Outcome(status=400), RequestRefused),
        (Outcome(status=302), RequestRefused),
        (Outcome(status=401), KeyRefused),
        (Outcome(status=404), ModelUnknown),
        (Outcome(form="html"), AnswerCut),
        (Outcome(form="no_choices"), AnswerCut),
        (Outcome(form="huge"), AnswerUnusable),
        (Outcome(form="null"), AnswerCut),
        (Outcome(silent=True), AnswerLate),
        (Outcome(drip_s=0.05), AnswerLate),
    ],
)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_misfortune_has_its_error(
    request_: Request,
    shape: str,
    outcome: Outcome,
    expected: type[GroundsmithError],
) -> None:
    request = request_ if outcome.form != "huge" else unlimited(request_)
    timeouts = {"total_s": 0.3 if expected is AnswerLate else 30.0}

    with FakeProvider(Script(usual=outcome)) as provider, pytest.raises(expected):
        asked_bare(
            provider, lambda model: model.complete(request), provider=shape, timeouts=timeouts
        )


def unlimited(request: Request) -> Request:
    return Request(
        system=request.system,
        messages=request.messages,
        max_output_tokens=1 << 40,
        temperature=0.0,
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_a_stream_that_falls_silent_is_late(request_: Request, shape: str) -> None:
    timeouts = {"first_token_s": 10.0, "idle_s": 0.05, "total_s": 20.0}

    with FakeProvider(Script(usual=Outcome(gap_s=5.0))) as provider, pytest.raises(AnswerLate):
        asked_bare(
            provider, lambda model: heard(model, request_), provider=shape, timeouts=timeouts
        )


def test_a_closed_port_is_unreachable_and_costs_nothing(request_: Request) -> None:
    with FakeProvider() as provider:
        pass

    with pytest.raises(Unreachable) as caught:
        asked_bare(provider, lambda model: model.complete(request_))

    assert not caught.value.billable


@pytest.mark.parametrize("shape", SHAPES)
def test_a_wrong_key_names_its_variable_and_is_never_shown(request_: Request, shape: str) -> None:
    with FakeProvider(Script(key="another")) as provider, pytest.raises(KeyRefused) as caught:
        asked_bare(provider, lambda model: model.complete(request_), provider=shape)

    shown = f"{caught.value} {caught.value!r} {vars(caught.value)}"
    assert "MY_KEY" in shown
    assert KEY not in shown


def test_a_key_that_a_provider_echoes_is_masked(request_: Request) -> None:
    request = Request(system="", messages=request_.messages, max_output_tokens=1, temperature=0.0)

    with FakeProvider(Script(models=("other",))) as provider, pytest.raises(ModelUnknown) as caught:
        asked_bare(provider, lambda model: model.complete(request), model=KEY)

    assert KEY not in caught.value.message


@pytest.mark.parametrize(
    ("usage", "expected"),
    [("missing", None), ("zero", None), ("negative", None), ("text", None)],
)
@pytest.mark.parametrize("shape", SHAPES)
def test_usage_that_cannot_be_true_is_no_usage(
    request_: Request, shape: str, usage: str, expected: None
) -> None:
    script = Script(usual=Outcome(usage=usage))  # type: ignore[arg-type]  # one of the literals above

    with FakeProvider(script) as provider:
        answer: Completion = asked_bare(
            provider, lambda model: model.complete(request_), provider=shape
        )

    assert answer.usage is expected
    assert answer.text


@pytest.mark.parametrize("service", ["groq", "ollama"])
def test_services_with_their_own_ways_stream_text_and_usage(
    request_: Request, service: str
) -> None:
    with FakeProvider(Script(shape=service)) as provider:  # type: ignore[arg-type]  # a literal
        answer: Completion = asked_bare(
            provider, lambda model: model.complete(request_, lambda part: None), provider=service
        )

    assert answer.text.startswith("Answer 0")
    assert answer.usage is not None


@pytest.mark.parametrize("service", ["openai", "deepseek", "anthropic", "ollama"])
def test_a_schema_is_asked_for_in_the_way_that_a_service_has(
    request_: Request, service: str
) -> None:
    with FakeProvider() as provider:
        answer: Completion = asked_bare(
            provider, lambda model: model.complete(with_schema(request_)), provider=service
        )

    assert answer.text.startswith('{"fee":"Answer 0')


def test_a_service_without_schemas_is_asked_in_another_way(request_: Request) -> None:
    refusing = Outcome(status=400, message="response_format json_schema is not supported")

    async def twice(model: Model) -> list[Completion]:
        return [await model.complete(with_schema(request_)) for _ in range(2)]

    with FakeProvider(Script(first=(refusing,))) as provider:
        answers = asked_bare(provider, twice)
        bill = provider.bill()

    assert all(answer.text.startswith('{"fee"') for answer in answers)
    assert bill.request_count == 3


@pytest.mark.parametrize("shape", SHAPES)
def test_text_that_utf8_cannot_hold_is_still_asked(shape: str) -> None:
    request = Request(
        system="\ud800", messages=(("user", "a\x00\udfff"),), max_output_tokens=9, temperature=0.0
    )

    with FakeProvider() as provider:
        answer: Completion = asked_bare(
            provider, lambda model: model.complete(request), provider=shape
        )

    assert answer.text


def test_leaving_a_stream_early_ends_its_call(request_: Request) -> None:
    async def first_part(model: Model) -> str | Reset:
        stream = model.stream(request_)
        part = await anext(stream)
        await stream.aclose()  # type: ignore[attr-defined]  # an async generator
        return part

    with FakeProvider(Script(usual=Outcome(gap_s=0.01), answer_tokens=500)) as provider:
        part = asked_bare(provider, first_part)

    assert str(part).startswith("Answer")


def test_an_error_within_a_stream_is_an_error(request_: Request) -> None:
    with (
        FakeProvider(Script(usual=Outcome(form="html"))) as provider,
        pytest.raises(ModelError),
    ):
        asked_bare(provider, lambda model: heard(model, request_))

"""An answer is read leniently, validated strictly, asked again once, and then kept as it is."""

import asyncio
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from groundsmith.errors import AnswerUnusable
from groundsmith.llm.structured import Structured, ask, json_in, repaired
from groundsmith.records import Completion, Request
from groundsmith.testing import FakeProvider, Outcome, Script, ScriptedModel
from groundsmith.testing.asking import asked
from groundsmith.testing.script import Form

GOOD = '{"fee": "80 euros", "days": 10}'
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


class Fee(BaseModel):
    """What we want to know."""

    model_config = ConfigDict(extra="forbid")

    fee: str
    days: int


def read(*lines: str, request: Request) -> Structured[Fee]:
    return asyncio.run(ask(ScriptedModel(*lines), request, Fee))


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Sure! Here it is:\n\n{GOOD}\n\nAnything else?",
        '{"fee": "80 euros", "days": 10,}',
        '\ufeff{"fee": "80 euros",\n "days": 10\n,\n}',
    ],
)
def test_form_is_forgiven(request_: Request, text: str) -> None:
    answer = read(text, request=request_)

    assert answer.value == Fee(fee="80 euros", days=10)
    assert not answer.asked_again


def test_a_raw_line_break_in_a_string_is_kept(request_: Request) -> None:
    answer = read('{"fee": "80\neuros, \\"all\\" in,}", "days": 10}', request=request_)

    assert answer.value.fee == '80\neuros, "all" in,}'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"fee": "80 euros", "days": "ten"}', "days"),
        ('{"fee": "80 euros"}', "days"),
        ('{"fee": "80 euros", "days": 10, "who": 1}', "who"),
        ('{"fee": "80 eu', "JSON"),
        ("I cannot say.", "no JSON object"),
        ("", "no JSON object"),
        ("[" * 100_000, "no JSON object"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "JSON"),
        ('{"fee": "\\ud800", "days": 1}', "JSON"),
    ],
)
def test_what_does_not_fit_is_shown_to_the_model_with_its_fault(
    request_: Request, text: str, fault: str
) -> None:
    model = ScriptedModel(text, GOOD)

    answer = asyncio.run(ask(model, request_, Fee))

    assert answer.asked_again
    (_, said), (role, complaint) = model.requests[1].messages[-2:]
    assert text.startswith(said) or said == "(nothing)"
    assert role == "user"
    assert fault in complaint


def test_a_second_misfit_is_a_dead_letter_with_the_raw_text(request_: Request) -> None:
    model = ScriptedModel("nothing", "nothing at all")

    with pytest.raises(AnswerUnusable) as caught:
        asyncio.run(ask(model, request_, Fee))

    assert caught.value.text == "nothing at all"
    assert len(model.requests) == 2


def test_an_answer_that_reached_its_limit_is_not_completed_by_us(request_: Request) -> None:
    cut = Completion(text='{"fee": "80', model="m", finish_reason="length", usage=None)

    with pytest.raises(AnswerUnusable, match="limit of tokens"):
        asyncio.run(ask(ScriptedModel(cut), request_, Fee))


@pytest.mark.parametrize("form", ["plain", "fenced", "prose", "comma", "malformed"])
@pytest.mark.parametrize("service", ["openai", "anthropic", "deepseek"])
def test_a_service_that_is_careless_once_still_answers(
    request_: Request, form: Form, service: str
) -> None:
    script = Script(first=(Outcome(form=form),))

    with FakeProvider(script) as provider:
        answer = asked(provider, lambda model: ask(model, request_, Fee), provider=service)

    assert answer.value.days == 1
    assert answer.asked_again == (form == "malformed")


@settings(max_examples=40)
@given(st.dictionaries(st.text(), JSON), st.sampled_from([None, 0, 2]), st.text(max_size=20))
def test_every_object_is_found_whatever_stands_around_it(
    value: dict[str, object], indent: int | None, around: str
) -> None:
    prose = around.replace("{", "").replace("}", "")

    found = json_in(f"{prose}{json.dumps(value, indent=indent)}{prose}")

    assert found == json.loads(json.dumps(value))


@settings(max_examples=40)
@given(st.dictionaries(st.text(), JSON), st.sampled_from([None, 2]), st.booleans())
def test_repair_leaves_what_is_whole_as_it_is(
    value: dict[str, object], indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    assert json.loads(repaired(text)) == value


@given(st.text(alphabet='{}[]",:\\\n1a ', max_size=200))
def test_an_answer_is_either_read_or_refused_with_a_reason(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(json_in(text), dict)

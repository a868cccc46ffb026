"""A question that was answered is not asked again; one that differs in anything is."""

from dataclasses import replace

from groundsmith.events import AnswerReused, Event
from groundsmith.llm.build import endpoint_of
from groundsmith.llm.key import answer_key
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import Completion, Request
from groundsmith.seams import Model
from groundsmith.testing import FakeProvider, MemoryWallet
from groundsmith.testing.asking import asked


def endpoint(model: str = "llama", base_url: str = "http://here/v1", **values: object) -> object:
    settings = {"provider": "custom", "model": model, "base_url": base_url, **values}
    return endpoint_of(ModelSettings.model_validate(settings), None)


def test_the_second_run_asks_nothing_and_hears_the_same(request_: Request) -> None:
    wallet, events, heard = MemoryWallet(), list[Event](), list[object]()

    with FakeProvider() as provider:
        first = asked(provider, lambda model: model.complete(request_), wallet=wallet)
        settled = wallet.settled
        second = asked(
            provider,
            lambda model: model.complete(request_, heard.append),
            wallet=wallet,
            emit=events.append,
        )
        bill = provider.bill()

    assert first == second
    assert "".join(map(str, heard)) == first.text
    assert bill.request_count == 1
    assert wallet.settled == settled
    assert [type(event) for event in events] == [AnswerReused]


def test_each_sample_is_an_answer_of_its_own(request_: Request) -> None:
    async def three(model: Model) -> list[Completion]:
        return [await model.complete(replace(request_, sample=n)) for n in (0, 1, 0)]

    with FakeProvider() as provider:
        answers = asked(provider, three)

    assert answers[0] == answers[2] != answers[1]


def test_whatever_determines_an_answer_is_in_its_name(request_: Request) -> None:
    variants = [
        request_,
        replace(request_, system="Be long."),
        replace(request_, messages=(("user", "What does a permit cost?"),)),
        replace(request_, messages=(("assistant", "What does a visa cost?"),)),
        replace(request_, max_output_tokens=99),
        replace(request_, temperature=0.1),
        replace(request_, temperature=None),
        replace(request_, response_schema={"type": "object"}),
        replace(request_, sample=1),
    ]

    names = {answer_key(endpoint(), 0)(variant) for variant in variants}  # type: ignore[arg-type]  # an Endpoint
    names |= {
        answer_key(asked_of, generation)(request_)  # type: ignore[arg-type]  # an Endpoint
        for asked_of, generation in (
            (endpoint("mistral"), 0),
            (endpoint(base_url="http://there/v1"), 0),
            (endpoint(), 1),
        )
    }

    assert len(names) == len(variants) + 3

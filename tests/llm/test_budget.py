"""The worst case is held before a call, and the truth is booked after it."""

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from groundsmith.errors import (
    AnswerCut,
    BudgetBreach,
    BudgetReached,
    GroundsmithError,
    ProviderFailed,
    RateLimited,
)
from groundsmith.events import CallFailed, CallFinished, Event
from groundsmith.llm.budget import Budgeted
from groundsmith.llm.prices import Price, Rates
from groundsmith.llm.tokens import MESSAGE_TOKENS, bound_of, input_bound
from groundsmith.records import Completion, Request, Usage
from groundsmith.seams import Model
from groundsmith.testing import (
    FakeProvider,
    FixedClock,
    MemoryWallet,
    Outcome,
    Script,
    ScriptedModel,
)
from groundsmith.testing.asking import asked

PRICE = Price((Rates(input=3, output=5, cached=1),))


def budgeted(
    model: Model, wallet: MemoryWallet, events: list[Event], price: Price | None = PRICE
) -> Budgeted:
    return Budgeted(
        model,
        wallet=wallet,
        price=price,
        key=lambda request: "key",
        clock=FixedClock(),
        label="m",
        emit=events.append,
    )


def answer(usage: Usage | None) -> Completion:
    return Completion(text="fine", model="m", finish_reason="stop", usage=usage)


def test_what_was_used_is_booked_and_the_answer_kept_with_it(request_: Request) -> None:
    wallet, events = MemoryWallet(), list[Event]()
    usage = Usage(input_tokens=10, output_tokens=2, cached_tokens=4)

    given_ = asyncio.run(budgeted(ScriptedModel(answer(usage)), wallet, events).complete(request_))

    assert wallet.settled == 6 * 3 + 4 * 1 + 2 * 5
    assert wallet.unsettled == 0
    assert wallet.answers == {"key": given_}
    assert isinstance(events[0], CallFinished)
    assert events[0].cost == wallet.settled


def test_without_usage_the_whole_reservation_is_unsettled(request_: Request) -> None:
    wallet = MemoryWallet()

    asyncio.run(budgeted(ScriptedModel(answer(None)), wallet, []).complete(request_))

    assert wallet.settled == 0
    assert wallet.unsettled == PRICE.worst_case(input_bound(request_), 100)


@pytest.mark.parametrize(
    ("error", "charged"),
    [
        (RateLimited("m", "slow"), False),
        (ProviderFailed("m", "sorry", 500), False),
        (ProviderFailed("m", "gateway", 504), True),
        (AnswerCut("m", "cut"), True),
        (OSError("a bug below"), True),
    ],
)
def test_a_failure_is_booked_as_what_it_may_have_cost(
    request_: Request, error: Exception, charged: bool
) -> None:
    wallet, events = MemoryWallet(), list[Event]()

    with pytest.raises(type(error)):
        asyncio.run(budgeted(ScriptedModel(error), wallet, events).complete(request_))

    assert (wallet.unsettled > 0) == charged
    assert wallet.settled == 0
    assert wallet.open == {}
    assert bool(events) == isinstance(error, GroundsmithError)
    assert all(isinstance(event, CallFailed) for event in events)


def test_a_call_that_does_not_fit_is_not_made(request_: Request) -> None:
    model = ScriptedModel("fine")

    with pytest.raises(BudgetReached):
        asyncio.run(budgeted(model, MemoryWallet(limit=10), []).complete(request_))

    assert model.requests == []


def test_more_than_the_reservation_stops_the_run_after_it_is_booked(request_: Request) -> None:
    wallet = MemoryWallet()
    usage = Usage(input_tokens=10, output_tokens=10**9)

    with pytest.raises(BudgetBreach):
        asyncio.run(budgeted(ScriptedModel(answer(usage)), wallet, []).complete(request_))

    assert wallet.settled == PRICE.cost(usage)
    assert wallet.answers


def test_an_unknown_price_is_booked_as_unknown(request_: Request) -> None:
    wallet, events = MemoryWallet(), list[Event]()
    usage = Usage(input_tokens=10, output_tokens=10)

    asyncio.run(
        budgeted(ScriptedModel(answer(usage)), wallet, events, price=None).complete(request_)
    )

    assert (wallet.settled, wallet.unsettled) == (0, 0)
    assert isinstance(events[0], CallFinished)
    assert events[0].cost is None


def test_a_cancelled_call_is_booked_as_unsettled(request_: Request) -> None:
    wallet = MemoryWallet()

    async def main(model: Model) -> None:
        call = asyncio.ensure_future(model.complete(request_))
        while not wallet.open:
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)

    with FakeProvider(Script(usual=Outcome(silent=True))) as provider:
        asked(provider, main, wallet=wallet)

    assert wallet.open == {}
    assert wallet.unsettled > 0


def test_our_books_enclose_the_providers_bill_whatever_goes_wrong(request_: Request) -> None:
    misfortunes = [
        Outcome(status=429, retry_after="0"),
        Outcome(status=503, retry_after="0"),
        Outcome(cut_at=30),
        Outcome(usage="missing"),
        Outcome(usage="negative"),
        Outcome(form="no_choices"),
    ]
    script = Script(seed=5, shares=tuple((0.1, outcome) for outcome in misfortunes))
    wallet = MemoryWallet()

    async def main(model: Model) -> list[Completion]:
        questions = [
            Request(system="", messages=(("user", f"{n}?"),), max_output_tokens=30, temperature=0.0)
            for n in range(60)
        ]
        return await asyncio.gather(*(model.complete(question) for question in questions))

    with FakeProvider(script) as provider:
        answers = asked(provider, main, wallet=wallet, attempts=20)
        bill = provider.bill()

    charged = bill.input_tokens * 10**6 + bill.output_tokens * 2 * 10**6
    assert len(answers) == 60
    assert wallet.settled <= charged <= wallet.settled + wallet.unsettled
    assert len(bill.calls) > 60


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_tokenizer_can_count_more_tokens_than_the_bound(system: str, text: str) -> None:
    request = Request(
        system=system, messages=(("user", text),), max_output_tokens=1, temperature=None
    )

    bound = input_bound(request)

    assert bound >= len((system + text).encode("utf-8", "surrogatepass")) + 2 * 4


def test_with_the_models_tokenizer_a_call_is_held_at_its_tokens(tmp_path: Path) -> None:
    words = Tokenizer(models.WordLevel({"?": 0}, unk_token="?"))
    words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    words.save(str(tmp_path / "tokenizer.json"))
    asked_for = Request(
        system="be brief",
        messages=(("user", "a " * 1_000),),
        max_output_tokens=1,
        temperature=None,
    )

    counted = bound_of(str(tmp_path / "tokenizer.json"))(asked_for)

    assert 1_002 <= counted <= 1_002 + 3 * MESSAGE_TOKENS < input_bound(asked_for)

"""A process that asks a provider from one budget, many calls at a time, until the budget ends.

    python tests/asker.py PLACE RUN BASE_URL CALLERS LIMIT [TOKENIZER]

Says that it is ready, begins at a line on standard input, and prints how many answers it got.
"""

import asyncio
import itertools
import os
import sys
from collections.abc import Iterator

from groundsmith.app.models import ChosenModel, asking
from groundsmith.errors import BudgetReached
from groundsmith.events import silent
from groundsmith.llm.build import price_of
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import Request
from groundsmith.runs.ledger import Ledger
from groundsmith.seams import Model
from groundsmith.store.database import Database

LEASE_S = 60.0
MAX_OUTPUT_TOKENS = 64


def request(number: int) -> Request:
    """One that no other process makes."""
    asked = f"{os.getpid()}/{number}: what does the notice say about fees and deadlines?"
    return Request(
        system="Answer briefly.",
        messages=(("user", asked),),
        max_output_tokens=MAX_OUTPUT_TOKENS,
        temperature=0.0,
    )


def chosen(base_url: str, callers: int, limit: int, tokenizer: str | None) -> ChosenModel:
    """The provider's model, at a dollar a million tokens in and two out."""
    settings = ModelSettings.model_validate(
        {
            "model": "fake",
            "base_url": base_url,
            "in_flight": callers,
            "tokenizer": tokenizer,
            "price": {"input": 1.0, "output": 2.0},
        }
    )
    return ChosenModel(name="fake", settings=settings, price=price_of(settings), budget=limit)


async def caller(model: Model, numbers: Iterator[int]) -> int:
    """How many answers came before the budget ended."""
    for count in itertools.count():
        try:
            await model.complete(request(next(numbers)))
        except BudgetReached:
            return count
    raise AssertionError("numbers never end")


async def spend(database: Database, run: str, callers: int, model_asked: ChosenModel) -> int:
    """The answers of all callers."""
    ledger = Ledger(database, run, lease_s=LEASE_S)
    numbers = itertools.count()
    async with asking(
        lambda: model_asked,
        database,
        run,
        ledger.owner,
        generation=0,
        emit=silent,
        waiting=ledger.free_the_dead,
    ) as model:
        return sum(await asyncio.gather(*(caller(model, numbers) for _ in range(callers))))


def main() -> None:
    """Asks."""
    place, run, base_url, callers, limit, *tokenizer = sys.argv[1:]
    model = chosen(base_url, int(callers), int(limit), tokenizer[0] if tokenizer else None)
    with Database.open(place) as database:
        print("ready", flush=True)
        sys.stdin.readline()
        print(asyncio.run(spend(database, run, int(callers), model)))


if __name__ == "__main__":
    main()

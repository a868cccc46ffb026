"""Vectors of an endpoint, paid from one account that all indexes of a state folder share.

Its budget is a wall over every process that embeds at the same time, and over its whole life, as a
run's is; it stands among the runs, so `status` shows what was spent. A vector is kept in the same
commit as its cost, so a process that is killed pays again for what was in flight and nothing else.
"""

import random
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from groundsmith.app.booking import booked
from groundsmith.app.collections.remembering import Remembering, keep
from groundsmith.app.meter import Meter
from groundsmith.app.models import ChosenModel, model_named
from groundsmith.app.state import open_own_ledger, state_of
from groundsmith.errors import ModelError, ModelNeeded
from groundsmith.llm.clock import SystemClock
from groundsmith.llm.personal import personal_rules
from groundsmith.llm.redact import RedactedTexts
from groundsmith.runs.ledger import Ledger
from groundsmith.seams import Embedder
from groundsmith.settings import GroundsmithSettings, Loaded, secret
from groundsmith.store import wallet
from groundsmith.store.database import Database
from groundsmith.store.run_wallet import RunWallet

if TYPE_CHECKING:
    from groundsmith.llm.embeddings import EndpointEmbedder, Vectors

ACCOUNT = "index"
"""Id, and kind, of the row among the runs that the money of vectors is booked under."""

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What vectors took.

    Attributes:
        asked: By this command.
        spent: Of the account over its whole life, in pico-dollars; `budget` is its limit.
    """

    asked: Meter
    spent: int
    budget: int | None


def vector_model(name: str, settings: GroundsmithSettings) -> ChosenModel:
    """The model that makes vectors, by its name under `models` or as `provider:model`.

    An index names it in the second way, so that another model under the old name is found out.

    Raises:
        RequestError: There is none of that name.
    """
    from groundsmith.llm.build import vectors_price_of

    under = (each for each in settings.models if model_named(each, settings).label == name)
    known = name if name in settings.models else next(under, name)
    chosen = model_named(known, settings)
    price = vectors_price_of(chosen.settings)
    return replace(chosen, price=price, batched=False, redacted=settings.run.redact)


def check(chosen: ChosenModel) -> None:
    """Raises what is wrong with a model before it is asked: its key, or its price."""
    from groundsmith.llm.build import vectors_price_of
    from groundsmith.llm.preflight import faults

    budgeted, key = chosen.budget is not None, secret(chosen.settings.key_name)
    for fault in faults(chosen.settings, key, budgeted=budgeted, priced=vectors_price_of):
        raise fault


@contextmanager
def paid(chosen: ChosenModel, loaded: Loaded, asked: Meter) -> Iterator[Embedder]:
    """An embedder that is paid from the account, and asks for no vector that is kept.

    Raises:
        BudgetReached: The next call could pass the budget; what was embedded is kept.
        ModelNeeded: The endpoint does not answer; the same.
    """
    check(chosen)
    with open_own_ledger(loaded) as database:
        booking = booked(
            database,
            run=ACCOUNT,
            out=state_of(loaded),
            recipe=(ACCOUNT, _VERSION),
            inputs=[],
            settings=loaded.settings,
        )
        with (
            booking,
            closing(Ledger(database, ACCOUNT, lease_s=loaded.settings.run.lease_s)) as ledger,
            _answering(chosen),
        ):
            name = f"{chosen.settings.address} {chosen.settings.model}"
            endpoint = _endpoint(chosen, name, database, ledger, asked)
            embedder: Embedder = Remembering(name, endpoint, database)
            if chosen.redacted:
                embedder = RedactedTexts(embedder, rules=personal_rules())
            yield embedder


class PaidAsAsked:
    """The same for an index that may be open for days: the account is opened for each call."""

    def __init__(self, chosen: ChosenModel, loaded: Loaded, asked: Meter) -> None:
        self._paid = partial(paid, chosen, loaded, asked)

    def embed(self, texts: Sequence[str]) -> Any:
        """Float array of shape (len(texts), dimensions), rows of unit length."""
        with self._paid() as embedder:
            return embedder.embed(texts)


def bill_of(loaded: Loaded, asked: Meter) -> Bill | None:
    """What was asked, and what the account holds; `None` where nothing was asked."""
    if not asked.by_model:
        return None
    with open_own_ledger(loaded) as database:
        money = database.fetch(lambda connection: wallet.totals(connection, ACCOUNT))
    return Bill(
        asked=asked,
        spent=money.booked if money else 0,
        budget=money.limit if money else None,
    )


class _Purse:
    """A run's wallet that keeps vectors; the seam Purse."""

    def __init__(self, wallet: RunWallet, name: str) -> None:
        self._wallet = wallet
        self._name = name

    async def reserve(self, worst_case: int) -> str:
        """A reservation's id, once committed."""
        return await self._wallet.reserve(worst_case)

    async def settle(
        self, reservation: str, cost: int | None, made: "Mapping[str, Vectors]"
    ) -> None:
        """Books the cost and keeps the vectors, both or neither."""
        await self._wallet.settle_with(
            reservation, cost, lambda connection: keep(connection, self._name, made)
        )


def _endpoint(
    chosen: ChosenModel, name: str, database: Database, ledger: Ledger, asked: Meter
) -> "EndpointEmbedder":
    from groundsmith.llm.build import endpoint_of
    from groundsmith.llm.client import Timeouts
    from groundsmith.llm.embeddings import EndpointEmbedder
    from groundsmith.llm.retry import Patience

    clock = SystemClock()

    @asynccontextmanager
    async def purse() -> AsyncIterator[_Purse]:
        yield _Purse(
            RunWallet(
                database,
                ACCOUNT,
                ledger.owner,
                limit=lambda: chosen.budget,
                clock=clock,
                waiting=ledger.free_the_dead,
            ),
            name,
        )

    model = chosen.settings
    return EndpointEmbedder(
        endpoint_of(model, secret(model.key_name)),
        purse=purse,
        price=chosen.price,
        clock=clock,
        chance=random.Random(),  # noqa: S311  # spreads waits; keeps no secret
        emit=asked.add,
        timeouts=Timeouts(**model.timeouts.model_dump()),
        patience=Patience(attempts=model.attempts),
    )


@contextmanager
def _answering(chosen: ChosenModel) -> Iterator[None]:
    """An endpoint that gives no vectors is a model that is needed and does not answer."""
    try:
        yield
    except ModelError as error:
        raise ModelNeeded(
            f"no vectors: {error}; what was embedded is kept, and the same command goes on from it"
        ) from error

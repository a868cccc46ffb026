"""A recipe's CPU work as a worker process does it: `write` and `judge` on JSON.

A task carries settings and the texts it needs, so a worker opens no ledger and imports none; its
result goes back to the process that asked for it and is stored there.
"""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NoReturn

from pydantic import ValidationError

from groundsmith.app.kit import build_kit
from groundsmith.app.recipes import build_recipe
from groundsmith.errors import GroundsmithError, RequestError
from groundsmith.events import silent
from groundsmith.records import Chunk, Document, Draft, Item, Json
from groundsmith.seams import Kit, Recipe
from groundsmith.settings import GroundsmithSettings, settings_model
from groundsmith.store.codec import dump, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a worker process builds once and does all its tasks with."""

    recipe: Recipe
    kit: Kit
    loop: asyncio.Runner


class OutOfReach:
    """The corpus of a worker: none; its tasks bring their texts. The seam Corpus."""

    def documents(self) -> Iterator[Document]:
        """Raises GroundsmithError."""
        return self._refused()

    def chunks(self) -> Iterator[Chunk]:
        """Raises GroundsmithError."""
        return self._refused()

    def _refused(self) -> NoReturn:
        raise GroundsmithError("a worker process has no corpus: only curation may retrieve")


def write(settings: Mapping[str, Json], payload: Json) -> Json:
    """The drafts of an item, without a model; runs in a worker process."""
    bench = _bench(**settings)
    item = load(Item, payload["item"].encode())
    return dump(bench.loop.run(bench.recipe.write(item, _kit(bench, payload)))).decode()


def judge(settings: Mapping[str, Json], payload: Json) -> Json:
    """The judgement of a draft; runs in a worker process."""
    bench = _bench(**settings)
    item = load(Item, payload["item"].encode())
    draft = load(Draft, payload["draft"].encode())
    return dump(bench.loop.run(bench.recipe.judge(item, draft, _kit(bench, payload)))).decode()


def _kit(bench: Bench, payload: Json) -> Kit:
    """The worker's kit, with the drafts that the task brings of what its item needs."""
    if "needs" not in payload:
        return bench.kit
    return replace(bench.kit, needs=load(dict[str, tuple[Draft, ...]], payload["needs"].encode()))


@cache
def _bench(recipe: str, settings: str, settings_sha256: str) -> Bench:
    opened = _opened(settings)
    return Bench(
        recipe=build_recipe(recipe, opened),
        kit=build_kit(opened, OutOfReach(), settings_sha256, silent),
        loop=asyncio.Runner(),
    )


def _opened(settings: str) -> GroundsmithSettings:
    """The settings again; raises RequestError where a folder that they name has gone."""
    try:
        return settings_model().model_validate_json(settings)
    except ValidationError as error:
        faults = "; ".join(fault["msg"] for fault in error.errors())
        raise RequestError(
            f"the settings that the run began with hold no more: {faults}"
        ) from error

"""Who writes and judges: the recipe in this process, or a pool of processes on its behalf."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from groundsmith.app.opened import OpenedRun
from groundsmith.errors import WorkerDied
from groundsmith.records import Draft, Item, Json, Judgement
from groundsmith.seams import Kit, Pool, Recipe
from groundsmith.store.codec import dump, load

_WORKER = "groundsmith.app.worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A recipe whose writing and judging is done by a pool.

    A model is asked from this process all the same: that is waiting, not work.

    Attributes:
        asks_to_judge: Whether a model judges, or corrects what is judged.
    """

    recipe: Recipe
    pool: Pool
    settings: Mapping[str, Json]
    asks_to_judge: bool

    async def write(self, item: Item, kit: Kit) -> Sequence[Draft]:
        """What the recipe would have written."""
        if kit.model is not None:
            return await self.recipe.write(item, kit)
        payload = {"item": _text(item), **_needs(kit)}
        return load(list[Draft], await self._done("write", payload))

    async def judge(self, item: Item, draft: Draft, kit: Kit) -> Judgement:
        """What the recipe would have judged."""
        if self.asks_to_judge:
            return await self.recipe.judge(item, draft, kit)
        payload = {"item": _text(item), "draft": _text(draft), **_needs(kit)}
        return load(Judgement, await self._done("judge", payload))

    async def _done(self, name: str, payload: Json) -> bytes:
        function = f"{_WORKER}:{name}"
        try:
            result: str = await self.pool.run(function, self.settings, payload)
        except WorkerDied:  # somebody killed it; a task that kills its worker will do so again
            result = await self.pool.run(function, self.settings, payload)
        return result.encode()


@contextmanager
def staffed(run: OpenedRun) -> Iterator[Recipe | Staff]:
    """Who writes and judges: the recipe in this process, or a pool of `run.workers` of them."""
    workers = run.settings.run.workers
    if workers == 1:
        yield run.recipe
        return
    # Imported here: a run in one process does not pay for it.
    from groundsmith.runs.workers.processes import ProcessPool

    with ProcessPool(workers) as pool:
        # Not their JSON: that is made for fingerprints, and names a folder by what is in it.
        # Nor where the ledger lies: a worker opens none, and the address may hold a password.
        told = run.settings.model_dump(exclude={"database"})
        settings = {
            "recipe": run.recipe.name,
            "settings": dump(told).decode(),
            "settings_sha256": run.hashes.content,
        }
        yield Staff(
            recipe=run.recipe,
            pool=pool,
            settings=settings,
            asks_to_judge=run.model is not None or run.settings.verify.model is not None,
        )


def _text(value: Item | Draft) -> str:
    return dump(value).decode()


def _needs(kit: Kit) -> dict[str, Json]:
    """What the item needs, where it needs anything."""
    return {"needs": dump(kit.needs).decode()} if kit.needs else {}

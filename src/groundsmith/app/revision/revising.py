"""Asks for the revision of an item's drafts, and judges what comes: one loop, one set of models."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from groundsmith.app.judging import Judging
from groundsmith.app.meter import metered
from groundsmith.app.models import ChosenModel
from groundsmith.app.opened import OpenedRun
from groundsmith.app.revision.talk import Talk, as_judged
from groundsmith.events import Emit
from groundsmith.ops.logs import tagged
from groundsmith.recipes.revising import Reviser
from groundsmith.records import Json
from groundsmith.runs.ledger import Ledger
from groundsmith.seams import Kit
from groundsmith.store.drafts import StoredDraft

_COUNTED = ("calls", "failed_calls", "cache_hits", "input_tokens", "output_tokens", "cost_pico_usd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revising:
    """Who is asked, and who judges it.

    Attributes:
        model: Writes the revision, and corrects what is not supported in it.
    """

    run: OpenedRun
    reviser: Reviser
    ledger: Ledger
    emit: Emit
    model: ChosenModel

    async def drafts(
        self, held: Talk, meant: Sequence[StoredDraft], instruction: str
    ) -> list[StoredDraft]:
        """What came of each draft that is meant, judged; stored nowhere yet."""
        judging = Judging(
            run=self.run, ledger=self.ledger, emit=self.emit, writer=lambda: self.model
        )
        async with judging.kit() as kit:
            kit = replace(kit, needs=held.needs)
            made = (self._draft(held, one, instruction, kit, judging) for one in meant)
            # All are waited for: what stops one must not cut short what another pays for.
            ended = await asyncio.gather(*made, return_exceptions=True)
        revised: list[StoredDraft] = []
        for one in ended:
            if isinstance(one, BaseException):
                raise one
            revised.append(one)
        return revised

    async def _draft(
        self, held: Talk, stored: StoredDraft, instruction: str, kit: Kit, judging: Judging
    ) -> StoredDraft:
        item = self.run.item(stored.item, stored.category, stored.payload, kit)
        draft, history = as_judged(stored), held.turns[stored.draft.part]
        started = time.monotonic()
        with tagged(item=stored.item), metered() as meter:
            made = await self.reviser.revise(item, draft, instruction, history, kit)
        took_s = round(time.monotonic() - started, 6)
        revised = replace(stored, draft=made, judgement=None)
        judged = await judging.judged(self.run.recipe, kit, revised)
        return replace(
            revised,
            judgement=judged.judgement,
            provenance={
                **self._added(stored.provenance, meter.as_json()),
                "written_at": time.time(),
                "latency_s": took_s,
            },
            judging=self._added(stored.judging or {}, judged.provenance or {}) or None,
        )

    def _added(self, before: Mapping[str, Json], more: Mapping[str, Json]) -> dict[str, Json]:
        """What a text took in all; what another run paid for counts there."""
        if not before or not more:
            return {**before, **more}
        mine = before if before.get("run") == self.run.out.run else {}
        told = {**before, **more, "run": self.run.out.run, **_sums(mine, more)}
        models = {**mine.get("models", {})}
        for label, part in more.get("models", {}).items():
            models[label] = {**part, **_sums(models.get(label, {}), part)}
        return {**told, **({"models": models} if models else {})}


def _sums(before: Mapping[str, Json], more: Mapping[str, Json]) -> dict[str, Json]:
    return {name: before.get(name, 0) + more.get(name, 0) for name in _COUNTED}

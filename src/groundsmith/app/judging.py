"""Judges the stored drafts of a run that have no judgement under its present settings.

A draft is judged once under the same settings, whoever wrote it and whenever: what a killed run
judged is not judged again, and what somebody revised is judged as everything else is.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from groundsmith.app.judges import escalating_judge
from groundsmith.app.meter import metered
from groundsmith.app.models import ChosenModel, judging_model
from groundsmith.app.opened import OpenedRun
from groundsmith.app.staff import Staff
from groundsmith.events import DraftJudged, DraftsJudged, Emit
from groundsmith.ops.logs import tagged
from groundsmith.records import Draft, Selection
from groundsmith.runs.ledger import Ledger
from groundsmith.seams import Kit, Recipe
from groundsmith.store import drafts, need_graph
from groundsmith.store.drafts import JudgedDraft, Place, StoredDraft
from groundsmith.store.selection import has_needs

_BEFORE_ALL: Place = (-1, -1)
_JUDGED_TOGETHER = 256
"""Drafts judged at a time; their judgements share commits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """The judging of one run.

    Attributes:
        writer: The model that writes, to correct what is judged; `None` where none does.
    """

    run: OpenedRun
    ledger: Ledger
    emit: Emit
    writer: Callable[[], ChosenModel] | None

    async def all(
        self, staff: Recipe | Staff, selection: Selection, check: Callable[[], None]
    ) -> None:
        """Judges what of the selection is not judged yet; `check` may stop it between two pages."""
        count, place = 0, _BEFORE_ALL
        async with self.kit() as kit:
            while page := self._unjudged(selection, place):
                check()
                needed = self._needed(page)
                judging = (
                    self._stored(staff, replace(kit, needs=needed[each.item]), each)
                    if each.item in needed
                    else self._stored(staff, kit, each)
                    for each in page
                )
                # All are waited for: what one paid for is stored, whatever stopped another.
                ended = await asyncio.gather(*judging, return_exceptions=True)
                for error in filter(None, ended):
                    raise error
                count, place = count + len(page), page[-1].place
        self.emit(DraftsJudged(draft_count=count))

    @asynccontextmanager
    async def kit(self) -> AsyncIterator[Kit]:
        """The run's kit; with the model that writes, to correct, and one that judges, if any."""
        kit, settings = self.run.kit, self.run.settings
        async with AsyncExitStack() as opened:
            if self.writer:
                asked = self.run.asking(self.writer, self.ledger, self.emit)
                kit = replace(kit, model=await opened.enter_async_context(asked))
            if judges := judging_model(settings):
                asked = self.run.asking(lambda: judges, self.ledger, self.emit)
                model = await opened.enter_async_context(asked)
                kit = replace(kit, judge=escalating_judge(settings, model, self.run.database))
            yield kit

    async def judged(self, staff: Recipe | Staff, kit: Kit, stored: StoredDraft) -> JudgedDraft:
        """The judgement of one draft, and what it took."""
        item = self.run.item(stored.item, stored.category, stored.payload, kit)
        with tagged(item=stored.item), metered() as meter:
            made = await staff.judge(item, stored.draft, kit)
        return JudgedDraft(
            fingerprint=stored.fingerprint,
            part=stored.draft.part,
            judge_sha256=self.run.hashes.judge,
            judgement=made,
            provenance={"run": self.run.out.run, **meter.as_json()} if meter.by_model else None,
        )

    async def _stored(self, staff: Recipe | Staff, kit: Kit, stored: StoredDraft) -> None:
        judged = await self.judged(staff, kit, stored)
        await self.run.database.write_soon(lambda c: drafts.put_judgement(c, judged))
        self.emit(DraftJudged(item=stored.item, part=judged.part))

    def _unjudged(self, selection: Selection, after: Place) -> list[StoredDraft]:
        """The next drafts without a judgement; no snapshot is held while they are judged."""
        with self.run.database.read() as connection:
            return drafts.unjudged(
                connection,
                self.run.out.run,
                self.run.hashes.judge,
                selection,
                after=after,
                limit=_JUDGED_TOGETHER,
            )

    def _needed(self, page: Sequence[StoredDraft]) -> dict[str, dict[str, tuple[Draft, ...]]]:
        """The drafts of what the items of `page` need, for those that need any."""
        with self.run.database.read() as connection:
            if not has_needs(connection, self.run.out.run):
                return {}
            names = {stored.item for stored in page}
            wanted = need_graph.needed_by(connection, self.run.out.run, names)
            return {item: need_graph.outputs(connection, each) for item, each in wanted.items()}

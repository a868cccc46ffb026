"""Works on one item of a run with an instruction: `groundsmith revise`.

What comes of it is drafts that the ledger knows: stored under a fingerprint of their own, judged as
any others, and what the item stands for from then on, also after the run's own command again. A
revision that curation would reject changes nothing; it is told with its findings.
"""

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection

from groundsmith.app.keeping import keep_one
from groundsmith.app.listeners import everyone
from groundsmith.app.loop import run_async
from groundsmith.app.meter import Meter, count
from groundsmith.app.models import ChosenModel, chosen_model, models_named
from groundsmith.app.opened import OpenedRun
from groundsmith.app.out import open_out
from groundsmith.app.preflight import preflight_models
from groundsmith.app.recipes import recipe_kind
from groundsmith.app.reopened import reopened, settings_of
from groundsmith.app.republish import republish
from groundsmith.app.revision.difference import Difference, Told, difference
from groundsmith.app.revision.revising import Revising
from groundsmith.app.revision.talk import Talk, talk
from groundsmith.app.revision.versions import item_named
from groundsmith.app.state import open_ledger_of
from groundsmith.errors import ItemError, ModelNeeded, RequestError
from groundsmith.events import Emit
from groundsmith.recipes.revising import Reviser, cleaned
from groundsmith.records import Correction, Finding, Json, Record, digest, in_dollars, sha256
from groundsmith.runs.ledger import Ledger
from groundsmith.settings import Loaded
from groundsmith.store import drafts, items, need_graph, revisions, versions
from groundsmith.store.codec import dump
from groundsmith.store.drafts import JudgedDraft, StoredDraft, Written
from groundsmith.store.revisions import Revision

_MOST_CHARS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviseRequest:
    """What a person asks of an item.

    Attributes:
        item: Its name or a part of it, or a record's id; then of that record alone.
        model: Instead of the run's own.
        budget: Instead of the run's own, in dollars, for the run's whole life.
        yes: Ask though it costs money and has no limit.
    """

    out: Path
    item: str
    instruction: str
    who: str
    model: str | None = None
    budget: str | None = None
    yes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What came of it.

    Attributes:
        version: The number of the item's version now; `None` where it has none.
        applied: Whether the item was changed.
        findings: Of what was rejected.
        building_on: Items that were made from this one, and are made anew when the run goes on.
        cost: In pico-dollars.
    """

    item: str
    version: int | None
    applied: bool
    difference: Difference
    corrections: tuple[Correction, ...]
    findings: tuple[Finding, ...]
    building_on: tuple[str, ...]
    calls: int
    cost: int

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return {
            "item": self.item,
            "version": self.version,
            "applied": self.applied,
            "difference": self.difference.as_json(),
            "corrections": [
                {"original": one.original, "rewritten": one.rewritten, "reason": one.reason}
                for one in self.corrections
            ],
            "findings": [{"code": one.code, "message": one.message} for one in self.findings],
            "building_on": list(self.building_on),
            "calls": self.calls,
            "cost_usd": in_dollars(self.cost),
        }


def revise(request: ReviseRequest, loaded: Loaded, *, emit: Emit) -> Revised:
    """Asks for the revision, judges it, and exports the run with it.

    Raises RequestError where the recipe does not revise or there is no such item, and ModelNeeded
    where the run has no model.
    """
    instruction = _instruction(request.instruction)
    folder = open_out(request.out)
    with open_ledger_of(folder, loaded) as database:
        meter = Meter()
        heard = everyone(emit, count, meter.add)
        run = reopened(folder, database, emit=heard)
        if not isinstance(run.recipe, Reviser):
            raise RequestError(f"{run.recipe.name}: this recipe does not revise what it wrote")
        model = _model(request, settings_of(folder, database, _others(request)))
        with closing(Ledger(database, folder.run, lease_s=run.settings.run.lease_s)) as ledger:
            asking = Revising(run=run, reviser=run.recipe, ledger=ledger, emit=heard, model=model)
            with ledger.exclusive("revise", lambda: None):
                return _Work(asking=asking, meter=meter, request=request).done(instruction)


@dataclass(slots=True, kw_only=True)
class _Work:
    """One revision while it is made."""

    asking: Revising
    meter: Meter
    request: ReviseRequest
    started_at: float = field(default_factory=time.time)

    @property
    def run(self) -> OpenedRun:
        return self.asking.run

    def done(self, instruction: str) -> Revised:
        """The revision, applied where it is accepted."""
        held = self._talk()
        meant = held.meant(self.request.item)
        made = self._asked(held, meant, instruction)
        before = self._records(held.item)
        after = self._records(held.item, _renamed(held, made, instruction))
        fit = [one for one in made if after[_place(held, one)].accepted]
        corrections = [one for each in made if each.judgement for one in each.judgement.corrections]
        refused = [record for record in after if not record.accepted]
        if fit:
            part = meant[0].draft.part if len(meant) == 1 < len(held.drafts) else None
            keep_one(self.run, [one for one in before if one.accepted])
            self._apply(held, _renamed(held, fit, instruction), instruction, part)
            republish(
                self.run, self.asking.ledger, started_at=self.started_at, emit=self.asking.emit
            )
        with self.run.database.read() as connection:
            return Revised(
                item=held.item,
                version=versions.number_of(connection, self.run.out.run, held.item),
                applied=bool(fit),
                difference=self._difference(before, after),
                corrections=tuple(corrections),
                findings=tuple(found for one in refused for found in one.assessment.findings),
                building_on=self._building_on(connection, held) if fit else (),
                calls=self.meter.calls,
                cost=self.meter.cost,
            )

    def _talk(self) -> Talk:
        run, given = self.run, self.request.item
        with run.database.read() as connection:
            item = item_named(run.out.path, given, items.names(connection, run.out.run))
            return talk(run, connection, item)

    def _asked(
        self, held: Talk, meant: Sequence[StoredDraft], instruction: str
    ) -> list[StoredDraft]:
        """What the model made of it; raises ModelNeeded where it answered nothing at all."""
        try:
            return run_async(self.asking.drafts(held, meant, instruction))
        except ItemError as error:
            if self.meter.failed_calls and not (self.meter.calls or self.meter.cache_hits):
                raise ModelNeeded(
                    f"{self.asking.model.name}: did not answer ({self.meter.last_failure}); "
                    "nothing was changed"
                ) from error
            raise

    def _records(self, item: str, instead: Sequence[StoredDraft] = ()) -> list[Record]:
        """The item's records among all of the run, with other drafts in the places of its own."""
        curation = self.run.curation()
        if instead:
            curation = replace(curation, instead={item: instead})
        return [record for record in curation.records() if record.item == item]

    def _apply(
        self, held: Talk, revised: Sequence[StoredDraft], instruction: str, part: int | None
    ) -> None:
        """Stores the drafts and gives them to the item, in one transaction."""
        made = Revision(
            item=held.item,
            root=held.root,
            before=held.fingerprint,
            fingerprint=revised[0].fingerprint,
            part=part,
            instruction=instruction,
            who=self.request.who,
            at=time.time(),
        )
        provenance = max(revised, key=lambda one: one.provenance["written_at"]).provenance

        def work(connection: Connection) -> bool:
            if not revisions.add(connection, self.run.out.run, made):
                return False
            whole = [one.draft for one in revised]
            drafts.put(
                connection,
                [Written(fingerprint=made.fingerprint, drafts=whole, provenance=provenance)],
            )
            for one in revised:
                drafts.put_judgement(connection, self._judged(one))
            return True

        if not self.run.database.write(work):
            raise RequestError(f"{held.item}: was changed meanwhile; look at it and ask again")

    def _judged(self, stored: StoredDraft) -> JudgedDraft:
        assert stored.judgement is not None  # noqa: S101  # talk() and Revising give judged ones
        return JudgedDraft(
            fingerprint=stored.fingerprint,
            part=stored.draft.part,
            judge_sha256=self.run.hashes.judge,
            judgement=stored.judgement,
            provenance=stored.judging,
        )

    def _building_on(self, connection: Connection, held: Talk) -> tuple[str, ...]:
        return tuple(need_graph.building_on(connection, self.run.out.run, held.item))

    def _difference(self, before: Sequence[Record], after: Sequence[Record]) -> Difference:
        reading = recipe_kind(self.run.recipe.name).reading
        told = [
            Told(
                text="\n\n".join(reading(record.content) for record in records),
                claims=tuple(claim.text for record in records for claim in record.claims),
            )
            for records in (before, after)
        ]
        return difference(*told)


def _renamed(held: Talk, made: Sequence[StoredDraft], instruction: str) -> tuple[StoredDraft, ...]:
    """All drafts of the item, those that were made in their places, under one new fingerprint."""
    by_part = {one.draft.part: one for one in made}
    whole = [by_part.get(one.draft.part, one) for one in held.drafts]
    bodies = [sha256(dump(one.draft)) for one in whole]
    fingerprint = digest([held.fingerprint, instruction, bodies])
    return tuple(replace(one, fingerprint=fingerprint) for one in whole)


def _place(held: Talk, stored: StoredDraft) -> int:
    return [one.draft.part for one in held.drafts].index(stored.draft.part)


def _instruction(given: str) -> str:
    """The instruction on one line; raises RequestError for one that says nothing, or too much."""
    said = cleaned(given)
    if not any(map(str.isalnum, said)):
        raise RequestError('--ask says nothing; ask for something, such as --ask "shorter"')
    if len(said) > _MOST_CHARS:
        raise RequestError(f"--ask is longer than {_MOST_CHARS} characters")
    return said


def _others(request: ReviseRequest) -> dict[str, Json]:
    """What replaces the run's own settings; a batch of one call would only be waited for."""
    given = {"run.model": request.model, "run.budget": request.budget}
    return {"run.batch_api": False, **{key: one for key, one in given.items() if one is not None}}


def _model(request: ReviseRequest, loaded: Loaded) -> ChosenModel:
    """Who is asked; raises ModelNeeded where the run has none, and what is amiss with it."""
    model = chosen_model(loaded.settings)
    if model is None:
        raise ModelNeeded(
            f"{request.out}: its run has no model, and a revision asks one; give --model NAME"
        )
    preflight_models(models_named(loaded.settings), loaded)
    if model.budget is None and not model.is_free and not request.yes:
        raise RequestError("asking costs money and has no limit: give --budget USD, or --yes")
    return model

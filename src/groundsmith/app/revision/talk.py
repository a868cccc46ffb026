"""An item of a run as it stands, with all that was asked of it before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from groundsmith.app.opened import OpenedRun
from groundsmith.errors import RequestError
from groundsmith.recipes.revising import Turn
from groundsmith.records import Draft, Selection, draft_id
from groundsmith.store import drafts, need_graph, revisions
from groundsmith.store.drafts import StoredDraft
from groundsmith.store.revisions import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What an item's drafts are and were.

    Attributes:
        root: Fingerprint of the drafts before anything was asked of them.
        drafts: As they stand, in the order of their parts.
        turns: By part, what was asked before and of what, the first one first.
        needs: For the kit: the drafts of what the item needs.
    """

    item: str
    root: str
    drafts: tuple[StoredDraft, ...]
    turns: Mapping[int, tuple[Turn, ...]]
    needs: Mapping[str, tuple[Draft, ...]]

    @property
    def fingerprint(self) -> str:
        """Of the drafts as they stand."""
        return self.drafts[0].fingerprint

    def meant(self, given: str) -> tuple[StoredDraft, ...]:
        """The draft whose record's id begins as `given` does, else all of the item's."""
        named = tuple(
            one
            for one in self.drafts
            if given and draft_id(self.item, one.fingerprint, one.draft.part).startswith(given)
        )
        return named if len(named) == 1 else self.drafts


def as_judged(stored: StoredDraft) -> Draft:
    """The draft as it stood after its checks: what is exported, and what is worked on."""
    repaired = stored.judgement.repaired if stored.judgement else None
    return repaired or stored.draft


def talk(run: OpenedRun, connection: Connection, item: str) -> Talk:
    """The talk about an item; raises RequestError where it has no judged drafts to talk about."""
    name, judge = run.out.run, run.hashes.judge
    rows = drafts.done(connection, name, judge, Selection(item=item))
    stored = tuple(row for row in rows if row.item == item)
    if not stored or any(one.judgement is None for one in stored):
        raise RequestError(
            f"{item}: there is no finished text of it; groundsmith runs resume {run.out.path}"
        )
    chain = _chain(revisions.of_item(connection, name, item), stored[0].fingerprint)
    wanted = need_graph.needed(connection, name, item)
    return Talk(
        item=item,
        root=chain[0].root if chain else stored[0].fingerprint,
        drafts=stored,
        turns={one.draft.part: _turns(connection, judge, chain, one.draft.part) for one in stored},
        needs=need_graph.outputs(connection, wanted),
    )


def _chain(made: Sequence[Revision], fingerprint: str) -> list[Revision]:
    """The revisions that led to these drafts, the first one first."""
    by_fingerprint = {one.fingerprint: one for one in made}
    chain: list[Revision] = []
    while (last := by_fingerprint.pop(fingerprint, None)) is not None:
        chain.append(last)
        fingerprint = last.before
    return chain[::-1]


def _turns(
    connection: Connection, judge_sha256: str, chain: Sequence[Revision], part: int
) -> tuple[Turn, ...]:
    """What was asked of one draft, and what it was then."""
    turns: list[Turn] = []
    for made in chain:
        before = drafts.judged_under(connection, made.before, judge_sha256)
        if made.part in (None, part) and part in before:
            turns.append(Turn(draft=before[part], instruction=made.instruction))
    return tuple(turns)

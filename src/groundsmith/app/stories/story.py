"""Stories: a manuscript checked against itself, and the bible that people approve.

A story is known by the path of its manuscript. Facts are read from the text each time; what is kept
is what was proposed and what people decided, as rows that are only ever added.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from groundsmith.app.checking.verifying import read_sources
from groundsmith.app.state import open_own_ledger
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import InputError, RequestError
from groundsmith.events import Emit, silent
from groundsmith.recipes.story.bible.proposals import bundles
from groundsmith.recipes.story.bible.reading import facts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Manuscript, manuscript
from groundsmith.recipes.story.validators.registry import Checked, check
from groundsmith.records import Json
from groundsmith.settings import Loaded
from groundsmith.store import facts as rows
from groundsmith.store.facts import Decided, Decision, Proposal, State

__all__ = [
    "Bible",
    "Checked",
    "Decision",
    "Manuscript",
    "State",
    "bible",
    "check_story",
    "decide",
    "decision_as_json",
    "located",
    "proposals_as_json",
    "read_manuscript",
    "story_name",
]

_MANUSCRIPT, _NOTES = "manuscript", "notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bible:
    """What is proposed of a story and what people decided.

    Attributes:
        held: The decision that stands on each proposal.
        history: Every decision ever made, in order.
    """

    proposals: tuple[Proposal, ...]
    held: dict[str, Decided]
    history: tuple[Decided, ...]

    @property
    def approved(self) -> list[dict[str, Json]]:
        """The facts that people approved."""
        return rows.approved(self.proposals, self.held)


def read_manuscript(
    path: Path, notes: Path | None, settings: CorpusSettings, emit: Emit = silent
) -> Manuscript:
    """The manuscript of a file or folder, and its notes.

    Without `notes`, a folder that holds a folder `manuscript` has its notes in `notes` beside it.

    Raises:
        InputError: Nothing readable is there, or it is in no language that we read.
    """
    chapters, notes = located(path, notes)
    told = _texts(chapters, settings, emit)
    noted = _texts(notes, settings, emit) if notes else []
    found = manuscript(told, noted)
    if found.language == "und":
        raise InputError(f"{path}: neither English nor Indonesian; stories are read in these two")
    return found


def located(path: Path, notes: Path | None) -> tuple[Path, Path | None]:
    """Where the chapters lie, and the notes, if there are any."""
    chapters = path / _MANUSCRIPT if (path / _MANUSCRIPT).is_dir() else path
    beside = chapters.parent / _NOTES
    if notes is None and chapters.name == _MANUSCRIPT and beside.is_dir():
        notes = beside
    return chapters, notes


def check_story(read: Manuscript, most: int) -> Checked:
    """The gravest findings of a manuscript, and what was not checked."""
    return check(read, most)


def bible(path: Path, read: Manuscript | None, loaded: Loaded) -> Bible:
    """What is proposed and decided of a story; a manuscript that is given is read for new facts."""
    name = story_name(path)
    with open_own_ledger(loaded) as database:
        if read is not None:
            found = facts(Story(read))
            held = rows.standing(database.fetch(lambda c: rows.decisions(c, name)))
            before = rows.approved(database.fetch(lambda c: rows.proposed(c, name)), held)
            new = [
                Proposal(
                    id=one.id,
                    chapter=one.chapter,
                    risk=one.risk,
                    reason=one.reason,
                    at=time.time(),
                    facts=tuple(fact.as_json() for fact in one.facts),
                )
                for one in bundles(found, before)
            ]
            database.write(lambda c: rows.propose(c, name, new))
        proposals = database.fetch(lambda c: rows.proposed(c, name))
        history = database.fetch(lambda c: rows.decisions(c, name))
    return Bible(proposals=tuple(proposals), held=rows.standing(history), history=tuple(history))


def decide(
    path: Path,
    proposal: str,
    decision: Decision,
    loaded: Loaded,
    *,
    who: str,
    chosen: Sequence[int] = (),
    note: str = "",
) -> bool:
    """Whether the decision changed anything; one that stands already is not kept again.

    Raises:
        RequestError: There is no such proposal, or no fact of that number in it.
    """
    name = story_name(path)
    with open_own_ledger(loaded) as database:
        known = database.fetch(lambda c: rows.proposed(c, name))
        found = [one for one in known if one.id.startswith(proposal)]
        if len(found) != 1:
            raise RequestError(
                f"{proposal}: {'no such proposal' if not found else 'several proposals'}; "
                f"list them with: groundsmith story facts {path}"
            )
        bad = [one for one in chosen if not 1 <= one <= len(found[0].facts)]
        if bad:
            raise RequestError(
                f"--only: no fact {bad[0]} in {found[0].id}; they go from 1 to "
                f"{len(found[0].facts)}"
            )
        given = Decided(
            proposal=found[0].id,
            decision=decision,
            who=who,
            at=time.time(),
            chosen=tuple(sorted(set(chosen))),
            note=note,
        )
        return database.write(lambda c: rows.decide(c, name, given))


def proposals_as_json(found: Bible) -> list[dict[str, Json]]:
    """Every proposal with its facts and what it has come to."""
    return [
        {
            "id": one.id,
            "state": rows.state_of(one.id, found.held).value,
            "chapter": one.chapter,
            "risk": one.risk,
            "reason": one.reason,
            "facts": list(one.facts),
        }
        for one in found.proposals
    ]


def decision_as_json(one: Decided) -> dict[str, Json]:
    """A decision as it is printed."""
    return {
        "proposal": one.proposal,
        "decision": one.decision.value,
        "only": list(one.chosen),
        "by": one.who,
        "note": one.note,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(one.at)),
    }


def _texts(path: Path, settings: CorpusSettings, emit: Emit) -> list[tuple[str, str]]:
    return [(one.name, one.text) for one in read_sources([str(path)], settings, emit)]


def story_name(path: Path) -> str:
    """The name under which a story's rows are kept."""
    name = str(path.resolve())
    return name.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")

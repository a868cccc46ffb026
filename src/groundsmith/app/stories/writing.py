"""A passage written on: what is asked for, looked at beforehand, and what came of it.

The manuscript and its notes are found as `story check` finds them, and become the two inputs of an
ordinary run. Facts that a passage would add are proposed under the story's name and wait for a
person; a passage that was rejected proposes nothing.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import orjson

from groundsmith.app.asked import Asked, amount, tokens_of
from groundsmith.app.estimate import FileCorpus
from groundsmith.app.finding import Finder
from groundsmith.app.intake import nothing_readable
from groundsmith.app.job import JobRequest
from groundsmith.app.models import chosen_model
from groundsmith.app.out import labelled
from groundsmith.app.state import open_own_ledger
from groundsmith.app.stories.story import bible, located, story_name
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import InputError, ModelNeeded, StateCorrupt
from groundsmith.export.manifest import RECORDS, REJECTED
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.proposals import bundles
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.writing.approved import sheets_of
from groundsmith.recipes.story.writing.recipe import NO_MODEL, StoryRecipe
from groundsmith.recipes.story.writing.settings import BibleSettings, StorySettings
from groundsmith.recipes.story.writing.states import State
from groundsmith.records import Item, Json, Request
from groundsmith.settings import Loaded, recipe_settings, state_folder
from groundsmith.store import facts as rows
from groundsmith.store.facts import Proposal

_RECIPE = "story"
_RISKS = ("low", "medium", "high")
_LEAST_TOKENS_A_WORD = 1
_CALLS_A_READING = 2
"""Of a passage that the model reads again: for what it finds, and for what rules found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be asked, without asking it.

    Attributes:
        asked: Calls, tokens and cost, from one round to the most; without a model, of none.
    """

    item: str
    remarks: tuple[str, ...]
    request: Request
    context: Mapping[str, Json]
    model: str
    asked: Asked

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return {
            "item": self.item,
            "remarks": list(self.remarks),
            "context": dict(self.context),
            "system": self.request.system,
            "prompt": self.request.messages[0][1],
            "model": self.model or None,
            "calls": {"low": 1, "high": self.asked.call_count},
            "cost_usd": {"low": self.asked.cost_low_usd, "high": self.asked.cost_high_usd},
        }


def inputs_of(path: Path, notes: Path | None) -> tuple[str, ...]:
    """The manuscript and its notes, as inputs of a run."""
    chapters, noted = located(path, notes)
    return (str(chapters),) if noted is None else (str(chapters), str(noted))


def for_story(path: Path, inputs: Sequence[str], loaded: Loaded) -> Loaded:
    """The settings under which a story is written on.

    Small files are read, all of the second input is a note, and what was approved of earlier
    passages of other names holds.
    """
    own, labels = own_settings(loaded), labelled({}, inputs)
    folders = tuple(dict.fromkeys((*own.note_folders, *(labels[one] for one in inputs[1:]))))
    small = loaded.settings.corpus.model_copy(update={"min_bytes": 1})
    read = _with(loaded, own.model_copy(update={"note_folders": folders}), small)
    item = _item(inputs, StoryRecipe(own_settings(read)), read)
    approved = sheets_of(bible(path, None, loaded).approved, without=item.name)
    held = {"bible": BibleSettings(approved=approved)}
    return _with(read, own_settings(read).model_copy(update=held), small)


def _with(loaded: Loaded, own: StorySettings, corpus: CorpusSettings) -> Loaded:
    changed = {_RECIPE: own, "corpus": corpus}
    return replace(loaded, settings=loaded.settings.model_copy(update=changed))


def own_settings(loaded: Loaded) -> StorySettings:
    """What is asked for."""
    own = recipe_settings(loaded.settings, _RECIPE)
    assert isinstance(own, StorySettings)  # noqa: S101  # the kind names this class
    return own


def require_model(loaded: Loaded) -> None:
    """Raises ModelNeeded where no model is named."""
    if chosen_model(loaded.settings) is None:
        raise ModelNeeded(NO_MODEL)


def preview(inputs: Sequence[str], loaded: Loaded) -> Preview:
    """What would be asked about these inputs; raises InputError where nothing is readable.

    Raises ItemError where the request cannot be met.
    """
    own, recipe = own_settings(loaded), StoryRecipe(own_settings(loaded))
    item = _item(inputs, recipe, loaded)
    looked = recipe.looked(item)
    model, tokens = chosen_model(loaded.settings), tokens_of(looked.request)
    calls = (1 + own.rounds) * (1 + _CALLS_A_READING * own.judge)
    output = (_LEAST_TOKENS_A_WORD * own.words, calls * own.answer_tokens)
    return Preview(
        item=item.name,
        remarks=looked.remarks,
        request=looked.request,
        context=looked.context,
        model=model.name if model else "",
        asked=amount(model, calls, calls * tokens, output) if model else Asked(),
    )


def passages(request: JobRequest) -> list[dict[str, Json]]:
    """The records of a finished run, accepted ones first."""
    return [*_lines(request.out / RECORDS), *_lines(request.out / REJECTED)]


def propose_facts(path: Path, found: Sequence[Mapping[str, Json]], loaded: Loaded) -> list[str]:
    """Proposes what passages would add to the story's bible; the ids under which it now waits."""
    new = [one for record in found for one in _proposals(path, record, loaded)]
    with open_own_ledger(loaded) as database:
        database.write(lambda c: rows.propose(c, story_name(path), new))
    return [one.id for one in new]


def _proposals(path: Path, record: Mapping[str, Json], loaded: Loaded) -> Iterator[Proposal]:
    content = record["content"]
    if content["state"] == State.REJECTED:
        return
    told = [_fact(one, record["item"]) for one in content["facts"]]
    own = [(one["risk"], one["why"]) for one in content["facts"]]
    for bundle in bundles(told, bible(path, None, loaded).approved):
        risk, reason = max((*own, (bundle.risk, bundle.reason)), key=lambda one: _rank(one[0]))
        yield Proposal(
            id=bundle.id,
            chapter=bundle.chapter,
            risk=risk,
            reason=reason,
            at=time.time(),
            facts=tuple(fact.as_json() for fact in bundle.facts),
        )


def _rank(risk: str) -> int:
    return _RISKS.index(risk)


def _fact(told: Mapping[str, Json], item: str) -> Fact:
    """A fact as it stands in a record, told of the passage under its item's name."""
    place = Place(
        chapter=item, order=0, start=told["start"], stop=told["stop"], quote=told["quote"]
    )
    return Fact(
        kind=FactKind(told["kind"]),
        subject=told["subject"],
        attribute=told["attribute"],
        value=told["value"],
        place=place,
        mode=Mode(told["mode"]),
    )


def _item(inputs: Sequence[str], recipe: StoryRecipe, loaded: Loaded) -> Item:
    labels = labelled({}, inputs)
    state = state_folder(None, Path.cwd(), None)
    finder = Finder(recipe=_RECIPE, settings=loaded.settings, state=state)
    corpus = FileCorpus([(labels[one], one) for one in inputs], finder)
    for item in recipe.plan(corpus):
        return item
    raise InputError(nothing_readable(tuple(inputs), corpus.skipped))


def _lines(file: Path) -> Iterator[dict[str, Json]]:
    try:
        with file.open("rb") as opened:
            yield from (orjson.loads(line) for line in opened)
    except (OSError, ValueError) as error:
        raise StateCorrupt(file, str(error)) from error

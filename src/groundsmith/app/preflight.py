"""What a run needs, looked at before it begins: all that is amiss at once, without a call.

One fault alone is raised as what it is, with its own exit code (a missing key 4, a ledger that is
gone 5); several are a request that is wrong, because no single code could name them. Inputs are
looked at up to the first source of each: reading them whole is the run's own first step.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from groundsmith.app.embedding import embedder_name
from groundsmith.app.finding import look as look_at
from groundsmith.app.intake import nothing_readable
from groundsmith.app.job import JobRequest
from groundsmith.app.judges import local_judge
from groundsmith.app.models import ChosenModel, model_named, models_named
from groundsmith.app.out import OutFolder
from groundsmith.app.recipes import build_recipe, recipe_kind
from groundsmith.app.state import NoLedgerYet, open_ledger_of, out_for
from groundsmith.app.verdicts.promise import promise_of
from groundsmith.errors import (
    GroundsmithError,
    InputError,
    ModelNeeded,
    OutputError,
    RequestError,
    SettingsError,
    StorageFull,
)
from groundsmith.records import Skipped
from groundsmith.settings import Loaded, recipe_settings, secret

_STATE_BYTES = 512 * 1024
"""Room for an empty ledger with its log; `du .groundsmith` after `qa --limit 1` shows less."""
_OUT_BYTES = 64 * 1024
"""The files of an output folder without any record."""

Found = str | GroundsmithError
"""A line on what is in order, or the fault."""


class PreflightFailed(SettingsError):
    """Several things are not as the run needs them; `faults` holds one readable line for each."""


def preflight(request: JobRequest, loaded: Loaded) -> tuple[str, ...]:
    """A line on each thing that was found in order; raises what was not, all of it together."""
    wrong: list[GroundsmithError] = []
    held: list[str] = []
    for look in (_recipe, _models, _inputs, _folders):
        for found in _found(look, request, loaded):
            if isinstance(found, str):
                held.append(found)
            else:
                wrong.append(found)
    if wrong:
        raise _together(wrong)
    return tuple(held)


def preflight_judge(loaded: Loaded) -> None:
    """Raises what is wrong with the model that judges, if one is named."""
    preflight_models(list(filter(None, [loaded.settings.verify.model])), loaded)


def preflight_models(names: Sequence[str], loaded: Loaded) -> None:
    """Raises what is wrong with the models of these names."""
    found = list(_models_found(names, loaded))
    if wrong := [fault for fault in found if not isinstance(fault, str)]:
        raise _together(wrong)


def _together(wrong: list[GroundsmithError]) -> GroundsmithError:
    if len(wrong) == 1:
        return wrong[0]
    if all(isinstance(fault, ModelNeeded) for fault in wrong):
        return ModelNeeded("; ".join(map(str, wrong)))
    return PreflightFailed(tuple(f"groundsmith: {fault}" for fault in wrong))


def _found(
    look: Callable[[JobRequest, Loaded], Iterator[Found]], request: JobRequest, loaded: Loaded
) -> Iterator[Found]:
    """What `look` finds; what it raises is a fault too, and ends it."""
    try:
        yield from look(request, loaded)
    except GroundsmithError as error:
        yield error


def _recipe(request: JobRequest, loaded: Loaded) -> Iterator[Found]:
    build_recipe(request.recipe, loaded.settings)
    yield from _parts(request, loaded)
    yield f"judged by {local_judge(loaded.settings).name}"
    if promise := promise_of(loaded.settings):
        yield f"claims accepted from {promise.least_score:.2f}, as calibrated"
    if name := embedder_name(loaded.settings):
        yield f"embeddings by {name}"


def _parts(request: JobRequest, loaded: Loaded) -> Iterator[Found]:
    """What is asked for by a name that no item ends in."""
    kind = recipe_kind(request.recipe)
    if not request.selection.parts or kind.parts is None:
        return
    known = kind.parts(recipe_settings(loaded.settings, kind.name))
    for name in request.selection.parts:
        if name.lower() not in map(str.lower, known):
            yield RequestError(
                f"--{kind.part} {name}: no such {kind.part}; there is {', '.join(sorted(known))}"
            )


def _models(_: JobRequest, loaded: Loaded) -> Iterator[Found]:
    """Whether each model is known, has its key, and has its price where there is a budget."""
    settings = loaded.settings
    names = [*models_named(settings), *filter(None, [settings.verify.model])]
    yield from _models_found(names, loaded)


def _models_found(names: Sequence[str], loaded: Loaded) -> Iterator[Found]:
    """A line on each model that can be asked, or what is wrong with it."""
    settings = loaded.settings
    if names:
        from groundsmith.llm.preflight import faults  # heavy, and most runs ask nobody
    for name in names:
        try:
            model = model_named(name, settings)
        except RequestError as error:
            yield error
            continue
        key = secret(model.settings.key_name)
        budgeted, batched = model.budget is not None, model.batched
        wrong = faults(model.settings, key, budgeted=budgeted, batched=batched)
        yield from wrong or (_in_order(model),)


def _in_order(model: ChosenModel) -> str:
    key = model.settings.key_name
    priced = "at a known price" if model.price else "at a price that nobody knows"
    return (
        f"model {model.name} ({model.label}), {f'its key in {key}' if key else 'no key'}, {priced}"
    )


def _inputs(request: JobRequest, loaded: Loaded) -> Iterator[Found]:
    """Whether there is something at each place, and something readable at one of them."""
    skipped: list[Skipped] = []
    readable = missing = False
    recipe, settings = request.recipe, loaded.settings.corpus
    for location in request.inputs:
        try:
            for found in look_at(recipe, location, settings, exclude=(request.out,)):
                if found is None:
                    readable = True
                    break
                skipped.append(found)
        except InputError as error:
            missing = True
            yield error
    if readable and not missing:
        yield f"{len(request.inputs)} inputs, readable"
    elif not readable and not missing:
        yield InputError(nothing_readable(request.inputs, skipped))


def _folders(request: JobRequest, loaded: Loaded) -> Iterator[Found]:
    """Whether output and state can be written, and have space for more than nothing."""
    out = out_for(request.out, request.recipe, request.inputs, loaded)
    if _writable(out.path):
        yield f"output {out.path}, {'goes on there' if out.exists else 'new'}"
    else:
        yield OutputError(f"{out.path}: cannot write here; choose another --out")
    yield from _ledger(out, loaded)
    for place, least in ((out.state, _STATE_BYTES), (out.path, _OUT_BYTES)):
        free = shutil.disk_usage(_existing(place)).free
        yield StorageFull(place) if free < least else f"{free / 1e9:,.1f} GB free at {place}"


def _ledger(out: OutFolder, loaded: Loaded) -> Iterator[Found]:
    """Whether the ledger opens and takes rows; one that is not there yet is not made."""
    if isinstance(out.ledger, Path) and not _writable(out.ledger):
        yield OutputError(
            f"{out.ledger}: the ledger cannot be written; keep it elsewhere: GROUNDSMITH_HOME"
        )
        return
    try:
        with open_ledger_of(out, loaded, make=False) as database:
            yield f"ledger {database.where}"
    except NoLedgerYet as new:
        yield f"ledger {new}, new"


def _writable(place: Path) -> bool:
    """Whether `place`, or the folder where it would be made, may be written."""
    at = _existing(place)
    return os.access(at, os.W_OK) and (at == place.absolute() or at.is_dir())


def _existing(place: Path) -> Path:
    """`place`, or the nearest folder above it that exists."""
    whole = place.absolute()
    return next(at for at in (whole, *whole.parents) if at.exists())

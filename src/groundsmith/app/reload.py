"""A run's settings while it goes on: the file is looked at again, and what may change, changes.

Only what changes nothing that is written may: how much is in work, what models allow, the budget,
and what is logged. Everything else is named and waits for the next command, because a dataset is
written under one set of settings. A bad file changes nothing.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from groundsmith.app.models import ChosenModel, chosen_model
from groundsmith.errors import PriceUnknown, RequestError, SettingsError
from groundsmith.events import Emit, SettingsRefused, SettingsReloaded
from groundsmith.llm.settings import ModelSettings
from groundsmith.records import Json
from groundsmith.settings import GroundsmithSettings, Loaded

_OF_RUN = ("in_flight", "budget")
_OF_LOGS = ("level",)
_OF_A_MODEL = frozenset({"in_flight", "requests_per_minute", "tokens_per_minute"})

_Sign = tuple[int, int, int]
"""When a file was written, how long it is, and which file it is."""


class LiveSettings:
    """The settings and the model of a run as they are now.

    Args:
        apply: Hears of new settings before everybody else does.
    """

    def __init__(
        self, loaded: Loaded, *, emit: Emit, apply: Callable[[GroundsmithSettings], None]
    ) -> None:
        self.settings = loaded.settings
        self.model: ChosenModel | None = chosen_model(loaded.settings)
        self._file = loaded.file
        self._again = loaded.again
        self._emit = emit
        self._apply = apply
        self._known = self._last = _UNKNOWN
        self._faults: tuple[str, ...] = ()
        self._waiting: tuple[str, ...] = ()

    def look(self) -> None:
        """Takes a changed file into account, once it has not changed from one look to the next.

        An editor may empty a file before it fills it, and an empty file is a valid one.
        """
        if self._file is None:
            return
        sign = _sign(self._file)
        still, self._last = sign == self._last, sign
        if not still or sign == self._known:
            return
        self._known = sign
        try:
            self._take(self._again().settings)
        except RequestError as error:
            self._refuse(error.faults if isinstance(error, SettingsError) else (str(error),))

    def _take(self, new: GroundsmithSettings) -> None:
        now = _merged(self.settings, new)
        model = chosen_model(now)
        if model is not None and model.budget is not None:
            _require_prices(model)
        changed, waiting = tuple(_differing(self.settings, now)), tuple(_differing(now, new))
        news = changed or waiting != self._waiting or self._faults
        self.settings, self.model = now, model
        self._waiting, self._faults = waiting, ()
        if news:
            self._apply(now)
            self._emit(SettingsReloaded(changed=changed, waiting=waiting))

    def _refuse(self, faults: tuple[str, ...]) -> None:
        if faults != self._faults:
            self._faults = faults
            self._emit(SettingsRefused(faults=faults))


_UNKNOWN: _Sign | None = (-1, -1, -1)


def _sign(file: Path) -> _Sign | None:
    """What tells that a file was written again; `None` where it cannot be seen."""
    try:
        seen = file.stat()
    except OSError:
        return None
    return (seen.st_mtime_ns, seen.st_size, seen.st_ino)


def _require_prices(model: ChosenModel) -> None:
    """Raises PriceUnknown where a budget could not be held."""
    for each in model.everyone:
        if each.price is None:
            raise PriceUnknown(each.name)


def _merged(old: GroundsmithSettings, new: GroundsmithSettings) -> GroundsmithSettings:
    """`old` with what may change during a run as it stands in `new`."""
    run = {name: getattr(new.run, name) for name in _OF_RUN}
    logs = {name: getattr(new.logs, name) for name in _OF_LOGS}
    models = {name: _limited(model, new.models.get(name)) for name, model in old.models.items()}
    return old.model_copy(
        update={
            "run": old.run.model_copy(update=run),
            "logs": old.logs.model_copy(update=logs),
            "models": models,
        }
    )


def _limited(old: ModelSettings, new: ModelSettings | None) -> ModelSettings:
    """A model with its new limits; what it no longer says of itself, it takes from the run."""
    if new is None:
        return old
    kept = old.model_dump(exclude_unset=True, exclude=set(_OF_A_MODEL))
    said = new.model_dump(exclude_unset=True, include=set(_OF_A_MODEL))
    return ModelSettings.model_validate(kept | said)


def _differing(one: GroundsmithSettings, other: GroundsmithSettings) -> Iterator[str]:
    """Dotted keys whose values differ, those of models under the models' names."""
    left, right = (dict(_flat(each.model_dump(mode="json"), "")) for each in (one, other))
    return (key for key in sorted(left | right) if left.get(key) != right.get(key))


def _flat(value: Json, prefix: str) -> Iterator[tuple[str, Json]]:
    for name, inner in value.items():
        key = f"{prefix}{name}"
        if isinstance(inner, dict) and inner:
            yield from _flat(inner, f"{key}.")
        else:
            yield key, inner

"""Structured logs: one JSON line each in STATE/logs/system.log, readable ones on stderr if asked.

structlog makes the lines, without its global configuration: two runs in one process may log to
two places. Ids of the run and the item travel in context variables, so that a line of any depth
carries them. Masking looks at the values before they are rendered, because a secret may hold
characters that JSON escapes.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import orjson
import structlog
from structlog.typing import EventDict, FilteringBoundLogger, WrappedLogger

from groundsmith.events import (
    AnswerReused,
    BudgetAlert,
    CallFinished,
    DraftJudged,
    Emit,
    Event,
    ItemFinished,
    Progressed,
    SettingsRefused,
    SourceRead,
    SourceSkipped,
    TextHeard,
)
from groundsmith.ops.background import Background
from groundsmith.ops.log_file import LogFile
from groundsmith.records import ItemState, Json

FILE_NAME = "system.log"
_MAX_CHARS = 4_000
"""Of one value; a log is no place for a document."""
_SHOWN_CHARS = 300
"""Of one value on the console."""
_MASK = "***"
_SECRET_FIELDS = frozenset({"authorization", "api_key", "password", "secret", "token"})
_COLOURS = {"debug": "2", "warning": "33", "error": "31", "critical": "31"}


class Logs:
    """The log of one process; loggers stay usable until it is closed.

    Args:
        folder: Where `system.log` lies; made when the first line is written.
        level: The least severe level that is kept (`debug`, `info`, `warning`, `error`).
        console: Whether stderr gets a readable line as well.
        mask: Takes secrets out of a text.
    """

    def __init__(
        self,
        folder: Path,
        *,
        level: str,
        mask: Callable[[str], str],
        console: bool = False,
    ) -> None:
        self._mask = mask
        self._told_count = 0
        self._file = Background(LogFile(folder / FILE_NAME).append)
        self._console = Background(_to_stderr) if console else None
        self.keep(level)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def lost_count(self) -> int:
        """Lines that the file does not have: the disk was full, or too slow for too long."""
        return self._file.lost_count

    def logger(self, name: str) -> FilteringBoundLogger:
        """A logger whose lines say that they are from `name`."""
        bound: FilteringBoundLogger = self._logger.bind(logger=name)
        return bound

    def keep(self, level: str) -> None:
        """From now on, new loggers keep what is of this level or above."""
        self._logger = structlog.wrap_logger(
            None,
            processors=[
                structlog.contextvars.merge_contextvars,
                structlog.processors.format_exc_info,
                self._write,
            ],
            wrapper_class=structlog.make_filtering_bound_logger(level),
        )

    def close(self) -> None:
        """Writes what is waiting; gives up after two seconds where the disk is stuck."""
        self._file.close()
        if self._console is not None:
            self._console.close()

    def _write(self, _: WrappedLogger, level: str, given: EventDict) -> EventDict:
        """The last processor: renders, queues, and ends the chain."""
        try:
            line = {"timestamp": _now(), "level": level, "event": _json(given.pop("event", ""))}
            line.update((name, _json(value)) for name, value in given.items())
            rendered = orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
            if _has_secret_field(given) or not self._is_clean(rendered.decode()):
                line = self._masked(line)
                rendered = orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
            self._file.put(rendered)
            self._tell_losses()
            if self._console is not None:
                self._console.put(_readable(line))
        except Exception:  # whatever a caller logs, it must not stop what is being logged
            self._file.lost_count += 1
        raise structlog.DropEvent

    def _tell_losses(self) -> None:
        """A line of its own after a gap, so that a reader of the file knows of it."""
        lost = self._file.lost_count
        if lost > self._told_count:
            self._told_count = lost
            gap = {"timestamp": _now(), "level": "warning", "event": "LogLinesLost"}
            self._file.put(
                orjson.dumps(gap | {"lost_count": lost}, option=orjson.OPT_APPEND_NEWLINE)
            )

    def _is_clean(self, text: str) -> bool:
        """Whether nothing in a whole line needs masking: one search instead of one a value."""
        return self._mask(text) == text

    def _masked(self, value: Json, name: str = "") -> Json:
        if isinstance(value, dict):
            return {key: self._masked(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._masked(inner) for inner in value]
        if isinstance(value, str):
            return _MASK if name in _SECRET_FIELDS else self._mask(value)
        return value


def tagged(**ids: str) -> AbstractContextManager[Any]:
    """A context whose log lines all carry `ids` (`run=…`, `item=…`), across `await` too."""
    return structlog.contextvars.bound_contextvars(**ids)


_LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40}
"""As the standard library numbers them."""


def as_emit(logger: FilteringBoundLogger) -> Emit:
    """An `Emit` that logs each event under its class name, what is frequent as debug."""

    def emit(event: Event) -> None:
        level = _level(event)
        if not logger.is_enabled_for(_LEVELS[level]):
            return  # most are of calls, and nobody looks at them
        values = {field.name: getattr(event, field.name) for field in fields(event)}
        getattr(logger, level)(type(event).__name__, **values)

    return emit


def _level(event: Event) -> str:
    match event:
        case ItemFinished(state=ItemState.FAILED) | SettingsRefused():
            return "warning"
        case SourceSkipped():
            return "warning" if event.skipped.failed else "info"
        case (
            ItemFinished()
            | SourceRead()
            | DraftJudged()
            | CallFinished()
            | AnswerReused()
            | Progressed()
            | TextHeard()
        ):
            return "debug"
        case BudgetAlert():
            return "warning"
        case _:
            return "info"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _has_secret_field(given: EventDict) -> bool:
    return not _SECRET_FIELDS.isdisjoint(given)


def _json(value: Any) -> Json:
    """`value` in what every JSON reader takes: surrogates escaped, long texts and integers cut."""
    if isinstance(value, str):
        cut = len(value) - _MAX_CHARS
        text = f"{value[:_MAX_CHARS]}… ({cut} more)" if cut > 0 else str(value)
        return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
    if value is None or isinstance(value, (bool, float)):
        return value
    if isinstance(value, int):
        return value if value.bit_length() < 64 else hex(value)
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, dict):
        return {_json(str(key)): _json(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_json(inner) for inner in value]
    return _json(str(value))


def _readable(line: dict[str, Json]) -> bytes:
    """`09:21:52 warning SourceSkipped path=a.bin reason=binary` on one line."""
    level = line["level"]
    shown = " ".join(_pairs(line))
    text = f"{line['timestamp'][11:19]} {level:<7} {shown}\n"
    if sys.stderr.isatty() and (colour := _COLOURS.get(level)):
        text = f"\x1b[{colour}m{text[:-1]}\x1b[0m\n"
    return text.encode("utf-8", "backslashreplace")


def _pairs(line: dict[str, Json]) -> Iterator[str]:
    for name, value in line.items():
        if name in ("timestamp", "level"):
            continue
        text = value if isinstance(value, str) else orjson.dumps(value).decode()
        short = text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"
        printable = short if short.isprintable() else ascii(short)
        yield printable if name == "event" else f"{name}={printable}"


def _to_stderr(lines: bytes) -> None:
    """Through whatever `sys.stderr` is now: a progress bar moves aside for it."""
    sys.stderr.write(lines.decode("utf-8"))
    sys.stderr.flush()

"""The report of an error that nobody expected: a file for whoever repairs it.

It holds no content of sources and no local variables, only the traceback, the versions and the
arguments, secrets masked; a person can send it without reading it first.
"""

import os
import platform
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from groundsmith import __version__
from groundsmith.settings.environment import settings_file, state_folder
from groundsmith.settings.secrets import secrets_of


def write_report(error: BaseException, arguments: Sequence[str]) -> str:
    """Where the report lies; in the state folder if there is one, else among temporary files."""
    text = _text(error, arguments)
    for folder in _folders():
        try:
            return str(_write(folder, text))
        except OSError:
            continue
    click.echo(text, err=True)
    return "the lines above (no folder could be written to)"


def _folders() -> list[Path]:
    temporary = Path(tempfile.gettempdir())
    try:
        cwd = Path.cwd()
    except OSError:  # the working folder was deleted
        return [temporary]
    state = state_folder(None, cwd, settings_file(None, cwd))
    return [state / "crashes", temporary] if state.is_dir() else [temporary]


def _write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    path = folder / f"groundsmith-crash-{stamp}-{os.getpid()}.txt"
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return path


def _text(error: BaseException, arguments: Sequence[str]) -> str:
    trace = "".join(traceback.format_exception(error))
    head = (
        f"groundsmith {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"arguments: {list(arguments)!r}\n\n"
    )
    return secrets_of().mask(head + trace)

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
        from groundsmith.settings import (
            settings_file,
            state_folder,
        )  # not at the top: --help is fast

        state = state_folder(None, Path.cwd(), settings_file(None, Path()))
    except Exception:  # the settings may be what is broken, or the working folder is gone
        return [temporary]
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
    head = f"groundsmith {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
    trace = "".join(traceback.format_exception(error))
    try:
        from groundsmith.settings import secrets_of  # not at the top: --help is fast

        return secrets_of().mask(f"{head}arguments: {list(arguments)!r}\n\n{trace}")
    except Exception:  # without a mask, only what holds no values is written
        frames = "".join(traceback.format_tb(error.__traceback__))
        return f"{head}\n{frames}{type(error).__name__}\n"

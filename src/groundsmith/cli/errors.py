"""The one place where an exception becomes a line on stderr and an exit code.

A person never sees a traceback: what is expected is one line (a configuration with several faults
has one line for each), and what is not is written to a file that the line names. Under `--json`
the error is also the one JSON object on stdout, so that a script need not parse sentences.
"""

import errno
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import NoReturn

import click

from groundsmith.cli.crash import write_report
from groundsmith.cli.usage import usage_line
from groundsmith.errors import GroundsmithError, MachineError, RequestError, SettingsError

INTERRUPTED = 130
CRASHED = 70
READER_GONE = 141
"""128 + SIGPIPE, what a shell reports of any program whose reader has left."""


def guarded(action: Callable[[], int], arguments: Sequence[str]) -> int:
    """The exit code of `action`; whatever it raises is reported and becomes one."""
    _tolerant_streams()
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        code = action()
        if sys.stdout is not None:  # it is, where the caller closed it
            sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        return READER_GONE
    except SystemExit as exc:
        return exc.code if isinstance(exc.code, int) else 1
    except BaseException as exc:
        code = _reported(exc, arguments)
    return code


def _reported(error: BaseException, arguments: Sequence[str]) -> int:
    """The exit code of `error` after its line was printed."""
    lines, code = _lines_and_code(error, arguments)
    try:
        for line in lines:
            click.echo(_printable(line), err=True)
        if "--json" in arguments:
            told = {"kind": type(error).__name__, "messages": lines}
            click.echo(json.dumps({"error": told, "exit_code": code}))
    except OSError:
        _forget_stdout()
    return code


def _lines_and_code(error: BaseException, arguments: Sequence[str]) -> tuple[list[str], int]:
    if isinstance(error, SettingsError):
        return list(error.faults), error.exit_code
    if isinstance(error, GroundsmithError):
        return [f"groundsmith: {error}"], error.exit_code
    if isinstance(error, click.ClickException):
        return [usage_line(error, arguments)], RequestError.exit_code
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return ["groundsmith: interrupted"], INTERRUPTED
    if machine := _machine_failure(error):
        return [f"groundsmith: {machine}"], MachineError.exit_code
    where = write_report(error, arguments)
    kind = type(error).__name__
    return [f"groundsmith: an unexpected error ({kind}); the report is in {where}"], CRASHED


def _machine_failure(error: BaseException) -> str | None:
    """What the machine lacks, where that is why `error` was raised."""
    if isinstance(error, MemoryError):
        return "out of memory; close something, or use fewer workers, then run the same command"
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        where = error.filename or "the disk"
        return f"{where}: no space left; free some, then run the same command to go on"
    if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
        return "too many open files; raise the limit (ulimit -n), then run the same command"
    return None


def _printable(line: str) -> str:
    """`line` without what could move a terminal's cursor: a message may quote a source."""
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)


def _tolerant_streams() -> None:
    """Text that the terminal cannot show is escaped, instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def _forget_stdout() -> None:
    """Points stdout at nothing, so that the interpreter's own flush at exit stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    """SIGTERM ends a command as Ctrl-C does."""
    raise KeyboardInterrupt

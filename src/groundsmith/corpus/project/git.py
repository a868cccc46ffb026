"""The git command line, kept from doing anything but answering.

A repository may be anybody's, and its configuration names programs. So none is ever read in place:
`git fetch` serves a clean, shallow, bare copy (what git's own manual advises for repositories that
are not trusted), and everything is read from that. No working tree, so no filters, no links and no
hooks; no protocol but the one that was named; no question to a terminal; limits on time and size.
"""

import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from groundsmith.errors import InputError, MachineError, SourceError

LISTING_MAX_BYTES = 64 * 1024 * 1024
_SETTINGS = (
    "protocol.allow=never",
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.askPass=",
    "credential.interactive=false",
    "log.showSignature=false",
    "http.lowSpeedLimit=1000",
    "http.lowSpeedTime=20",
    "gc.auto=0",
    "maintenance.auto=false",
    "safe.bareRepository=all",
)
_SAID_CHARS = 300
_READING_S = 3600.0
_STEERING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
"""Variables by which a surrounding git (a hook of ours, say) would lead this one elsewhere."""


class GitFailed(InputError):
    """git could not do what it was asked; the message has its own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """Runs git with one protocol allowed.

    Attributes:
        protocol: `https`, `http`, `ssh` or `file`; empty for none.
        timeout_s: After which a command is ended.
    """

    protocol: str = ""
    timeout_s: float = 120.0

    def __call__(self, *arguments: str, folder: Path | None = None) -> bytes:
        """What a command prints; raises GitFailed.

        Args:
            folder: The bare repository that it is about.
        """
        with self._started(arguments, folder, stdin=False) as process:
            assert process.stdout is not None  # noqa: S101  # a pipe was asked for
            said = process.stdout.read(LISTING_MAX_BYTES + 1)
            if len(said) > LISTING_MAX_BYTES:
                raise GitFailed(f"git {arguments[0]}: prints more than {LISTING_MAX_BYTES:,} bytes")
        return said

    def blobs(self, folder: Path, names: Sequence[str]) -> Iterator[bytes]:
        """The contents of blobs, one in memory at a time; raises SourceError for one that is not.

        The caller must take all of them, or close the iterator.
        """
        patient = replace(self, timeout_s=_READING_S)  # whoever takes them may be slow
        with patient._started(("cat-file", "--batch"), folder, stdin=True) as process:
            asking, answering = process.stdin, process.stdout
            assert asking is not None  # noqa: S101  # a pipe was asked for
            assert answering is not None  # noqa: S101  # and another
            for name in names:
                asking.write(name.encode() + b"\n")
                asking.flush()
                yield _blob(answering, name)
            asking.close()

    @contextmanager
    def _started(
        self, arguments: Sequence[str], folder: Path | None, *, stdin: bool
    ) -> "Iterator[subprocess.Popen[bytes]]":
        """A process that is over when this ends, one way or the other."""
        try:
            process = subprocess.Popen(  # noqa: S603  # no shell; every name comes after --
                self._command(arguments, folder),
                stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_environment(),
            )
        except OSError as error:
            raise MachineError(f"git cannot be started ({error.strerror}); install it") from error
        watchdog = threading.Timer(self.timeout_s, process.kill)
        said: list[bytes] = []
        assert process.stderr is not None  # noqa: S101  # a pipe was asked for
        listening = threading.Thread(target=_drain, args=(process.stderr, said), daemon=True)
        watchdog.start()
        listening.start()
        try:
            yield process
        except BaseException:
            process.kill()
            raise
        finally:
            process.wait()
            late = not watchdog.is_alive()
            watchdog.cancel()
            listening.join()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    _close(pipe)
        if process.returncode:
            why = f"no answer within {self.timeout_s:.0f} s" if late else _words(b"".join(said))
            raise GitFailed(f"git {arguments[0]}: {why}")

    def _command(self, arguments: Sequence[str], folder: Path | None) -> list[str]:
        allowed = [f"protocol.{self.protocol}.allow=always"] if self.protocol else []
        configured = [part for one in (*_SETTINGS, *allowed) for part in ("-c", one)]
        where = [] if folder is None else [f"--git-dir={folder}"]
        return ["git", "--no-pager", "--no-replace-objects", *configured, *where, *arguments]


def _environment() -> dict[str, str]:
    """Our own, handed on, but for what would steer git elsewhere or let it ask somebody."""
    kept = {name: value for name, value in os.environ.items() if name not in _STEERING}
    return kept | {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "SSH_ASKPASS_REQUIRE": "never",
        "GIT_SSH_COMMAND": "ssh -o BatchMode=yes",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }


def _blob(answering: BinaryIO | object, name: str) -> bytes:
    stream: BinaryIO = answering  # type: ignore[assignment]  # Popen's pipe, which typeshed calls IO
    header = stream.readline(200).split()
    if len(header) != 3 or header[1] != b"blob":
        raise SourceError(name, "no such blob in the repository")
    data = stream.read(int(header[2]))
    stream.read(1)
    return data


def _drain(stream: BinaryIO, said: list[bytes]) -> None:
    """Keeps the first of what is said and reads the rest away, so that nobody waits."""
    said.append(stream.read(64 * 1024))
    while stream.read(64 * 1024):
        pass


def _close(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]  # a pipe of Popen
    except OSError:
        return  # broken, since the process was killed


def _words(said: bytes) -> str:
    """The line that says what is wrong, printable and short."""
    lines = said.decode("utf-8", "replace").splitlines()
    told = [line for line in lines if line.startswith(("fatal:", "error:", "ERROR:"))] or lines
    line = told[0].partition(": ")[2] or told[0] if told else "failed without a word"
    return "".join(char if char.isprintable() else " " for char in line)[:_SAID_CHARS]

"""A real PostgreSQL of our own for tests and benchmarks: loopback, a free port, a temporary folder.

It runs as the user `postgres` where we are root, because the server refuses to; with a password,
so that a test can look for it where it must not be.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PASSWORD = "a-secret-of-the-tests"
_USER = "groundsmith"
_DEBIAN = Path("/usr/lib/postgresql")


class PostgresMissing(Exception):
    """No PostgreSQL server is installed (Debian: `apt-get install postgresql`)."""


def binaries() -> Path:
    """The folder of `initdb` and `pg_ctl`, the newest where there are several."""
    versions = sorted(
        (folder for folder in _DEBIAN.glob("*/bin") if (folder / "initdb").exists()),
        key=lambda folder: int(folder.parent.name),
    )
    if versions:
        return versions[-1]
    found = shutil.which("initdb")
    if found is None:
        raise PostgresMissing(str(_DEBIAN))
    return Path(found).resolve().parent


class Cluster:
    """One server with its data in `folder`; databases in it are cheap."""

    def __init__(self, folder: Path, *, settings: tuple[str, ...] = ()) -> None:
        self._bin = binaries()
        self._folder = folder
        self._data = folder / "data"
        self._settings = settings
        self._port = _free_port()
        self._count = 0
        password = folder / "password"
        password.write_text(PASSWORD)
        _give(password)
        self._run(
            *("initdb", "-D", self._data, "-U", _USER, "-A", "scram-sha-256"),
            *("--pwfile", password, "-E", "UTF8", "--no-sync"),
        )

    def start(self) -> None:
        """The server answers when this returns."""
        options = [
            *("listen_addresses=127.0.0.1", f"port={self._port}", "unix_socket_directories="),
            *self._settings,
        ]
        words = " ".join(f"-c {option}" for option in options)
        log = self._folder / "log"
        self._run("pg_ctl", "-D", self._data, "-l", log, "-o", words, "-w", "start")

    def stop(self, mode: str = "immediate") -> None:
        """Ends the server: `fast` says goodbye, `immediate` is a crash."""
        self._run("pg_ctl", "-D", self._data, "-m", mode, "-w", "stop")

    def new_database(self, options: str = "") -> str:
        """The URL of a fresh, empty database."""
        self._count += 1
        name = f"ledger_{self._count}"
        self.execute("postgres", f"CREATE DATABASE {name} {options}")
        return self.url(name)

    def url(self, name: str) -> str:
        """Where a database is reached."""
        return f"postgresql://{_USER}:{PASSWORD}@127.0.0.1:{self._port}/{name}"

    def execute(self, database: str, statement: str) -> None:
        """Runs one statement as the superuser."""
        self._run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", self.url(database), "-c", statement)

    def _run(self, program: str, *arguments: Any) -> None:
        with (self._folder / f"{program}.out").open("w+") as output:
            # Into a file and not a pipe: the server inherits it, and a pipe would never end.
            done = subprocess.run(
                [self._bin / program, *arguments],
                cwd=self._folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **_as_user(),
            )
            if done.returncode:
                output.seek(0)
                raise RuntimeError(f"{program}: {output.read()}")


@contextmanager
def cluster(*settings: str) -> Iterator[Cluster]:
    """A running server, gone with its data afterwards; raises PostgresMissing without one.

    The end is left to a shell that waits for our end of a pipe to close, so that a test run which
    is killed leaves no server behind.
    """
    stop = [str(binaries() / "pg_ctl"), "-D", "data", "-m", "immediate", "stop"]
    folder = Path(tempfile.mkdtemp(prefix="groundsmith-pg-"))
    _give(folder)
    guard = subprocess.Popen(
        ["sh", "-c", 'read _; "$@"; rm -rf "$PWD"', "guard", *stop],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        **_as_user(),
    )
    try:
        server = Cluster(folder, settings=settings)
        server.start()
        yield server
    finally:
        guard.communicate()


def _as_user() -> dict[str, Any]:
    if os.geteuid() == 0:
        return {"user": "postgres", "group": "postgres", "extra_groups": []}
    return {}


def _give(path: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(path, "postgres", "postgres")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

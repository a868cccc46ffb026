"""The command line as a user starts it, for tests."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDANCE = ROOT / "examples" / "guidance"
_NOT_A_USERS = ("COLUMNS", "FORCE_COLOR", "PYTHONDONTWRITEBYTECODE")
"""Without compiled modules every command would take longer than a user's."""


class CommandLine:
    """The installed command, run as a process of its own in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("GROUNDSMITH_") and name not in _NOT_A_USERS
        }
        self.env["NO_COLOR"] = "1"

    def __call__(
        self,
        *arguments: str | Path,
        stdin: str | bytes | None = None,
        env: dict[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Runs `groundsmith ARGUMENTS`; text streams, exit code in `returncode`."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env=self.env | (env or {}),
            input=b"" if data is None else data,
            capture_output=True,
            timeout=300,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args,
            done.returncode,
            done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"),
        )

    def start(
        self, *arguments: str | Path, env: dict[str, str] | None = None
    ) -> "subprocess.Popen[bytes]":
        """Starts the command and returns at once, for tests that kill it."""
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.folder,
            env=self.env | (env or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    @staticmethod
    def command(*arguments: str | Path) -> list[str]:
        """The argument list of the real entry point."""
        return [sys.executable, "-m", "groundsmith", *map(str, arguments)]

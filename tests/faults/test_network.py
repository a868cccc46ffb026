"""Nobody is contacted but the configured host, and nobody at all where no model is asked."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import GUIDANCE, ROOT, CommandLine
from groundsmith.testing import FakeProvider, Script

pytestmark = pytest.mark.slow

GUARD = ROOT / "tests" / "network_denied"
ELSEWHERE = "http://192.0.2.1:3128"
NAMESPACE = ["unshare", "--map-root-user", "--net"]


class Guarded(CommandLine):
    """The command line in processes that may reach one address at most."""

    def __init__(self, folder: Path, allowed: str = "") -> None:
        super().__init__(folder)
        self._log = folder.parent / "network.log"
        proxies = dict.fromkeys(("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"), ELSEWHERE)
        guard = {"PYTHONPATH": str(GUARD), "NETWORK_LOG": str(self._log)}
        self.env |= {**proxies, **guard, "NETWORK_ALLOWED": allowed}

    @property
    def reached(self) -> set[str]:
        """Every address that was asked for."""
        return set(self._log.read_text("utf-8").split()) if self._log.exists() else set()


class Unplugged(CommandLine):
    """The command line where the kernel has no network, not even a loopback."""

    @staticmethod
    def command(*arguments: str | Path) -> list[str]:
        """The real entry point in a network namespace of its own."""
        return [*NAMESPACE, *CommandLine.command(*arguments)]


@pytest.fixture
def guarded(groundsmith: CommandLine) -> Guarded:
    """The command line under a guard that allows nothing."""
    return Guarded(groundsmith.folder)


@pytest.fixture
def unplugged(groundsmith: CommandLine) -> Unplugged:
    """The command line without a network; skips where the kernel lends no namespace."""
    if subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this user may not make a network namespace")
    return Unplugged(groundsmith.folder)


def configure(command: CommandLine, base_url: str) -> None:
    model = f"{{provider: custom, model: small, base_url: '{base_url}', attempts: 1}}"
    (command.folder / "groundsmith.yaml").write_text(f"models:\n  mine: {model}\n", "utf-8")


def test_the_guard_sees_and_refuses_what_a_process_tries_to_reach(guarded: Guarded) -> None:
    tries = "import asyncio; asyncio.run(asyncio.open_connection('localhost', 9))"

    tried = subprocess.run(
        [sys.executable, "-c", tries], env=guarded.env, capture_output=True, check=False
    )

    assert b"the network is denied" in tried.stderr
    assert guarded.reached == {"localhost:9"}


@pytest.mark.parametrize(
    "code",
    [
        "import groundsmith",
        "import groundsmith.app.run, groundsmith.llm.build, groundsmith.cli.recipe",
    ],
)
def test_importing_reaches_for_nobody(guarded: Guarded, code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], env=guarded.env, check=False)

    assert done.returncode == 0
    assert guarded.reached == set()


def test_without_a_model_no_command_reaches_for_anybody(guarded: Guarded) -> None:
    commands = [
        ("--help",),
        ("init",),
        ("config", "validate"),
        ("estimate", "qa", GUIDANCE),
        ("qa", GUIDANCE, "--out", "out", "--limit", "20"),
        ("qa", GUIDANCE, "--out", "out", "--limit", "20"),
        ("audit", "out"),
        ("export", "out", "--format", "squad", "--to", "squad.json"),
        ("runs", "list"),
        ("status",),
    ]

    codes = {" ".join(map(str, command)): guarded(*command).returncode for command in commands}

    assert codes == dict.fromkeys(codes, 0)
    assert guarded.reached == set()


def test_with_a_model_only_its_host_is_reached(groundsmith: CommandLine) -> None:
    with FakeProvider(Script(answer=lambda prompt, schema: '{"pairs": []}')) as provider:
        guarded = Guarded(groundsmith.folder, allowed=f"127.0.0.1:{provider.port}")
        configure(guarded, provider.base_url)
        asked = ("qa", GUIDANCE, "--out", "out", "--model", "mine", "--limit", "5", "--yes")
        done = guarded(*asked)
        request_count = provider.bill().request_count

    assert done.returncode == 0, done.stderr
    assert request_count == 5
    assert guarded.reached == {f"127.0.0.1:{provider.port}"}


def test_the_extractive_job_is_done_without_any_network(unplugged: Unplugged) -> None:
    made = unplugged("qa", GUIDANCE, "--out", "out", "--limit", "20")
    audited = unplugged("audit", "out")
    exported = unplugged("export", "out", "--format", "squad", "--to", "squad.json")

    assert (made.returncode, audited.returncode, exported.returncode) == (0, 0, 0), made.stderr
    assert (unplugged.folder / "out" / "records.jsonl").stat().st_size > 0
    assert (unplugged.folder / "squad.json").stat().st_size > 0


def test_a_model_that_cannot_be_reached_is_said_so(unplugged: Unplugged) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:  # beyond the namespace's border
        configure(unplugged, f"http://127.0.0.1:{server.getsockname()[1]}/v1")
        asked = ("qa", GUIDANCE, "--out", "out", "--model", "mine", "--limit", "2", "--yes")
        done = unplugged(*asked)

    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr

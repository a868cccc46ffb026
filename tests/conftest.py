"""What every test may use: a fresh ledger, the command line, a database server, outside data."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from command_line import CommandLine
from groundsmith.store.database import Database
from postgres import Cluster, PostgresMissing, cluster

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Whoever starts tests in the background has Ctrl-C ignored, in every process below, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A slow machine fails no test: what is too slow is a benchmark's business. Chance looks for faults
# where somebody can mend them; where everything is run, the same examples are tried every time.
hypothesis.settings.register_profile(
    "groundsmith", deadline=None, derandomize=os.environ.get("GROUNDSMITH_TEST_ALL") == "1"
)
hypothesis.settings.load_profile("groundsmith")


_URL = "GROUNDSMITH_DATABASE__URL"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--ledger postgres`: commands keep their ledger in a new database each, in tests as well."""
    parser.addoption("--ledger", choices=("sqlite", "postgres"), default="sqlite")


@pytest.fixture(autouse=True)
def ledger_url(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str | None:
    """Where the test's commands keep their ledger; `None` is a file, as by default."""
    if request.config.getoption("--ledger") == "sqlite":
        return None
    server: Cluster = request.getfixturevalue("server")
    url = server.new_database()
    monkeypatch.setenv(_URL, url)
    return url


@pytest.fixture
def groundsmith(tmp_path: Path, ledger_url: str | None) -> CommandLine:
    """The command line, in an empty folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    made = CommandLine(folder)
    if ledger_url is not None:
        made.env[_URL] = ledger_url
    return made


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A fresh ledger."""
    with Database(tmp_path / "state" / "ledger.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of outside development data; tests that need it skip without it."""
    folder = os.environ.get("GROUNDSMITH_DATA")
    if not folder:
        pytest.skip("GROUNDSMITH_DATA names no folder of development data")
    return Path(folder)


@pytest.fixture(scope="session")
def server() -> Iterator[Cluster]:
    """A PostgreSQL that all tests of this session share."""
    yield from _running()


@pytest.fixture
def own_server() -> Iterator[Cluster]:
    """A PostgreSQL that one test may stop and start."""
    yield from _running()


def _running() -> Iterator[Cluster]:
    try:
        # Data is not forced to the disk, for no test takes the disk away.
        with cluster("fsync=off", "max_connections=200") as running:
            yield running
    except PostgresMissing as missing:
        pytest.skip(str(missing.__doc__))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What needs torch runs where it is asked for: `pytest -m transformers`."""
    if "transformers" not in config.option.markexpr:
        apart = [item for item in items if item.get_closest_marker("transformers")]
        config.hook.pytest_deselected(items=apart)
        items[:] = [item for item in items if item not in apart]


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]") -> Iterator[None]:
    """Under GROUNDSMITH_TEST_ALL=1 a test that would skip fails: nothing is left out unseen."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  # pluggy's result object
    if (
        os.environ.get("GROUNDSMITH_TEST_ALL") == "1"
        and report.skipped
        and not hasattr(report, "wasxfail")
    ):
        report.outcome = "failed"
        report.longrepr = f"skipped under GROUNDSMITH_TEST_ALL=1: {report.longrepr}"

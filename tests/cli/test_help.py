"""Help that costs nothing, wrong requests told in one line, and the unexpected kept in a file."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import CommandLine
from groundsmith import __version__
from groundsmith.app.recipes import recipe_kind
from groundsmith.cli.main import COMMANDS, main
from groundsmith.plugins import registered

CRASH = """
import sys
from groundsmith.cli.errors import guarded

def crash() -> int:
    {statement}

sys.exit(guarded(crash, {arguments!r}))
"""


def crashing(
    statement: str, *arguments: str, folder: Path, env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """A process whose command runs `statement`."""
    return subprocess.run(
        [sys.executable, "-c", CRASH.format(statement=statement, arguments=list(arguments))],
        cwd=folder,
        env=os.environ | {"TMPDIR": str(folder)} | (env or {}),
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_lists_every_command_with_its_line(groundsmith: CommandLine) -> None:
    done = groundsmith("--help")

    assert done.returncode == 0
    assert done.stderr == ""
    for name, entry in COMMANDS.items():
        assert any(
            line.split() == [name, *entry.about.split()] for line in done.stdout.splitlines()
        )


def test_without_a_command_help_is_shown(groundsmith: CommandLine) -> None:
    assert groundsmith().stdout == groundsmith("--help").stdout
    assert groundsmith("config").stdout == groundsmith("config", "--help").stdout
    assert groundsmith("config").returncode == 0


def test_help_imports_nothing_that_is_slow() -> None:
    slow = ["pydantic", "sqlalchemy", "yaml", "structlog", "rich", "numpy", "rapidfuzz", "asyncio"]
    script = (
        "import sys; from groundsmith.cli.main import main; code = main(['--help']); "
        f"print([name for name in {slow} if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stderr == "[]\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_can_be_asked_for_help(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main([name, "--help"])

    told = capsys.readouterr()
    assert (code, told.err) == (0, "")
    assert told.out.startswith(f"Usage: groundsmith {name} ")


def test_the_version_is_the_packages(groundsmith: CommandLine) -> None:
    assert groundsmith("--version").stdout == f"groundsmith {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["confgi"], "groundsmith: no such command 'confgi'; did you mean config?"),
        (["zzz"], "groundsmith: no such command 'zzz' "),
        (["--versoin"], "groundsmith: no such option '--versoin'; did you mean --version?"),
        (
            ["config", "valdate"],
            "groundsmith config: no such command 'valdate'; did you mean validate?",
        ),
        (
            ["init", "--presets", "x"],
            "groundsmith init: no such option '--presets'; did you mean --preset?",
        ),
        (
            ["init", "--preset", "laptop"],
            "groundsmith init: invalid value for '--preset': 'laptop' is not one",
        ),
        (["init", "a", "b"], "groundsmith init: got unexpected extra argument (b)"),
        (
            ["config", "show", "--config"],
            "groundsmith config: option '--config' requires an argument",
        ),
        (
            ["config", "show", "--set", "x"],
            "groundsmith config show: invalid value for '--set': 'x' is not",
        ),
        (["x" * 100_000], "groundsmith: no such command 'xxx"),
        (["a\x1b[2Jb"], "groundsmith: no such command 'a\\x1b[2Jb'"),
        ([b"\xff".decode("utf-8", "surrogateescape")], "groundsmith: no such command '\\udcff'"),
    ],
)
def test_a_wrong_request_is_one_line_on_stderr_and_exit_2(
    groundsmith: CommandLine, arguments: list[str], line: str
) -> None:
    done = groundsmith(*arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(line)
    assert done.stderr.endswith(" --help)\n")
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 600


def test_an_unexpected_error_is_kept_in_a_file_that_the_line_names(tmp_path: Path) -> None:
    done = crashing("raise KeyError('oops')", "qa", "--token=sk-abcdefghijklmnop", folder=tmp_path)

    (report,) = tmp_path.glob("groundsmith-crash-*.txt")
    text = report.read_text()
    assert done.returncode == 70
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"groundsmith: an unexpected error (KeyError); the report is in {report}"
    ]
    assert "KeyError: 'oops'" in text
    assert __version__ in text
    assert "--token=***" in text
    assert "sk-abc" not in text
    assert report.stat().st_mode & 0o077 == 0


def test_a_crash_report_goes_to_the_state_folder_where_there_is_one(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()

    done = crashing("1 / 0", folder=tmp_path, env={"GROUNDSMITH_HOME": str(state)})

    (report,) = (state / "crashes").iterdir()
    assert str(report) in done.stderr


def test_a_crash_report_that_cannot_be_written_is_printed(tmp_path: Path) -> None:
    script = (
        "import tempfile; from groundsmith.cli.crash import write_report; "
        "tempfile.tempdir = '/proc/nowhere'; print(write_report(KeyError('oops'), []))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert "KeyError: 'oops'" in done.stderr
    assert done.stdout == "the lines above (no folder could be written to)\n"


@pytest.mark.parametrize(
    ("statement", "code", "line"),
    [
        ("raise KeyboardInterrupt", 130, "groundsmith: interrupted"),
        (
            "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
            130,
            "groundsmith: interrupted",
        ),
        ("raise OSError(28, 'full', '/data')", 5, "groundsmith: /data: no space left; free some, "),
        ("raise OSError(24, 'many')", 5, "groundsmith: too many open files; raise the limit "),
        ("raise MemoryError", 5, "groundsmith: out of memory; "),
        (
            "from groundsmith.errors import ModelNeeded; raise ModelNeeded('name a model')",
            4,
            "groundsmith: name a model",
        ),
        (
            "from groundsmith.errors import InputError; raise InputError('a\\x1b[2J\\nb')",
            2,
            "groundsmith: a\\x1b[2J\\nb",
        ),
        ("sys.exit(3)", 3, ""),
    ],
)
def test_each_cause_has_its_line_and_its_exit_code(
    tmp_path: Path, statement: str, code: int, line: str
) -> None:
    done = crashing(statement, folder=tmp_path)

    assert done.returncode == code
    assert done.stderr.startswith(line)
    assert done.stderr.count("\n") == bool(line)
    assert list(tmp_path.iterdir()) == []


def test_under_json_an_error_is_the_one_object_on_stdout(groundsmith: CommandLine) -> None:
    done = groundsmith("config", "validate", "nope.yaml", "--json")

    told = json.loads(done.stdout)
    assert done.returncode == told["exit_code"] == 2
    assert told["error"]["kind"] == "RequestError"
    assert done.stderr.splitlines() == told["error"]["messages"]


def test_a_reader_that_leaves_is_no_error(groundsmith: CommandLine) -> None:
    process = subprocess.Popen(
        groundsmith.command("config", "schema"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=groundsmith.env,
    )
    assert process.stdout is not None
    process.stdout.close()

    _, stderr = process.communicate()

    assert stderr == b""
    assert process.returncode == 128 + signal.SIGPIPE


def test_a_full_disk_behind_stdout_is_the_machines_failure(groundsmith: CommandLine) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            groundsmith.command("--help"), stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert done.returncode == 5
    assert b"no space left" in done.stderr


def test_a_closed_stdout_is_no_error(groundsmith: CommandLine) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *groundsmith.command("--help")],
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_recipe_of_ours_says_of_itself_what_the_table_says() -> None:
    ours = {name: entry.about for name, entry in COMMANDS.items() if entry.module == "recipe"}

    assert ours == {name: recipe_kind(name).about for name in ours}
    assert ours.keys() <= registered().keys()

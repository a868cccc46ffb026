"""`init` and `config`, through the real entry point."""

import json
import stat
from pathlib import Path

import pytest

from command_line import CommandLine


@pytest.mark.parametrize("preset", [[], ["--preset", "development"], ["--preset", "production"]])
def test_what_init_writes_passes_config_validate(
    groundsmith: CommandLine, preset: list[str]
) -> None:
    written = groundsmith("init", "new/folder", *preset)

    checked = groundsmith("config", "validate", "new/folder/groundsmith.yaml")

    assert written.returncode == 0
    assert written.stdout.startswith("new/folder/groundsmith.yaml: written; ")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout == "new/folder/groundsmith.yaml: no faults\n"


def test_init_refuses_to_write_over_a_file_unless_forced(groundsmith: CommandLine) -> None:
    file = groundsmith.folder / "groundsmith.yaml"
    file.write_text("mine")

    refused = groundsmith("init")
    kept = file.read_text()
    forced = groundsmith("init", "--force")

    assert refused.returncode == 2
    assert refused.stderr == (
        "groundsmith: groundsmith.yaml: is there already; --force writes over it\n"
    )
    assert kept == "mine"
    assert forced.returncode == 0
    assert file.read_text() != "mine"
    assert [path.name for path in groundsmith.folder.iterdir()] == ["groundsmith.yaml"]


@pytest.mark.parametrize("folder", ["a-file", "a-file/deeper", "/proc/nowhere"])
def test_init_says_where_it_cannot_write(groundsmith: CommandLine, folder: str) -> None:
    (groundsmith.folder / "a-file").touch()

    done = groundsmith("init", folder)

    assert done.returncode == 2
    assert done.stderr.startswith(f"groundsmith: {folder}")
    assert done.stderr.count("\n") == 1


def test_validate_names_every_fault_with_its_line(groundsmith: CommandLine) -> None:
    (groundsmith.folder / "groundsmith.yaml").write_text(
        "qa:\n  question_per_chunk: 3\n  min_overall: high\nlog:\n  level: info\n"
    )

    done = groundsmith("config", "validate")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "groundsmith.yaml:2: qa.question_per_chunk: unknown key; did you mean questions_per_chunk?",
        "groundsmith.yaml:3: qa.min_overall: should be a valid number, "
        "unable to parse string as a number, not 'high'",
        "groundsmith.yaml:4: log: unknown key; did you mean logs?",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("qa: [\n", "groundsmith.yaml:2:1: expected the node content, but found '<stream end>'\n"),
        ("a: &a [*a]\n", "groundsmith.yaml:1:4: anchors and aliases are not supported\n"),
    ],
)
def test_broken_yaml_is_one_line_with_file_line_and_column(
    groundsmith: CommandLine, text: str, line: str
) -> None:
    (groundsmith.folder / "groundsmith.yaml").write_text(text)

    done = groundsmith("config", "show")

    assert (done.returncode, done.stdout, done.stderr) == (2, "", line)


def test_a_file_that_cannot_be_read_is_one_line(groundsmith: CommandLine) -> None:
    missing = groundsmith("config", "validate", "nope.yaml")
    folder = groundsmith("config", "validate", "--config", ".")

    assert (missing.returncode, folder.returncode) == (2, 2)
    assert missing.stderr == (
        "groundsmith: nope.yaml: no such file; `groundsmith init` writes one\n"
    )
    assert folder.stderr == "groundsmith: .: not a file; --config wants a YAML file\n"


def test_show_tells_each_values_origin_and_no_secret(groundsmith: CommandLine) -> None:
    (groundsmith.folder / "groundsmith.yaml").write_text(
        "run:\n  in_flight: 9\ndatabase:\n  url: postgresql://ada:${DB_PASSWORD}@db/x\n"
    )
    env = {"DB_PASSWORD": "open-sesame-42", "GROUNDSMITH_QA__MIN_OVERALL": "0.8"}

    done = groundsmith("config", "show", "--set", "logs.level=debug", env=env)

    assert done.returncode == 0
    assert "open-sesame" not in done.stdout
    for line in (
        "  in_flight: 9  # groundsmith.yaml:2",
        "  url: postgresql://ada:***@db/x  # groundsmith.yaml:4",
        "  min_overall: 0.8  # environment GROUNDSMITH_QA__MIN_OVERALL",
        "  level: debug  # command line",
        "  questions_per_chunk: 3  # default",
    ):
        assert line in done.stdout.splitlines()


def test_json_is_one_object_with_the_same_facts(groundsmith: CommandLine) -> None:
    shown = json.loads(groundsmith("config", "show", "--json", "--set", "run.in_flight=2").stdout)
    checked = json.loads(groundsmith("config", "validate", "--json").stdout)

    assert shown["settings"]["run.in_flight"] == 2
    assert shown["origins"]["run.in_flight"] == "command line"
    assert shown["file"] is None
    assert checked == {"file": None, "faults": []}


def test_the_schema_is_json_that_names_the_sections(groundsmith: CommandLine) -> None:
    schema = json.loads(groundsmith("config", "schema").stdout)

    assert {"qa", "corpus", "verify", "run", "database", "logs"} <= schema["properties"].keys()
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_a_preset_is_a_layer_below_the_file(groundsmith: CommandLine) -> None:
    (groundsmith.folder / "groundsmith.yaml").write_text("run:\n  in_flight: 9\n")

    shown = groundsmith("config", "show", "--preset", "production").stdout.splitlines()
    wrong = groundsmith("config", "show", "--preset", "prod")

    assert "  in_flight: 9  # groundsmith.yaml:2" in shown
    assert "  durability: power  # preset production" in shown
    assert wrong.returncode == 2
    assert wrong.stderr == (
        "groundsmith: preset prod: there is none; choose development, staging, production\n"
    )


def test_init_leaves_an_ordinary_file_behind(groundsmith: CommandLine) -> None:
    groundsmith("init")

    mode = stat.S_IMODE((groundsmith.folder / "groundsmith.yaml").stat().st_mode)
    umask = stat.S_IMODE(_plain_file(groundsmith.folder).stat().st_mode)

    assert mode == umask


def _plain_file(folder: Path) -> Path:
    path = folder / "plain"
    path.touch()
    return path

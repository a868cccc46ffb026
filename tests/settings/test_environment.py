"""`${VAR}` in values, and where state lies."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.settings import settings_file, state_folder
from groundsmith.settings.environment import MissingVariable, expand

VARIABLES = {"NAME": "ada", "EMPTY": ""}


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("${NAME}", "ada"),
        ("<${NAME}-${NAME}>", "<ada-ada>"),
        ("${NONE:x y}", "x y"),
        ("${NONE:}", ""),
        ("${EMPTY:spare}", "spare"),
        ("${NAME:spare}", "ada"),
        ("$${NAME}", "${NAME}"),
        ("$NAME 5$ $$", "$NAME 5$ $$"),
        ("${NONE:a:b}", "a:b"),
    ],
)
def test_references_are_replaced_and_everything_else_stays(text: str, expanded: str) -> None:
    assert expand(text, VARIABLES) == expanded


@pytest.mark.parametrize("text", ["${NONE}", "${EMPTY}"])
def test_a_missing_variable_without_a_default_is_named(text: str) -> None:
    with pytest.raises(MissingVariable, match=f"the environment variable {text[2:-1]} is not set"):
        expand(text, VARIABLES)


@pytest.mark.parametrize("text", ["${", "${}", "${1X}", "${NAME", "${a-b}", "${NAME:${NAME}}"])
def test_a_reference_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(MissingVariable, match="starts no variable"):
        expand(text, VARIABLES)


@given(st.text())
def test_a_value_is_never_expanded_a_second_time(value: str) -> None:
    assert expand("${V:}", {"V": value}) == value


@pytest.mark.parametrize(
    ("environ", "file", "folder"),
    [
        ({}, None, "/work/.groundsmith"),
        ({}, Path("groundsmith.yaml"), "/work/.groundsmith"),
        ({}, Path("conf/groundsmith.yaml"), "/work/conf/.groundsmith"),
        ({}, Path("/etc/g/groundsmith.yaml"), "/etc/g/.groundsmith"),
        ({"GROUNDSMITH_HOME": "/srv/state"}, Path("/etc/g/x.yaml"), "/srv/state"),
        ({"GROUNDSMITH_HOME": "state"}, None, "/work/state"),
        ({"GROUNDSMITH_HOME": ""}, None, "/work/.groundsmith"),
    ],
)
def test_state_lies_at_home_else_beside_the_file_else_here(
    environ: dict[str, str], file: Path | None, folder: str
) -> None:
    assert state_folder(environ, Path("/work"), file) == Path(folder)


def test_the_file_is_the_named_one_else_the_one_in_the_folder(tmp_path: Path) -> None:
    before = settings_file(None, tmp_path)
    (tmp_path / "groundsmith.yaml").touch()
    after = settings_file(None, tmp_path)
    named = settings_file(Path("other.yaml"), tmp_path)

    assert (before, after, named) == (None, tmp_path / "groundsmith.yaml", Path("other.yaml"))

"""Five layers, every fault at once, and where each value came from."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from groundsmith.errors import RequestError, SettingsError
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.settings import load, recipe_settings, settings_model


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "groundsmith.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def faults(file: Path | None, **layers: object) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(file, **({"environ": {}} | layers))  # type: ignore[arg-type] # a test's own shorthand
    return [fault.replace(f"{file}:", "FILE:") for fault in caught.value.faults]


def test_without_any_layer_every_value_is_the_schemas_default() -> None:
    loaded = load(environ={})

    assert loaded.settings == settings_model()()
    assert set(loaded.origins.values()) == {"default"}


def test_each_layer_wins_over_the_one_below_it(tmp_path: Path) -> None:
    file = write(tmp_path, "run:\n  in_flight: 7\n")
    variable = {"GROUNDSMITH_RUN__IN_FLIGHT": "8"}
    key = "run.in_flight"

    staged = load(preset="staging", environ={})
    filed = load(file, preset="staging", environ={})
    exported = load(file, preset="staging", environ=variable)
    told = load(file, preset="staging", overrides={key: "9"}, environ=variable)

    layers = [
        (loaded.settings.run.in_flight, loaded.origins[key])
        for loaded in (staged, filed, exported, told)
    ]
    assert layers == [
        (16, "preset staging"),
        (7, f"{file}:2"),
        (8, "environment GROUNDSMITH_RUN__IN_FLIGHT"),
        (9, "command line"),
    ]


def test_a_key_of_one_layer_leaves_its_neighbours_alone(tmp_path: Path) -> None:
    file = write(tmp_path, "qa:\n  minima:\n    extractive:\n      factual: 0.5\n")

    held = recipe_settings(load(file, environ={}).settings, "qa")

    assert isinstance(held, QaSettings)
    assert held.minima.extractive.factual == 0.5
    assert held.minima.extractive.temporal == QaSettings().minima.extractive.temporal
    assert held.minima.format == QaSettings().minima.format


def test_all_faults_come_at_once_with_key_line_and_nearest_key(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "qa:\n"
        "  question_per_chunk: 2\n"
        "  min_overall: 3\n"
        "corpus: 5\n"
        "logs:\n"
        "  level: ${LEVEL}\n"
        "  format: json\n"
        "  format: json\n"
        "min_overall: 0.5\n"
        "zzz: 1\n"
        "run:\n"
        "  in_flight: true\n",
    )

    found = faults(file, environ={"GROUNDSMITH_QA__NOTHING": "1"}, overrides={"run": "2"})

    assert found[0] == (
        "FILE:2: qa.question_per_chunk: unknown key; did you mean questions_per_chunk?"
    )
    assert found[1] == "FILE:3: qa.min_overall: should be less than or equal to 1, not 3"
    assert found[2].startswith("FILE:4: corpus: a section, not a value; it holds ")
    assert found[3].startswith("FILE:6: logs.level: the environment variable LEVEL is not set")
    assert found[4] == "FILE:8: logs.format: given twice; the first is on line 7"
    assert found[5] == "FILE:9: min_overall: unknown key; did you mean qa.min_overall?"
    assert found[6] == "FILE:10: zzz: unknown key"
    assert found[7].startswith("FILE:12: run.in_flight: should be a valid integer")
    assert found[8].startswith("environment GROUNDSMITH_QA__NOTHING: qa.nothing: unknown key")
    assert found[9].startswith("command line: run: a section, not a value; it holds in_flight, ")
    assert len(found) == 10


def test_a_rule_between_keys_is_put_down_to_their_section(tmp_path: Path) -> None:
    names = ("extractive", "hallucination", "relevancy", "question", "answer")
    file = write(tmp_path, "qa:\n  weights:\n" + "".join(f"    {name}: 0\n" for name in names))

    found = faults(file)

    assert found == ["FILE:7: qa.weights: at least one weight must be above 0"]


def test_a_wrong_value_that_a_higher_layer_replaces_is_no_fault(tmp_path: Path) -> None:
    file = write(tmp_path, "run:\n  in_flight: many\n")

    loaded = load(file, overrides={"run.in_flight": 2}, environ={})

    assert loaded.settings.run.in_flight == 2


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: [\n", "FILE:2:1: "),
        ("qa: *there\n", "FILE:1:5: anchors and aliases are not supported"),
        ("a: 1\n--- \nb: 2\n", "FILE:2:1: "),
        ("- a\n- b\n", "FILE:1: must hold sections (corpus, verify, "),
        ("just a text\n", "FILE:1: must hold sections (corpus, verify, "),
        (b"qa:\n  \xff: 1\n", "FILE:2:1: a character that YAML does not allow"),
        (b"qa: 1 # \x00\n", "FILE:1:1: a character that YAML does not allow"),
        ("x" * 300_000, "FILE:1:1: longer than 262,144 bytes"),
    ],
)
def test_a_file_that_is_no_mapping_of_sections_gives_one_fault_with_its_place(
    tmp_path: Path, text: str | bytes, fault: str
) -> None:
    found = faults(write(tmp_path, text))

    assert len(found) == 1
    assert found[0].startswith(fault)
    assert "\n" not in found[0]


@pytest.mark.parametrize("text", ["", "# nothing\n", "qa:\nrun: ~\nlogs: null\n", "\ufeffqa:\n"])
def test_an_empty_file_or_section_changes_nothing(tmp_path: Path, text: str) -> None:
    loaded = load(write(tmp_path, text), environ={})

    assert loaded.settings == settings_model()()


def test_a_missing_file_and_an_unknown_preset_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="no such file; `groundsmith init` writes one"):
        load(tmp_path / "nope.yaml", environ={})
    with pytest.raises(RequestError, match="choose development, staging, production"):
        load(preset="laptop", environ={})


def test_only_a_regular_file_is_opened(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="not a file"):
        load(tmp_path, environ={})
    with pytest.raises(RequestError, match="not a file"):
        load(Path("/dev/zero"), environ={})


def test_variables_in_values_take_the_type_that_their_text_has(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "run:\n  in_flight: ${MANY}\n  max_rejected: ${SHARE:}\n"
        'database:\n  url: "${SCHEME:sqlite}:///$${HOME}"\n',
    )

    settings = load(file, environ={"MANY": "12"}).settings

    assert settings.run.in_flight == 12
    assert settings.run.max_rejected is None
    assert settings.database.url == "sqlite:///${HOME}"


@pytest.mark.parametrize(
    ("text", "value"), [("0.25", 0.25), ("null", None), ("~", None), ("1", 1.0)]
)
def test_text_from_outside_is_read_by_its_settings_type(text: str, value: float | None) -> None:
    loaded = load(overrides={"run.max_rejected": text}, environ={})

    assert loaded.settings.run.max_rejected == value


def test_an_empty_variable_counts_as_not_set() -> None:
    loaded = load(environ={"GROUNDSMITH_RUN__IN_FLIGHT": "", "GROUNDSMITH_HOME": "/x"})

    assert loaded.settings == settings_model()()


def test_a_secret_in_the_wrong_place_is_not_repeated(tmp_path: Path) -> None:
    secret = "correct-horse-battery"
    file = write(tmp_path, "run:\n  in_flight: ${SOME_API_KEY}\n")

    found = faults(file, environ={"SOME_API_KEY": secret})

    assert len(found) == 1
    assert secret not in found[0]
    assert "***" in found[0]


def test_hostile_keys_and_values_are_shown_on_one_short_line(tmp_path: Path) -> None:
    file = write(tmp_path, '"\\e[31m\\n": 1\nrun:\n  in_flight: "' + "x" * 5000 + '"\n')

    found = faults(file)

    assert all(fault.isprintable() and len(fault) < 250 for fault in found)
    assert len(found) == 2


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@hypothesis_settings(max_examples=200, deadline=None)
def test_any_bytes_either_load_or_are_refused_with_printable_faults(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = write(Path(folder), data)
        try:
            loaded = load(file, environ={})
        except SettingsError as error:
            outcome: object = error.faults
        else:
            outcome = loaded.settings

    assert outcome == settings_model()() or (
        isinstance(outcome, tuple) and outcome and all(fault.isprintable() for fault in outcome)
    )

"""The configuration written out, and read back."""

from pathlib import Path

import pytest

from groundsmith.records import Phase
from groundsmith.settings import (
    PRESETS,
    commented_yaml,
    effective,
    json_schema,
    load,
    secrets_of,
    settings_model,
)
from groundsmith.settings.fields import leaves


@pytest.mark.parametrize("preset", [None, *PRESETS])
def test_what_init_writes_means_exactly_its_preset(tmp_path: Path, preset: str | None) -> None:
    file = tmp_path / "groundsmith.yaml"
    file.write_text(commented_yaml(preset), encoding="utf-8")

    written = load(file, environ={})

    assert written.settings == load(preset=preset, environ={}).settings


def test_every_commented_line_passes_when_its_mark_is_removed(tmp_path: Path) -> None:
    file = tmp_path / "groundsmith.yaml"
    names = {f"# {leaf.name}:" for leaf in leaves(settings_model())}
    lines = [
        line.replace("# ", "", 1) if any(line.lstrip().startswith(name) for name in names) else line
        for line in commented_yaml().splitlines()
    ]
    file.write_text("\n".join(lines), encoding="utf-8")

    loaded = load(file, environ={})

    assert loaded.settings == settings_model()()
    assert all(origin.startswith(str(file)) for origin in loaded.origins.values())


def test_every_key_is_explained_where_init_writes_it() -> None:
    text = " ".join(line.strip(" #") for line in commented_yaml().splitlines())

    missing = [leaf.key for leaf in leaves(settings_model()) if leaf.about not in text]

    assert missing == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_holds_known_keys_with_values_that_differ_from_the_defaults(preset: str) -> None:
    defaults = {leaf.key: leaf.default for leaf in leaves(settings_model())}

    loaded = load(preset=preset, environ={})

    assert all(loaded.origins[key] == f"preset {preset}" for key in PRESETS[preset])
    assert all(value != defaults[key] for key, value in PRESETS[preset].items())


def test_the_effective_settings_read_back_and_name_every_origin(tmp_path: Path) -> None:
    loaded = load(preset="production", overrides={"qa.language": "id"}, environ={})
    shown = effective(loaded, secrets_of({}))
    file = tmp_path / "groundsmith.yaml"
    file.write_text(shown, encoding="utf-8")

    again = load(file, environ={})

    assert again.settings == loaded.settings
    assert "  language: id  # command line\n" in shown
    assert "  in_flight: 64  # preset production\n" in shown


def test_a_password_in_a_url_is_not_shown() -> None:
    loaded = load(overrides={"database.url": "postgresql://ada:hunter2@db/x"}, environ={})

    shown = effective(loaded, secrets_of({}))

    assert "hunter2" not in shown
    assert "postgresql://ada:***@db/x" in shown


def test_the_value_of_a_secret_variable_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "groundsmith.yaml"
    file.write_text("database:\n  url: ${DB_PASSWORD}\n", encoding="utf-8")
    variables = {"DB_PASSWORD": "open-sesame-42"}

    shown = effective(load(file, environ=variables), secrets_of(variables))

    assert "open-sesame-42" not in shown


def test_the_json_schema_knows_every_key_and_lets_a_section_be_empty() -> None:
    schema = json_schema()

    for leaf in leaves(settings_model()):
        node = schema
        *sections, name = leaf.key.split(".")
        for section in sections:
            reference, empty = node["properties"][section]["anyOf"]
            node = schema["$defs"][reference["$ref"].rpartition("/")[2]]
            assert empty == {"type": "null"}
        assert node["properties"][name]["description"] == leaf.about
        assert node["additionalProperties"] is False


def test_every_leaf_declares_its_phase_and_says_what_it_is_for() -> None:
    silent = [leaf.key for leaf in leaves(settings_model()) if not leaf.about.endswith(".")]

    by_phase = settings_model()().of_phases(Phase)

    assert silent == []
    assert by_phase == settings_model()().model_dump(mode="json")

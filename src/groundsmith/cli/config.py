"""`groundsmith config`: check, show and describe the configuration."""

import json
from pathlib import Path

import click

from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.settings import Loaded, effective, json_schema, masked

_FILE = click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))


@click.group("config")
def command() -> None:
    """Check, show or describe the configuration.

    Settings are merged from five layers, each winning over the one before it: defaults, a preset,
    groundsmith.yaml, environment variables (GROUNDSMITH_QA__MIN_OVERALL=0.8), the command line.
    """


@command.command("validate")
@_FILE
@configured(file_argument="file")
@printing
def validate(loaded: Loaded, output: Output) -> None:
    """Name every fault at once, with its key and line; exit 2 if there is one."""
    where = _file(loaded) or "defaults and environment (there is no groundsmith.yaml here)"
    output.show(f"{where}: no faults", {"file": _file(loaded), "faults": []})


@command.command("show")
@_FILE
@configured(file_argument="file")
@printing
def show(loaded: Loaded, output: Output) -> None:
    """Print the settings in effect as YAML, each with its origin; secrets are masked."""
    shown = {"settings": masked(loaded.settings), "origins": dict(loaded.origins)}
    output.show(effective(loaded), {"file": _file(loaded), **shown})


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of groundsmith.yaml, for editors that complete and check."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _file(loaded: Loaded) -> str | None:
    return None if loaded.file is None else str(loaded.file)

"""`groundsmith export`: a run's records in another format."""

from pathlib import Path

import click

from groundsmith.app.export import export
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.settings import Loaded


@click.command("export")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--format", "name", required=True, help="jsonl, or one of the recipe's (squad, alpaca, …)."
)
@click.option("--to", required=True, type=click.Path(path_type=Path), help="File to write.")
@click.option(
    "--allow",
    default="",
    metavar="NAMES",
    help="Let out what would be withheld: violations, extractive (posts); by comma.",
)
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="KEY=VALUE",
    help="Of the format, as start=2026-03-02T09:00 every=1d zone=UTC of a schedule.",
)
@configured()
@printing
def command(
    out: Path,
    name: str,
    to: Path,
    allow: str,
    options: tuple[str, ...],
    loaded: Loaded,
    output: Output,
) -> None:
    """Write the accepted records of the run in OUT to one file.

    The run may still be at work: what it has judged so far is exported.
    """
    allowed = [one.strip() for one in allow.split(",") if one.strip()]
    given = dict(map(_pair, options))
    made = export(out, name, to, loaded, allowed=allowed, options=given)
    kept = [f"withheld    {count}: --allow {name}" for name, count in made.withheld.items()]
    output.show(
        "\n".join([f"{to}: {made.record_count} records", *kept]),
        {
            "file": str(to),
            "format": name,
            "records": made.record_count,
            "withheld": dict(made.withheld),
        },
    )


def _pair(given: str) -> tuple[str, str]:
    key, equals, value = given.partition("=")
    if not equals:
        raise click.BadParameter(f"{given[:80]!r} is not KEY=VALUE", param_hint="--option")
    return key.strip(), value.strip()

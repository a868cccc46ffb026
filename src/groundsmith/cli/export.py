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
@configured()
@printing
def command(out: Path, name: str, to: Path, loaded: Loaded, output: Output) -> None:
    """Write the accepted records of the run in OUT to one file.

    The run may still be at work: what it has judged so far is exported.
    """
    count = export(out, name, to, loaded)
    output.show(f"{to}: {count} records", {"file": str(to), "format": name, "records": count})

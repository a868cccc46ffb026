"""`groundsmith store`: look after the ledger."""

import click

from groundsmith.app.state import check_store
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.settings import Loaded


@click.group("store")
def command() -> None:
    """Look after the ledger that holds the state of runs."""


@command.command("check")
@configured()
@printing
def check(loaded: Loaded, output: Output) -> int:
    """Check the ledger's pages, its stored texts, and that what is DONE is there; 1 if not."""
    where, faults = check_store(loaded)
    output.show(
        "\n".join(faults) if faults else f"{where}: whole",
        {"ledger": str(where), "faults": faults},
    )
    return int(bool(faults))

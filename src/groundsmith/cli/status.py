"""`groundsmith status`: how the runs of this state folder stand, from the ledger."""

import time

import click

from groundsmith.app import runs as use_cases
from groundsmith.app.state import open_ledger
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.runs import status_line
from groundsmith.settings import Loaded

_EVERY_S = 1.0


@click.command("status")
@click.option("--live", is_flag=True, help="Follow until no run is being worked on.")
@configured()
@printing
def command(live: bool, loaded: Loaded, output: Output) -> None:
    """Say how each run stands; another process sees the same figures."""
    with open_ledger(loaded) as database:
        found = use_cases.list_runs(database)
        while live and any(run.state == "RUNNING" for run in found):
            for run in found:
                output.say(status_line(run))
            time.sleep(_EVERY_S)
            found = use_cases.list_runs(database)
    output.show(
        "\n".join(map(status_line, found)) or "no runs yet", [run.as_json() for run in found]
    )

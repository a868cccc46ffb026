"""`groundsmith runs`: what ran, how it stands, and going on with it.

What goes on with a run, explains or compares is imported by the command that does: to say how runs
stand, as `status` does too, needs the ledger and nothing else.
"""

from pathlib import Path

import click

from groundsmith.app import runs as use_cases
from groundsmith.app.state import open_ledger, open_ledger_for
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.tally import figures
from groundsmith.settings import Loaded

_RUN = click.argument("run", metavar="RUN")


@click.group("runs")
def command() -> None:
    """List runs, show one, go on with it, cancel it, or compare two.

    RUN is a run's id, the beginning of it, or its output folder.
    """


@command.command("list")
@configured()
@printing
def list_(loaded: Loaded, output: Output) -> None:
    """List every run of this state folder, the latest first."""
    with open_ledger(loaded) as database:
        found = use_cases.list_runs(database)
    output.show(
        "\n".join(map(status_line, found)) or "no runs yet", [run.as_json() for run in found]
    )


@command.command("show")
@_RUN
@click.option("--explain", metavar="ITEM", help="Say why this item was made, or made again.")
@configured()
@printing
def show(run: str, explain: str | None, loaded: Loaded, output: Output) -> None:
    """Show one run: its items by state, what failed and why, and what happened."""
    database, name = open_ledger_for(run, loaded)
    with database:
        if explain is not None:
            from groundsmith.app.explain import explain as explanation

            why = explanation(database, use_cases.find_run(database, name).id, explain)
            lines = [f"{why.item}  {why.state.value}", *(f"  {line}" for line in why.reasons)]
            output.show("\n".join(lines), why.as_json())
            return
        status, details = use_cases.show_run(database, name)
    lines = [status_line(status), f"  output  {status.run.out}"]
    if status.run.reason:
        lines.append(f"  reason  {status.run.reason}")
    lines += [f"  {state.value.lower():<11} {count}" for state, count in status.items.items()]
    lines += [f"  failed  {item['item']}: {item['reason']}" for item in details["failed"]]
    output.show("\n".join(lines), status.as_json() | details)


@command.command("resume")
@_RUN
@click.option("--retry-failed", is_flag=True, help="Try items again that failed before.")
@configured("run")
@printing
def resume(run: str, retry_failed: bool, loaded: Loaded, output: Output) -> int:
    """Go on with a run where it stopped, under its own settings and those of the command line.

    How the work is done (budget, in flight, logs) is as the file and the variables say today.
    """
    from groundsmith.app.preflight import preflight
    from groundsmith.app.reopened import resumed
    from groundsmith.app.run import resume_request, run_job
    from groundsmith.app.signals import stop_on_signal
    from groundsmith.cli.recipe import as_text as outcome_text

    database, name = open_ledger_for(run, loaded)
    with database:
        row = use_cases.find_recipe_run(database, name)
    request = resume_request(Path(row.out), retry_failed=retry_failed)
    own, vain = resumed(row, loaded)
    if vain:
        output.say(f"goes on as it began; not taken from today's settings: {', '.join(vain)}")
    preflight(request, own)
    with stop_on_signal() as stop, output.progress() as emit:
        outcome = run_job(request, own, emit=emit, stop=stop)
    output.show(outcome_text(outcome), outcome.as_json())
    return outcome.exit_code


@command.command("cancel")
@_RUN
@configured()
@printing
def cancel(run: str, loaded: Loaded, output: Output) -> None:
    """Ask whoever works on a run to stop after what is in flight; it can be resumed."""
    database, name = open_ledger_for(run, loaded)
    with database:
        row = use_cases.cancel_run(database, name)
    output.show(f"{row.id}: asked to stop", {"run": row.id, "cancel_requested": True})


@command.command("compare")
@click.argument("a", type=click.Path(path_type=Path))
@click.argument("b", type=click.Path(path_type=Path))
@printing
def compare(a: Path, b: Path, output: Output) -> None:
    """Compare the runs in two output folders, item by item, with 95 % intervals.

    Made for the same documents with another setting, model or version.
    """
    from groundsmith.app.compare import compare as compare_folders

    found = compare_folders(a, b)
    lines = [
        f"{found.item_count} items in both, {found.only_a_count} only in {a}, "
        f"{found.only_b_count} only in {b}"
    ]
    for row in found.differences:
        chance = "" if row.is_more_than_chance else "  (may be chance)"
        lines.append(
            f"{row.name:<30} {row.a:8.3f} {row.b:8.3f}  "
            f"{row.difference:+.3f} [{row.low:+.3f}, {row.high:+.3f}]{chance}"
        )
    output.show("\n".join(lines), found.as_json())


def status_line(status: use_cases.RunStatus) -> str:
    """One run in one line."""
    return (
        f"{status.run.id}  {status.run.recipe:<9} {status.state:<9} "
        f"{figures(status.progress)}  {status.run.out}"
    )

"""`groundsmith qa`: a folder of documents becomes a cited question-answer dataset."""

from pathlib import Path

import click

from groundsmith.app.estimate import estimate
from groundsmith.app.job import JobRequest, Outcome
from groundsmith.app.models import is_open_ended
from groundsmith.app.preflight import preflight
from groundsmith.app.run import run_job
from groundsmith.app.signals import stop_on_signal
from groundsmith.cli.estimate import as_text as estimate_text
from groundsmith.cli.estimate import skipped_lines
from groundsmith.cli.options import configured, confirmable, printing
from groundsmith.cli.output import Output
from groundsmith.errors import RequestError
from groundsmith.records import ItemState
from groundsmith.settings import Loaded


@click.command("qa")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Output folder.")
@click.option("--limit", type=click.IntRange(min=1), help="Work on the first N items only.")
@click.option("--dry-run", is_flag=True, help="Check, plan and estimate; write nothing.")
@click.option("--retry-failed", is_flag=True, help="Try items again that failed before.")
@click.option("--fresh", is_flag=True, help="Write everything anew; deletes nothing.")
@click.option("--split-tiers", is_flag=True, help="Write a file for each tier, too.")
@configured("qa", "corpus", "run")
@confirmable
@printing
def command(
    inputs: tuple[str, ...],
    out: Path,
    limit: int | None,
    dry_run: bool,
    retry_failed: bool,
    fresh: bool,
    split_tiers: bool,
    yes: bool,
    loaded: Loaded,
    output: Output,
) -> int:
    """Make a question-answer dataset from documents.

    INPUT is a file, a folder, a glob, or - for standard input (txt md rst html csv tsv json jsonl
    pdf docx epub). Every answer cites its source. Without --model none is asked: answers are spans
    of their sources. Stop it at any moment: the same command goes on.
    """
    request = JobRequest(
        recipe="qa",
        inputs=inputs,
        out=out,
        limit=limit,
        retry_failed=retry_failed,
        fresh=fresh,
        split_tiers=split_tiers,
    )
    held = preflight(request, loaded)
    if dry_run:
        figures = estimate("qa", inputs, loaded.settings, limit)
        checked = [f"preflight   {line}" for line in held]
        output.show(
            "\n".join([*checked, estimate_text(figures)]),
            {"preflight": list(held), **figures.as_json()},
        )
        return 0
    if not yes and is_open_ended(loaded):
        figures = estimate("qa", inputs, loaded.settings, limit)
        output.say(estimate_text(figures))
        raise RequestError("this run costs money and has no limit: give --budget USD, or --yes")
    with stop_on_signal() as stop, output.progress() as emit:
        outcome = run_job(request, loaded, emit=emit, stop=stop)
    output.show(as_text(outcome), outcome.as_json())
    return outcome.exit_code


def as_text(outcome: Outcome) -> str:
    """A finished run for a person: what there is, where, and what to do next."""
    folder = outcome.folder
    tiers = ", ".join(f"{count} {tier}" for tier, count in folder.tiers.items())
    lines = [
        f"{folder.record_count} pairs accepted ({tiers or 'none'}), "
        f"{folder.rejected_count} rejected with their reasons",
        *skipped_lines(outcome.intake.skipped),
        *_failed_lines(outcome),
        f"dataset     {folder.out / 'records.jsonl'}",
        f"report      {folder.out / 'report.html'}",
        f"next        groundsmith audit {folder.out}",
        f"            groundsmith export {folder.out} --format squad --to squad.json",
    ]
    return "\n".join(lines)


def _failed_lines(outcome: Outcome) -> list[str]:
    """What became of the items that have no record and never will as they stand."""
    failed = outcome.items.get(ItemState.FAILED, 0) + outcome.items.get(ItemState.BLOCKED, 0)
    if not failed:
        return []
    return [
        f"failed      {failed} items; why: groundsmith runs show {outcome.folder.out}",
        "            again: the same command with --retry-failed",
    ]

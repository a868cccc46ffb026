"""`groundsmith qa`, `page`, `post` and the commands of plug-ins: one command, made for a recipe.

Its options are those of the recipe's own section of the configuration and of the rooms that every
recipe works with, so a recipe brings a command without a line of code for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from groundsmith.app.estimate import Estimate, estimate
from groundsmith.app.export import Adjustable
from groundsmith.app.job import JobRequest, Outcome
from groundsmith.app.models import is_open_ended
from groundsmith.app.preflight import preflight
from groundsmith.app.recipes import formats_of, recipe_kind
from groundsmith.app.run import run_job
from groundsmith.app.signals import stop_on_signal
from groundsmith.cli.estimate import as_text as estimate_text
from groundsmith.cli.estimate import skipped_lines
from groundsmith.cli.options import configured, confirmable, printing, selecting
from groundsmith.cli.output import Output
from groundsmith.errors import RequestError
from groundsmith.records import ItemState, Json
from groundsmith.settings import Loaded

_READS = {
    "documents": "INPUT is a file, a folder, a glob, or - for standard input (txt md rst html csv "
    "tsv json jsonl pdf docx epub), or a table (sqlite:///FILE?table=NAME, postgresql://…).",
    "project": "INPUT is a git repository (a folder, a URL, or OWNER/NAME on GitHub), or a README.",
}
_HELP = """{about}

{reads} Every record cites its source. Without --model none is asked. Stop it at any moment: the
same command goes on.
"""


def recipe_command(name: str) -> click.Command:
    """The command of a recipe; raises RequestError where it cannot be used."""
    found = recipe_kind(name)

    @click.command(name, help=_HELP.format(about=found.about, reads=_READS[found.reads]))
    @click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
    @click.option("--out", required=True, type=click.Path(path_type=Path), help="Output folder.")
    @selecting(found.part)
    @click.option("--dry-run", is_flag=True, help="Check, plan and estimate; write nothing.")
    @click.option("--retry-failed", is_flag=True, help="Try items again that failed before.")
    @click.option("--fresh", is_flag=True, help="Write everything anew; deletes nothing.")
    @click.option("--split-tiers", is_flag=True, help="Write a file for each tier, too.")
    @configured(name, "corpus", "run")
    @confirmable
    @printing
    def command(dry_run: bool, yes: bool, loaded: Loaded, output: Output, **asked: Any) -> int:
        request = JobRequest(recipe=name, **asked)
        return _Asked(request, loaded, output).carry_out(dry_run=dry_run, yes=yes)

    made: click.Command = command
    return made


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a person asked for, and where they are told of it."""

    request: JobRequest
    loaded: Loaded
    output: Output

    def carry_out(self, *, dry_run: bool, yes: bool) -> int:
        """The exit code of the run, or of the look at what it would do."""
        held = preflight(self.request, self.loaded)
        if dry_run:
            self._show_plan(held)
            return 0
        if not yes and is_open_ended(self.loaded):
            self.output.say(estimate_text(self._estimate()))
            raise RequestError("this run costs money and has no limit: give --budget USD, or --yes")
        with stop_on_signal() as stop, self.output.progress() as emit:
            outcome = run_job(self.request, self.loaded, emit=emit, stop=stop)
        self.output.show(as_text(outcome), outcome.as_json())
        return outcome.exit_code

    def _show_plan(self, held: tuple[str, ...]) -> None:
        figures = self._estimate()
        checked = [f"preflight   {line}" for line in held]
        self.output.show(
            "\n".join([*checked, estimate_text(figures)]),
            {"preflight": list(held), **figures.as_json()},
        )

    def _estimate(self) -> Estimate:
        asked = self.request
        return estimate(asked.recipe, asked.inputs, self.loaded.settings, asked.selection)


def as_text(outcome: Outcome) -> str:
    """A finished run for a person: what there is, where, and what to do next."""
    folder, found = outcome.folder, recipe_kind(outcome.recipe)
    tiers = ", ".join(f"{count} {tier}" for tier, count in folder.tiers.items())
    # Those that want options are for later, and jsonl, which is the first, is there already.
    formats = formats_of(outcome.recipe).values()
    known = [form for form in formats if not isinstance(form, Adjustable)]
    chosen = known[1] if len(known) > 1 else known[0]
    lines = [
        *_table_lines(folder.table),
        f"{folder.record_count} {found.noun} accepted ({tiers or 'none'}), "
        f"{folder.rejected_count} rejected with their reasons",
        *skipped_lines(outcome.intake.skipped),
        *_failed_lines(outcome),
        *([f"site        {folder.out / 'site'}"] if found.site else []),
        f"{'records':<11} {folder.out / 'records.jsonl'}",
        f"report      {folder.out / 'report.html'}",
        f"next        groundsmith audit {folder.out}",
        f"            groundsmith export {folder.out} --format {chosen.name} "
        f"--to {found.noun}{chosen.suffix}",
    ]
    return "\n".join(lines)


def _table_lines(table: Mapping[str, Json] | None) -> list[str]:
    """The table of the recipe's report in columns, and an empty line."""
    if table is None:
        return []
    rows = [table["columns"], *table["rows"]]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    return [*lines, ""]


def _failed_lines(outcome: Outcome) -> list[str]:
    """What became of the items that have no record and never will as they stand."""
    failed = outcome.items.get(ItemState.FAILED, 0) + outcome.items.get(ItemState.BLOCKED, 0)
    if not failed:
        return []
    return [
        f"failed      {failed} items; why: groundsmith runs show {outcome.folder.out}",
        "            again: the same command with --retry-failed",
    ]

"""`groundsmith revise`: work on one text with an instruction."""

from collections.abc import Iterator
from pathlib import Path

import click

from groundsmith.app.revision.revise import Revised, ReviseRequest, revise
from groundsmith.app.verdicts.feedback import whoami
from groundsmith.cli.diff import as_lines
from groundsmith.cli.options import configured, confirmable, printing
from groundsmith.cli.output import Output
from groundsmith.settings import Loaded

_SHOWN = 5


@click.command("revise")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.argument("item", metavar="ITEM")
@click.option("--ask", "instruction", required=True, metavar="TEXT", help="What is to be changed.")
@click.option("--model", metavar="NAME", help="Who is asked. [default: the run's own model]")
@click.option("--budget", metavar="USD", help="What the run may spend in all. [default: its own]")
@click.option("--by", "who", metavar="NAME", help="Who asks. [default: you]")
@configured()
@confirmable
@printing
def command(
    out: Path,
    item: str,
    instruction: str,
    model: str | None,
    budget: str | None,
    who: str | None,
    yes: bool,
    loaded: Loaded,
    output: Output,
) -> int:
    """Have one text of OUT changed: "shorter", "more technical", "warmer", or your own words.

    What was asked before is remembered. The new text is held against the sources as any other,
    becomes a version of its own, and is what OUT and exports show from then on. ITEM is a name, a
    part of it that no other has, or a record's id. Exit 1 where the new text would be rejected:
    then nothing changes.
    """
    request = ReviseRequest(
        out=out,
        item=item,
        instruction=instruction,
        who=who or whoami(),
        model=model,
        budget=budget,
        yes=yes,
    )
    with output.progress() as emit:
        made = revise(request, loaded, emit=emit)
    output.show("\n".join(_lines(made, out)), made.as_json())
    return 0 if made.applied else 1


def _lines(made: Revised, out: Path) -> Iterator[str]:
    if made.applied:
        yield f"{made.item}: version {made.version}"
    else:
        yield f"{made.item}: nothing was changed; what came of it would be rejected"
    yield from as_lines(made.difference)
    for one in made.corrections:
        became = one.rewritten or "left out"
        yield f"checked   {one.original} → {became} ({one.reason})"
    yield from (f"found     {one.message}; {one.advice}" for one in made.findings[:_SHOWN])
    if made.building_on:
        shown = ", ".join(made.building_on[:_SHOWN])
        yield f"built on  {len(made.building_on)} items ({shown}): groundsmith runs resume {out}"

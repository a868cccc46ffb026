"""`groundsmith feedback`: what people say of records, given and listed."""

from pathlib import Path

import click

from groundsmith.app import feedback as use_cases
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.records import Json
from groundsmith.settings import Loaded

_OUT = click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
_BY = click.option("--by", "who", metavar="NAME", help="Whose verdict it is. [default: you]")


@click.group("feedback")
def command() -> None:
    """Say what of a run's records is supported by its sources, and see what people said.

    Verdicts are only ever added: of each person and claim the latest one counts, and `withdrawn`
    takes it back.
    """


@command.command("add")
@_OUT
@click.argument("record", metavar="RECORD")
@click.option(
    "--claim", type=int, metavar="N", help="Which claim, from 0. [default: the whole record]"
)
@click.option("--verdict", required=True, type=click.Choice(use_cases.VERDICTS))
@_BY
@click.option("--note", default="", help="Why, in your words.")
@configured()
@printing
def add(
    out: Path,
    record: str,
    claim: int | None,
    verdict: str,
    who: str | None,
    note: str,
    loaded: Loaded,
    output: Output,
) -> None:
    """Give a verdict on one record of OUT, or on one of its claims.

    RECORD is its id, or the beginning of it.
    """
    opinion = use_cases.Opinion(verdict)
    by = who or use_cases.whoami()
    given = use_cases.give(out, record, claim, opinion, loaded, who=by, note=note)
    output.show(_line(use_cases.as_json(given)), use_cases.as_json(given))


@command.command("list")
@_OUT
@click.option("--history", is_flag=True, help="Every verdict ever given, withdrawn ones too.")
@configured()
@printing
def list_(out: Path, history: bool, loaded: Loaded, output: Output) -> None:
    """List the verdicts that stand on the records of OUT."""
    found = [use_cases.as_json(row) for row in use_cases.listed(out, loaded, history=history)]
    output.show("\n".join(map(_line, found)) or "no verdicts yet", found)


@command.command("import")
@_OUT
@click.argument("file", metavar="FILE.jsonl", type=click.Path(path_type=Path))
@_BY
@configured()
@printing
def import_(out: Path, file: Path, who: str | None, loaded: Loaded, output: Output) -> int:
    """Take verdicts from a file: lines {record, claim, verdict, by, note}.

    `claim` may be missing (the whole record), `by` and `note` too; `id` is another word for
    `record`. Exit 1 where a line could not be taken; the others are.
    """
    found = use_cases.import_file(out, file, loaded, who=who or use_cases.whoami())
    for fault in found.faults:
        output.say(fault)
    told = f"{found.count} verdicts taken, {len(found.faults)} lines refused"
    output.show(told, {"count": found.count, "faults": list(found.faults)})
    return 1 if found.faults else 0


def _line(given: dict[str, Json]) -> str:
    """One verdict in one line."""
    where = "" if given["claim"] is None else f" claim {given['claim']}"
    said = f"{given['record']}{where}  {given['verdict']:<11} {given['by']}"
    text = " ".join(str(given["text"]).split())[:60]
    return "  ".join(part for part in (said, text, given["note"]) if part)

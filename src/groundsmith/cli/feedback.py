"""`groundsmith feedback`: what people say of records, given and listed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groundsmith.app.verdicts import feedback as use_cases
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.records import Json
from groundsmith.settings import Loaded

if TYPE_CHECKING:
    from groundsmith.app.verdicts.engagement import Estimated

_TIPS = 3
_OUT = click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
_BY = click.option("--by", "who", metavar="NAME", help="Whose verdict it is. [default: you]")


@click.group("feedback")
def command() -> None:
    """Say what of a run's records is supported, how texts read, and how they were received.

    Verdicts are only ever added: of each person and claim the latest one counts, and `withdrawn`
    takes it back. Of a text as a whole a person may have several impressions: engaging, generic,
    too-technical, regenerate, and a comment with a rating.
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
@click.option("--rating", type=click.IntRange(1, 5), metavar="1-5", help="Of a comment.")
@configured()
@printing
def add(
    out: Path,
    record: str,
    claim: int | None,
    verdict: str,
    who: str | None,
    note: str,
    rating: int | None,
    loaded: Loaded,
    output: Output,
) -> None:
    """Give a verdict on one record of OUT, or on one of its claims.

    RECORD is its id, or the beginning of it; or the name of its item, where that has no other.
    """
    opinion = use_cases.Opinion(verdict)
    by = who or use_cases.whoami()
    given = use_cases.give(out, record, claim, opinion, loaded, who=by, note=note, rating=rating)
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
    """Take verdicts and reported results from a file, one JSON object a line.

    A verdict is {record, claim, verdict, rating, by, note}: `claim` may be missing (the whole
    record), `by` and `note` too; `id` is another word for `record`. A result of a published text is
    {item, version, impressions, reactions, by}: without `version` it is of the last one. Exit 1
    where a line could not be taken; the others are.
    """
    found = use_cases.import_file(out, file, loaded, who=who or use_cases.whoami())
    for fault in found.faults:
        output.say(fault)
    results = f"{found.reception_count} results and " if found.reception_count else ""
    verdicts = found.count - found.reception_count
    told = f"{results}{verdicts} verdicts taken, {len(found.faults)} lines refused"
    more = {"receptions": found.reception_count} if found.reception_count else {}
    output.show(told, {"count": found.count, **more, "faults": list(found.faults)})
    return 1 if found.faults else 0


@command.command("estimate")
@_OUT
@click.argument("item", metavar="[ITEM]", required=False)
@configured()
@printing
def estimate(out: Path, item: str | None, loaded: Loaded, output: Output) -> None:
    """Estimate how the posts of OUT, or one of them, may be received.

    An estimate and no measurement. Its weights are a rule of thumb until enough results of yours
    were reported with `feedback import`; from then on they are fitted to these.
    """
    from groundsmith.app.verdicts.engagement import (
        estimated,  # numpy, and only this command wants it
    )

    made = estimated(out, item, loaded)
    output.show(
        "\n".join(line for one in made for line in _estimate_lines(one)),
        [one.as_json() for one in made],
    )


def _estimate_lines(made: "Estimated") -> Iterator[str]:
    """One estimate for a person, each tip with its feature."""
    found = made.estimate
    low, high = found.likely_range or (None, None)
    within = "" if low is None else f" (mostly {low} to {high})"
    yield f"{made.item}  version {made.version}  {found.level.value} (an estimate)"
    yield f"  reactions   {found.reactions_per_1000} in 1,000 impressions{within}"
    yield f"  confidence  {found.confidence.value}: {found.basis}"
    if made.impressions is not None:
        yield f"  reported    {made.reactions} reactions in {made.impressions} impressions"
    yield f"  best line   {found.best_line}"
    for name, value in found.features.items():
        yield f"  {name:<16} {value:.2f} × {found.weights[name]:+.2f}"
    for tip in found.tips[:_TIPS]:
        yield f"  tip         {tip.text} ({tip.feature}, {tip.gain_ratio:+.0%})"


def _line(given: dict[str, Json]) -> str:
    """One verdict in one line."""
    where = "" if given["claim"] is None else f" claim {given['claim']}"
    rating = "" if given["rating"] is None else f" {given['rating']}/5"
    version = "" if given["version"] is None else f"  version {given['version']}"
    said = f"{given['record']}{where}  {given['verdict']:<11}{rating} {given['by']}{version}"
    text = " ".join(str(given["text"]).split())[:60]
    return "  ".join(part for part in (said, text, given["note"]) if part)

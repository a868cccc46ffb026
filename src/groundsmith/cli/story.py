"""`groundsmith story`: a manuscript held against itself, and the bible that people approve."""

from pathlib import Path

import click

from groundsmith.app.stories import story as use_cases
from groundsmith.app.verdicts.feedback import whoami
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.story_check import check
from groundsmith.cli.story_reading import skipping
from groundsmith.cli.story_write import write
from groundsmith.errors import RequestError
from groundsmith.records import Json
from groundsmith.settings import Loaded

_MANUSCRIPT = click.argument("path", metavar="MANUSCRIPT", type=click.Path(path_type=Path))
_NOTES = click.option(
    "--notes",
    type=click.Path(path_type=Path),
    help="Folder or file of notes. [default: a folder notes beside one called manuscript]",
)
_PROPOSAL = click.argument("proposal", metavar="PROPOSAL")
_BY = click.option("--by", "who", metavar="NAME", help="Who decides. [default: you]")
_NOTE = click.option("--note", default="", help="Why, in your words.")


@click.group("story")
def command() -> None:
    """Find where a manuscript contradicts itself, and keep what it establishes.

    English and Indonesian. A manuscript is a file, or a folder of chapters in the order of their
    names. Only writing needs a model; checking may have one.
    """


command.add_command(check)
command.add_command(write)


@command.command("facts")
@_MANUSCRIPT
@_NOTES
@click.option("--approved", is_flag=True, help="Only what people approved.")
@click.option("--history", is_flag=True, help="Every decision ever made, and whose it was.")
@configured()
@printing
def facts(
    path: Path, notes: Path | None, approved: bool, history: bool, loaded: Loaded, output: Output
) -> None:
    """Read the facts of a story, and list what is proposed and what it has come to."""
    read = use_cases.read_manuscript(path, notes, loaded.settings.corpus, skipping(output))
    found = use_cases.bible(path, read, loaded)
    if history:
        rows = [use_cases.decision_as_json(one) for one in found.history]
        output.show("\n".join(map(_decision, rows)) or "no decisions yet", rows)
    elif approved:
        lines = [_fact(fact) for fact in found.approved]
        output.show("\n".join(lines) or "nothing approved yet", list(found.approved))
    else:
        proposals = use_cases.proposals_as_json(found)
        output.show("\n\n".join(map(_proposal, proposals)) or "no facts found", list(proposals))


@command.command("approve")
@_MANUSCRIPT
@_PROPOSAL
@click.option("--only", metavar="1,3", help="Only these facts of it.")
@_BY
@_NOTE
@configured()
@printing
def approve(
    path: Path,
    proposal: str,
    only: str | None,
    who: str | None,
    note: str,
    loaded: Loaded,
    output: Output,
) -> None:
    """Take the facts of a proposal into the bible; doing it twice changes nothing."""
    chosen = _numbers(only) if only is not None else ()
    decision = use_cases.Decision.PARTLY if chosen else use_cases.Decision.APPROVED
    changed = use_cases.decide(
        path, proposal, decision, loaded, who=who or whoami(), chosen=chosen, note=note
    )
    _told(decision.value, changed, output)


@command.command("reject")
@_MANUSCRIPT
@_PROPOSAL
@_BY
@_NOTE
@configured()
@printing
def reject(
    path: Path, proposal: str, who: str | None, note: str, loaded: Loaded, output: Output
) -> None:
    """Keep the facts of a proposal out of the bible."""
    decision = use_cases.Decision.REJECTED
    changed = use_cases.decide(path, proposal, decision, loaded, who=who or whoami(), note=note)
    _told(decision.value, changed, output)


@command.command("undo")
@_MANUSCRIPT
@_PROPOSAL
@_BY
@_NOTE
@configured()
@printing
def undo(
    path: Path, proposal: str, who: str | None, note: str, loaded: Loaded, output: Output
) -> None:
    """Take back the decision that stands on a proposal; the one before it holds again."""
    decision = use_cases.Decision.UNDONE
    changed = use_cases.decide(path, proposal, decision, loaded, who=who or whoami(), note=note)
    _told(decision.value, changed, output)


def _numbers(only: str) -> tuple[int, ...]:
    parts = [part.strip() for part in only.split(",")]
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise RequestError(f"--only: {only} is no list of numbers such as 1,3")
    return tuple(int(part) for part in parts)


def _told(decision: str, changed: bool, output: Output) -> None:
    text = decision if changed else "nothing to change: this stands already"
    output.show(text, {"decision": decision, "changed": changed})


def _proposal(one: dict[str, Json]) -> str:
    head = f"{one['id']}  {one['state']}  risk {one['risk']} ({one['reason']})  {one['chapter']}"
    facts = one["facts"]
    assert isinstance(facts, list)  # noqa: S101  # made by app.story.proposals_as_json
    return "\n".join([head, *(f"  {at}. {_fact(fact)}" for at, fact in enumerate(facts, 1))])


def _fact(fact: Json) -> str:
    assert isinstance(fact, dict)  # noqa: S101  # made by bible.fact.Fact.as_json
    quote = " ".join(str(fact["quote"]).split())[:90]
    return f"{fact['subject']}: {fact['attribute']} {fact['value']}  “{quote}”"


def _decision(one: dict[str, Json]) -> str:
    only = f" only {one['only']}" if one["only"] else ""
    said = f"{one['at']}  {one['by']}  {one['decision']}{only}"
    return f"{said}  {one['proposal']}  {one['note']}".rstrip()

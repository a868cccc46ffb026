"""`groundsmith story`: a manuscript held against itself, and the bible that people approve."""

from pathlib import Path

import click

from groundsmith.app import story as use_cases
from groundsmith.app.feedback import whoami
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.story_write import write
from groundsmith.errors import RequestError
from groundsmith.events import Event, SourceSkipped
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
    names. Only writing needs a model.
    """


command.add_command(write)


@command.command("check")
@_MANUSCRIPT
@_NOTES
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="Findings to show, the gravest first.",
)
@configured()
@printing
def check(path: Path, notes: Path | None, most: int, loaded: Loaded, output: Output) -> int:
    """List contradictions, each with the two places that disagree; exit 1 where there are any."""
    read = use_cases.read_manuscript(path, notes, loaded.settings.corpus, _skipping(output))
    found = use_cases.check_story(read, most)
    text = "\n\n".join(map(_finding, (one.as_json() for one in found.findings)))
    more = found.found_count - len(found.findings)
    last = [f"{found.found_count} findings" + (f", {more} not shown (--most)" if more else "")]
    last.append("NOT CHECKED without a model: " + ", ".join(found.not_checked))
    output.show(
        "\n\n".join(part for part in (text, "\n".join(last)) if part),
        {
            "findings": [one.as_json() for one in found.findings],
            "count": found.found_count,
            "words": read.word_count,
            "language": read.language,
            "not_checked": list(found.not_checked),
        },
    )
    return int(found.found_count > 0)


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
    read = use_cases.read_manuscript(path, notes, loaded.settings.corpus, _skipping(output))
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


def _skipping(output: Output) -> "use_cases.Emit":
    def skipped(event: Event) -> None:
        if isinstance(event, SourceSkipped):
            output.say(f"skipped {event.skipped.path}: {event.skipped.reason}")

    return skipped


def _numbers(only: str) -> tuple[int, ...]:
    parts = [part.strip() for part in only.split(",")]
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise RequestError(f"--only: {only} is no list of numbers such as 1,3")
    return tuple(int(part) for part in parts)


def _told(decision: str, changed: bool, output: Output) -> None:
    text = decision if changed else "nothing to change: this stands already"
    output.show(text, {"decision": decision, "changed": changed})


def _finding(one: dict[str, Json]) -> str:
    established, contradicting = one["established"], one["contradicting"]
    head = f"{one['severity']}  {one['category']}/{one['subtype']}: {one['message']}"
    return "\n".join(
        (
            head,
            _quoted("said", established),
            _quoted("but ", contradicting),
            f"  → {one['suggestion']}",
        )
    )


def _quoted(label: str, place: Json) -> str:
    assert isinstance(place, dict)  # noqa: S101  # made by findings.place_as_json
    quote = " ".join(str(place["quote"]).split())
    return f"  {label} {place['chapter']}:{place['start']}  “{quote[:200]}”"


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

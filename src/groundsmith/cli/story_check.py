"""`groundsmith story check`: where a manuscript contradicts itself, by rules and by a model.

What the rules find is printed whatever becomes of the model; the exit code says what stopped it.
The decision to question: the model is named on the command line and nowhere else, so that a check
that was free yesterday costs nothing today because a model was configured for writing.
"""

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groundsmith.app.stories import story as use_cases
from groundsmith.cli.estimate import asked_lines
from groundsmith.cli.options import configured, confirmable, printing
from groundsmith.cli.output import Output
from groundsmith.cli.story_reading import skipping
from groundsmith.errors import RequestError
from groundsmith.records import PICO, Json, in_dollars
from groundsmith.settings import Loaded

if TYPE_CHECKING:
    from groundsmith.app.stories.judging import JudgedStory, StoryCheck

_QUOTE_CHARS = 200
_PLACES_SHOWN = 5


@click.command("check")
@click.argument("path", metavar="MANUSCRIPT", type=click.Path(path_type=Path))
@click.option(
    "--notes",
    type=click.Path(path_type=Path),
    help="Folder or file of notes. [default: a folder notes beside one called manuscript]",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="Findings to show, the gravest first.",
)
@click.option(
    "--model",
    metavar="NAME",
    help="Model that reads it too: a name under `models`, or provider:model. [default: none]",
)
@click.option("--dry-run", is_flag=True, help="Say what the model would be asked; ask nobody.")
@configured("story.context_tokens", "run.budget", "run.redact")
@confirmable
@printing
def check(
    path: Path,
    notes: Path | None,
    most: int,
    model: str | None,
    dry_run: bool,
    yes: bool,
    loaded: Loaded,
    output: Output,
) -> int:
    """List contradictions, each with the two places that disagree; exit 1 where there are any.

    With --model, it looks for what rules cannot see, and gives an opinion on what they found.
    --budget is what all such checks of this state folder may spend, ever (exit 3 where it is
    reached); the same command again pays for no answer twice.
    """
    if model is None:
        if dry_run:
            raise RequestError("--dry-run says what a model would be asked: name one with --model")
        return _by_rules(path, notes, most, loaded, output)
    # Imported here: it keeps a ledger and speaks HTTP, and most checks ask nobody.
    from groundsmith.app.stories.judging import story_check

    def read() -> use_cases.Manuscript:
        return use_cases.read_manuscript(path, notes, loaded.settings.corpus, skipping(output))

    prepared = story_check(read, most, model, loaded)
    if dry_run:
        asked = prepared.asked_at_most()
        output.show("\n".join(asked_lines(model, asked)), asked.as_json())
        return 0
    if not yes and prepared.is_open_ended:
        output.say("\n".join(asked_lines(model, prepared.asked_at_most())))
        raise RequestError("this check costs money and has no limit: give --budget USD, or --yes")
    return _with_model(prepared, loaded, output)


def _by_rules(path: Path, notes: Path | None, most: int, loaded: Loaded, output: Output) -> int:
    read = use_cases.read_manuscript(path, notes, loaded.settings.corpus, skipping(output))
    found = use_cases.check_story(read, most)
    data = [one.as_json() for one in found.findings]
    not_checked = "NOT CHECKED without a model: " + ", ".join(found.not_checked)
    output.show(
        _text(data, [_counted(found.found_count, len(data)), not_checked]),
        {
            "findings": list(data),
            "count": found.found_count,
            "words": read.word_count,
            "language": read.language,
            "not_checked": list(found.not_checked),
        },
    )
    return int(found.found_count > 0)


def _with_model(prepared: "StoryCheck", loaded: Loaded, output: Output) -> int:
    """The exit code, once everything is printed."""
    paid = prepared.carried_out(loaded)
    found, ruled = paid.found, prepared.ruled
    count = ruled.found_count + found.own_count
    not_checked = found.not_checked(ruled.not_checked)
    data = [one.as_json() for one in found.findings]
    lines = [_counted(count, len(data)), *_told(found)]
    if not_checked:
        lines.append("NOT CHECKED: " + ", ".join(not_checked))
    output.show(
        _text(data, lines),
        {
            "findings": list(data),
            "count": count,
            "words": prepared.read.word_count,
            "language": prepared.read.language,
            "not_checked": list(not_checked),
            "model": {
                **found.as_json(),
                "calls": paid.asked.calls,
                "spent_usd": paid.spent / PICO,
                "budget_usd": None if paid.budget is None else paid.budget / PICO,
            },
        },
    )
    limit = "" if paid.budget is None else f" of {in_dollars(paid.budget)}"
    output.say(
        f"asked {paid.asked.calls} times for {in_dollars(paid.asked.cost)}; "
        f"story checks here spent {in_dollars(paid.spent)}{limit} in all"
    )
    if paid.stopped is not None:
        click.echo(f"groundsmith: {paid.stopped}", err=True)
        return paid.stopped.exit_code
    return int(count > 0 or bool(found.unasked))


def _told(found: "JudgedStory") -> list[str]:
    """What the model did, and what it did not."""
    lines = [
        f"{found.judge} found {found.own_count} of them and read {found.asked_count} of "
        f"{found.portion_count} passages and followed {found.thread_count - len(found.unsettled)} "
        f"of {found.thread_count} threads, for: {', '.join(found.kinds)}"
    ]
    undone = (
        ("NOT READ", found.unasked),
        ("without its opinion", found.unweighed),
        ("threads NOT FOLLOWED", found.unsettled),
    )
    for what, left in undone:
        by_reason: dict[str, list[str]] = defaultdict(list)
        for one in left:
            by_reason[one.reason].append(f"{one.place.chapter}:{one.place.start}")
        for reason, places in by_reason.items():
            more = len(places) - _PLACES_SHOWN
            shown = ", ".join(places[:_PLACES_SHOWN]) + (f" and {more} more" if more > 0 else "")
            lines.append(f"{what}: {shown} ({reason})")
    if found.dropped:
        whys = ", ".join(f"{reason} ({count})" for reason, count in found.dropped.items())
        lines.append(f"not believed: {whys}")
    return lines


def _counted(count: int, shown: int) -> str:
    more = count - shown
    return f"{count} findings" + (f", {more} not shown (--most)" if more else "")


def _text(findings: list[dict[str, Json]], last: list[str]) -> str:
    return "\n\n".join([*map(_finding, findings), "\n".join(last)])


def _finding(one: dict[str, Json]) -> str:
    """A finding for a person: both places, who found it, and what a model says of it."""
    head = f"{one['severity']}  {one['category']}/{one['subtype']}: {one['message']}"
    lines = [head, _quoted("said", one["established"]), _quoted("but ", one["contradicting"])]
    lines += [f"  {mark}" for mark in one.get("marks", ())]
    if one.get("opinion"):
        lines.append(f"  the model: {one['opinion']}: {one['reason']}")
    elif one.get("found_by", "rules") != "rules":
        lines.append(f"  found by {one['found_by']}")
    return "\n".join([*lines, f"  → {one['suggestion']}"])


def _quoted(label: str, place: Json) -> str:
    """A place on one line, with nothing in it that a terminal would obey."""
    plain = "".join(char if char.isprintable() else " " for char in str(place["quote"]))
    quote = " ".join(plain.split())[:_QUOTE_CHARS]
    return f"  {label} {place['chapter']}:{place['start']}  “{quote}”"

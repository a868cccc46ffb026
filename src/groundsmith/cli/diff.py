"""`groundsmith diff`: what differs between two versions of an item."""

from collections.abc import Iterator
from pathlib import Path

import click

from groundsmith.app.revision import versions as use_cases
from groundsmith.app.revision.difference import Change, Difference
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.settings import Loaded

_MOST_WORDS = 12


@click.command("diff")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.argument("item", metavar="ITEM")
@click.argument("a", type=int, metavar="[A", required=False)
@click.argument("b", type=int, metavar="B]", required=False)
@configured()
@printing
def command(
    out: Path, item: str, a: int | None, b: int | None, loaded: Loaded, output: Output
) -> None:
    """Show what differs between versions A and B of an item: the last two, unless told.

    ITEM is its name, a part of it that no other has, or a record's id. With A alone, B is the last.
    """
    found = use_cases.compared(out, item, loaded, a=a, b=b)
    head = f"{found.item}: version {found.a.number} → {found.b.number}"
    output.show("\n".join([head, *as_lines(found.difference)]), found.as_json())


def as_lines(found: Difference) -> Iterator[str]:
    """A difference for a person: the lines, then what they come to."""
    yield from found.shown
    if found.is_none:
        yield "no line is another"
    yield _counted("lines", found.lines)
    yield _counted("words", found.words) + _named(found.words)
    yield f"{'length':<8} {found.chars.before} → {found.chars.after} characters"
    if found.emojis.before or found.emojis.after:
        yield _counted("emojis", found.emojis) + _named(found.emojis)
    yield _counted("figures", found.figures) + _named(found.figures)
    yield _counted("claims", found.claims)
    yield from (f"  + {claim}" for claim in found.claims.added)
    yield from (f"  - {claim}" for claim in found.claims.dropped)


def _counted(name: str, change: Change) -> str:
    """How many there were and are."""
    more, less = len(change.added), len(change.dropped)
    return f"{name:<8} {change.before} → {change.after} (+{more} -{less})"


def _named(change: Change) -> str:
    """The first of what was added and dropped."""
    added = [f"+{one}" for one in dict.fromkeys(change.added)]
    dropped = [f"-{one}" for one in dict.fromkeys(change.dropped)]
    shown = [*added[:_MOST_WORDS], *dropped[:_MOST_WORDS]]
    return f": {' '.join(shown)}" if shown else ""

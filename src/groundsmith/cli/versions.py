"""`groundsmith versions`: what an item said before, and who made it say what it says."""

from pathlib import Path

import click

from groundsmith.app.revision import versions as use_cases
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.records import Json
from groundsmith.settings import Loaded


@click.command("versions")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.argument("item", metavar="[ITEM]", required=False)
@configured()
@printing
def command(out: Path, item: str | None, loaded: Loaded, output: Output) -> None:
    """List the versions of the items of OUT, or every version of one ITEM.

    ITEM is its name, a part of it that no other has, or a record's id. With --json the versions of
    one item come with their texts.
    """
    if item is None:
        newest = [use_cases.line_json(one) for one in use_cases.latest(out, loaded)]
        output.show("\n".join(map(_line, newest)) or "no versions yet", newest)
        return
    found = use_cases.listed(out, item, loaded)
    lines = [_line(use_cases.line_json(one)) for one in found]
    output.show("\n".join(lines), [use_cases.as_json(one) for one in found])


def _line(version: dict[str, Json]) -> str:
    """One version in one line."""
    said = f"{version['item']}  {version['version']}  {version['at']}  {version['writer']}"
    if version["by"] == "run":
        return said
    return f"{said}  {version['who']}: {' '.join(str(version['instruction']).split())[:80]}"

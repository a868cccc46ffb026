"""`groundsmith search`: the documents of an index that answer a query."""

from pathlib import Path

import click

from groundsmith.app.collections.searching import open_collection
from groundsmith.cli.asking import as_text, filterable
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.vectors_bill import billed
from groundsmith.records import Json
from groundsmith.settings import Loaded


@click.command("search")
@click.argument("index", type=click.Path(path_type=Path))
@click.argument("query")
@filterable
@configured("index.method", "run.budget")
@printing
def command(
    index: Path,
    query: str,
    top_k: int,
    explain: bool,
    where: dict[str, Json],
    loaded: Loaded,
    output: Output,
) -> None:
    """Find the documents of an INDEX that answer a QUERY best."""
    opened = open_collection(index, loaded)
    with billed(opened.embedders, output):
        answer = opened.search(query, top_k=top_k, where=where, explain=explain)
    output.show(as_text(answer), answer.as_json())

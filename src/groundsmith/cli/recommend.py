"""`groundsmith recommend`: the documents that are related to one, or to a query."""

from pathlib import Path

import click

from groundsmith.app.collections.searching import open_collection, recommend
from groundsmith.cli.asking import as_text, filterable
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.vectors_bill import billed
from groundsmith.records import Json
from groundsmith.settings import Loaded


@click.command("recommend")
@click.argument("index", type=click.Path(path_type=Path))
@click.argument("query", required=False)
@click.option("--like", metavar="ID", help="A document of the index, by its id.")
@click.option(
    "--diverse", is_flag=True, help="Not the same twice: each document unlike those above it."
)
@filterable
@configured("index.method", "run.budget")
@printing
def command(
    index: Path,
    query: str | None,
    like: str | None,
    diverse: bool,
    top_k: int,
    explain: bool,
    where: dict[str, Json],
    loaded: Loaded,
    output: Output,
) -> None:
    """List the documents of an INDEX that are most like a document, or nearest to a QUERY."""
    opened = open_collection(index, loaded)
    with billed(opened.embedders, output):
        answer = recommend(
            opened, query, like=like, top_k=top_k, where=where, explain=explain, diverse=diverse
        )
    output.show(as_text(answer), answer.as_json())

"""`groundsmith index`: documents in, a searchable folder out."""

from pathlib import Path

import click

from groundsmith.app.collections.graph_export import export_graph
from groundsmith.app.collections.indexing import Indexed, ToIndex, index
from groundsmith.app.collections.vectors import Embedders
from groundsmith.cli.options import configured, confirmable, printing
from groundsmith.cli.output import Output
from groundsmith.cli.vectors_bill import billed
from groundsmith.settings import Loaded

_PATH = click.Path(path_type=Path)


@click.command("index")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--out", type=_PATH, required=True, help="Folder of the index.")
@click.option("--update", is_flag=True, help="Bring an index that is there up to date.")
@click.option(
    "--edges",
    type=_PATH,
    multiple=True,
    metavar="FILE",
    help="Relations: lines of source, target, and perhaps relation and weight.",
)
@click.option(
    "--names",
    type=_PATH,
    multiple=True,
    metavar="FILE",
    help="Names to be found in the texts, by kind (YAML or TSV; docs/graph.md).",
)
@click.option(
    "--delete", multiple=True, metavar="ID", help="Take this document out (with --update)."
)
@click.option(
    "--graph", type=_PATH, metavar="FILE", help="Write the graph, too: FILE.graphml or FILE.json."
)
@configured("index", "run.budget")
@confirmable
@printing
def command(
    inputs: tuple[str, ...],
    out: Path,
    update: bool,
    edges: tuple[Path, ...],
    names: tuple[Path, ...],
    delete: tuple[str, ...],
    graph: Path | None,
    yes: bool,
    loaded: Loaded,
    output: Output,
) -> int:
    """Make a searchable index of documents, or bring one up to date.

    INPUT is a file, a folder, a glob or -. Rows of csv, tsv and jsonl are a document each, and
    so are the lines of a collection in BEIR's layout; their other columns are metadata.

    With --update, sources that have not changed are not read again, and what is gone from an
    INPUT is taken out; documents of other INPUTs stay. Exit 1 where a source failed to be read.
    With --graph and no INPUT, the graph of the index that is there is written and nothing else.

    With --embed PROVIDER:MODEL, --budget is what all vectors of this state folder may cost, ever
    (exit 3 where it is reached).
    """
    if graph and not (inputs or update):
        _export(out, graph, output)
        return 0
    asked = ToIndex(inputs=inputs, out=out, update=update, edges=edges, names=names, delete=delete)
    embedders = Embedders(loaded)
    with (
        billed(embedders, output),
        output.progress() as emit,
        embedders.choosing(unlimited=yes) as choose,
    ):
        figures = index(asked, loaded.settings, emit, choose)
    for skip in figures.skipped:
        output.say(skip.told)
    if graph:
        export_graph(out, graph)
        output.say(f"graph {graph}")
    output.show(_as_text(figures, out), {"index": str(out), **figures.as_json()})
    return int(figures.failed or bool(figures.unknown))


def _export(out: Path, graph: Path, output: Output) -> None:
    written = export_graph(out, graph).graph
    counts = {"nodes": written.node_count, "edges": len(written.targets)}
    told = f"{graph}: {counts['nodes']:,} nodes, {counts['edges']:,} edges"
    output.show(told, {"graph": str(graph), **counts})


def _as_text(figures: Indexed, out: Path) -> str:
    changes = figures.changes
    lines = [
        f"{out}: {figures.document_count:,} documents ({changes.added_count:,} added, "
        f"{changes.changed_count:,} changed, {changes.deleted_count:,} taken out)"
    ]
    if figures.same_count:
        lines.append(f"{figures.same_count:,} sources have not changed and were not read again")
    if figures.loose_count:
        lines.append(
            f"{figures.loose_count:,} relations left out: an end is no document of the index, "
            "and no entity (kind:name)"
        )
    lines += [f"no document {identity!r} to take out" for identity in figures.unknown]
    if figures.embedder:
        lines.append(f"vectors by {figures.embedder}")
    return "\n".join(lines)

"""`groundsmith evaluate`: how well an index ranks, by people's judgments."""

from pathlib import Path

import click

from groundsmith.app.collections.evaluating import Evaluation, Figure, Interval, evaluate
from groundsmith.app.collections.searching import open_collection
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.vectors_bill import billed
from groundsmith.settings import Loaded

_FILE = click.Path(path_type=Path)
_SHOWN = ("ndcg@10", "precision@5", "recall@20", "mrr", "map")


@click.command("evaluate")
@click.argument("index", type=_FILE)
@click.option("--qrels", type=_FILE, required=True, help="Judgments: query, document, grade.")
@click.option(
    "--queries",
    type=_FILE,
    help="Queries by id; without it, the ids in --qrels are documents to be alike.",
)
@click.option(
    "--method",
    "methods",
    multiple=True,
    metavar="TEXT",
    help="What to evaluate; several times for several. [default: index.method]",
)
@configured("run.budget")
@printing
def command(
    index: Path,
    qrels: Path,
    queries: Path | None,
    methods: tuple[str, ...],
    loaded: Loaded,
    output: Output,
) -> None:
    """Measure how well an INDEX ranks, beside BM25, vectors alone and chance.

    Intervals are of level 0.95, by bootstrap over the queries; differences are paired by query.
    """
    opened = open_collection(index, loaded)
    with billed(opened.embedders, output):
        found = evaluate(opened, qrels, queries, methods or (loaded.settings.index.method,))
    output.show(_as_text(found), found.as_json())


def _as_text(found: Evaluation) -> str:
    lines = [f"{found.query_count} queries with a relevant document in the index"]
    if found.unjudged_count:
        lines.append(f"{found.unjudged_count} queries left out: nothing is relevant to them")
    if found.unknown_count:
        lines.append(f"{found.unknown_count} judged documents are not in the index")
    lines += ["", _row(["method", *(f"{name:^20}" for name in _SHOWN)])]
    for of in found.methods:
        lines.append(_row([of.method, *(_written(of.metrics.get(name)) for name in _SHOWN)]))
    first = found.methods[0]
    lines += ["", f"{first.method}, nDCG@10 against"]
    lines += [f"  {other:10} {_signed(found_)}" for other, found_ in first.against.items()]
    lines += ["", f"{first.method}, its lists of ten"]
    lines += [f"  {name:20} {_figure(each)}" for name, each in first.lists.items()]
    return "\n".join([*lines, "", *_trials(found)])


def _trials(found: Evaluation) -> list[str]:
    """What titles find, and what worse queries lose."""
    told = found.canaries
    ratio = "none could be asked" if told.found_ratio is None else f"{told.found_ratio:.3f}"
    lines = [
        f"titles that find their document among ten: {ratio} "
        f"({told.asked} asked, {told.first} found it first)"
    ]
    for name, each in found.robustness.items():
        lines.append(
            f"nDCG@10 lost by {name}: {_signed(each.change)} "
            f"({each.perturbed} queries; {each.unperturbed} could not be)"
        )
    return lines


def _row(cells: list[str]) -> str:
    return f"{cells[0]:10} " + " ".join(f"{cell:20}" for cell in cells[1:])


def _written(found: Interval | None) -> str:
    return "-" if found is None else f"{found.mean:.3f} [{found.low:.3f} {found.high:.3f}]"


def _signed(found: Interval | None) -> str:
    if found is None:
        return "too few queries to say"
    return f"{found.mean:+.3f} [{found.low:+.3f} {found.high:+.3f}]"


def _figure(figure: Figure) -> str:
    return f"- ({figure.why})" if figure.value is None else f"{figure.value:.3f}"

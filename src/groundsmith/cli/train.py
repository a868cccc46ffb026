"""`groundsmith train`: a ranking learnt from people's judgments."""

from pathlib import Path

import click

from groundsmith.app.collections.judged import read_feedback, read_judged
from groundsmith.app.collections.searching import open_collection
from groundsmith.app.collections.training import MODELS, Interval, Trained, train
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.vectors_bill import billed
from groundsmith.errors import RequestError
from groundsmith.settings import Loaded

_FILE = click.Path(path_type=Path)


@click.command("train")
@click.argument("index", type=_FILE)
@click.option("--qrels", type=_FILE, help="Judgments: query, document, grade.")
@click.option(
    "--queries",
    type=_FILE,
    help="Queries by id; without it, the ids in --qrels are documents to be alike.",
)
@click.option(
    "--feedback",
    type=_FILE,
    metavar="FILE",
    help="Instead of --qrels: JSON lines of query (or like), document, useful, and perhaps by.",
)
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    show_default=True,
    help="What is learnt; lambdamart needs the extra `learn`.",
)
@configured("run.budget")
@printing
def command(
    index: Path,
    qrels: Path | None,
    queries: Path | None,
    feedback: Path | None,
    model: str,
    loaded: Loaded,
    output: Output,
) -> None:
    """Learn from judgments or feedback how to rank; `--method learned` ranks so afterwards.

    What is reported is measured by folds: each query is ranked by what was learnt from others.
    """
    if (qrels is None) == (feedback is None) or (feedback and queries):
        raise RequestError(
            "give --qrels (with --queries where they are texts), or --feedback alone"
        )
    judged = read_judged(qrels, queries) if qrels else read_feedback(feedback or Path())
    opened = open_collection(index, loaded)
    with billed(opened.embedders, output):
        trained = train(opened, judged, model)
    output.show(_as_text(trained), trained.as_json())


def _as_text(trained: Trained) -> str:
    return "\n".join(
        [
            f"{trained.model}, learnt from {trained.query_count} judged queries",
            f"nDCG@10 on queries not seen  {_written(trained.learned)}",
            f"of the default, the same     {_written(trained.fused)}",
            f"gain                         {_written(trained.gain, sign='+')}",
        ]
    )


def _written(found: Interval | None, sign: str = "") -> str:
    if found is None:
        return "too few queries to say"
    return f"{found.mean:{sign}.3f} [{found.low:{sign}.3f} {found.high:{sign}.3f}]"

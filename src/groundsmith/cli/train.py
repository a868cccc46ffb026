"""`groundsmith train`: a ranking learnt from people's judgments."""

from pathlib import Path

import click

from groundsmith.app.searching import open_collection
from groundsmith.app.training import MODELS, Interval, Trained, train
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.cli.vectors_bill import billed
from groundsmith.settings import Loaded

_FILE = click.Path(path_type=Path)


@click.command("train")
@click.argument("index", type=_FILE)
@click.option("--qrels", type=_FILE, required=True, help="Judgments: query, document, grade.")
@click.option(
    "--queries",
    type=_FILE,
    help="Queries by id; without it, the ids in --qrels are documents to be alike.",
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
    index: Path, qrels: Path, queries: Path | None, model: str, loaded: Loaded, output: Output
) -> None:
    """Learn from judgments how to rank; `--method learned` ranks so afterwards.

    What is reported is measured by folds: each query is ranked by what was learnt from others.
    """
    opened = open_collection(index, loaded)
    with billed(opened.embedders, output):
        trained = train(opened, qrels, queries, model)
    output.show(_as_text(trained), trained.as_json())


def _as_text(trained: Trained) -> str:
    return "\n".join(
        [
            f"{trained.model}, learnt from {trained.query_count} judged queries",
            f"nDCG@10 on queries not seen  {_written(trained.learned)}",
            f"of the default, the same      {_written(trained.fused)}",
            f"gain                         {_written(trained.gain)}",
        ]
    )


def _written(found: Interval | None) -> str:
    if found is None:
        return "too few queries to say"
    return f"{found.mean:+.3f} [{found.low:+.3f} {found.high:+.3f}]"

"""`groundsmith calibrate`: what a score promises, learnt from people's verdicts."""

from pathlib import Path

import click

from groundsmith.app.verdicts.calibrate import calibrate_file, calibrate_run
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.errors import RequestError
from groundsmith.settings import Loaded

_SHARE = click.FloatRange(0, 1, min_open=True, max_open=True)


@click.command("calibrate")
@click.argument("out", metavar="[OUT]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--labels",
    type=click.Path(path_type=Path),
    metavar="FILE.jsonl",
    help="Labels instead of verdicts: lines {score, supported, source}, or, to be judged first, "
    "{claim, source, supported} with the source's text.",
)
@click.option(
    "--alpha", type=_SHARE, default=0.05, show_default=True, help="Share that may be unsupported."
)
@click.option(
    "--delta", type=_SHARE, default=0.1, show_default=True, help="Risk that the promise is wrong."
)
@click.option("--rejected", is_flag=True, help="Use verdicts on rejected drafts too.")
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="File to write. [default: calibration.json in OUT, or here]",
)
@configured()
@printing
def command(
    out: Path | None,
    labels: Path | None,
    alpha: float,
    delta: float,
    rejected: bool,
    to: Path | None,
    loaded: Loaded,
    output: Output,
) -> int:
    """Find the score from on which at most ALPHA of the claims are unsupported.

    That holds with confidence 1 - DELTA, by verdicts that people gave on claims of OUT (review,
    feedback). Claims of one source count together. Exit 1 where the labels allow no promise.
    """
    if (out is None) == (labels is None):
        raise RequestError("calibrate: name either an output folder or --labels FILE")
    if out is not None:
        found = calibrate_run(out, loaded, alpha=alpha, delta=delta, rejected=rejected, to=to)
    else:
        found = calibrate_file(Path(labels or ""), loaded, alpha=alpha, delta=delta, to=to)
    output.show(found.as_text(), found.as_json())
    return 0 if found.calibration.passed else 1

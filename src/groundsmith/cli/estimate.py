"""`groundsmith estimate`: what a run would read, do and cost."""

from collections.abc import Sequence

import click

from groundsmith.app.asked import Asked
from groundsmith.app.estimate import Estimate, estimate
from groundsmith.cli.options import configured, printing, selecting
from groundsmith.cli.output import Output
from groundsmith.records import Selection, Skipped
from groundsmith.settings import Loaded

_SKIPS_SHOWN = 10


@click.command("estimate")
@click.argument("recipe", metavar="RECIPE")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@selecting()
@configured("qa", "corpus", "run")
@printing
def command(
    recipe: str, inputs: tuple[str, ...], selection: Selection, loaded: Loaded, output: Output
) -> None:
    """Say what a run of RECIPE would read, do and cost; nothing is stored.

    Documents and chunks are counted exactly; the time is measured on a sample and scaled.
    """
    figures = estimate(recipe, inputs, loaded.settings, selection)
    output.show(as_text(figures), figures.as_json())


def as_text(found: Estimate) -> str:
    """The estimate for a person."""
    lines = [
        f"documents   {found.document_count} ({found.char_count:,} characters)",
        f"chunks      {found.chunk_count} ({found.unmerged_count} without merging small sections)",
        f"items       {found.item_count}",
    ]
    if found.model:
        lines += asked_lines(found.model, found.asked)
    else:
        lines += [
            "model       none: the extractive writer makes no call",
            "calls       0",
            "cost        $0",
        ]
    if found.seconds is not None:
        lines.append(
            f"time        about {found.seconds:.1f} s of writing and judging "
            f"(estimated from {found.sample_count} items)"
        )
    return "\n".join([*lines, *skipped_lines(found.skipped)])


def asked_lines(model: str, asked: Asked) -> list[str]:
    """What a model would be asked, and the cost, for a person."""
    lines = [
        f"model       {model}",
        f"calls       {asked.call_count}",
        f"tokens      {asked.input_low:,}–{asked.input_high:,} in, "
        f"{asked.output_low:,}–{asked.output_high:,} out",
        f"cost        {_range(asked.cost_low_usd, asked.cost_high_usd)}",
    ]
    if asked.share_low is not None and asked.share_high is not None:
        lines.append(f"budget      {asked.share_low:.0%}–{asked.share_high:.0%} of it")
    return lines


def skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    """What was left out and why, and what is to be known: the first few, and how many in all."""
    lines = [
        f"{'noted' if skip.noted else 'skipped':11} {skip.path}: {skip.reason}"
        for skip in skipped[:_SKIPS_SHOWN]
    ]
    if len(skipped) > _SKIPS_SHOWN:
        lines.append(f"skipped     {len(skipped) - _SKIPS_SHOWN} more; --json names all")
    return lines


def _range(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return "unknown: the model has no known price"
    return f"${low:.4f}–${high:.4f} (estimated)"

"""`groundsmith estimate`: what a run would read, do and cost."""

import click

from groundsmith.app.estimate import Estimate, estimate
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.settings import Loaded


@click.command("estimate")
@click.argument("recipe", metavar="RECIPE")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), help="As for the run: the first N items only.")
@configured("qa", "corpus")
@printing
def command(
    recipe: str, inputs: tuple[str, ...], limit: int | None, loaded: Loaded, output: Output
) -> None:
    """Say what a run of RECIPE would read, do and cost; nothing is stored.

    Documents and chunks are counted exactly; the time is measured on a sample and scaled.
    """
    figures = estimate(recipe, inputs, loaded.settings, limit)
    output.show(as_text(figures), figures.as_json())


def as_text(found: Estimate) -> str:
    """The estimate for a person."""
    lines = [
        f"documents   {found.document_count} ({found.char_count:,} characters)",
        f"chunks      {found.chunk_count} (from {found.leaf_section_count} leaf sections)",
        f"items       {found.item_count}",
        "model       none: the extractive writer makes no call",
        f"calls       {found.calls}",
        "cost        $0",
    ]
    if found.seconds is not None:
        lines.append(
            f"time        about {found.seconds:.1f} s of writing and judging "
            f"(estimated from {found.sample_count} items)"
        )
    lines.extend(f"skipped     {skip.path}: {skip.reason}" for skip in found.skipped)
    return "\n".join(lines)

"""`groundsmith verify`: what of a text do its sources say?"""

import sys
from dataclasses import replace
from pathlib import Path

import click

from groundsmith.app.checking.batch import (
    BatchFigures,
    batch_lines,
    judge_all,
    verify_batch,
    verify_batch_with,
)
from groundsmith.app.checking.page import write_page
from groundsmith.app.checking.verifying import (
    STDIN,
    Judging,
    Report,
    policy_of,
    read_sources,
    read_text,
    verified,
    verified_by,
)
from groundsmith.cli.options import configured, confirmable, printing
from groundsmith.cli.output import Output
from groundsmith.cli.verdicts import as_text
from groundsmith.cli.verify_asking import asked
from groundsmith.errors import RequestError
from groundsmith.events import Event, SourceSkipped
from groundsmith.settings import Loaded


@click.command("verify")
@click.argument("text", metavar="TEXT|FILE|-", required=False)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="PATH",
    help="What it should rest on: a file, a folder, a glob or -; may be given several times.",
)
@click.option("--report", type=click.Path(path_type=Path), help="Page to write for people (HTML).")
@click.option(
    "--batch",
    metavar="FILE.jsonl",
    help="Check many: lines {id, text, source}; - is standard input.",
)
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    help="File for what --batch finds, instead of standard output.",
)
@click.option(
    "--workers",
    "worker_count",
    type=click.IntRange(min=1, max=64),
    default=1,
    show_default=True,
    help="Processes that check the lines of --batch.",
)
@click.option("--no-policy", is_flag=True, help="Hold the text to its sources only, to no rules.")
@configured("verify", "run.budget", "run.redact")
@confirmable
@printing
def command(
    text: str | None,
    sources: tuple[str, ...],
    report: Path | None,
    batch: str | None,
    to: Path | None,
    worker_count: int,
    no_policy: bool,
    yes: bool,
    loaded: Loaded,
    output: Output,
) -> int:
    """Hold a text against its sources, claim by claim.

    Exit 1 where a claim is refuted, not supported, or could not be judged, or where the text
    breaks a rule of severity HIGH or above (docs/policy.md); else 0. With --batch no rules are
    applied, and a line's verdict is no failure: exit 1 means that a line could not be read.

    With --model, it judges the claims that the embedded judge leaves in doubt. --budget is what
    all checks of this state folder may spend, ever (exit 3 where it is reached).
    """
    _check(text, sources, report, batch, to, output)
    asking = loaded.settings.verify.model is not None
    if asking and worker_count > 1:
        raise RequestError("--workers: a model is asked from one process; give one of the two")
    if batch is not None:
        figures, stopped = _batch(batch, to, worker_count, yes, loaded, output)
        return stopped or int(figures.bad_count > 0)
    assert text is not None  # noqa: S101  # checked above
    settings = loaded.settings
    checked = read_text(text, settings.corpus)

    def skipped(event: Event) -> None:
        if isinstance(event, SourceSkipped):
            output.say(event.skipped.told)

    held = read_sources(sources, settings.corpus, skipped)
    policy = None if no_policy else policy_of(settings.verify.policy)
    if asking:

        async def check(judging: Judging) -> Report:
            return await verified_by(replace(judging, policy=policy), checked, held)

        found, stopped = asked(check, loaded, output, yes=yes, counted=check)
    else:
        found, stopped = verified(checked, held, settings, policy), 0
    if report is not None:
        write_page(found, report)
        output.say(f"report {report}")
    output.show(as_text(found), found.as_json())
    return stopped or int(not found.passed)


def _check(
    text: str | None,
    sources: tuple[str, ...],
    report: Path | None,
    batch: str | None,
    to: Path | None,
    output: Output,
) -> None:
    """Raises RequestError where the arguments do not go together."""
    if batch is not None:
        if text is not None or sources or report is not None:
            raise RequestError("--batch has texts and sources in its lines: give it alone, or --to")
        if output.as_json and to is None:
            raise RequestError("--json with --batch wants --to FILE: stdout holds one object only")
        return
    if text is None:
        raise RequestError("nothing to check: give a text, a file or -, or --batch FILE.jsonl")
    if not sources:
        raise RequestError("nothing to check against: give --source PATH, once or several times")
    if text == STDIN and STDIN in sources:
        raise RequestError("standard input can be the text or a source, not both")
    if to is not None:
        raise RequestError("--to belongs to --batch; for one text use --json, or --report FILE")


def _batch(
    batch: str, to: Path | None, worker_count: int, yes: bool, loaded: Loaded, output: Output
) -> tuple[BatchFigures, int]:
    """Checks the lines of `batch` and says how it went; 0, or the exit code of what stopped it."""
    lines, file, stopped = batch_lines(batch, sys.stdin.buffer), to or sys.stdout.buffer, 0

    def tell(line: str) -> None:
        click.echo(f"groundsmith: {line}", err=True)

    if loaded.settings.verify.model is None:
        figures = verify_batch(
            lines, file, loaded.settings, name=batch, workers=worker_count, tell=tell
        )
    else:

        async def check(judging: Judging) -> BatchFigures:
            return await verify_batch_with(judging, lines, file, name=batch, tell=tell)

        async def count(judging: Judging) -> None:
            await judge_all(judging, batch_lines(batch, sys.stdin.buffer))

        # Standard input is gone once it was read, so nothing is counted there.
        counted = None if batch == STDIN else count
        figures, stopped = asked(check, loaded, output, yes=yes, counted=counted)
    counts = ", ".join(f"{count} {name}" for name, count in figures.by_verdict.items() if count)
    summary = f"{figures.text_count} texts checked" + (f": {counts}" if counts else "")
    if figures.bad_count:
        summary += f"; {figures.bad_count} lines could not be read"
    if to is None:
        output.say(summary)
    else:
        data = {
            "file": str(to),
            "texts": figures.text_count,
            "bad_lines": figures.bad_count,
            "by_verdict": figures.by_verdict,
        }
        output.show(f"{summary}\n{to}", data)
    return figures, stopped

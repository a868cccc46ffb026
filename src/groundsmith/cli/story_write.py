"""`groundsmith story write`: a passage, what it contradicts, and what it would add to the bible.

A run like any other, with its budget, its resume and its stored answers; its output folder is told
at the end. The decision to question: exit 1 where a passage waits or is rejected, though a rejected
draft is no failure elsewhere: here it is the one thing that was asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from groundsmith.app.job import JobRequest
from groundsmith.app.models import is_open_ended
from groundsmith.app.preflight import preflight
from groundsmith.app.run import run_job
from groundsmith.app.signals import stop_on_signal
from groundsmith.app.stories import writing as use_cases
from groundsmith.app.stories.writing import Preview
from groundsmith.cli.estimate import asked_lines
from groundsmith.cli.options import configured, confirmable, printing
from groundsmith.cli.output import Output
from groundsmith.errors import RequestError
from groundsmith.records import Json
from groundsmith.settings import Loaded

_QUOTE_CHARS = 200


@click.command("write")
@click.argument("path", metavar="MANUSCRIPT", type=click.Path(path_type=Path))
@click.option(
    "--notes",
    type=click.Path(path_type=Path),
    help="Folder or file of notes. [default: a folder notes beside one called manuscript]",
)
@click.option("--out", type=click.Path(path_type=Path), help="Output folder; a preview needs none.")
@click.option("--retry-failed", is_flag=True, help="Try again what failed before.")
@click.option("--fresh", is_flag=True, help="Write anew what was written; deletes nothing.")
@configured("story", "run")
@confirmable
@printing
def write(
    path: Path,
    notes: Path | None,
    out: Path | None,
    retry_failed: bool,
    fresh: bool,
    yes: bool,
    loaded: Loaded,
    output: Output,
) -> int:
    """Write a passage that continues MANUSCRIPT, and hold it to all that is established.

    It is drafted, checked, and written again on what the check finds, at most twice and kept only
    where it is better. Needs a model; `--mode preview` shows what would be asked and needs none.
    """
    inputs = use_cases.inputs_of(path, notes)
    if use_cases.own_settings(loaded).mode == "preview":
        looked = use_cases.preview(inputs, use_cases.for_story(path, inputs, loaded))
        output.show(_preview(looked), looked.as_json())
        return 0
    use_cases.require_model(loaded)
    if out is None:
        raise RequestError(
            "story write: --out is missing; name the folder that the passage goes to"
        )
    asked = use_cases.for_story(path, inputs, loaded)
    request = JobRequest(
        recipe="story", inputs=inputs, out=out, retry_failed=retry_failed, fresh=fresh
    )
    return _Writing(path, request, asked, output).carry_out(yes=yes)


@dataclass(frozen=True, slots=True)
class _Writing:
    """A passage that is wanted, and where a person is told of it."""

    path: Path
    request: JobRequest
    loaded: Loaded
    output: Output

    def carry_out(self, *, yes: bool) -> int:
        """The exit code: 1 where the passage is not accepted."""
        preflight(self.request, self.loaded)
        if not yes and is_open_ended(self.loaded):
            looked = use_cases.preview(self.request.inputs, self.loaded)
            self.output.say("\n".join(asked_lines(looked.model, looked.asked)))
            raise RequestError("this run costs money and has no limit: give --budget USD, or --yes")
        with stop_on_signal() as stop, self.output.progress() as emit:
            outcome = run_job(self.request, self.loaded, emit=emit, stop=stop)
        found = use_cases.passages(self.request)
        proposed = use_cases.propose_facts(self.path, found, self.loaded)
        left = any(one["content"]["state"] != "accepted" for one in found)
        code = int(bool(outcome.exit_code or left))
        self.output.show(
            "\n\n".join([*map(_passage, found), self._next(proposed, failed=not found)]),
            {
                **outcome.as_json(),
                "exit_code": code,
                "passages": found,
                "proposals": proposed,
            },
        )
        return code

    def _next(self, proposed: list[str], *, failed: bool) -> str:
        """What a person may do now."""
        out = self.request.out
        if failed:
            return f"nothing written; why: groundsmith runs show {out}"
        lines = [f"groundsmith story approve {self.path} {one}" for one in proposed]
        lines += [
            f'groundsmith revise {out} ITEM --ask "…"',
            f"groundsmith versions {out}",
            f"groundsmith export {out} --format prose --to passage.md",
        ]
        return "next        " + "\n            ".join(lines)


def _preview(looked: Preview) -> str:
    remarks = [f"look out    {one}" for one in looked.remarks]
    asked = asked_lines(looked.model, looked.asked) if looked.model else ["model       none named"]
    kinds = {k: n for k, n in looked.context.items() if isinstance(n, int) and k != "tokens"}
    counts = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
    figures = f"context     about {looked.context['tokens']} tokens: {counts}"
    worth = f"quality     {_quality(looked.context)}"
    parts = (looked.request.system, looked.request.messages[0][1])
    return "\n".join([*parts, "", f"item        {looked.item}", figures, worth, *remarks, *asked])


def _quality(context: Mapping[str, Json]) -> str:
    """How good the context is, figure by figure, and who or what it lacks."""
    told = context["quality"]
    if told["overall"] is None:
        return f"none: {context['quality_why']}"
    figures = ", ".join(f"{k} {v:.2f}" for k, v in told.items() if k != "overall" and v is not None)
    missing = f"; missing: {', '.join(context['missing'])}" if context["missing"] else ""
    return f"{told['overall']:.2f} ({figures}){missing}"


def _passage(record: dict[str, Json]) -> str:
    """A passage for a person: its text, its state, and both places of each finding."""
    content = record["content"]
    rounds = len(content["rounds"]) - 1
    head = f"{record['item']}  {content['state']}  {content['word_count']} words"
    lines = [content["text"], "", f"{head}, {rounds} revisions"]
    lines += [f"look out    {one}" for one in content["remarks"]]
    lines += [line for one in content["findings"] for line in _finding(one)]
    lines += [
        f"new fact    {one['subject']}: {one['attribute']} {one['value']}  risk {one['risk']} "
        f"({one['why']})"
        for one in content["facts"]
    ]
    return "\n".join(lines)


def _finding(one: dict[str, Json]) -> list[str]:
    there = one["manuscript"]
    return [
        f"{one['severity']}  {one['category']}/{one['subtype']}: {one['message']}",
        *(
            [f"  said {there['chapter']}:{there['start']}  “{_short(there['quote'])}”"]
            if there
            else []
        ),
        f"  but  the passage  “{_short(one['passage']['quote'])}”",
        f"  → {one['suggestion']}",
    ]


def _short(quote: str) -> str:
    """A quotation on one line, with nothing in it that a terminal would obey."""
    plain = "".join(char if char.isprintable() else " " for char in quote)
    return " ".join(plain.split())[:_QUOTE_CHARS]

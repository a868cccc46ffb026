"""Options made from settings, the shared ones, and progress."""

import io
import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import click
import pytest

from groundsmith.cli.bar import Bar
from groundsmith.cli.options import configured, confirmable, printing
from groundsmith.cli.output import Output
from groundsmith.cli.progress import Lines
from groundsmith.cli.tally import Tally
from groundsmith.errors import SettingsError
from groundsmith.events import (
    Curated,
    DraftJudged,
    Event,
    ItemFinished,
    PhaseStarted,
    Planned,
    SourceRead,
)
from groundsmith.records import ItemState
from groundsmith.settings import Loaded

Run = Callable[..., tuple[str, str]]


@click.command("demo")
@configured("qa", "run")
@confirmable
@printing
def demo(loaded: Loaded, output: Output, yes: bool) -> None:
    """Shows what it was given."""
    with output.progress() as emit:
        emit(PhaseStarted(phase="write"))
        output.say("working")
    qa = loaded.settings.model_dump()["qa"]
    told = {"questions": qa["questions_per_chunk"], "top_k": qa["round_trip_top_k"], "yes": yes}
    output.show(f"{qa['questions_per_chunk']} questions", told)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command above in an empty folder; gives (stdout, stderr)."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[str, str]:
        out, err = io.StringIO(), io.StringIO()
        context = demo.make_context("demo", list(arguments))
        with redirect_stdout(out), redirect_stderr(err), context:
            demo.invoke(context)
        return out.getvalue(), err.getvalue()

    return call


def test_each_key_of_a_section_is_an_option_that_says_bounds_and_default() -> None:
    help_text = " ".join(demo.get_help(click.Context(demo)).split())

    assert (
        "--questions-per-chunk INTEGER Questions asked of one chunk. [1<=x<=10; default: 3]"
        in help_text
    )
    assert "--in-flight INTEGER" in help_text
    assert "--language document|en|id" in help_text
    assert "--max-rejected FLOAT" in help_text
    assert "[0<=x<=1; default: off]" in help_text
    assert "--factual" not in help_text


def test_an_option_and_set_reach_the_settings(run: Run) -> None:
    out, _ = run("--json", "--questions-per-chunk", "5", "--set", "qa.round_trip_top_k=9", "-y")

    assert json.loads(out) == {"questions": 5, "top_k": 9, "yes": True}


def test_an_option_wins_over_set(run: Run) -> None:
    out, _ = run("--questions-per-chunk", "5", "--set", "qa.questions_per_chunk=2")

    assert out == "5 questions\n"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (
            ("--questions-per-chunk", "12"),
            "command line: qa.questions_per_chunk: should be less than or equal to 10, not '12'",
        ),
        (
            ("--set", "qa.minima.extractive.factuel=1"),
            "command line: qa.minima.extractive.factuel: unknown key; did you mean factual?",
        ),
        (
            ("--set", "qa.weights=[1"),
            "command line: qa.weights: a section, not a value; it holds extractive, hallucination, "
            "relevancy, question, answer",
        ),
    ],
)
def test_a_wrong_value_is_a_fault_of_its_key(
    run: Run, arguments: tuple[str, ...], fault: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        run(*arguments)

    assert caught.value.faults == (fault,)


def test_results_go_to_stdout_and_everything_else_to_stderr(run: Run) -> None:
    out, err = run()
    quiet_out, quiet_err = run("--quiet")
    json_out, json_err = run("--json")

    assert (out, err) == ("3 questions\n", "working\nwrite\n")
    assert (quiet_out, quiet_err) == ("3 questions\n", "")
    assert json.loads(json_out)["questions"] == 3
    assert json_err == err


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def finished(item: str, state: ItemState = ItemState.DONE) -> ItemFinished:
    return ItemFinished(item=item, category="", state=state, draft_count=2, duration_s=0.1)


def planned(pending: int) -> Planned:
    return Planned(item_count=pending, pending_count=pending, reused_count=0, superseded_count=0)


def test_the_rate_is_the_recent_one_and_the_rest_is_foretold_from_it() -> None:
    clock = Clock()
    tally = Tally(clock)
    tally.add(planned(100))
    tally.add(PhaseStarted(phase="write"))

    for number in range(10):
        clock.now += 60
        tally.add(finished(f"slow{number}"))
    for number in range(60):
        clock.now += 1
        tally.add(finished(f"fast{number}", ItemState.FAILED if number == 0 else ItemState.DONE))

    assert tally.line() == "write 70/100 items, 1.0/s, 0:30 left, 140 drafts, 1 failed"


def test_a_plan_is_told_even_before_a_phase_is_named() -> None:
    tally = Tally(Clock())

    tally.add(planned(5))

    assert tally.line() == "5 items"


def test_nothing_is_foretold_before_anything_is_finished() -> None:
    tally = Tally(Clock())

    tally.add(planned(5))
    tally.add(PhaseStarted(phase="write"))

    assert tally.line() == "write"


def test_plain_lines_come_once_a_phase_and_at_most_every_two_seconds() -> None:
    clock = Clock()
    err = io.StringIO()
    lines = Lines(clock)

    with redirect_stderr(err), lines:
        lines(PhaseStarted(phase="read"))
        for number in range(50):
            clock.now += 0.125
            lines(SourceRead(path=f"{number}.md", changed=True))
        lines(PhaseStarted(phase="curate"))
        lines(Curated(accepted_count=8, rejected_count=2))

    assert err.getvalue().splitlines() == [
        "read 16 sources, 8.0/s",
        "read 32 sources, 8.0/s",
        "read 48 sources, 8.0/s",
        "read 50 sources, 8.0/s",
        "curate, 8 accepted, 2 rejected",
    ]


@pytest.mark.parametrize("view", [Lines, Bar])
def test_a_view_takes_every_event_and_shows_a_terminal_that_is_gone_nothing(
    view: type[Lines | Bar], monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[Event] = [
        PhaseStarted(phase="[red]write"),
        planned(1),
        finished("a"),
        DraftJudged(item="a", part=0),
        Event(),
    ]

    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    gone = Gone()
    monkeypatch.setattr("sys.stderr", gone)

    with view() as emit:
        for event in events:
            emit(event)

    assert gone.getvalue() == ""

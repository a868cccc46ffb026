"""A settings file that changes while a run goes on: what applies, what waits, what is refused."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from groundsmith.app.job import JobRequest, Outcome
from groundsmith.app.reload import LiveSettings
from groundsmith.app.run import run_job
from groundsmith.errors import BudgetReached
from groundsmith.events import Event, PaceChanged, SettingsRefused, SettingsReloaded
from groundsmith.records import Json
from groundsmith.runs.stop import Stop
from groundsmith.settings import GroundsmithSettings, load
from groundsmith.store import events as rows
from groundsmith.store.database import Database
from groundsmith.testing import FakeProvider, Script

MODEL = """\
models:
  mine:
    provider: custom
    model: small
    base_url: {url}
    price: {{input: 1, output: 2}}
"""
UNPRICED = "models: {mine: {provider: custom, model: small, base_url: 'http://127.0.0.1:9/v1'}}\n"
MINE = "run: {model: mine}\n"


class Watched:
    """Live settings of a file, and what was heard of them."""

    def __init__(self, folder: Path, text: str, **overrides: Json) -> None:
        self.file = folder / "groundsmith.yaml"
        self.write(text)
        self.heard: list[Event] = []
        self.applied: list[GroundsmithSettings] = []
        loaded = load(self.file, overrides=overrides, environ={})
        self.live = LiveSettings(loaded, emit=self.heard.append, apply=self.applied.append)

    def write(self, text: str) -> None:
        """The whole file at once, as an editor that is careful does it."""
        fresh = self.file.with_suffix(".new")
        fresh.write_text(text, "utf-8")
        fresh.replace(self.file)

    def becomes(self, text: str) -> None:
        """The file is written and lies still."""
        self.write(text)
        self.look()

    def look(self) -> None:
        """Two looks, with nothing in between."""
        self.live.look()
        self.live.look()


def test_what_is_of_the_run_applies_at_once(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "run: {in_flight: 2}\n")

    watched.becomes("run: {in_flight: 9, budget: 3}\nlogs: {level: debug}\n")

    changed = ("logs.level", "run.budget", "run.in_flight")
    assert watched.heard == [SettingsReloaded(changed=changed, waiting=())]
    assert watched.live.settings.run.in_flight == 9
    assert [now.logs.level for now in watched.applied] == ["debug"]


def test_what_shapes_a_dataset_is_named_and_waits(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "run: {in_flight: 2}\n")

    watched.becomes("run: {in_flight: 3, attempts: 9}\nqa: {questions_per_chunk: 7}\n")

    waiting = ("qa.questions_per_chunk", "run.attempts")
    assert watched.heard == [SettingsReloaded(changed=("run.in_flight",), waiting=waiting)]
    assert watched.live.settings.model_dump()["qa"]["questions_per_chunk"] == 3


def test_a_file_that_did_not_change_says_nothing(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "run: {in_flight: 2}\n")

    watched.look()
    watched.becomes("run: {in_flight: 2}  # as it was\n")

    assert watched.heard == []


def test_half_a_file_is_not_read(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "run: {in_flight: 2, budget: 5}\n")

    for text in ("", "run:", "run: {in_flight: 4, budget: 5}\n"):
        watched.write(text)
        watched.live.look()
    watched.live.look()

    assert watched.heard == [SettingsReloaded(changed=("run.in_flight",), waiting=())]


def test_a_bad_file_is_refused_once_and_changes_nothing(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "run: {in_flight: 2}\n")

    watched.becomes("run: {in_flight: 9}\nqa: {questions_per_chunk: many}\n")
    watched.becomes("run: {in_flight: 9}\nqa: {questions_per_chunk: many}\n")

    [refused] = watched.heard
    assert isinstance(refused, SettingsRefused)
    assert len(refused.faults) == 1
    assert f"{watched.file}:2" in refused.faults[0]
    assert watched.live.settings.run.in_flight == 2


def test_a_file_that_is_mended_is_said_to_be_read_again(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "run: {in_flight: 2}\n")

    watched.becomes("run: [\n")
    watched.becomes("run: {in_flight: 2}\n")

    assert [type(event) for event in watched.heard] == [SettingsRefused, SettingsReloaded]


def test_a_file_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "run: {in_flight: 2}\n")

    watched.file.unlink()
    watched.look()

    assert [type(event) for event in watched.heard] == [SettingsRefused]
    assert watched.live.settings.run.in_flight == 2


def test_the_command_line_still_wins(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "run: {in_flight: 2}\n", **{"run.budget": "4"})

    watched.becomes("run: {in_flight: 2, budget: 100}\n")

    assert watched.heard == []
    assert watched.live.settings.run.budget == 4


def test_a_budget_that_cannot_hold_is_refused(tmp_path: Path) -> None:
    watched = Watched(tmp_path, UNPRICED + MINE)

    watched.becomes(UNPRICED + "run: {model: mine, budget: 1}\n")

    [refused] = watched.heard
    assert isinstance(refused, SettingsRefused)
    assert "price" in refused.faults[0]
    assert watched.live.settings.run.budget is None


@pytest.mark.parametrize(
    ("limits", "in_flight"), [("", 6), ("    in_flight: 3\n", 3), ("    in_flight: 5\n", 5)]
)
def test_a_model_takes_from_the_run_what_it_does_not_say(
    tmp_path: Path, limits: str, in_flight: int
) -> None:
    model = MODEL.format(url="http://127.0.0.1:9/v1")
    watched = Watched(tmp_path, model + "    in_flight: 3\n" + MINE)

    watched.becomes(model + limits + "run: {model: mine, in_flight: 6}\n")

    assert watched.live.model is not None
    assert watched.live.model.settings.in_flight == in_flight


# ---------------------------------------------------------------- through a whole run


class Rewriting:
    """A run whose file is rewritten at its first call; no call is answered before that is heard."""

    def __init__(self, folder: Path, second: str) -> None:
        self.folder = folder
        self.file = folder / "groundsmith.yaml"
        self.heard: list[Event] = []
        self.prompts: list[str] = []
        self._second = second
        self._noticed = threading.Event()

    def run(self, first: str) -> Outcome:
        """What becomes of the run that starts with the file `first`."""
        docs = self.folder / "docs"
        docs.mkdir()
        for number in range(12):
            body = (
                f"# Tower {number}\n\nThe tower was built in {1900 + number}.\n"
                + "Boats pass. " * 20
            )
            (docs / f"{number:02}.md").write_text(body, "utf-8")
        with FakeProvider(Script(answer=self._answer)) as provider:
            self._model = MODEL.format(url=provider.base_url)
            self.file.write_text(self._model + first, "utf-8")
            loaded = load(self.file, environ={})
            request = JobRequest(recipe="qa", inputs=(str(docs),), out=self.folder / "out")
            return run_job(request, loaded, emit=self._emit, stop=Stop())

    def kept(self, *kinds: type[Event]) -> list[dict[str, Any]]:
        """What the ledger remembers of such events."""
        with Database(self.folder / ".groundsmith" / "ledger.db") as database:
            state = json.loads((self.folder / "out" / ".groundsmith" / "run.json").read_text())
            kept = database.fetch(lambda c: rows.after(c, state["run"], 0))
        return [row["data"] for row in kept if row["kind"] in {kind.__name__ for kind in kinds}]

    def _answer(self, prompt: str, schema: Json) -> str:
        if not self.prompts:
            self.file.write_text(self._model + self._second, "utf-8")
        self.prompts.append(prompt)
        assert self._noticed.wait(60)
        return '{"pairs": []}'

    def _emit(self, event: Event) -> None:
        self.heard.append(event)
        if isinstance(event, SettingsReloaded | SettingsRefused):
            self._noticed.set()


@pytest.fixture
def rewriting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Rewriting]:
    """Makes a run of the file that it becomes; its state lies beside the file."""
    monkeypatch.delenv("GROUNDSMITH_HOME", raising=False)
    return lambda second: Rewriting(tmp_path, second)


def test_a_run_goes_on_under_its_new_limits(rewriting: Callable[[str], Rewriting]) -> None:
    job = rewriting(
        "    requests_per_minute: 60000\nrun: {model: mine, in_flight: 3}\n"
        "logs: {level: debug}\nqa: {questions_per_chunk: 1}\n"
    )

    done = job.run("run: {model: mine, in_flight: 2}\n")

    changed = ["logs.level", "models.mine.requests_per_minute", "run.in_flight"]
    reasons = {event.reason for event in job.heard if isinstance(event, PaceChanged)}
    logged = (job.folder / ".groundsmith" / "logs" / "system.log").read_text("utf-8")
    assert done.exit_code == 0
    assert job.kept(SettingsReloaded) == [
        {"changed": changed, "waiting": ["qa.questions_per_chunk"]}
    ]
    assert "the settings changed" in reasons
    assert '"level":"debug"' in logged
    assert logged.count("SettingsReloaded") == 1
    assert len(job.prompts) == 12
    assert all("Write at most 3 pairs" in prompt for prompt in job.prompts)


def test_a_lower_budget_stops_a_run_that_goes_on(rewriting: Callable[[str], Rewriting]) -> None:
    job = rewriting("run: {model: mine, in_flight: 2, budget: 0.000001}\n")

    with pytest.raises(BudgetReached):
        job.run("run: {model: mine, in_flight: 2, budget: 5}\n")

    assert 0 < len(job.prompts) < 12


def test_a_run_goes_on_as_before_where_the_new_file_is_bad(
    rewriting: Callable[[str], Rewriting],
) -> None:
    job = rewriting("run: {model: mine, in_flight: 0}\n")

    done = job.run("run: {model: mine, in_flight: 2}\n")

    logged = (job.folder / ".groundsmith" / "logs" / "system.log").read_text("utf-8")
    assert done.exit_code == 0
    assert len(job.kept(SettingsRefused)) == 1
    assert logged.count("SettingsRefused") == 1

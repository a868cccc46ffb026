"""Log lines: what they hold, what they hide, and that they never stop a run."""

import asyncio
import io
import json
import os
import tempfile
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from groundsmith.events import DraftJudged, ItemFinished, PhaseStarted, SourceSkipped
from groundsmith.ops.logs import FILE_NAME, Logs, as_emit, tagged
from groundsmith.records import ItemState, Skipped
from groundsmith.settings import secrets_of

SECRETS = secrets_of({"SOME_API_KEY": 'correct-"horse'})


def opened(folder: Path, level: str = "debug", console: bool = False) -> Logs:
    return Logs(folder, level=level, mask=SECRETS.mask, console=console)


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / FILE_NAME).read_bytes().splitlines()]


def finished(state: ItemState) -> ItemFinished:
    return ItemFinished(item="a#1", category="", state=state, draft_count=0, duration_s=0.5)


def test_a_line_says_when_how_bad_what_and_who(tmp_path: Path) -> None:
    with opened(tmp_path) as logs:
        logs.logger("store").warning("slow commit", took_s=1.5)

    (line,) = lines(tmp_path)
    assert line.pop("timestamp").endswith("Z")
    assert line == {"level": "warning", "event": "slow commit", "logger": "store", "took_s": 1.5}


def test_run_and_item_stand_in_every_line_across_tasks(tmp_path: Path) -> None:
    async def item(logger: Any, name: str) -> None:
        with tagged(item=name):
            await asyncio.sleep(0)
            logger.info("worked")

    async def run(logger: Any) -> None:
        with tagged(run="r1"):
            await asyncio.gather(item(logger, "a"), item(logger, "b"))
        logger.info("over")

    with opened(tmp_path) as logs:
        asyncio.run(run(logs.logger("app")))

    found = [(line.get("run"), line.get("item")) for line in lines(tmp_path)]
    assert found == [("r1", "a"), ("r1", "b"), (None, None)]


def test_lines_below_the_level_are_left_out(tmp_path: Path) -> None:
    with opened(tmp_path, level="warning") as logs:
        logger = logs.logger("app")
        logger.info("fine")
        logger.error("broken")

    assert [line["event"] for line in lines(tmp_path)] == ["broken"]


def test_events_become_lines_and_only_what_is_wrong_becomes_a_warning(tmp_path: Path) -> None:
    skipped = Skipped(path="a.bin", reason="binary")
    events = [
        PhaseStarted(phase="read"),
        SourceSkipped(skipped=skipped),
        SourceSkipped(skipped=Skipped(path="b.csv", reason="row 3", failed=True)),
        finished(ItemState.DONE),
        finished(ItemState.FAILED),
        DraftJudged(item="a#1", part=0),
    ]

    with opened(tmp_path) as logs:
        emit = as_emit(logs.logger("app"))
        for event in events:
            emit(event)

    found = lines(tmp_path)
    assert [line["level"] for line in found] == [
        "info", "info", "warning", "debug", "warning", "debug",
    ]  # fmt: skip
    assert found[1]["skipped"] == {
        "path": "a.bin", "reason": "binary", "failed": False, "noted": False,
    }  # fmt: skip
    assert found[3]["event"] == "ItemFinished"
    assert found[3]["state"] == "DONE"


def test_secrets_are_masked_wherever_they_stand(tmp_path: Path) -> None:
    with opened(tmp_path) as logs:
        logger = logs.logger("app")
        logger.info('sent correct-"horse')
        logger.info("headers", headers={"authorization": "Basic dXNlcjpwYXNz"})
        logger.info("nested", seen=[{"deep": "sk-abcdefghijklmnop"}], token="abc")
        try:
            raise ValueError('correct-"horse')
        except ValueError:
            logger.exception("failed")

    text = (tmp_path / FILE_NAME).read_text()
    found = lines(tmp_path)
    assert "horse" not in text
    assert "dXNlcjpwYXNz" not in text
    assert "sk-abc" not in text
    assert found[0]["event"] == "sent ***"
    assert found[2]["token"] == "***"
    assert found[3]["exception"].endswith("ValueError: ***")


class Awkward:
    """Cannot be shown."""

    def __str__(self) -> str:
        raise RuntimeError


def test_whatever_is_logged_is_a_line_or_a_counted_loss(tmp_path: Path) -> None:
    with opened(tmp_path) as logs:
        logger = logs.logger("app")
        logger.info("\ud800", big=2**80, nan=float("nan"), raw=b"\xff", keys={1: {2, 3}})
        logger.info("long", text="x" * 100_000)
        logger.info("awkward", value=Awkward())
        logger.info("over")

    first, long, over, gap = lines(tmp_path)
    assert first["event"] == "\\ud800"
    assert first["nan"] is None
    assert first["big"] == hex(2**80)
    assert len(long["text"]) < 5_000
    assert over["event"] == "over"
    assert (gap["event"], gap["lost_count"]) == ("LogLinesLost", 1)


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8).filter(lambda name: name not in ("self", "event")),
        st.recursive(st.text() | st.integers() | st.floats() | st.none(), st.lists, max_leaves=4),
        max_size=4,
    )
)
@hypothesis_settings(max_examples=50, deadline=None)
def test_every_line_is_json_on_one_line(values: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with opened(Path(folder)) as logs:
            logs.logger("app").info("said", **values)
        (line,) = lines(Path(folder))

    assert line["event"] == "said"


def test_the_console_gets_one_readable_line_without_control_characters(tmp_path: Path) -> None:
    err = io.StringIO()

    with redirect_stderr(err), opened(tmp_path, console=True) as logs:
        logs.logger("app").warning("skipped", path="a\x1b[2J\nb", reason="x" * 1000)

    (line,) = err.getvalue().splitlines()
    assert line[8:].startswith(" warning skipped logger=app path='a\\x1b[2J\\nb' reason=xxx")
    assert len(line) < 500
    assert line.isprintable()


@pytest.mark.parametrize("make", [Path.touch, os.mkfifo])
def test_a_log_that_cannot_be_written_stops_nothing_and_is_counted(
    tmp_path: Path, make: Any
) -> None:
    folder = tmp_path / "logs"
    if make is os.mkfifo:
        folder.mkdir()
        make(folder / FILE_NAME)
    else:
        make(folder)

    with opened(folder) as logs:
        logs.logger("app").info("into the void")

    assert logs.lost_count == 1


def test_a_gap_is_told_when_lines_are_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.touch()
    logs = opened(folder)
    logs.logger("app").info("lost")
    logs.close()

    folder.unlink()
    logs.logger("app").info("written")
    logs.close()

    assert [line["event"] for line in lines(folder)] == ["written", "LogLinesLost"]
    assert lines(folder)[1]["lost_count"] == 1

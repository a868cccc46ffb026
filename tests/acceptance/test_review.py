"""The review, as a person meets it: keys in a terminal, or lines from a pipe."""

import fcntl
import json
import os
import pty
import re
import select
import signal
import subprocess
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine

TEXT = """\
# Towers

The Euromast is a tower in Rotterdam. The Euromast was built in 1960 by Hugh Maaskant.

## Eiffel Tower

The Eiffel Tower is an iron tower in Paris. The Eiffel Tower was built in 1889.

## Berliner Fernsehturm

The Fernsehturm is a television tower in Berlin. The Fernsehturm was built in 1969.

## Tokyo Tower

The Tokyo Tower is a lattice tower in Minato. The Tokyo Tower was built in 1958.
"""
PROMPT = b"q quit"
_PATIENCE_S = 60


@pytest.fixture
def towers(groundsmith: CommandLine) -> CommandLine:
    """A dataset in `out` with a few records."""
    (groundsmith.folder / "towers.md").write_text(TEXT, "utf-8")
    done = groundsmith("qa", "towers.md", "--out", "out", "--quiet")
    assert done.returncode == 0, done.stderr
    return groundsmith


def verdicts(command: CommandLine) -> list[dict[str, Any]]:
    done = command("feedback", "list", "out", "--json")
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def review(command: CommandLine, keys: str, *more: str) -> str:
    """What the review shows when it is told these keys, a line each."""
    done = command("review", "out", "--by", "ann", *more, stdin="\n".join(keys.split("|")) + "\n")
    assert done.returncode == 0, done.stderr
    return done.stdout


class Terminal:
    """The review in a terminal of its own."""

    def __init__(self, command: CommandLine, *more: str, columns: int = 80) -> None:
        self._own, theirs = pty.openpty()
        self.process = subprocess.Popen(
            command.command("review", "out", "--by", "ann", *more),
            cwd=command.folder,
            env=command.env | {"COLUMNS": str(columns), "TERM": "xterm"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            # Its own terminal, so that Ctrl-C is a signal there.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)

    def until(self, sign: bytes) -> str:
        """What is shown up to and with `sign`."""
        seen = b""
        while sign not in seen:
            part = self._read()
            assert part, f"it ended before it showed {sign!r}: {seen!r}"
            seen += part
        return seen.decode("utf-8", "replace")

    def press(self, keys: str) -> None:
        """Types keys."""
        os.write(self._own, keys.encode())

    def end(self) -> tuple[int, str]:
        """The exit code, and what was shown last."""
        seen = b""
        while part := self._read():
            seen += part
        os.close(self._own)
        return self.process.wait(_PATIENCE_S), seen.decode("utf-8", "replace")

    def _read(self) -> bytes:
        assert select.select([self._own], [], [], _PATIENCE_S)[0], "it shows nothing any more"
        try:
            return os.read(self._own, 65536)
        except OSError:  # the other side is closed
            return b""


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Terminals to be ended, however the test ends."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.send_signal(signal.SIGKILL)
            terminal.process.wait()


def test_each_key_gives_its_verdict_and_the_next_question_comes(
    towers: CommandLine, terminals: list[Terminal]
) -> None:
    terminal = Terminal(towers)
    terminals.append(terminal)

    for key in "yn?":
        terminal.until(PROMPT)
        terminal.press(key)
    terminal.until(PROMPT)
    terminal.press("q")
    code, last = terminal.end()

    assert code == 0
    assert "3 claims judged: 1 supported, 1 unsupported, 1 unsure" in last
    given = [(row["verdict"], row["by"]) for row in verdicts(towers)]
    assert given == [("supported", "ann"), ("unsupported", "ann"), ("unsure", "ann")]


def test_ctrl_c_loses_nothing(towers: CommandLine, terminals: list[Terminal]) -> None:
    terminal = Terminal(towers)
    terminals.append(terminal)

    terminal.until(PROMPT)
    terminal.press("y")
    terminal.until(PROMPT)
    terminal.press("\x03")
    code, last = terminal.end()

    assert code == 130
    assert "Traceback" not in last
    assert [row["verdict"] for row in verdicts(towers)] == ["supported"]


def test_a_note_is_typed_as_a_line_and_kept_with_its_verdict(
    towers: CommandLine, terminals: list[Terminal]
) -> None:
    terminal = Terminal(towers)
    terminals.append(terminal)

    terminal.until(PROMPT)
    terminal.press("e")
    terminal.until(b"note: ")
    terminal.press("the year is wrong\n")
    terminal.until(PROMPT)
    terminal.press("n")
    terminal.until(PROMPT)
    terminal.press("q")
    terminal.end()

    (given,) = verdicts(towers)
    assert (given["verdict"], given["note"]) == ("unsupported", "the year is wrong")


@pytest.mark.parametrize(("columns", "beside"), [(140, True), (60, False)])
def test_record_and_source_stand_beside_each_other_where_there_is_room(
    towers: CommandLine, terminals: list[Terminal], columns: int, beside: bool
) -> None:
    terminal = Terminal(towers, columns=columns)
    terminals.append(terminal)

    screen = re.sub(r"\x1b\[[0-9;]*m", "", terminal.until(PROMPT))

    (head,) = [line for line in screen.splitlines() if line.startswith("question")]
    assert ("towers.md" in head) is beside
    assert max(map(len, screen.splitlines())) <= columns


def test_the_cited_words_are_marked_in_their_passage_and_no_score_is_shown(
    towers: CommandLine,
) -> None:
    screen = " ".join(review(towers, "q").split())

    assert re.search(r"⟦[^⟧]+⟧", screen)
    assert "1.0" not in screen
    assert "SUPPORTED" not in screen


def test_what_a_person_judged_is_never_asked_of_them_again(towers: CommandLine) -> None:
    first = review(towers, "y|?|q")
    second = review(towers, "y|" * 50)
    third = review(towers, "y")

    assert "2 claims judged" in first
    assert "0 claims judged" in third
    assert len({(row["record"], row["claim"]) for row in verdicts(towers)}) == len(verdicts(towers))
    assert "→ supported" in second


def test_a_skipped_claim_is_asked_again_next_time(towers: CommandLine) -> None:
    review(towers, "s|q", "--sample", "1")

    assert "1 claims judged" in review(towers, "y", "--sample", "1")


def test_going_back_changes_the_verdict_before(towers: CommandLine) -> None:
    review(towers, "y|b|n|q")

    assert [row["verdict"] for row in verdicts(towers)] == ["unsupported"]


def test_a_sample_asks_about_so_many_records_and_says_how_they_were_drawn(
    towers: CommandLine,
) -> None:
    review(towers, "y|y|y|y|y|y|y|y", "--sample", "2", "--seed", "7")

    given = verdicts(towers)
    assert len({row["record"] for row in given}) == 2
    assert all(row["sampling"].endswith("seed 7") for row in given)
    assert all(row["inclusion"] > 0 for row in given)


def test_what_somebody_else_judged_is_asked_unless_it_is_left_out(towers: CommandLine) -> None:
    review(towers, "y|" * 50)
    towers("review", "out", "--by", "bo", stdin="y\nq\n")

    left = towers("review", "out", "--by", "cy", "--unreviewed", stdin="y\ny\n")

    assert sum(row["by"] == "bo" for row in verdicts(towers)) == 1
    assert "0 claims judged" in left.stdout


def test_an_unknown_key_says_which_there_are_and_changes_nothing(towers: CommandLine) -> None:
    screen = review(towers, "x|q")

    assert screen.count("q quit") == 2
    assert verdicts(towers) == []


def test_control_characters_of_a_source_do_not_reach_the_terminal(
    groundsmith: CommandLine, tmp_path: Path
) -> None:
    hostile = "The \x1b[2JEuromast\x07 is a tower in Rotterdam. It was built in 1960.\n"
    (groundsmith.folder / "towers.md").write_text(TEXT.replace("## Eiffel", hostile), "utf-8")
    groundsmith("qa", "towers.md", "--out", "out", "--quiet")

    screen = review(groundsmith, "s|" * 30)

    assert "\x1b[2J" not in screen
    assert "\x07" not in screen


def test_under_json_the_screen_goes_to_stderr(towers: CommandLine) -> None:
    done = towers("review", "out", "--by", "ann", "--json", stdin="y\nq\n")

    assert json.loads(done.stdout)["judged"]["supported"] == 1
    assert "q quit" in done.stderr


def test_a_folder_that_no_run_made_is_refused(groundsmith: CommandLine) -> None:
    (groundsmith.folder / "other").mkdir()

    done = groundsmith("review", "other")

    assert done.returncode == 2
    assert "not an output folder" in done.stderr

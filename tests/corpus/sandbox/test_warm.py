import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from groundsmith.corpus.sandbox.limits import Limits
from groundsmith.corpus.sandbox.warm import Sandbox
from groundsmith.errors import MachineError, SourceError
from groundsmith.records import Json

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")

NAMES = (
    "length process refuse fail fall_deep compute wait hoard keep crash "
    "crash_when_used flood escape"
)
FUNCTIONS = {name: f"work_for_sandboxes:{name}" for name in NAMES.split()}
Call = Callable[..., Json]


@pytest.fixture
def call() -> Iterator[Call]:
    """Calls a function in a sandbox, under limits that a test does not wait long for."""
    limits = Limits(memory_bytes=256 << 20, cpu_s=1, wall_s=30.0, answer_bytes=10 << 20)
    sandbox = Sandbox(tuple(FUNCTIONS.values()), limits)
    yield lambda name, data=b"": sandbox.call(FUNCTIONS[name], data)
    sandbox.close()


def reason(call: Call, name: str, data: bytes = b"") -> str:
    """Why a call is refused."""
    with pytest.raises(SourceError) as caught:
        call(name, data)
    return caught.value.reason


def test_what_is_sent_arrives_whole(call: Call) -> None:
    assert [call("length", bytes(size)) for size in (0, 1, 10_000_000)] == [0, 1, 10_000_000]


def test_one_process_answers_call_after_call(call: Call) -> None:
    answers = {call("process") for _ in range(20)}

    assert len(answers) == 1
    assert answers != {os.getpid()}


def test_threads_get_their_own_answers(call: Call) -> None:
    with ThreadPoolExecutor(4) as threads:
        sizes = list(threads.map(lambda size: call("length", bytes(size)), range(100)))

    assert sizes == list(range(100))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("refuse", "not for me"),
        ("fail", "damaged (KeyError 'word\\x1b[0m\\ntwo')"),
        ("fall_deep", "nested too deep"),
        ("compute", "reading it takes longer than 1 s"),
        ("hoard", "reading it takes more than 256 MiB of memory"),
        ("flood", "more than 10 MiB of text"),
    ],
)
def test_what_goes_wrong_over_there_is_one_line_here(call: Call, name: str, why: str) -> None:
    assert reason(call, name) == why


def test_a_crash_is_one_line_and_the_next_call_is_answered(call: Call) -> None:
    why = reason(call, "crash")

    assert "SIGSEGV" in why
    assert call("length", b"abc") == 3


def test_a_process_that_does_nothing_for_ever_is_ended() -> None:
    sandbox = Sandbox(tuple(FUNCTIONS.values()), Limits(wall_s=0.5))

    with pytest.raises(SourceError, match="takes longer"):
        sandbox.call(FUNCTIONS["wait"], b"")

    assert sandbox.call(FUNCTIONS["length"], b"abc") == 3
    sandbox.close()


def test_no_file_is_refused_for_what_others_left_in_memory(call: Call) -> None:
    kept = [call("keep", bytes(20 << 20)) for _ in range(30)]

    assert max(int(count) for count in kept) < 30
    assert kept.count(1) > 1


def test_no_file_is_refused_for_a_crash_that_others_led_to(call: Call) -> None:
    assert [call("crash_when_used") for _ in range(3)] == [1, 1, 1]


def test_nothing_outside_can_be_reached(call: Call, tmp_path: Path) -> None:
    target = tmp_path / "written"

    reached = call("escape", os.fsencode(target))

    assert reached == []
    assert not target.exists()


def test_a_forked_process_starts_its_own(call: Call) -> None:
    ours = call("process")
    to_read, to_write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(to_write, str(call("process")).encode())
        os._exit(0)
    os.waitpid(child, 0)

    theirs = int(os.read(to_read, 100))

    assert theirs not in (ours, os.getpid())
    assert call("process") == ours


def test_a_function_that_cannot_be_imported_is_an_error_of_the_machine() -> None:
    sandbox = Sandbox(("no_such_module:read",))

    with pytest.raises(MachineError, match="ended as it began"):
        sandbox.call("no_such_module:read", b"")


def test_a_closed_sandbox_starts_again(call: Call) -> None:
    sandbox = Sandbox((FUNCTIONS["process"],))
    first = sandbox.call(FUNCTIONS["process"], b"")
    sandbox.close()

    second = sandbox.call(FUNCTIONS["process"], b"")

    assert first != second
    sandbox.close()

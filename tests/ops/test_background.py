"""A writer that is slow, stuck or broken keeps nobody waiting."""

import os
import threading

from groundsmith.ops.background import Background


def test_everything_is_written_in_order_before_it_closes() -> None:
    written: list[bytes] = []
    background = Background(written.append)

    for number in range(5_000):
        background.put(b"%d\n" % number)
    background.close()

    assert b"".join(written) == b"".join(b"%d\n" % number for number in range(5_000))
    assert background.lost_count == 0


def test_a_stuck_writer_loses_what_does_not_fit_and_closing_gives_up() -> None:
    stuck = threading.Event()
    entered = threading.Event()

    def write(_: bytes) -> None:
        entered.set()
        stuck.wait()

    background = Background(write, backlog=3)
    background.put(b"in the writer")
    entered.wait()

    for _ in range(10):
        background.put(b"waiting")
    background.close(timeout_s=0.05)
    stuck.set()

    assert background.lost_count == 7


def test_a_writer_that_fails_is_asked_again() -> None:
    written: list[bytes] = []

    def write(data: bytes) -> None:
        if data == b"bad":
            raise OSError
        written.append(data)

    background = Background(write)
    for entry in (b"bad", b"good"):
        background.put(entry)
        background.close()

    assert written == [b"good"]
    assert background.lost_count == 1


def test_a_forked_child_writes_for_itself() -> None:
    read_end, write_end = os.pipe()

    def write(data: bytes) -> None:
        os.write(write_end, data)

    background = Background(write)
    background.put(b"parent ")
    background.close()

    child = os.fork()
    if child == 0:
        background.put(b"child")
        background.close()
        os._exit(0)
    os.waitpid(child, 0)
    os.close(write_end)

    with os.fdopen(read_end, "rb") as pipe:
        assert pipe.read() == b"parent child"

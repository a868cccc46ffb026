"""Where our own time goes on the common job: the functions with the most of it, thread by thread.

A profiler makes small functions look dearer than they are; the order is what counts.
"""

import cProfile
import io
import pstats
import sys
import threading
import time

from engine_peers.ours import prepare
from engine_peers.stopwatch import task_given

SHOWN_COUNT = 12
THREADS = ("MainThread", "ledger-writer")


def main() -> None:
    """Does the job once and prints each thread's share and functions."""
    profiles: dict[str, cProfile.Profile] = {}

    def profile_this_thread(*_: object) -> None:
        mine = profiles[threading.current_thread().name] = cProfile.Profile(time.thread_time)
        mine.enable()

    threading.setprofile(profile_this_thread)
    task = task_given()
    work = prepare(task)
    profile_this_thread()
    work()
    profiles["MainThread"].disable()
    for name in THREADS:
        print_functions(name, profiles[name], task.row_count)


def print_functions(thread: str, profile: cProfile.Profile, row_count: int) -> None:
    """The functions in which a thread spends most."""
    stats = pstats.Stats(profile, stream=io.StringIO())
    counted = sorted(stats.stats.items(), key=lambda each: -each[1][2])  # type: ignore[attr-defined]  # typeshed leaves it out
    whole_s = sum(each[2] for _, each in counted)
    sys.stdout.write(f"{thread}: {1e6 * whole_s / row_count:.0f} µs a row while profiled\n")
    for (file, _, function), (_, calls, own_s, *_) in counted[:SHOWN_COUNT]:
        place = "" if file == "~" else "/".join(file.rsplit("/", 2)[1:]) + ": "
        spent = f"{1e6 * own_s / row_count:6.1f} µs {calls / row_count:6.2f} calls"
        sys.stdout.write(f"  {spent}  {place}{function}\n")


if __name__ == "__main__":
    main()

"""Runs one peer's job once and prints what it took, as one line of JSON.

A peer prepares itself outside of the measured time: imports, clients and the list of rows cost
nothing here, so that a slow import does not look like a slow engine. CPU is that of the process,
its threads and its ended children; the provider is none of them. Standard library only, for it runs
in the peer's own environment.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

PASSAGE = "What does the text say about fees and deadlines? " * 30
SYSTEM = "Answer in one sentence."
MAX_OUTPUT_TOKENS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What every peer does: ask `row_count` questions, `in_flight` at a time.

    Attributes:
        folder: An empty folder for whatever the peer keeps.
    """

    base_url: str
    row_count: int
    in_flight: int
    folder: Path

    def prompts(self) -> list[str]:
        """About 1,500 characters each, no two alike."""
        return [f"{number}: {PASSAGE}" for number in range(self.row_count)]


Work = Callable[[], int]
"""Does the job; how many rows it delivered."""


def run(distributions: Sequence[str], prepare: Callable[[Task], Work]) -> None:
    """Prepares and times one job given on the command line; prints its figures."""
    task = task_given()
    work = prepare(task)
    wall_s, cpu_s = time.perf_counter(), _cpu_s()
    delivered = work()
    wall_s, cpu_s = time.perf_counter() - wall_s, _cpu_s() - cpu_s
    figures = {
        "delivered": delivered,
        "wall_s": wall_s,
        "cpu_s": cpu_s,
        "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "versions": {name: version(name) for name in distributions},
    }
    sys.stdout.write("\n" + json.dumps(figures) + "\n")


def task_given() -> Task:
    """The job on the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("base_url")
    parser.add_argument("row_count", type=int)
    parser.add_argument("in_flight", type=int)
    parser.add_argument("folder", type=Path)
    return Task(**vars(parser.parse_args()))


def _cpu_s() -> float:
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))

"""How a whole job grows: time by phase, rows a second from first to last, memory, size of state.

    python benchmarks/scale.py --items 100000

Writes N short documents, no two alike, as JSON Lines files of 5,000 rows (`--files` makes a text
file of each), runs `groundsmith qa` over them without a model, and then plans and writes N items
through the engine with a model in the same process that answers at once, or after `--answer-ms`:
at once is as fast as the ledger can go, and no provider is that fast. Prints for each phase its
seconds and the most memory that the process held in it, rows a second of the first and of the
last tenth of the items, and the size of the ledger. `--only qa` or `--only engine` does one half.
"""

import argparse
import asyncio
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import psutil
from sqlalchemy import select

from groundsmith.app.loop import run_async
from groundsmith.events import silent
from groundsmith.records import Draft, Request
from groundsmith.runs.engine import Engine, Performed
from groundsmith.runs.ledger import Ledger
from groundsmith.runs.stop import Stop
from groundsmith.store import runs, schema
from groundsmith.store.database import Database
from groundsmith.store.items import LeasedItem, PlannedItem
from groundsmith.testing import ScriptedModel

ROWS_A_FILE = 5_000
IN_FLIGHT = 64
SAMPLE_S = 0.2
SYLLABLES = [c + v for c in "bcdfgklmnprstvz" for v in "aeiou"]
ANSWER = "An answer of the length that such answers have. " * 8


def word(chance: random.Random, syllables: int) -> str:
    """A word that nobody knows."""
    return "".join(chance.choices(SYLLABLES, k=syllables))


LEXICON = [word(random.Random(number), 2 + number % 3) for number in range(20_000)]


def document(number: int) -> str:
    """A notice of a few sentences; the same number gives the same one."""
    chance = random.Random(number)

    def some() -> str:
        """A word of the lexicon; the further up, the more often, as Zipf has it."""
        return LEXICON[min(int(chance.paretovariate(0.5)), len(LEXICON)) - 1]

    def filler() -> str:
        return " ".join(some() for _ in range(chance.randint(6, 30))).capitalize() + "."

    name = f"{word(chance, 3)} {word(chance, 2)}".title()
    facts = (
        f"The {name} Permit costs {chance.randint(10, 99_999)} dollars.",
        f"{name} was founded in {chance.randint(1500, 2020)} by {word(chance, 3).title()}.",
        f"{name} is a {some()} of {word(chance, 4)} and {some()}.",
    )
    return f"{filler()} {chance.choice(facts)} {filler()}"


def write_corpus(folder: Path, count: int, *, as_files: bool) -> None:
    """Writes `count` documents below `folder`."""
    for start in range(0, count, ROWS_A_FILE):
        numbers = range(start, min(start + ROWS_A_FILE, count))
        part = folder / f"part-{start // ROWS_A_FILE:05}"
        if as_files:
            part.mkdir(parents=True)
            for number in numbers:
                (part / f"{number:07}.txt").write_text(f"{document(number)}\n", encoding="utf-8")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            lines = (json.dumps({"notice": document(number)}) for number in numbers)
            part.with_suffix(".jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A look at a process: when, its memory, and the CPU seconds it had taken."""

    at: float
    mib: float
    cpu_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A process that has ended, and the looks that were taken at it."""

    ended_at: float
    cpu_s: float
    peak_mib: float
    samples: list[Sample]

    def peak_between(self, start: float, stop: float) -> float:
        """The most memory seen in a part of its life."""
        return max((one.mib for one in self.samples if start <= one.at <= stop), default=0.0)

    def cpu_between(self, start: float, stop: float) -> float:
        """CPU seconds taken in a part of its life, between the looks in a straight line."""
        times, taken = [one.at for one in self.samples], [one.cpu_s for one in self.samples]
        before, after = np.interp([start, stop], times, taken)
        return float(after - before)

    def tenths(self, finished: Sequence[float]) -> str:
        """The first and the last tenth of the items: rows a second, and a CPU second, and memory.

        A CPU second tells what an item costs; a second tells also what else the machine did.
        """
        size = len(finished) // 10
        first, last = (finished[0], finished[size]), (finished[-1 - size], finished[-1])
        a_second, a_cpu_second = (
            [size / max(took(*part), 1e-9) for part in (first, last)]
            for took in (lambda start, stop: stop - start, self.cpu_between)
        )
        return (
            f"first and last tenth: {a_second[0]:,.0f} and {a_second[1]:,.0f} rows/s "
            f"({a_second[1] / a_second[0]:.2f}), {a_cpu_second[0]:,.0f} and "
            f"{a_cpu_second[1]:,.0f} rows a CPU second ({a_cpu_second[1] / a_cpu_second[0]:.2f}), "
            f"{self.peak_between(*first):.0f} and {self.peak_between(*last):.0f} MiB"
        )


def watched(command: Sequence[str], folder: Path) -> Watched:
    """Runs a command to its end and looks at it all the while."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    seen = psutil.Process(process.pid)
    samples: list[Sample] = []
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        mib, cpu = seen.memory_info().rss / 2**20, seen.cpu_times()
        samples.append(Sample(at=time.time(), mib=mib, cpu_s=cpu.user + cpu.system))
        time.sleep(SAMPLE_S)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
    return Watched(
        ended_at=time.time(),
        cpu_s=usage.ru_utime + usage.ru_stime,
        peak_mib=usage.ru_maxrss / 1024,
        samples=samples,
    )


def finish_times(database: Database) -> list[float]:
    """When each item was finished, in order."""
    chosen = select(schema.items.c.finished_at).order_by(schema.items.c.finished_at)
    return database.fetch(lambda c: [at for at in c.execute(chosen).scalars() if at is not None])


def phase_starts(database: Database) -> list[tuple[str, float]]:
    """The phases of a job, with their beginnings."""
    chosen = select(schema.events).where(schema.events.c.kind == "PhaseStarted")
    rows = database.fetch(lambda c: c.execute(chosen.order_by(schema.events.c.seq)).all())
    return [(json.loads(row.data)["phase"], row.at) for row in rows]


def size_of(ledger: Path, count: int) -> str:
    """What the ledger takes on the disk."""
    size = sum(one.stat().st_size for one in ledger.parent.glob(f"{ledger.name}*"))
    return f"ledger {size / 2**20:,.0f} MiB, {size / count:,.0f} bytes an item"


def measure_job(folder: Path, count: int, *, as_files: bool) -> None:
    """Prints the figures of `groundsmith qa` over `count` documents."""
    write_corpus(folder / "corpus", count, as_files=as_files)
    run = watched(
        [sys.executable, "-m", "groundsmith", "qa", "corpus", "--out", "out", "--quiet"], folder
    )
    ledger = folder / ".groundsmith" / "ledger.db"
    with Database(ledger) as database:
        marks = [*phase_starts(database), ("end", run.ended_at)]
        finished = finish_times(database)
    print(f"groundsmith qa, {count:,} documents, {len(finished):,} items, {run.cpu_s:.0f} s CPU")
    for (phase, start), (_, stop) in pairwise(marks):
        rate = len(finished) / (stop - start)
        peak = run.peak_between(start, stop)
        print(f"  {phase:<7} {stop - start:8.1f} s  {rate:9,.0f} items/s  {peak:6.0f} MiB")
    print(f"  write   {run.tenths(finished)}")
    print(f"  peak {run.peak_mib:.0f} MiB; {size_of(ledger, len(finished))}")


def planned(count: int) -> Iterator[PlannedItem]:
    """Items whose payload is the number of a document."""
    for number in range(count):
        yield PlannedItem(
            name=f"part#{number}",
            ordinal=number,
            fingerprint=f"{number * 0x9E3779B97F4A7C15 % 2**64:064x}",
            payload=str(number).encode(),
        )


def drive(place: Path, count: int, answer_s: float) -> None:
    """Plans and writes `count` items through the engine; run in a process of its own."""
    model = ScriptedModel(ANSWER)

    async def perform(item: LeasedItem) -> Performed:
        text = document(int(item.payload))
        request = Request(
            system="", messages=(("user", text),), max_output_tokens=400, temperature=None
        )
        if answer_s:
            await asyncio.sleep(answer_s)
        completion = await model.complete(request)
        model.requests.clear()  # the double would keep them all
        made = Draft(part=0, content={"text": completion.text}, citations=(), writer="scripted")
        return Performed(drafts=(made,), provenance={"calls": 1})

    with Database(place) as database:
        database.write(
            lambda c: runs.start(
                c,
                run="scale",
                out="out",
                recipe=("scale", 1),
                inputs=[],
                settings={},
                fresh=False,
                now=time.time(),
            )
        )
        ledger = Ledger(database, "scale", lease_s=60)
        started = time.monotonic()
        ledger.plan(planned(count))
        print(f"  plan    {time.monotonic() - started:8.1f} s", flush=True)
        engine = Engine(ledger, perform, in_flight=IN_FLIGHT, emit=silent, stop=Stop())
        run_async(engine.work())
        ledger.close()


def measure_engine(folder: Path, count: int, answer_ms: int) -> None:
    """Prints the figures of the write phase over `count` items."""
    print(
        f"engine and ledger, a model that answers at once, {IN_FLIGHT} in flight, {count:,} items"
    )
    place = folder / "ledger.db"
    said = ["--items", str(count), "--answer-ms", str(answer_ms), "--drive", str(place)]
    run = watched([sys.executable, __file__, *said], folder)
    with Database(place) as database:
        finished = finish_times(database)
    wall = finished[-1] - finished[0]
    print(f"  write   {wall:8.1f} s  {count / wall:9,.0f} items/s; {run.tenths(finished)}")
    print(f"  peak {run.peak_mib:.0f} MiB, {run.cpu_s:.0f} s CPU; {size_of(place, count)}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=10_000, metavar="N")
    parser.add_argument("--files", action="store_true", help="a file for each document")
    parser.add_argument("--only", choices=("qa", "engine"))
    parser.add_argument("--answer-ms", type=int, default=0, metavar="MS")
    parser.add_argument("--drive", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.drive:
        drive(given.drive, given.items, given.answer_ms / 1000)
        return
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    print(f"command: python benchmarks/scale.py {' '.join(sys.argv[1:])}".rstrip())
    for part in ("qa", "engine"):
        if given.only in (None, part):
            with tempfile.TemporaryDirectory() as name:
                if part == "qa":
                    measure_job(Path(name), given.items, as_files=given.files)
                else:
                    measure_engine(Path(name), given.items, given.answer_ms)


if __name__ == "__main__":
    main()

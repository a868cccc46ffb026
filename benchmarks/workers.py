"""What worker processes bring: a run's wall time and memory with one and with several.

    python benchmarks/workers.py [--editions N] [--workers 1 2 4]

Writes the guidance files N times over, each edition's headings numbered so that no two passages are
the same to the ledger, and runs `groundsmith qa` over them in an empty folder for each number of
workers. Prints the seconds of the phases that workers share, of the whole command, and the most
memory that all its processes held together: resident, where pages that they share count in each,
and proportional, where such a page counts once.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

GUIDANCE = Path(__file__).parents[1] / "examples" / "guidance"
SAMPLE_S = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run: seconds of its phases and of the whole, peak MiB, and what it exported."""

    write_s: float
    judge_s: float
    wall_s: float
    resident_mib: float
    proportional_mib: float
    items: int
    records: bytes


def write_corpus(folder: Path, editions: int) -> None:
    """Writes every guidance file once for each edition."""
    for path in sorted(GUIDANCE.rglob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for edition in range(editions):
            numbered = (f"{line} {edition}" if line.startswith("#") else line for line in lines)
            target = folder / str(edition) / path.relative_to(GUIDANCE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(numbered) + "\n", encoding="utf-8")


def memory(root: psutil.Process) -> tuple[float, float]:
    """Resident and proportional MiB of a process and all below it."""
    resident = proportional = 0.0
    with suppress(psutil.Error):
        for process in (root, *root.children(recursive=True)):
            with suppress(psutil.Error):
                held = process.memory_full_info()
                resident += held.rss / 2**20
                proportional += held.pss / 2**20
    return resident, proportional


def measured(corpus: Path, workers: int) -> Measured:
    """A run in a new folder."""
    with tempfile.TemporaryDirectory() as name:
        command = [sys.executable, "-m", "groundsmith", "qa", str(corpus), "--out", "out"]
        started, peaks = time.perf_counter(), [(0.0, 0.0)]
        process = subprocess.Popen(
            [*command, "--quiet", "--workers", str(workers)], cwd=name, stdout=subprocess.DEVNULL
        )
        root = psutil.Process(process.pid)
        while process.poll() is None:
            peaks.append(memory(root))
            time.sleep(SAMPLE_S)
        wall_s = time.perf_counter() - started
        if process.returncode:
            raise SystemExit(f"{workers} workers: exit status {process.returncode}")
        manifest = json.loads((Path(name) / "out" / "manifest.json").read_text())
        resident, proportional = (max(column) for column in zip(*peaks, strict=True))
        return Measured(
            write_s=manifest["durations_s"]["write"],
            judge_s=manifest["durations_s"]["judge"],
            wall_s=wall_s,
            resident_mib=resident,
            proportional_mib=proportional,
            items=manifest["items"]["DONE"],
            records=(Path(name) / "out" / "records.jsonl").read_bytes(),
        )


def report(workers: int, run: Measured) -> str:
    """One line of the table."""
    return (
        f"{workers:>7}  {run.write_s:7.2f} s  {run.judge_s:7.2f} s  {run.wall_s:7.2f} s  "
        f"{run.resident_mib:5.0f} MiB  {run.proportional_mib:8.0f} MiB"
    )


def main(given: Sequence[str]) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--editions", type=int, default=6, metavar="N")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], metavar="N")
    wanted = parser.parse_args(given)
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    print(f"command: python benchmarks/workers.py {' '.join(given)}".rstrip())
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name)
        write_corpus(corpus, wanted.editions)
        runs = {count: measured(corpus, count) for count in wanted.workers}
    one = next(iter(runs.values()))
    print(f"{one.items:,} items\nworkers      write      judge      whole   resident  proportional")
    for count, run in runs.items():
        print(report(count, run))
    if len(runs) == 1:
        return
    same = all(run.records == one.records for run in runs.values())
    print(f"records.jsonl {'is the same, byte for byte' if same else 'DIFFERS'}")


if __name__ == "__main__":
    main(sys.argv[1:])

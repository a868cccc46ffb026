"""What a newcomer waits for: the guidance files from nothing, `--help`, and the import.

    python benchmarks/first_run.py

Prints wall and CPU seconds and peak memory of `groundsmith qa examples/guidance` in an empty
folder, of the same command again, the wall time of `groundsmith --help`, and the CPU time of
`import groundsmith`; each the median of several processes of its own.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

GUIDANCE = Path(__file__).parents[1] / "examples" / "guidance"
COMMAND = [sys.executable, "-m", "groundsmith"]


def measured(arguments: Sequence[str], folder: Path) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MiB of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(
        arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        raise SystemExit(f"{' '.join(arguments)}: exit status {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(runs: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    """The median of each figure."""
    wall, cpu, memory = zip(*runs, strict=True)
    return statistics.median(wall), statistics.median(cpu), statistics.median(memory)


def main() -> None:
    """Prints the figures."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    first, second = [], []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as name:
            run = [*COMMAND, "qa", str(GUIDANCE), "--out", "out", "--quiet"]
            first.append(measured(run, Path(name)))
            second.append(measured(run, Path(name)))
    for what, runs in (("48 files, first run", first), ("the same again", second)):
        wall, cpu, memory = median(runs)
        print(f"{what:<22} {wall:6.2f} s wall  {cpu:6.2f} s CPU  {memory:6.0f} MiB")
    here = Path.cwd()
    wall, _, _ = median([measured([*COMMAND, "--help"], here) for _ in range(9)])
    print(f"{'--help':<22} {wall:6.3f} s wall")
    bare, loaded = (
        median([measured([sys.executable, "-c", code], here) for _ in range(9)])[1]
        for code in ("pass", "import groundsmith")
    )
    print(f"{'import groundsmith':<22} {loaded - bare:6.3f} s CPU above the bare interpreter")


if __name__ == "__main__":
    main()

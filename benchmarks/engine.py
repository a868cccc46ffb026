"""The engine beside its peers: rows a second, CPU and memory for the same rows and the same stub.

    python benchmarks/engine.py
    python benchmarks/engine.py --only groundsmith --rows 4000

A fake provider in a process of its own answers each call after 50 ms. Ours is the whole engine: the
plan, leases, answers and drafts on a ledger file, a budget that is reserved and settled, events and
the log. Each peer runs as its own documents show it, in an environment of its own that is made from
PyPI on first use; one that cannot be made or does not run stands in the table with the reason.
`ideal` is calls in flight divided by the latency. All peers run once before any runs again, so that
a machine that is busier for a while is so for all of them; the medians are printed, and after the
table where our own time goes. Then each peer meets a provider that caps and one that fails, and we
a budget (`benchmarks/engine_limits.py`).
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Any

from engine_limits import TRIALS, Met, Trial, budget_lines, starting_lines
from groundsmith.testing import FakeProvider, Script
from groundsmith.testing.bill import Bill

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "groundsmith" / "peers"
LATENCY_S = 0.05
LONGEST_S = 180
TOKENIZERS = Path("litellm", "litellm_core_utils", "tokenizers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Who is measured.

    Attributes:
        requirement: What pip installs, by spaces; empty for ourselves.
        module: Its script in `benchmarks/engine_peers`.
        keeps: What survives a kill.
    """

    name: str
    requirement: str
    module: str
    keeps: str


PEERS = (
    Peer(name="groundsmith", requirement="", module="ours", keeps="ledger, budget"),
    Peer(
        name="flexllm",
        requirement="flexllm==0.17.10",
        module="flexllm_batch",
        keeps="checkpoint",
    ),
    Peer(
        name="openai",
        requirement="openai[aiohttp]==3.52.0",
        module="openai_sdk",
        keeps="nothing",
    ),
    Peer(
        name="litellm",
        requirement="litellm==1.106.2",
        module="litellm_call",
        keeps="nothing",
    ),
    Peer(
        name="bespokelabs-curator",
        requirement="bespokelabs-curator==0.1.31",
        module="curator_llm",
        keeps="cache",
    ),
    Peer(
        name="data-designer",
        requirement="data-designer==0.9.6",
        module="data_designer_create",
        keeps="row groups",
    ),
)


class NotMeasured(Exception):
    """Why there are no figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a script of `engine_peers` printed, and what its provider saw."""

    stdout: str
    bill: Bill

    @property
    def said(self) -> dict[str, Any]:
        """Its figures."""
        figures: dict[str, Any] = json.loads(last_line(self.stdout))
        return figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one run took."""

    rows_per_s: float
    cpu_s: float
    peak_rss_mb: float
    versions: str


def interpreter(peer: Peer) -> Path:
    """The Python of the peer's environment, made where it is missing or holds other versions."""
    if not peer.requirement:
        return Path(sys.executable)
    folder = CACHE / peer.name
    python, stamp = folder / "bin" / "python", folder / "requirement.txt"
    if not stamp.exists() or stamp.read_text() != peer.requirement:
        if not python.exists():
            venv.create(folder, with_pip=True)
        wanted = peer.requirement.split()
        install = [str(python), "-m", "pip", "install", "--quiet", *wanted]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotMeasured(f"cannot be installed: {last_line(done.stderr)}")
        stamp.write_text(peer.requirement)
    return python


def measured(peer: Peer, row_count: int, in_flight: int) -> Figures:
    """One run of one peer, beside a provider of its own."""
    said = ran(interpreter(peer), peer.module, row_count, in_flight).said
    if said["delivered"] != row_count:
        raise NotMeasured(f"delivered {said['delivered']} of {row_count} rows")
    return Figures(
        rows_per_s=row_count / said["wall_s"],
        cpu_s=1000 * said["cpu_s"] / row_count,
        peak_rss_mb=said["peak_rss_mb"],
        versions=", ".join(f"{name} {version}" for name, version in said["versions"].items()),
    )


def ran(
    python: Path,
    module: str,
    row_count: int,
    in_flight: int,
    script: Script = Script(latency_s=LATENCY_S),  # noqa: B008 - frozen
) -> Ran:
    """How a script of `engine_peers` went; raises NotMeasured where it did not get there."""
    with (
        FakeProvider(script, own_process=True) as fake,
        tempfile.TemporaryDirectory(prefix="groundsmith-engine-") as folder,
    ):
        words = [fake.base_url, str(row_count), str(in_flight), folder]
        try:
            done = subprocess.run(
                [python, "-m", f"engine_peers.{module}", *words],
                cwd=HERE,
                env=surroundings(),
                capture_output=True,
                text=True,
                timeout=LONGEST_S,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise NotMeasured(f"not done after {LONGEST_S} s") from late
        bill = fake.bill(with_calls=False)
    if done.returncode:
        raise NotMeasured(f"does not run: {last_line(done.stderr)}")
    return Ran(stdout=done.stdout, bill=bill)


def surroundings() -> dict[str, str]:
    """The environment of a peer: no reports to its makers, and what it would download at hand."""
    litellm = interpreter(next(peer for peer in PEERS if peer.name == "litellm")).parents[1]
    tokenizers = next(litellm.glob(f"lib/python*/site-packages/{TOKENIZERS}"), Path())
    return {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"} | {
        "TELEMETRY_ENABLED": "false",
        "NEMO_TELEMETRY_ENABLED": "false",
        "LITELLM_LOCAL_MODEL_COST_MAP": "true",
        "TIKTOKEN_CACHE_DIR": str(tokenizers),
    }


def medians(runs: Sequence[Figures]) -> Figures:
    """The middle of each figure."""
    return Figures(
        rows_per_s=median(run.rows_per_s for run in runs),
        cpu_s=median(run.cpu_s for run in runs),
        peak_rss_mb=median(run.peak_rss_mb for run in runs),
        versions=runs[0].versions,
    )


def in_turns(
    peers: Sequence[Peer], row_count: int, in_flight: int, rounds: int
) -> dict[str, Figures | NotMeasured]:
    """Each peer's medians over several rounds in which all take part, or why it has none."""
    runs: dict[str, list[Figures]] = {peer.name: [] for peer in peers}
    failed: dict[str, NotMeasured] = {}
    for _ in range(rounds):
        for peer in peers:
            if peer.name in failed:
                continue
            try:
                runs[peer.name].append(measured(peer, row_count, in_flight))
            except NotMeasured as reason:
                failed[peer.name] = reason
    return {name: failed.get(name) or medians(each) for name, each in runs.items()}


def last_line(text: str) -> str:
    """The last line that says anything."""
    return next((line for line in reversed(text.splitlines()) if line.strip()), "")


def line(peer: Peer, in_flight: int, figures: Figures, ours: Figures) -> str:
    """One row of the table."""
    share = figures.rows_per_s * LATENCY_S / in_flight
    return (
        f"{peer.name:20} {in_flight:9} {figures.rows_per_s:7,.0f} {share:6.2f}"
        f" {figures.cpu_s:11.3f} {figures.peak_rss_mb:8.0f}"
        f" {ours.rows_per_s / figures.rows_per_s:9.2f} {figures.cpu_s / ours.cpu_s:9.2f}"
        f"  {peer.keeps}"
    )


def rows(peers: Sequence[Peer], task: argparse.Namespace) -> Iterator[tuple[Peer, str, str]]:
    """The lines of the table, each with the versions behind it."""
    for in_flight in task.in_flight:
        found = in_turns(peers, task.rows, in_flight, task.rounds)
        ours: Figures | None = None
        for peer in peers:
            figures = found[peer.name]
            if isinstance(figures, NotMeasured):
                yield peer, f"{peer.name:20} {in_flight:9} {figures}", ""
                continue
            ours = ours or figures
            yield peer, line(peer, in_flight, figures, ours), figures.versions


def met(peer: Peer, trial: Trial) -> Met:
    """How a peer does under a provider that says no."""
    python, walls = interpreter(peer), []
    for script in trial.scripts:
        run = ran(python, peer.module, trial.row_count, trial.in_flight, script)
        walls.append(run.said["wall_s"])
    return Met(trial=trial, delivered=run.said["delivered"], bill=run.bill, walls=tuple(walls))


def limit_lines(peers: Sequence[Peer]) -> Iterator[str]:
    """A table for each trial."""
    for trial in TRIALS:
        yield f"{trial.about}: {trial.heading}"
        for peer in peers:
            try:
                yield f"{peer.name:20} {met(peer, trial)}"
            except NotMeasured as reason:
                yield f"{peer.name:20} {reason}"


def machine() -> str:
    """What it ran on."""
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    )


def main() -> None:
    """Prints the table, and what made it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=5_000)
    parser.add_argument("--in-flight", type=int, nargs="+", default=[100, 256])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=[peer.name for peer in PEERS])
    task = parser.parse_args()
    peers = [peer for peer in PEERS if not task.only or peer.name in task.only]
    print(
        f"{task.rows} rows, {LATENCY_S * 1000:.0f} ms a call, medians of {task.rounds}; {machine()}"
    )
    print(
        f"{'':20} {'in flight':>9} {'rows/s':>7} {'ideal':>6} {'CPU s/1000':>11}"
        f" {'peak MB':>8} {'we: rows':>9} {'we: CPU':>9}  keeps"
    )
    versions: dict[str, str] = {}
    for peer, text, used in rows(peers, task):
        print(text, flush=True)
        versions[peer.name] = used or versions.get(peer.name, "")
    print("we: how many times as many rows a second, how many times less CPU")
    print(*(f"{name}: {used}" for name, used in versions.items() if used), sep="\n")
    print(ran(Path(sys.executable), "profiled", task.rows, task.in_flight[0]).stdout, end="")
    for text in chain(limit_lines(peers), budget_lines(), starting_lines()):
        print(text, flush=True)
    print(f"{time.strftime('%Y-%m-%d')}: python benchmarks/engine.py {' '.join(sys.argv[1:])}")


if __name__ == "__main__":
    main()

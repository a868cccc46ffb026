"""Runs that are killed with −9 again and again, and what each kill cost: nothing may be lost.

    python benchmarks/kills.py
    python benchmarks/kills.py --kills 50 --seed 7

`groundsmith qa` asks a fake provider about a folder of documents, and is killed: half of the times
at a random moment from outside, half at a named one by its own hand (`benchmarks/die_at.py`). The
same command goes on, is killed again, and so on until it ends; then another output folder begins.
After each kill the ledger is read with plain SQL and held against the provider's own books:

- settled ≤ the provider's bill ≤ settled + unsettled + held by open reservations;
- whatever was acknowledged is still there, and is neither asked for nor written again;
- what was paid twice is no more than what was in flight when it was killed;
- the finished `records.jsonl` has the bytes of an unbroken run's, and no record twice.
"""

import argparse
import json
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from die_at import MOMENTS
from groundsmith.llm.door import ahead
from groundsmith.records import Json
from groundsmith.testing import FakeProvider, Script

DIE_AT = Path(__file__).with_name("die_at.py")
LATENCY_S = 0.03
DOCUMENTS = 60
IN_FLIGHT = 8
PICO_A_TOKEN = 10**6
"""What a token costs that is priced at a dollar a million."""
CONFIG = """\
models:
  fake:
    provider: custom
    model: fake
    base_url: {base_url}
    price: {{input: 1, output: 2}}
"""


def answered(asked: Path, prompt: str, schema: Json) -> str:
    """The provider's answer: one pair about the tower in the passage; notes that it was asked."""
    fact = re.search(r"The (\w+) was built in (\d{4})", prompt)
    if fact is None:
        return json.dumps({"pairs": []})
    with asked.open("a") as book:
        book.write(f"{fact[1]}\n")
    pair = {
        "question": f"When was the {fact[1]} built?",
        "answer": fact[2],
        "kind": "temporal",
        "quote": fact[0],
    }
    return json.dumps({"pairs": [pair]})


def write_documents(folder: Path) -> None:
    """One passage a document, each about a tower of its own."""
    folder.mkdir()
    for number in range(DOCUMENTS):
        name = f"Tower{number:03}"
        body = f"# {name}\n\nThe {name} was built in {1800 + number}. It stands by the river.\n"
        (folder / f"{name}.md").write_text(body + "Boats pass below it all day. " * 4, "utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What a ledger says at one moment, in pico-dollars and names.

    Attributes:
        answers: The towers whose answers are stored.
        done: Each finished item's attempts and when it was finished.
    """

    settled: int = 0
    unsettled: int = 0
    held: int = 0
    open_count: int = 0
    answers: frozenset[str] = frozenset()
    done: dict[str, tuple[int, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, ledger: Path) -> "Books":
        """Empty where the run was killed before there was a ledger."""
        if not ledger.exists():
            return cls()
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=30)) as opened:
            try:
                return cls._read(opened)
            except sqlite3.OperationalError:  # killed before the tables were there
                return cls()

    @classmethod
    def _read(cls, opened: sqlite3.Connection) -> "Books":
        sums: Counter[str] = Counter()
        counts: Counter[str] = Counter()
        for state, cost, worst_case in opened.execute(
            "SELECT state, cost, worst_case FROM reservations"
        ):
            sums[state] += worst_case if cost is None else cost
            counts[state] += 1
        bodies = opened.execute("SELECT body FROM answers").fetchall()
        towers = [re.search(rb"Tower\d{3}", body) for (body,) in bodies]
        done = opened.execute(
            "SELECT name, attempts, finished_at FROM items WHERE state = 'DONE'"
        ).fetchall()
        return cls(
            settled=sums["SETTLED"],
            unsettled=sums["UNSETTLED"],
            held=sums["OPEN"],
            open_count=counts["OPEN"],
            answers=frozenset(tower[0].decode() for tower in towers if tower),
            done={name: (attempts, at) for name, attempts, at in done},
        )


@dataclass(slots=True)
class Tally:
    """What was seen so far; `faults` is what must not be."""

    kills: Counter[str] = field(default_factory=Counter)
    finished_runs: int = 0
    calls: int = 0
    paid_twice: int = 0
    in_flight_at_kills: int = 0
    faults: list[str] = field(default_factory=list)

    def expect(self, holds: bool, otherwise: str) -> None:
        """Notes a fault where something that must hold does not."""
        if not holds:
            self.faults.append(otherwise)

    def __str__(self) -> str:
        named = ", ".join(f"{moment} {count}" for moment, count in sorted(self.kills.items()))
        return (
            f"{self.kills.total()} kills ({named}) in {self.finished_runs} finished runs of "
            f"{DOCUMENTS} items; {self.calls} calls billed, {self.paid_twice} paid twice, "
            f"{self.in_flight_at_kills} were in flight at the kills; {len(self.faults)} faults"
        )


class Campaign:
    """One output folder from its first start to its end, with every kill in between."""

    def __init__(self, folder: Path, docs: Path, tally: Tally) -> None:
        folder.mkdir()
        self._folder = folder
        self._docs = docs
        self._tally = tally
        self._in_flight_at_kills = 0
        self._asked = folder / "asked"
        self._ledger = folder / ".groundsmith" / "ledger.db"
        self._fake = FakeProvider(
            Script(latency_s=LATENCY_S, answer=partial(answered, self._asked)), own_process=True
        )

    def __enter__(self) -> "Campaign":
        self._fake.__enter__()
        config = CONFIG.format(base_url=self._fake.base_url)
        (self._folder / "groundsmith.yaml").write_text(config)
        return self

    def __exit__(self, *_: object) -> None:
        self._fake.__exit__(None, None, None)

    def asked(self) -> Counter[str]:
        """How often the provider was asked about each tower."""
        return Counter(self._asked.read_text().split() if self._asked.exists() else ())

    def start(self, *launcher: str) -> "subprocess.Popen[bytes]":
        """The same command each time."""
        words = ["qa", str(self._docs), "--out", "out", "--model", "fake", "--budget", "1", "--yes"]
        return subprocess.Popen(
            [sys.executable, *launcher, *words, "--quiet", "--in-flight", str(IN_FLIGHT)],
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def records(self) -> bytes:
        """The finished file."""
        return (self._folder / "out" / "records.jsonl").read_bytes()

    def unbroken(self) -> float:
        """Seconds that a run takes which nobody kills."""
        started = time.monotonic()
        code = self.start("-m", "groundsmith").wait()
        if code:
            raise SystemExit(f"an unbroken run ended with {code}")
        return time.monotonic() - started

    def until_done(self, chance: random.Random, whole_s: float, most: int, expected: bytes) -> None:
        """Kills up to `most` times; then the run may end."""
        while most and self._killed(chance, whole_s):
            most -= 1
        code = self.start("-m", "groundsmith").wait()
        tally = self._tally
        tally.finished_runs += 1
        tally.expect(code == 0, f"the last run of {self._folder.name} ended with {code}")
        tally.expect(self.records() == expected, f"{self._folder.name}: other bytes")
        ids = [json.loads(line)["id"] for line in self.records().splitlines()]
        tally.expect(len(set(ids)) == len(ids), f"{self._folder.name}: a record twice")
        asked = self.asked()
        twice, in_flight = asked.total() - len(asked), self._in_flight_at_kills
        tally.expect(twice <= in_flight, f"{self._folder.name}: {twice} > {in_flight} paid twice")
        tally.calls += asked.total()
        tally.paid_twice += twice
        tally.in_flight_at_kills += in_flight

    def _killed(self, chance: random.Random, whole_s: float) -> bool:
        """Whether this start was killed before it ended; holds the books against each other."""
        before, asked_before = Books.of(self._ledger), self.asked()
        moment = chance.choice([*MOMENTS, *["any moment"] * len(MOMENTS)])
        if moment == "any moment":
            process = self.start("-m", "groundsmith")
            try:
                code = process.wait(timeout=chance.uniform(0.1, whole_s))
            except subprocess.TimeoutExpired:
                process.kill()
                code = process.wait()
        else:
            count = 1 if moment == "planned" else chance.randint(1, 15)
            code = self.start(str(DIE_AT), moment, str(count)).wait()
        tally = self._tally
        if code != -9:
            tally.expect(code == 0, f"not killed, and ended with {code}")
            return False
        tally.kills[moment] += 1
        self._compare(before, asked_before, moment)
        return True

    def _compare(self, before: Books, asked_before: Counter[str], moment: str) -> None:
        """Holds what the ledger says after a kill against the provider's books."""
        books, asked, tally = Books.of(self._ledger), self.asked(), self._tally
        bill = self._fake.bill()
        billed = (bill.input_tokens + 2 * bill.output_tokens) * PICO_A_TOKEN
        tally.expect(books.settled <= billed, f"{moment}: settled {books.settled} > bill {billed}")
        most = books.settled + books.unsettled + books.held
        tally.expect(billed <= most, f"{moment}: bill {billed} > {most}")
        again = [tower for tower in before.answers if asked[tower] != asked_before[tower]]
        tally.expect(not again, f"{moment}: asked again about {again}")
        lost = before.answers - books.answers
        tally.expect(not lost, f"{moment}: lost the answers about {sorted(lost)}")
        kept = {name: books.done.get(name) for name in before.done}
        tally.expect(kept == before.done, f"{moment}: a finished item was changed")
        self._in_flight_at_kills += books.open_count
        reserved = IN_FLIGHT + ahead(IN_FLIGHT)  # a few reserve before there is a place for them
        tally.expect(books.open_count <= reserved, f"{moment}: {books.open_count} in flight")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the counts; 1 where anything was lost, doubled or miscounted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=20)
    wanted = parser.parse_args(arguments)
    chance, tally, began = random.Random(wanted.seed), Tally(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="groundsmith-kills-") as name:
        folder = Path(name)
        write_documents(folder / "docs")
        with Campaign(folder / "unbroken", folder / "docs", Tally()) as unbroken:
            whole_s = unbroken.unbroken()
            expected = unbroken.records()
        while (left := wanted.kills - tally.kills.total()) > 0:
            number = tally.finished_runs
            with Campaign(folder / f"run-{number:04}", folder / "docs", tally) as campaign:
                campaign.until_done(chance, whole_s, left, expected)
            print(f"{tally}; {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(f"{tally}; {time.monotonic() - began:.0f} s")
    for fault in tally.faults:
        print(f"  {fault}")
    print(f"python benchmarks/kills.py --kills {wanted.kills} --seed {wanted.seed}")
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main())

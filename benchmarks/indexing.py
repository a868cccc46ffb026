"""Indexing and asking a large collection: seconds, memory, and how long an answer takes.

    python benchmarks/indexing.py [--documents 100000] [--queries 200]

Writes documents of 1 KB as one JSON Lines file: words and names drawn by a power law, with a type,
a period and a place in their metadata. Indexes them with the command itself (lexical and graph; no
vectors), adds ten documents with `--update`, and asks the index in this process: a method's first
answer pays for opening its voices and is told apart. CPU seconds do not depend on who else uses
the machine; wall seconds do.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil

from groundsmith.app.collections.searching import OpenCollection, open_collection

DOCUMENT_CHARS = 1_000
ADDED = 10
SYLLABLES = [c + v for c in "bcdfgklmnprstvz" for v in "aeiou"]
METHODS = ("default", "heritage", "simrank", "pagerank")
SAMPLE_S = 0.1


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, index = Path(folder) / "rows.jsonl", Path(folder) / "index"
        source.write_text("".join(map(line, range(asked.documents))), "utf-8")
        arguments = [str(source), "--out", str(index), "--embed", "off"]
        print_indexing(f"index {asked.documents:,} documents", arguments)
        with source.open("a", encoding="utf-8") as more:
            more.writelines(map(line, range(asked.documents, asked.documents + ADDED)))
        print_indexing(f"add {ADDED} to them", [*arguments, "--update"])
        size = sum(file.stat().st_size for file in index.iterdir())
        print(f"on disk {size / 1e6:.0f} MB")
        began = time.perf_counter()
        opened = open_collection(index)
        print(f"open {time.perf_counter() - began:.2f} s")
        chance = random.Random(1)
        likes = [f"d{chance.randrange(asked.documents)}" for _ in range(asked.queries)]
        print("\nmethod     asked by   first ms  p50 ms  p95 ms  CPU p95 ms  degraded")
        for method in METHODS:
            print_answers(method, "document", likes, opened)
            print_answers(method, "query", [query(chance) for _ in likes], opened)


def word(chance: random.Random, syllables: int) -> str:
    """A word that nobody knows."""
    return "".join(chance.choices(SYLLABLES, k=syllables))


LEXICON = [word(random.Random(number), 2 + number % 3) for number in range(30_000)]
NAMES = [
    f"{LEXICON[(7 * number) % 30_000].title()} {LEXICON[(11 * number) % 30_000].title()}"
    for number in range(20_000)
]


def drawn(of: list[str], chance: random.Random) -> str:
    """One of them, early ones far more often."""
    return of[int(len(of) * chance.random() ** 3)]


def line(number: int) -> str:
    """A document of about 1 KB; the same number gives the same one."""
    chance = random.Random(number)
    words, length = [], 0
    while length < DOCUMENT_CHARS:
        words.append(drawn(NAMES if chance.random() < 0.06 else LEXICON, chance))
        length += len(words[-1]) + 1
    row = {
        "id": f"d{number}",
        "title": " ".join(words[:5]),
        "text": " ".join(words),
        "type": f"type {number % 7}",
        "period": f"period {number % 25}",
        "place": drawn(NAMES, chance),
    }
    return json.dumps(row) + "\n"


def query(chance: random.Random) -> str:
    """A few words and a name."""
    return " ".join([*(drawn(LEXICON, chance) for _ in range(3)), drawn(NAMES, chance)])


def print_indexing(name: str, arguments: list[str]) -> None:
    """Run the command and say what it took."""
    began = time.perf_counter()
    process = psutil.Popen([sys.executable, "-m", "groundsmith", "index", "-q", *arguments])
    peak, cpu_s = 0, 0.0
    while process.poll() is None:
        try:
            peak = max(peak, process.memory_info().rss)
            cpu_s = sum(process.cpu_times()[:2])
        except psutil.Error:
            break
        time.sleep(SAMPLE_S)
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, "groundsmith index")
    took_s = time.perf_counter() - began
    print(f"{name}: {took_s:.1f} s, {cpu_s:.1f} CPU s, most memory {peak / 1e6:.0f} MB", flush=True)


def print_answers(method: str, by: str, asked: list[str], opened: OpenCollection) -> None:
    """Ask all and say how long the answers took."""
    took, cpu, degraded = [], [], 0
    for each in asked:
        began, cpu_began = time.perf_counter(), time.process_time()
        if by == "document":
            answer = opened.recommend(like=each, method=method)
        else:
            answer = opened.search(each, method=method)
        took.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - cpu_began))
        degraded += bool(answer.degraded)
    p50, p95 = np.percentile(took[1:], [50, 95])
    cpu_p95 = np.percentile(cpu[1:], 95)
    print(
        f"{method:10} {by:9} {took[0]:9.0f} {p50:7.1f} {p95:7.1f} {cpu_p95:11.1f} {degraded:9}",
        flush=True,
    )


if __name__ == "__main__":
    main()

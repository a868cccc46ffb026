"""Checking a two-page text against three hundred pages: seconds, memory, and the page it makes.

    GROUNDSMITH_DATA=DIR python benchmarks/verify_long.py [--page FILE.html]

Three hundred pages of 500 words: the guidance files, then sentences of UD English-GUM, repeated
until they suffice (each repetition under a number of its own, so that no two pages are the same).
The text is two pages of sentences drawn from all over them, every fifth with one number changed.
Reading the files is not in the figure. Each part runs once, in a process of its own.
"""

import argparse
import os
import platform
import random
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from groundsmith.app.checking.page import verify_page
from groundsmith.app.checking.verifying import verify
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.verify.report import Report

ROOT = Path(__file__).parents[1]
PAGES, WORDS_A_PAGE, TEXT_PAGES = 300, 500, 2
SEED = 7
EVERY = 5
_TEXT_LINE = re.compile(r"^# text = (.+)$", re.MULTILINE)
_NUMBER = re.compile(r"\d+")


def pages(data: Path) -> list[str]:
    """Three hundred texts of one page."""
    guidance = [path.read_text("utf-8") for path in sorted(ROOT.glob("examples/guidance/*.txt"))]
    treebank = (data / "sentences" / "en_gum-ud-test.conllu").read_text("utf-8")
    texts = [*guidance, " ".join(_TEXT_LINE.findall(treebank))]
    found: list[str] = []
    repeated = 0
    while len(found) < PAGES:
        repeated += 1
        for text in texts:
            pieces = re.findall(r"\S+\s*", text)
            for start in range(0, len(pieces), WORDS_A_PAGE):
                mark = f"\nCopy {repeated}.\n" if repeated > 1 else ""
                found.append("".join(pieces[start : start + WORDS_A_PAGE]) + mark)
    return found[:PAGES]


def draft(sources: list[str]) -> str:
    """Two pages of sentences from the sources, every fifth with one number changed."""
    chance = random.Random(SEED)
    chosen: list[str] = []
    word_count = 0
    splitter = RuleSplitter()
    while word_count < TEXT_PAGES * WORDS_A_PAGE:
        page = chance.choice(sources)
        sentence = chance.choice(splitter.split(page)).of(page)
        if not 6 <= len(sentence.split()) <= 40:
            continue
        if len(chosen) % EVERY == 0:
            sentence = _NUMBER.sub(lambda found: str(int(found.group()[:9]) + 3), sentence, count=1)
        chosen.append(sentence if sentence[-1] in ".!?" else f"{sentence}.")
        word_count += len(sentence.split())
    return "\n\n".join(chosen)


def peak_mib() -> float:
    """Most memory that this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measured(data: Path) -> Report:
    """The report, its figures printed."""
    sources = pages(data)
    text = draft(sources)
    before = peak_mib()
    wall, cpu = time.perf_counter(), time.process_time()
    report = verify(text, sources)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    found = report.summary
    print(f"text     {len(text.split()):,} words, {found.claim_count} claims")
    print(f"sources  {PAGES} pages, {sum(map(len, sources)):,} characters")
    print(f"time     {wall:.2f} s ({cpu:.2f} s CPU), sources prepared anew")
    print(f"memory   {peak_mib():.0f} MiB at its peak, {before:.0f} before the check")
    print(f"verdicts {found.by_verdict}")
    return report


def main() -> None:
    """Measures in a process of its own, and writes the page if asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--page", type=Path)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.here:
        subprocess.run([sys.executable, __file__, *sys.argv[1:], "--here"], check=True)
        print(f"on {platform.machine()}, Python {platform.python_version()}")
        print("command: GROUNDSMITH_DATA=DIR python benchmarks/verify_long.py")
        return
    report = measured(Path(os.environ["GROUNDSMITH_DATA"]))
    if given.page:
        given.page.write_text(verify_page(report), "utf-8", errors="replace")


if __name__ == "__main__":
    main()

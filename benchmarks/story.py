"""What `groundsmith story` finds, by subtype and language; what it finds where there is nothing.

    python benchmarks/story.py                the open half, controls, content types, context, size
    python benchmarks/story.py --half sealed  totals of a sealed set, and nothing of its text
    python benchmarks/story.py --model NAME --budget USD   planted and controls, with your model

Each planted edit is made alone. A finding that touches the planted words, with either of its
places, has found it, whatever it calls it. Findings that the clean text has too are counted once
per manuscript, as false; others that an edit brings and that do not touch it are false as well.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from groundsmith.recipes.story.content_types import content_type
from groundsmith.recipes.story.findings import SUBTYPES, Finding
from groundsmith.recipes.story.manuscript import Manuscript
from groundsmith.recipes.story.validators.registry import check
from story_contexts import contexts, speed
from story_model import Check, with_model
from story_success import success
from story_texts import EXAMPLES, HERE, clean, read, repeated

_MOST = 10_000
SETS = sorted(folder.name for folder in (HERE / "planted").iterdir())


@dataclass(slots=True)
class Tally:
    """Planted, found, and findings that are none."""

    planted: int = 0
    found: int = 0
    false: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Found of planted."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """Found of what was reported."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0


def home(row: dict[str, str], half: str) -> Path:
    """Where the manuscript of a label lies."""
    root = HERE.parents[1]
    return (
        root / row["manuscript"]
        if (root / row["manuscript"]).is_dir()
        else HERE / row["manuscript"]
    )


def edited(clean: Manuscript, row: dict[str, str]) -> tuple[Manuscript, str, int, int]:
    """The manuscript with one edit; chapter and offsets of the planted words."""
    anchor = row.get("insert_after") or row["replace"]
    chapters = []
    where = ("", 0, 0)
    for chapter in clean.chapters:
        if chapter.name == row["chapter"]:
            kept = anchor if "insert_after" in row else ""
            text = chapter.text.replace(anchor, kept + row["with"], 1)
            start = text.index(row["planted"])
            where = (chapter.name, start, start + len(row["planted"]))
            chapter = replace(chapter, text=text)
        chapters.append(chapter)
    return replace(clean, chapters=tuple(chapters)), *where


def touches(finding: Finding, name: str, start: int, stop: int) -> bool:
    """Whether one of a finding's places overlaps a span."""
    return any(
        place.chapter == name and place.start < stop and place.stop > start
        for place in (finding.contradicting, finding.established)
    )


def rows_of(half: str) -> Iterator[dict[str, str]]:
    """The labels of one half."""
    for path in sorted((HERE / "planted" / half).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)


def by_rules(whole: Manuscript) -> Sequence[Finding]:
    """What rules find in a manuscript."""
    return check(whole, _MOST).findings


def planted(
    half: str, only: str | None, checking: Check = by_rules
) -> tuple[dict[tuple[str, str], Tally], list[str]]:
    """The tally of each subtype and language, and a line for each false finding."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    clean: dict[Path, tuple[Manuscript, set[str]]] = {}
    lines: list[str] = []
    for row in rows_of(half):
        if only not in (None, row["subtype"]):
            continue
        folder = home(row, half)
        if folder not in clean:
            whole = read(folder)
            found = checking(whole)
            for one in found:
                tallies[one.subtype, row["language"]].false += 1
                lines.append(f"clean {folder.name}: {_line(one)}")
            clean[folder] = (whole, {_key(one) for one in found})
        before, known = clean[folder]
        after, name, start, stop = edited(before, row)
        findings = checking(after)
        hits = [one for one in findings if touches(one, name, start, stop)]
        tally = tallies[row["subtype"], row["language"]]
        tally.planted += 1
        tally.found += bool(hits)
        if not hits:
            tally.missed.append(row["id"])
        for one in findings:
            if one not in hits and _key(one) not in known:
                tallies[one.subtype, row["language"]].false += 1
                lines.append(f"{row['id']}: {_line(one)}")
    return tallies, lines


def _key(one: Finding) -> str:
    return f"{one.subtype} {one.contradicting.chapter} {one.contradicting.quote}"


def _line(one: Finding) -> str:
    return (
        f"{one.subtype}: {one.message} | {one.established.quote[:80]!r} | "
        f"{one.contradicting.quote[:120]!r}"
    )


def controls(checking: Check = by_rules) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Per language: words, and findings, every one of which is false; and a line for each."""
    totals: dict[str, tuple[int, int]] = {}
    lines: list[str] = []
    for name, language, whole in clean():
        found = checking(whole)
        words, count = totals.get(language, (0, 0))
        totals[language] = (words + whole.word_count, count + len(found))
        lines.extend(f"{name}: {_line(one)}" for one in found)
    return totals, lines


def show(tallies: dict[tuple[str, str], Tally], names: list[tuple[str, list[str]]]) -> None:
    """A table: recall and precision of each row of subtypes, per language."""
    for language in ("en", "id"):
        print(f"\n{language:<18} planted  found  false  recall  precision")
        for name, subtypes in names:
            own = [tallies[s, language] for s in subtypes if (s, language) in tallies]
            whole = Tally(
                planted=sum(one.planted for one in own),
                found=sum(one.found for one in own),
                false=sum(one.false for one in own),
            )
            if own:
                print(
                    f"{name:<18} {whole.planted:>7} {whole.found:>6} {whole.false:>6}"
                    f"  {whole.recall:>6.2f}  {whole.precision:>9.2f}"
                )


def content_types() -> None:
    """Prints how passages are typed, per language and half, and who is taken for what."""
    lines = (HERE / "passages.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    for language in ("en", "id"):
        for half in ("open", "sealed"):
            own = [r for r in rows if r["language"] == language and r["half"] == half]
            taken = Counter((r["type"], content_type(r["text"], language).value) for r in own)
            right = sum(count for (one, other), count in taken.items() if one == other)
            print(f"content types {language} {half}: {right}/{len(own)} = {right / len(own):.3f}")
            for (one, other), count in sorted(taken.items()):
                if one != other:
                    print(f"  {one} taken for {other}: {count}")


def size(words: int = 500_000) -> None:
    """Prints how long a check of that many words takes, and the memory it has at most."""
    for language in ("en", "id"):
        whole = repeated(read(EXAMPLES / language), words)
        start = time.perf_counter()
        found = check(whole)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"size {language}: {whole.word_count} words in {seconds:.1f} s, {peak:.0f} MiB at "
            f"most, "
            f"{found.found_count} findings, {len(found.findings)} kept"
        )


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="open", choices=SETS)
    parser.add_argument("--only", help="labels of one subtype")
    parser.add_argument("--success", action="store_true", help="what is expected of passages")
    parser.add_argument("--verbose", action="store_true", help="each miss and false finding")
    parser.add_argument("--model", help="a model that checks too, of the settings here")
    parser.add_argument("--budget", help="what it may cost, in dollars")
    asked = parser.parse_args()
    if asked.success:
        success()
        return 0
    checking = with_model(asked.model, asked.budget) if asked.model else by_rules
    tallies, lines = planted(asked.half, asked.only, checking)
    by_category: dict[str, list[str]] = defaultdict(list)
    for subtype, (category, _) in SUBTYPES.items():
        by_category[category.value].append(subtype)
    show(tallies, [*by_category.items(), ("all", list(SUBTYPES))])
    if asked.half.startswith("sealed") or asked.only:
        return 0
    show(tallies, [(subtype, [subtype]) for subtype in SUBTYPES])
    totals, false = controls(checking)
    for language, (words, count) in totals.items():
        print(
            f"controls {language}: {count} findings in {words} words, "
            f"{2000 * count / words:.2f} per 2,000"
        )
    if not asked.model:
        content_types()
        contexts()
        speed()
        size()
    if asked.verbose:
        print("\n".join(["", "false on planted:", *lines, "", "false on controls:", *false]))
        for (subtype, language), tally in sorted(tallies.items()):
            if tally.missed:
                print(f"missed {subtype} {language}: {' '.join(tally.missed)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

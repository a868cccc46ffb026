"""How many story labels there are, and whether each still fits the text that it was written for.

    python benchmarks/story_labels.py

A planted contradiction fits where its place occurs once in the clean chapter, the planted quote
occurs once after the edit and not before it, and the established quote still stands where the
label says. A label is never mended here: one that does not fit is named, and the exit status is 1.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
STORY = ROOT / "benchmarks" / "story"
HALVES = ("open", "sealed")
SETS = sorted(path.name for path in (STORY / "planted").iterdir() if path.is_dir())
TYPES = {
    "dialogue",
    "narration",
    "action",
    "description",
    "interior_monologue",
    "transition",
    "flashback",
}
PASSAGE_WORDS = range(40, 201)

Row = dict[str, Any]


def rows_of(path: Path) -> list[Row]:
    """The labels of one JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def planted(half: str) -> list[Row]:
    """The planted contradictions of a set, both languages, the small manuscripts included."""
    return [
        row for path in sorted((STORY / "planted" / half).glob("*.jsonl")) for row in rows_of(path)
    ]


def edited(row: Row, clean: str) -> str:
    """The chapter with the contradiction in it."""
    if "replace" in row:
        return clean.replace(str(row["replace"]), str(row["with"]), 1)
    stop = clean.index(row["insert_after"]) + len(row["insert_after"])
    return clean[:stop] + str(row["with"]) + clean[stop:]


def folder_of(row: Row) -> Path:
    """The manuscript of a label, named from the top of the project or from this folder."""
    top = ROOT / str(row["manuscript"])
    return top if top.is_dir() else STORY / str(row["manuscript"])


def planted_faults(row: Row) -> Iterator[str]:
    """What keeps a planted contradiction from fitting its manuscript."""
    folder = folder_of(row)
    clean = (folder / row["chapter"]).read_text("utf-8")
    if ("replace" in row) == ("insert_after" in row):
        yield "has both a replacement and an insertion, or neither"
        return
    if clean.count(row.get("replace") or row["insert_after"]) != 1:
        yield "its place does not occur exactly once"
        return
    after = edited(row, clean)
    if row["planted"] in clean or after.count(row["planted"]) != 1:
        yield "the planted quote is in the clean chapter, or not exactly once in the edited one"
    where = row["established"]["chapter"]
    text = after if where == row["chapter"] else (folder / where).read_text("utf-8")
    if row["established"]["quote"] not in text:
        yield "the established quote does not stand where the label says"


def passage_faults(row: Row) -> Iterator[str]:
    """What is wrong with a labelled passage."""
    if row["type"] not in TYPES or row["half"] not in HALVES:
        yield "unknown type or half"
    if len(row["text"].replace("—", " ").split()) not in PASSAGE_WORDS:
        yield "shorter or longer than a passage may be"


def control_faults(row: Row) -> Iterator[str]:
    """What is wrong with a control."""
    if not (ROOT / row["path"]).exists():
        yield "its text is missing"


def table(title: str, counts: Counter[tuple[str, str, str]]) -> None:
    """Print counts by name, with a column for each language and half or set."""
    columns = sorted({(language, half) for _, language, half in counts})
    print(f"{title:<20}" + "".join(f"{f'{lang} {half}':>14}" for lang, half in columns))
    for name in [*sorted({name for name, _, _ in counts}), "all"]:
        cells = [
            sum(n for key, n in counts.items() if key[1:] == column and name in (key[0], "all"))
            for column in columns
        ]
        print(f"{name:<20}" + "".join(f"{cell:>14}" for cell in cells))
    print()


def shared(by_half: dict[str, list[Row]]) -> int:
    """Sealed contradictions of a fact that one of the same subtype in the open half contradicts."""
    facts = {
        half: [(r["manuscript"], r["subtype"], r["established"]["quote"]) for r in rows]
        for half, rows in by_half.items()
    }
    return sum(fact in set(facts["open"]) for fact in facts["sealed"])


def main() -> int:
    """Print the counts and what does not fit; 1 where something does not."""
    by_half = {half: planted(half) for half in SETS}
    passages, controls = (
        rows_of(STORY / "passages.jsonl"),
        rows_of(STORY / "controls/controls.jsonl"),
    )
    table(
        "planted",
        Counter((r["subtype"], r["language"], h) for h, rows in by_half.items() for r in rows),
    )
    table("passages", Counter((r["type"], r["language"], r["half"]) for r in passages))
    print(f"controls: {len(controls)}")
    print(f"sealed ones that quote what an open one quotes: {shared(by_half)}")
    contradictions = [row for rows in by_half.values() for row in rows]
    faults = [(row["id"], fault) for row in contradictions for fault in planted_faults(row)]
    faults += [(row["id"], fault) for row in passages for fault in passage_faults(row)]
    faults += [(row["id"], fault) for row in controls for fault in control_faults(row)]
    ids = Counter(row["id"] for row in (*contradictions, *passages, *controls))
    faults += [(name, "the same id twice") for name, n in ids.items() if n > 1]
    for name, fault in faults:
        print(f"{name}: {fault}")
    print(f"labels that do not fit: {len(faults)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

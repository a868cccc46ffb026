"""How often the rules for query types are right, on the half that they were not made from.

    GROUNDSMITH_DATA=DIR python benchmarks/query_types.py

`query_types.tsv` holds 120 queries, half of them from five collections (by id), labelled by hand
before there were rules; one reader labelled all. The example's own queries are a third set.
"""

import os
from collections import Counter
from pathlib import Path

from groundsmith.index.query_types import query_type
from judged import rows

HERE = Path(__file__).resolve().parent
HERITAGE = HERE.parent / "examples" / "heritage" / "queries.jsonl"


def labelled(data: Path) -> list[tuple[str, str, str]]:
    """Half, type and text."""
    texts: dict[str, dict[str, str]] = {}
    found = []
    for line in (HERE / "query_types.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        half, label, collection, query = line.split("\t")
        if collection != "written":
            if collection not in texts:
                queries = rows(data / collection / "queries.jsonl")
                texts[collection] = {row["_id"]: row["text"] for row in queries}
            query = texts[collection][query]
        found.append((half, label, query))
    return found


def main() -> None:
    """Print the accuracy on each half, and what is taken for what."""
    examples = labelled(Path(os.environ["GROUNDSMITH_DATA"]))
    examples += [("heritage", row["type"], row["text"]) for row in rows(HERITAGE)]
    for half in ("learn", "held", "heritage"):
        told = [(label, str(query_type(text))) for part, label, text in examples if part == half]
        right = sum(label == found for label, found in told)
        print(f"{half:9} {right} of {len(told)} right ({right / len(told):.2f})")
        wrong = Counter(pair for pair in told if pair[0] != pair[1])
        for (label, found), count in wrong.most_common():
            print(f"          {count} {label} taken for {found}")


if __name__ == "__main__":
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/query_types.py")
    main()

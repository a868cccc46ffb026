"""Write the table of document frequencies that ships with the package.

    GROUNDSMITH_DATA=DIR python benchmarks/background_idf.py

English: paragraphs of the guidance files, passages of the selection half of ragtruth_qa (the
other half stays unseen, because thresholds are reported on it) and documents of summedits.
Indonesian: passages of tydiqa_id. Only stems and counts are kept; a stem in fewer documents than
`LEAST_DOCUMENTS` says is left out, which keeps the table small.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from groundsmith.verify.tokens import TOKEN, TokenKind, classify
from ragtruth import halves

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src/groundsmith/verify/data/idf.json"
LEAST_DOCUMENTS = {"en": 2, "id": 5}
NAME_SHARE = 0.7


def english(data: Path) -> Iterator[str]:
    """Passages of the English development sets."""
    for path in sorted((ROOT / "examples/guidance").glob("*.txt")):
        yield from re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    for source in sorted({response["source"] for response in halves(data)[0]}):
        yield from re.split(r"\n\n(?=passage \d+:)", source)
    for path in sorted((data / "summedits").glob("*.json")):
        for document in sorted({row["doc"] for row in json.loads(path.read_text("utf-8"))}):
            yield from re.split(r"\n\s*\n", document)


def indonesian(data: Path) -> Iterator[str]:
    """Passages of the Indonesian development set."""
    for line in (data / "tydiqa_id/corpus.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]


def frequencies(passages: Iterable[str], least: int) -> dict[str, Any]:
    """How many passages there are, how many hold each stem, and which stems are names.

    Equal passages count once. A name is a stem that is written with a capital letter in at least
    `NAME_SHARE` of its occurrences within a sentence.
    """
    counts: Counter[str] = Counter()
    within: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    distinct = sorted({passage.strip() for passage in passages} - {""})
    for passage in distinct:
        held = set()
        for match in TOKEN.finditer(passage):
            if match.lastgroup != "word":
                continue
            kind, stem = classify(match.group())
            held.add(stem)
            if passage[max(0, match.start() - 3) : match.start()].rstrip()[-1:].isalpha():
                within[stem] += 1
                capital[stem] += kind is TokenKind.NAME
        counts.update(held)
    kept = {stem: count for stem, count in sorted(counts.items()) if count >= least}
    names = [stem for stem in kept if within[stem] and capital[stem] / within[stem] >= NAME_SHARE]
    return {"documents": len(distinct), "frequencies": kept, "names": names}


def main() -> None:
    """Write the table and say how large it is."""
    data = Path(os.environ["GROUNDSMITH_DATA"])
    passages = {"en": english(data), "id": indonesian(data)}
    table = {name: frequencies(found, LEAST_DOCUMENTS[name]) for name, found in passages.items()}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    TARGET.write_text(text + "\n", encoding="utf-8")
    print("command: GROUNDSMITH_DATA=DIR python benchmarks/background_idf.py")
    for language, held in table.items():
        sizes = f"{len(held['frequencies'])} stems, {len(held['names'])} names"
        print(f"{language}: {held['documents']} documents, {sizes}")
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()

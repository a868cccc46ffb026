"""`README.md`: the dataset card, with the front matter by which the Hugging Face hub reads it.

`datasets.load_dataset` opens the folder through the front matter's `configs`. A field that nobody
stated, such as the licence, is absent: the hub shows a gap, which is true.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

import yaml

from groundsmith.export.facts import RunFacts
from groundsmith.export.tally import Tally
from groundsmith.records import Json, Tier

_SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
    (100_000_000, "10M<n<100M"),
)
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MOST_SOURCES = 50
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")
_BREAKS = re.compile(r"\s+|[\x00-\x1f\x7f]")


def card(facts: RunFacts, tally: Tally, tier_files: Sequence[Tier]) -> str:
    """The card in Markdown; `tier_files` are the tiers that have a file of their own."""
    front = yaml.safe_dump(_front_matter(facts, tally, tier_files), sort_keys=False)
    parts = (
        f"---\n{front}---",
        f"# {_inline(facts.title)}",
        describe(facts, tally),
        _contents(tally),
        _loading(),
        _fields(tally),
        _checks(tally),
        _sources(facts, tally),
        _making(facts),
    )
    return "\n\n".join(parts) + "\n"


def describe(facts: RunFacts, tally: Tally) -> str:
    """One sentence on what the dataset is, in plain text."""
    cited = sum(1 for count in tally.by_source.values() if count)
    return (
        f"{tally.accepted_count:,} records made by the recipe {facts.recipe} from "
        f"{cited:,} sources; each cites the exact spans of the sources it rests on."
    )


def _front_matter(facts: RunFacts, tally: Tally, tier_files: Sequence[Tier]) -> dict[str, Json]:
    languages = [name for name, _ in tally.languages.most_common() if _LANGUAGE.fullmatch(name)]
    front: dict[str, Json] = {"pretty_name": _one_line(facts.title)}
    if languages:
        front["language"] = languages
    if facts.license is not None:
        front["license"] = facts.license
    if facts.tasks:
        front["task_categories"] = list(facts.tasks)
    front["size_categories"] = [_size(tally.accepted_count)]
    front["tags"] = ["groundsmith", facts.recipe, "grounded", "croissant"]
    front["configs"] = list(_configs(tally, tier_files))
    return front


def _configs(tally: Tally, tier_files: Sequence[Tier]) -> Iterable[dict[str, Json]]:
    """Files by configuration; an empty file has no columns and cannot be loaded, so it is left."""
    if tally.accepted_count:
        yield {**_config("default", "records.jsonl"), "default": True}
    for tier in tier_files:
        if tally.tiers[tier]:
            yield _config(tier.value, f"{tier.value}.jsonl")
    if tally.rejected_count:
        yield _config("rejected", "rejected.jsonl")


def _config(name: str, path: str) -> dict[str, Json]:
    return {"config_name": name, "data_files": [{"split": "train", "path": path}]}


def _size(count: int) -> str:
    return next((name for limit, name in _SIZES if count < limit), "n>100M")


def _contents(tally: Tally) -> str:
    rows = [("Accepted", tally.accepted_count), ("Rejected", tally.rejected_count)]
    rows += [(f"Tier {tier.value}", tally.tiers[tier]) for tier in Tier if tally.tiers[tier]]
    rows += [(f"Kind {kind}", count) for kind, count in tally.kinds.most_common()]
    rows += [(f"Written by {name}", count) for name, count in tally.writers.most_common()]
    return "## What it holds\n\n" + _table(("", "Records"), rows)


def _loading() -> str:
    return (
        "## How to load it\n\n"
        "```python\n"
        "from datasets import load_dataset\n\n"
        'records = load_dataset("path/to/this/folder", split="train")\n'
        "```\n\n"
        "`rejected.jsonl` keeps every rejected draft with its findings, `provenance.jsonl` when "
        "and at what cost each record was made, `manifest.json` the hash of every file."
    )


def _fields(tally: Tally) -> str:
    rows = [(column.path, column.type, column.description) for column in tally.columns]
    rows.append(
        ("citations", "array", "Document, its hashes, start, stop and the exact quote there.")
    )
    rows.append(("claims", "array", "Each claim with its verdict, score and judge."))
    rows.append(("corrections", "array", "Sentences rewritten or left out, and why."))
    return "## Fields\n\n" + _table(("Field", "Type", "Holds"), rows)


def _checks(tally: Tally) -> str:
    found: Counter[str] = Counter()
    for stage, codes in tally.findings.items():
        found[stage] += codes.total()
    lines = ["## How it was checked", ""]
    if not found and not tally.unchecked:
        lines.append("Every stage ran on every record, and no check found a defect.")
    if found:
        lines.append(_table(("Stage", "Findings"), found.most_common()))
    for stage, count in tally.unchecked.most_common():
        lines += ["", f"{_inline(stage)}: UNCHECKED on {count:,} accepted records."]
    lines += ["", "`groundsmith audit` on this folder checks every citation again, offline."]
    return "\n".join(lines)


def _sources(facts: RunFacts, tally: Tally) -> str:
    cited = [source for source in facts.sources if tally.by_source[source.path]]
    rows = [
        (
            source.path,
            PurePosixPath(source.media_type).name,
            tally.by_source[source.path],
            source.privacy or "not stated",
        )
        for source in cited[:_MOST_SOURCES]
    ]
    text = "## Sources\n\n" + _table(("Source", "Type", "Records", "Privacy"), rows)
    if len(cited) > _MOST_SOURCES:
        text += f"\n\nand {len(cited) - _MOST_SOURCES:,} more, all listed in `manifest.json`."
    return text


def _making(facts: RunFacts) -> str:
    made_with = ", ".join(f"{name} {version}" for name, version in facts.versions.items())
    return (
        "## How it was made\n\n"
        f"Recipe {_inline(facts.recipe)}, version {facts.recipe_version}; {_inline(made_with)}. "
        f"Model calls: {facts.spending.call_count:,}, cost: {facts.spending.cost_usd} USD. "
        "Settings, their hashes and the SHA-256 of each source are in `manifest.json`."
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """A Markdown table; whatever stands in a cell stays in its cell."""
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(lines)


def _cell(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else _inline(value)


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()


def _inline(text: str) -> str:
    """Text on one line that no Markdown reader takes for markup."""
    return _SPECIAL.sub(r"\\\1", _one_line(text))

"""Whether everything that is expected of a passage holds.

    python benchmarks/story_success.py      (or: python benchmarks/story.py --success)

A passage succeeds when every stated expectation about it holds: its content type, its characters
and places (all of them, and no others), its dialogue share to 0.02, its planted contradiction
found, and no finding beside it. Each is read by itself, or behind the one sentence that is
established; what is expected stands in `benchmarks/story/expected`, labelled before it was
measured. Intervals are Wilson's (1927), at 95 %.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.profile import Profile, profile
from groundsmith.recipes.story.validators.registry import check
from groundsmith.records import Json
from story_texts import HERE

_PASSAGE = "passage.md"
_SHARE_TOLERANCE = 0.02
_Z = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A passage with its label, and what does not hold of it."""

    label: dict[str, Json]
    faults: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Which set it is of: open, new or planted."""
        if "passage" in self.label:
            return "open"
        return "planted" if "contradiction" in self.label else "new"


def labels(language: str) -> Iterator[dict[str, Json]]:
    """The labels of a language, each with its text."""
    texts = {}
    for line in (HERE / "passages.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == "open":
            texts[row["id"]] = row["text"]
    for line in (HERE / "expected" / f"{language}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield {"text": texts.get(row["id"]), **row}


def read(label: dict[str, Json]) -> Read:
    """What does not hold of one passage."""
    before = [("established.md", label["established"])] if "established" in label else []
    whole = replace(manuscript([*before, (_PASSAGE, label["text"])]), language=label["language"])
    story = Story(whole)
    found = profile(label["text"], story)
    return Read(label=label, faults=(*_looked(label, found), *_checked(label, story)))


def _looked(label: dict[str, Json], found: Profile) -> Iterator[str]:
    if found.content_type != label["content_type"]:
        yield f"content type {found.content_type}, not {label['content_type']}"
    yield from _named("character", label["characters"], list(found.characters.values()))
    yield from _named("place", label["places"], [frozenset(one.split()) for one in found.places])
    if abs(found.dialogue_share - label["dialogue_share"]) > _SHARE_TOLERANCE:
        yield f"dialogue share {found.dialogue_share:.3f}, not {label['dialogue_share']:.3f}"


def _named(kind: str, wanted: list[str], found: list[frozenset[str]]) -> Iterator[str]:
    """Names that are missing or too many; a name is found by one of its words."""
    left = list(found)
    for name in wanted:
        hits = [names for names in left if names & set(name.split())]
        if not hits:
            yield f"no {kind} {name}"
        left = [names for names in left if names not in hits[:1]]
    yield from (f"{kind} {' '.join(sorted(names))}" for names in left)


def _checked(label: dict[str, Json], story: Story) -> Iterator[str]:
    """A contradiction that is not found, and findings that touch none."""
    planted = label.get("contradiction")
    text = label["text"]
    start = text.index(planted["words"]) if planted else -1
    stop = start + len(planted["words"]) if planted else -1
    hits = 0
    for one in check(story.manuscript).findings:
        places = (one.established, one.contradicting)
        if any(p.chapter == _PASSAGE and p.start < stop and p.stop > start for p in places):
            hits += 1
        else:
            yield f"invented {one.subtype}: {one.message}"
    if planted and not hits:
        yield f"not found: {planted['subtype']}, “{planted['words']}”"


def wilson(right: int, count: int) -> tuple[float, float]:
    """The interval of a share (Wilson 1927)."""
    share, spread = right / count, _Z**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * math.sqrt(share * (1 - share) / count + spread / count / 4) / (1 + spread)
    return middle - half, middle + half


def success() -> None:
    """Prints how many passages succeed, by language and set, and every failure."""
    for language in ("en", "id"):
        rows = [read(label) for label in labels(language)]
        for kind in ("open", "new", "planted", "all"):
            own = [row for row in rows if kind in ("all", row.kind)]
            right = sum(not row.faults for row in own)
            low, high = wilson(right, len(own))
            print(
                f"success {language} {kind:<8} {right:>3}/{len(own):<3} = {right / len(own):.3f} "
                f"[{low:.3f}, {high:.3f}]"
            )
        faults = Counter(fault.split()[0] for row in rows for fault in row.faults)
        print(f"  faults by kind: {dict(faults.most_common())}")
        for row in rows:
            if row.faults:
                print(f"  {row.label['id']}: {'; '.join(row.faults)}")


def main() -> int:
    """Prints it."""
    success()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Findings: what contradicts what, of which kind, how grave, and what to do about it.

Kinds follow the taxonomy of ConStory-Bench (five categories of consistency errors in long stories),
with the finer subtypes that rules tell apart. The table says of each subtype whether rules look for
it; what they do not look for is NOT CHECKED without a model, and a report says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from groundsmith.recipes.story.manuscript import Place
from groundsmith.records import Json


class Category(StrEnum):
    """What kind of consistency is broken."""

    CHARACTERISATION = "characterisation"
    FACTUAL_DETAIL = "factual_detail"
    NARRATIVE_STYLE = "narrative_style"
    TIMELINE_PLOT = "timeline_plot"
    WORLD_SETTING = "world_setting"


class Severity(StrEnum):
    """How much a reader would mind."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


SUBTYPES: dict[str, tuple[Category, bool]] = {
    "knowledge": (Category.CHARACTERISATION, False),
    "skill": (Category.CHARACTERISATION, True),
    "relationship": (Category.CHARACTERISATION, True),
    "memory": (Category.CHARACTERISATION, False),
    "forgotten_ability": (Category.CHARACTERISATION, False),
    "motivation": (Category.CHARACTERISATION, False),
    "voice": (Category.CHARACTERISATION, False),
    "appearance": (Category.FACTUAL_DETAIL, True),
    "name": (Category.FACTUAL_DETAIL, True),
    "age": (Category.FACTUAL_DETAIL, True),
    "quantity": (Category.FACTUAL_DETAIL, True),
    "possession": (Category.FACTUAL_DETAIL, False),
    "tense": (Category.NARRATIVE_STYLE, True),
    "person": (Category.NARRATIVE_STYLE, True),
    "cliche": (Category.NARRATIVE_STYLE, False),
    "tone": (Category.NARRATIVE_STYLE, False),
    "death": (Category.TIMELINE_PLOT, True),
    "time": (Category.TIMELINE_PLOT, True),
    "duration": (Category.TIMELINE_PLOT, False),
    "place": (Category.TIMELINE_PLOT, False),
    "emotion": (Category.TIMELINE_PLOT, False),
    "causality": (Category.TIMELINE_PLOT, False),
    "abandoned_thread": (Category.TIMELINE_PLOT, False),
    "world_rule": (Category.WORLD_SETTING, True),
    "geography": (Category.WORLD_SETTING, True),
    "social_norm": (Category.WORLD_SETTING, False),
}
"""Every subtype: its category, and whether rules can be relied on to look for it.

Of lost things, durations, voices, tone, emotions and worn phrases they see the plainest cases only,
so those count as not checked.
"""

_SLIPS, _WORDS_A_SLIP = 4, 10_000
"""So many slips of tense or person there may be, or one in so many words; more are a habit."""

_RANK = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One contradiction: two places, and why they do not agree."""

    subtype: str
    severity: Severity
    message: str
    established: Place
    contradicting: Place
    suggestion: str

    @property
    def category(self) -> Category:
        """The category of its subtype."""
        return SUBTYPES[self.subtype][0]

    def as_json(self) -> dict[str, Json]:
        """What `story check --json` prints of it."""
        return {
            "category": self.category.value,
            "subtype": self.subtype,
            "severity": self.severity.value,
            "message": self.message,
            "established": place_as_json(self.established),
            "contradicting": place_as_json(self.contradicting),
            "suggestion": self.suggestion,
        }


def believable(findings: Iterable[Finding], most: int = 3) -> Iterator[Finding]:
    """Findings without those of a fact that the story contradicts again and again.

    A slip is made once or twice. Where the text goes on as if a fact were none, it was misread, or
    taken back in words that rules do not know.
    """
    found = list(findings)
    count = Counter((one.subtype, one.message.split(" (")[0], one.established.at) for one in found)
    for one in found:
        if count[one.subtype, one.message.split(" (")[0], one.established.at] <= most:
            yield one


def slips(findings: Iterable[Finding], word_count: int) -> Iterator[Finding]:
    """Findings without those that are made again and again: that is how the story is told."""
    found = list(findings)
    most = max(_SLIPS, word_count // _WORDS_A_SLIP)
    count = Counter((one.subtype, one.message) for one in found)
    yield from (one for one in found if count[one.subtype, one.message] <= most)


def place_as_json(place: Place) -> dict[str, Json]:
    """A place as it is printed: chapter, offsets and the words there."""
    return {
        "chapter": place.chapter,
        "start": place.start,
        "stop": place.stop,
        "quote": place.quote,
    }


def ranked(findings: Iterable[Finding], most: int) -> tuple[list[Finding], int]:
    """The gravest `most` findings, no place twice for one subtype; and how many there were."""
    kept: dict[tuple[str, tuple[int, int]], Finding] = {}
    for finding in findings:
        kept.setdefault((finding.subtype, finding.contradicting.at), finding)
    order = sorted(kept.values(), key=gravest_first)
    return order[:most], len(order)


def gravest_first(one: Finding) -> tuple[int, bool, tuple[int, int]]:
    """A key under which the graver come first, worn phrases last, of equals the earlier ones."""
    return (_RANK[one.severity], one.subtype == "cliche", one.contradicting.at)


def unchecked() -> list[str]:
    """Subtypes that nobody looks for without a model."""
    return [name for name, (_, by_rules) in SUBTYPES.items() if not by_rules]

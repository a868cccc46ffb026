"""Which plainly told pairs of contradicting sentences `groundsmith story` finds.

    python benchmarks/story_pairs.py            found of all, per hand, family and language
    python benchmarks/story_pairs.py --verbose  each miss, and each finding on a control, too
    python benchmarks/story_pairs.py --hand sealed      a hand alone; of the sealed one totals only

A pair is put into a small manuscript of two chapters: the first sentence stands in the one, the
second in the other, with filler around them, behind a line for each person of the pair that shows
no more than a gender. A finding that touches the second sentence, with either of its places, has
found the pair, whatever it calls it. Findings of style are left out: a pair in the present tense or
in the first person breaks with the filler, and a worn phrase is no contradiction. What the controls
bring is false. Of pairs of `name` only the names of the first sentence are introduced: that another
one comes in with the second is what is to be found.

The sealed hand's pairs are to stay unread by whoever writes rules: they run only when asked for by
name, and neither families nor misses are told of them.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from groundsmith.recipes.story.findings import SUBTYPES, Category, Finding
from groundsmith.recipes.story.manuscript import Manuscript, manuscript
from groundsmith.recipes.story.validators.registry import check
from story import touches
from story_texts import HERE

PAIRS = HERE / "pairs"
HANDS = ("first", "second", "third")
SEALED = "sealed"
LANGUAGES = ("en", "id")
CONTROLS = "controls"
PEOPLE = "people"
ONE_SCENE = frozenset({("first", "place")})
"""Pairs that contradict each other within a scene only: both sentences stand in one chapter."""
_MOST = 1_000
_FIRST = "01.md"
_SECOND = "02.md"
_HE = re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE)
_FILLER = {
    "en": "The road was long, and the wind came and went. Clouds moved over the hills.",
    "id": "Jalan itu panjang, dan angin datang dan pergi. Awan bergerak di atas bukit.",
}
_COMES = {
    "en": "{name} waited a little, and then {pronoun} nodded.",
    "id": "{name} menunggu sebentar, lalu {pronoun} mengangguk.",
}
_AGAIN = {"en": "It was an ordinary day for {name}.", "id": "Hari itu hari biasa bagi {name}."}
_LEADS = {"en": (("Peter", "he"), ("Anna", "she")), "id": (("Anna", "ia"), ("Anna", "ia"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences; where they are from and in which language."""

    hand: str
    family: str
    language: str
    first: str
    second: str


def pairs(hand: str, language: str) -> Iterator[Pair]:
    """The pairs of one hand in one language."""
    for path in sorted((PAIRS / hand).glob(f"*.{language}.tsv")):
        family = path.name.partition(".")[0]
        if family == PEOPLE:
            continue
        for line in path.read_text("utf-8").splitlines():
            first, second = line.split("\t")
            yield Pair(hand=hand, family=family, language=language, first=first, second=second)


@dataclass(frozen=True, slots=True)
class People:
    """Who is named in the pairs of a language, and the pronoun of each."""

    pronouns: dict[str, str]
    names: re.Pattern[str]

    def of(self, pair: Pair) -> dict[str, str]:
        """Who is introduced for a pair: everybody in it, or somebody whom it leaves unnamed."""
        both = pair.first if pair.family == "name" else f"{pair.first} {pair.second}"
        if named := {name: self.pronouns[name] for name in self.names.findall(both)}:
            return named
        return dict([_LEADS[pair.language][not _HE.search(both)]])


def people(hand: str, language: str) -> People:
    """The people of the pairs of a language; a longer name goes before one that it begins with.

    The sealed hand's stand beside its pairs, so that no open list tells of them.
    """
    folder = PAIRS / hand if hand == SEALED else PAIRS
    lines = (folder / f"{PEOPLE}.{language}.tsv").read_text("utf-8").splitlines()
    pronouns = {row[0]: row[1] for row in (line.split("\t") for line in lines)}
    longest = sorted(pronouns, key=len, reverse=True)
    return People(pronouns, re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"))


def framed(pair: Pair, known: People) -> tuple[Manuscript, int]:
    """The manuscript of a pair, and where the second sentence begins in its second chapter."""
    cast = known.of(pair)
    filler = _FILLER[pair.language]
    comes, again = _COMES[pair.language], _AGAIN[pair.language]
    first = [filler, *(comes.format(name=name, pronoun=cast[name]) for name in cast), pair.first]
    second = [filler]
    if pair.family != "name" and not any(name in pair.second for name in cast):
        second.append(again.format(name=next(iter(cast))))
    if (pair.hand, pair.family) in ONE_SCENE:
        second.insert(0, first.pop())
    start = len("\n\n".join([*second, ""]))
    told = {_FIRST: [*first, filler], _SECOND: [*second, pair.second, filler]}
    whole = manuscript((name, "\n\n".join(parts)) for name, parts in told.items())
    return replace(whole, language=pair.language), start


def hits(pair: Pair, known: People) -> list[Finding]:
    """The findings that touch the second sentence; on a control, all of them."""
    whole, start = framed(pair, known)
    stop = start + len(pair.second)
    return [
        one
        for one in check(whole, _MOST).findings
        if SUBTYPES[one.subtype][0] is not Category.NARRATIVE_STYLE
        and (pair.family == CONTROLS or touches(one, _SECOND, start, stop))
    ]


def show(hand: str, counts: dict[tuple[str, str], tuple[int, int]]) -> None:
    """Prints a line for each family that may be told, one for all, and one for the controls."""
    families = sorted({family for family, _ in counts} - {CONTROLS})
    rows = [] if hand == SEALED else [(family, [family]) for family in families]
    rows += [("all", families), ("false on controls", [CONTROLS])]
    print(f"\n{hand + ' hand':<18}" + "".join(f"{language:>12}" for language in LANGUAGES))
    for name, own in rows:
        cells = [[counts.get((one, language), (0, 0)) for one in own] for language in LANGUAGES]
        sums = [(sum(found for found, _ in c), sum(every for _, every in c)) for c in cells]
        if any(every for _, every in sums):
            print(f"{name:<18}" + "".join(f"{found:>5} of {every:<3}" for found, every in sums))


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="each miss and false finding")
    parser.add_argument("--hand", choices=(*HANDS, SEALED), help="one; else all but the sealed")
    asked = parser.parse_args()
    lines: list[str] = []
    for hand in [asked.hand] if asked.hand else HANDS:
        counts: dict[tuple[str, str], tuple[int, int]] = {}
        for language in LANGUAGES:
            known = people(hand, language)
            for pair in pairs(hand, language):
                found = hits(pair, known)
                key = (pair.family, language)
                told = f"{hand} {pair.family} {language}: {pair.first} | {pair.second}"
                count, every = counts.get(key, (0, 0))
                if pair.family == CONTROLS:
                    counts[key] = (count + len(found), every + 1)
                    lines += [f"false {told} | {one.subtype}: {one.message}" for one in found]
                else:
                    counts[key] = (count + bool(found), every + 1)
                    lines += [] if found else [f"missed {told}"]
        show(hand, counts)
    if asked.verbose and asked.hand != SEALED:
        print("\n".join(["", *lines]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

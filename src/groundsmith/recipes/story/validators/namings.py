"""Things, beasts, places and kin with two names: the dog Biscuit that is Pepper.

Two namings are of one where noun, owner and the words beside agree. The decision to question: of
what there may be more (daughters, villages), two names clash only where a sentence says which, or
that there was never another.
"""

from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.namings import Naming, namings
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.words.named import KIN, LOCAL, ONE_KIN, OWN

_MOST_KNOWN = 12


def check(story: Story) -> Iterator[Finding]:
    """Each thing that is called by another name than before."""
    known: dict[str, list[Naming]] = defaultdict(list)
    stems = {kind: frozenset(map(story.stem, words)) for kind, words in _KINDS.items()}
    for one in namings(story):
        earlier = known[one.head]
        other = next((before for before in earlier if _clash(before, one, stems)), None)
        if other is not None and not _are_two(other, one, story):
            yield Finding(
                subtype="name",
                severity=Severity.MEDIUM,
                message=f"the {one.head} is called {one.name}, and {other.name} elsewhere",
                established=other.place,
                contradicting=one.place,
                suggestion=f"decide on one name, or tell of two {one.head}s",
            )
        earlier.append(one)
        del earlier[:-_MOST_KNOWN]


_KINDS = {"many": KIN, "local": LOCAL, "own": OWN, "one": ONE_KIN}


def _clash(one: Naming, other: Naming, kinds: dict[str, frozenset[str]]) -> bool:
    """Whether both name one thing, and otherwise."""
    if one.place.at == other.place.at or not (one.is_sure or other.is_sure or other.is_lasting):
        return False
    if set(one.name.split()) <= set(other.name.split()) or set(other.name.split()) <= set(
        one.name.split()
    ):
        return False
    if one.owner != other.owner and one.owner and other.owner:
        return False
    if one.beside - other.beside and other.beside - one.beside:
        return False
    if ("new" in one.beside) != ("new" in other.beside):
        return False
    lasting = one.is_lasting or other.is_lasting
    which = bool(one.beside & other.beside)
    if one.head in kinds["one"]:
        return one.owner == other.owner != ""
    if one.head in kinds["many"]:
        return lasting and bool(one.owner) and one.owner == other.owner
    if one.head in kinds["local"]:
        return lasting or which
    return one.owner == other.owner or lasting or which


def _are_two(one: Naming, other: Naming, story: Story) -> bool:
    """Whether the second name is that of somebody or something that the story knew before."""
    last = other.name.split()[-1].capitalize()
    for line in story.lines:
        sentence = line.sentence
        if sentence.at >= other.sentence.at:
            return False
        if last in sentence.text and sentence.at != one.sentence.at:
            return True
    return False

"""How a story is told: in which person and, where the language has any, in which tense.

A tense or person is the story's where three of four clauses of narration have it. Where that is not
so (letters, several narrators), nothing is said of it.
"""

from collections import Counter
from collections.abc import Iterator

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import Mode, Sentence

_TOLD_RATIO = 0.75
_SELF_RATIO = 0.15
"""A narrator who says "I" tells of others most of the time."""
_STRAY_RATIO = 0.03
"""Of clauses, so few by an "I" are thoughts in a story of he and she."""
_LEAST_CLAUSES = 12


def facts(story: Story) -> Iterator[Fact]:
    """The story's person and its tense, each with the first clause that has it."""
    told = [
        (clause, line.sentence)
        for line in story.lines
        if line.sentence.mode is Mode.TOLD
        for clause in line.clauses
    ]
    if len(told) < _LEAST_CLAUSES:
        return
    selves = [sentence for clause, sentence in told if SELF in clause.subjects]
    others = [sentence for clause, sentence in told if SELF not in clause.subjects]
    if len(selves) > _SELF_RATIO * len(told):
        yield _fact("person", "first", selves[0])
    elif len(selves) < _STRAY_RATIO * len(told):
        yield _fact("person", "third", others[0])
    if story.language == "en":
        tenses = Counter(clause.tense for clause, _ in told if clause.tense in ("past", "present"))
        for tense, count in tenses.most_common(1):
            if count >= _TOLD_RATIO * tenses.total():
                first = next(sentence for clause, sentence in told if clause.tense == tense)
                yield _fact("tense", tense, first)


def _fact(attribute: str, value: str, sentence: Sentence) -> Fact:
    return Fact(
        kind=FactKind.VIEWPOINT,
        subject="(story)",
        attribute=attribute,
        value=value,
        place=sentence.place(),
    )

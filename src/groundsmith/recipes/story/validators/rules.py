"""Rules of the world that somebody breaks as if there were none.

A sentence that shows every concept of a rule and denies nothing breaks it. Memories may: the rule
may be younger than they are.
"""

from collections.abc import Iterator

from groundsmith.recipes.story.bible.rules import Rule, breaks, concepts_of, rules
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import Mode, Sentence

_LIVE = frozenset({Mode.TOLD, Mode.SAID, Mode.RECOUNTED})
_ABOUT = {Mode.DREAMT: "dream", Mode.REMEMBERED: "remember"}
"""Rules about dreams and memory are broken by who dreams or remembers."""


def check(story: Story) -> Iterator[Finding]:
    """Sentences in which a rule is broken."""
    yield from believable(_found(story))


def _found(story: Story) -> Iterator[Finding]:
    known = rules(story)
    if not known:
        return
    for line in story.lines:
        sentence = line.sentence
        if sentence.mode not in _LIVE | _ABOUT.keys():
            continue
        shown = concepts_of(sentence.text, story) | _sex(line, story)
        for rule in known:
            if sentence.mode not in _LIVE and _ABOUT[sentence.mode] not in (
                rule.concepts | rule.against
            ):
                continue
            if sentence.at != rule.place.at and breaks(rule, sentence.text, shown):
                yield _finding(rule, sentence)
                break


def _sex(line: Line, story: Story) -> frozenset[str]:
    """`women` or `men`, by who acts in a sentence."""
    genders = {
        story.cast.characters[who].gender
        for clause in line.clauses
        for who in clause.subjects
        if who in story.cast.characters
    }
    return frozenset({"f": "women", "m": "men"}[one] for one in genders if one)


def _finding(rule: Rule, sentence: Sentence) -> Finding:
    return Finding(
        subtype="world_rule",
        severity=Severity.HIGH,
        message=f"breaks the rule about {' and '.join(sorted(rule.concepts))}",
        established=rule.place,
        contradicting=sentence.place(),
        suggestion="let the rule be kept, or let somebody notice that it is broken",
    )

"""Rules of the world that somebody breaks as if there were none.

A sentence that shows every concept of a rule and denies nothing breaks it. Memories may: the rule
may be younger than they are.
"""

from collections.abc import Iterator

from groundsmith.recipes.story.bible.rules import Rule, concepts_of, denies, rules
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.reading import Mode, Sentence

_LIVE = frozenset({Mode.TOLD, Mode.SAID, Mode.RECOUNTED})


def check(story: Story) -> Iterator[Finding]:
    """Sentences in which a rule is broken."""
    known = rules(story)
    if not known:
        return
    for sentence in story.reading.sentences:
        if sentence.mode not in _LIVE or denies(sentence.text):
            continue
        shown = concepts_of(sentence.text, story)
        for rule in known:
            if rule.concepts <= shown and sentence.at != rule.place.at:
                yield _finding(rule, sentence)
                break


def _finding(rule: Rule, sentence: Sentence) -> Finding:
    return Finding(
        subtype="world_rule",
        severity=Severity.HIGH,
        message=f"breaks the rule about {' and '.join(sorted(rule.concepts))}",
        established=rule.place,
        contradicting=sentence.place(),
        suggestion="let the rule be kept, or let somebody notice that it is broken",
    )

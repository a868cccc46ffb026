"""A line that its speaker would not say: contractions, and Jakarta's gue and lu, out of nowhere.

A voice is distinct where somebody always has it, in twelve places or more, the line at hand left
out: who has never once contracted a verb, or never once said gue or lu. What is less distinct is
not checked: length of sentences, dialect, forms of address, which change with whom one speaks to.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity
from groundsmith.recipes.story.people.line import Line

_HABITS = {
    "en": (
        re.compile(
            r"\b(?:do|does|did|is|are|was|were|can|could|will|would|have|has|had|should) ?not\b"
            r"|\b(?:I am|I will|I have|I would|you are|he is|she is|it is|they are|we are"
            r"|that is)\b",
            re.I,
        ),
        re.compile(r"\b(?:\w+n['’]t|I['’](?:m|ll|ve|d)|(?:you|they|we)['’](?:re|ll|ve|d))\b", re.I),
        "contracts a verb, and never does elsewhere",
    ),
    "id": (
        re.compile(r"\b(?:saya|aku|Anda|kamu|engkau|kau)\b", re.I),
        re.compile(r"\b(?:gue|gua|gw|elu|lu|elo)\b", re.I),
        "says gue or lu, and never does elsewhere",
    ),
}
_LEAST = 12


def check(story: Story) -> Iterator[Finding]:
    """Lines against the habit of everybody whose habit is without exception."""
    usual, odd, message = _HABITS[story.language]
    spoken: dict[str, list[tuple[Line, str]]] = defaultdict(list)
    for line in story.lines:
        words = _spoken(line)
        who = story.speakers.of(line) if words.strip() else None
        if who is not None:
            spoken[who].append((line, words))
    for who, lines in spoken.items():
        breaks = [(line, hit) for line, words in lines if (hit := odd.search(words))]
        kept = [line for line, words in lines if usual.search(words)]
        if len(breaks) == 1 and len(kept) >= _LEAST:
            line, hit = breaks[0]
            yield Finding(
                subtype="voice",
                severity=Severity.LOW,
                message=f"{who} {message}",
                established=kept[0].sentence.place(),
                contradicting=line.sentence.place(hit.start(), hit.end()),
                suggestion="let them speak as they always do, or give the line to another",
            )


def _spoken(line: Line) -> str:
    """What is spoken of a sentence, at the same offsets."""
    sentence = line.sentence
    return "".join(
        own if told == " " and own != " " else " "
        for own, told in zip(sentence.text, sentence.told, strict=True)
    )

"""Rules of a story's world: what is forbidden, never done, or not to be done at some time.

Taken from notes under a heading of rules, and from sentences that forbid. A rule is a set of
concepts; whatever shows all of them, and does not deny it, breaks the rule.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Chapter, Place
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.concepts import CONCEPT_OF, WEAK
from groundsmith.verify.words import STOP_WORDS

_HEADING = re.compile(
    r"(?im)^#{1,6}[ \t]+(?:[^\n]*\b)?(?:rules?|laws?|aturan|hukum|pantangan"
    r"|larangan)\b[^\n]*$"
)
_ITEM = re.compile(r"(?m)^[ \t]*[-*+][ \t]+(\S[^\n]{4,400})$")
_FORBIDS = {
    "en": re.compile(
        r"\b(?:must (?:not|never)|may not|(?:is|was|are|were) (?:forbidden|not allowed"
        r"|never allowed)"
        r"|no \w+(?: of any kind)? (?:is|was|are|were|may|can|could|must|crosses|crossed|ever"
        r"|shall)"
        r"|nobody (?:may|might|ever)|no one (?:may|might|ever)|[Ww]e don['’]t \w+ (?:after"
        r"|before|on))\b",
        re.I,
    ),
    "id": re.compile(
        r"\b(?:tidak boleh|dilarang|pantang|tabu|tidak ada (?:yang|perahu|orang \w+ yang)"
        r"|terlarang"
        r"|jangan pernah|tidak dibawa|tak boleh)\b",
        re.I,
    ),
}
_LONGEST_RULE = 160
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DENIAL = re.compile(
    r"\b(?:no|not|never|nobody|none|n['’]t|without|cannot|forbidden|rule|law|tidak|tak|bukan"
    r"|jangan|belum"
    r"|tanpa|dilarang|boleh|pantang|if|kalau|seandainya|before|sebelum)\b|n['’]t\b|\?",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is forbidden: its concepts, and where it stands."""

    concepts: frozenset[str]
    place: Place


def rules(story: Story) -> list[Rule]:
    """The rules of a story, each once; those of one concept alone forbid too much to be one."""
    found: dict[frozenset[str], Rule] = {}
    for place in _stated(story):
        for clause in re.split(r";|, sebanyak\b", place.quote):
            concepts = concepts_of(clause, story)
            denies = place.order >= 0 or _DENIAL.search(clause)
            if denies and 2 <= len(concepts) <= 4 and any(one in _KNOWN for one in concepts):
                found.setdefault(concepts, Rule(concepts=concepts, place=place))
    return list(found.values())


_KNOWN = frozenset(CONCEPT_OF.values())


def facts(story: Story) -> Iterator[Fact]:
    """The rules as facts."""
    for rule in rules(story):
        yield Fact(
            kind=FactKind.RULE, subject="world", attribute="forbidden",
            value=" + ".join(sorted(rule.concepts)), place=rule.place,
        )  # fmt: skip


def concepts_of(text: str, story: Story) -> frozenset[str]:
    """The concepts of a text: those we know, and stems of its other content words."""
    found = set()
    for one in _WORD.finditer(text):
        word = one.group().lower()
        known = CONCEPT_OF.get(word)
        if known is not None:
            found.add(known)
        elif (
            word not in STOP_WORDS and word not in WEAK and len(word) > 3 and one.group().islower()
        ):
            found.add(story.stem(word))
    return frozenset(found)


def _stated(story: Story) -> Iterator[Place]:
    for note in story.manuscript.notes:
        yield from _noted(note)
    for sentence in story.reading.sentences:
        stated = sentence.mode in (Mode.TOLD, Mode.SAID) and len(sentence.text) < _LONGEST_RULE
        if stated and "?" not in sentence.text and _FORBIDS[story.language].search(sentence.text):
            yield sentence.place()


def _noted(note: Chapter) -> Iterator[Place]:
    headings = list(re.finditer(r"(?m)^#{1,6}[ \t][^\n]*$", note.text))
    for at, heading in enumerate(headings):
        if not _HEADING.match(heading.group()):
            continue
        stop = headings[at + 1].start() if at + 1 < len(headings) else len(note.text)
        for item in _ITEM.finditer(note.text, heading.end(), stop):
            yield Place(
                chapter=note.name, order=note.order, start=item.start(1), stop=item.end(1),
                quote=item.group(1),
            )  # fmt: skip


def denies(text: str) -> bool:
    """Whether a sentence denies, doubts or states a rule instead of breaking it."""
    return bool(_DENIAL.search(text))

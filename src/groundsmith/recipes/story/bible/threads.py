"""What is left open: promises, searches and questions, and what became of them.

A thread opens where somebody promises, looks for something, or wonders; it is known by the rare
words that stand there. It is resolved where later words of that kind meet a word of coming to an
end; it is abandoned where a third of the story goes by without any of them; else it is open. The
decision to question: that is a hint for a person who reads the list, no finding; a promise may be
kept in other words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.reading import Mode, Sentence

OPEN, RESOLVED, ABANDONED = "open", "resolved", "abandoned"
STORY = "(story)"
_OPENS = {
    "promise": re.compile(
        r"\b(?:promise[sd]?|swore|swears?|vow(?:s|ed)?|pledged?|g[ai]ve (?:his|her|my|you my) word"
        r"|I'll come back|I will come back|berjanji|bersumpah|janjiku|aku janji|saya janji"
        r"|kujanjikan)\b",
        re.I,
    ),
    "search": re.compile(
        r"\b(?:look(?:ed|ing|s)? for|search(?:ed|ing|es)? for|in search of|hunt(?:ed|ing)? for"
        r"|must find|had to find|set out to find|missing|mencari|kucari|dicari|pencarian"
        r"|hilang entah)\b",
        re.I,
    ),
    "question": re.compile(
        r"\b(?:wonder(?:ed|s)? (?:who|why|what|where|how|whether)"
        r"|(?:nobody|no one) kn[eo]ws? (?:who|why|what|where|how)"
        r"|never (?:knew|found out|learnt|learned) (?:who|why|what|where|how)"
        r"|bertanya-tanya|(?:tidak ada|tak ada|tak seorang pun|tidak seorang pun)(?: yang)? tahu"
        r"|entah (?:siapa|mengapa|kenapa|di mana|ke mana))\b",
        re.I,
    ),
}
_ENDS = re.compile(
    r"\b(?:found|find|kept|came back|come back|returned|brought|gave|given|told|learnt|learned|knew"
    r"|understood|discovered|proved|turned out|at last|finally|answer\w*|because it was|here it is"
    r"|ditemukan|menemukan|ketemu|kembali|pulang|menepati|ditepati|ternyata|akhirnya|rupanya"
    r"|memberikan|diberikan|menyerahkan|mengerti|terjawab|jawabannya|mengaku)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|nobody\W?s?|no one|tidak|tak|bukan|jangan|belum)\W+(?:\w+\W+)?$", re.I
)
_LEAST_APART = 6
"""Sentences between where a thread opens and where it may end."""
_MOST_SHARED = 12
"""A word that stands in more sentences than that is not a thread's own."""
_QUIET_RATIO = 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Something left open.

    Attributes:
        who: Who promised, searched or wondered; "(story)" where that cannot be told.
        ended: Where it was resolved, or spoken of last; `None` where it never was again.
    """

    kind: str
    who: str
    state: str
    opened: Sentence
    ended: Sentence | None
    stems: frozenset[str]


def threads(story: Story) -> tuple[Thread, ...]:
    """The threads of a story in the order in which they open; one for the same words."""
    found: list[Thread] = []
    seen: set[frozenset[str]] = set()
    names = story.stems(
        " ".join(name for who in story.cast.characters.values() for name in who.names)
    )
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(story.lines):
        for stem in story.stems(line.sentence.text):
            places[stem].append(at)
    for at, line in enumerate(story.lines):
        kind = _kind(line.sentence)
        stems = story.rare(line.sentence.text, _MOST_SHARED) - names if kind else frozenset()
        if kind is None or len(stems) < 2 or any(len(stems & other) > 1 for other in seen):
            continue
        seen.add(stems)
        state, ended = _followed(stems, story.lines, places, at)
        who = story.speakers.of(line) or line.subject or STORY
        found.append(
            Thread(kind=kind, who=who, state=state, opened=line.sentence, ended=ended, stems=stems)
        )
    return tuple(found)


def facts(story: Story) -> Iterator[Fact]:
    """Threads as facts, each with what became of it."""
    for one in threads(story):
        yield Fact(
            kind=FactKind.THREAD,
            subject=one.who,
            attribute=one.kind,
            value=one.state,
            place=one.opened.place(),
        )


def _kind(sentence: Sentence) -> str | None:
    if sentence.mode in (Mode.DREAMT, Mode.SUPPOSED, Mode.DEPICTED):
        return None
    for kind, cue in _OPENS.items():
        found = cue.search(sentence.text)
        if found and not _NOT.search(sentence.text, max(0, found.start() - 24), found.start()):
            return kind
    return None


def _followed(
    stems: frozenset[str], lines: Sequence[Line], places: Mapping[str, Sequence[int]], at: int
) -> tuple[str, Sentence | None]:
    """What becomes of a thread, and where."""
    shared = Counter(
        later for stem in stems for later in places[stem] if later >= at + _LEAST_APART
    )
    for later in sorted(shared):
        if shared[later] > 1 and _ENDS.search(lines[later].sentence.text):
            return RESOLVED, lines[later].sentence
    last = max(shared, default=None)
    quiet = len(lines) - (at if last is None else last)
    state = ABANDONED if quiet > _QUIET_RATIO * len(lines) else OPEN
    return state, None if last is None else lines[last].sentence

"""A story, read once: its sentences, its people, its days. Every reader of facts starts here."""

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import Stemmer

from groundsmith.recipes.story.calendar.days import Days
from groundsmith.recipes.story.manuscript import Manuscript
from groundsmith.recipes.story.people.acting import lines
from groundsmith.recipes.story.people.beasts import Beasts
from groundsmith.recipes.story.people.cast import Cast
from groundsmith.recipes.story.people.descriptions import Descriptions
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.people.speakers import Speakers
from groundsmith.recipes.story.reading import Reading, Sentence
from groundsmith.verify.words import STOP_WORDS

if TYPE_CHECKING:
    from groundsmith.recipes.story.bible.measures import Measure
    from groundsmith.recipes.story.states.readings import State

_WORD = re.compile(r"[^\W\d_]{3,40}")
_STEMMERS = {"en": Stemmer.Stemmer("english"), "id": Stemmer.Stemmer("indonesian")}


class Story:
    """What all rules share; computed when first asked for."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self.language = "id" if manuscript.language == "id" else "en"
        self.reading = Reading(manuscript)
        self._stemmer = _STEMMERS[self.language]

    @cached_property
    def cast(self) -> Cast:
        """Who is in it."""
        return Cast(self.reading)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its sentences with their people."""
        return tuple(lines(self.reading, self.cast))

    @cached_property
    def roles(self) -> frozenset[str]:
        """Keys of those who act and are known by a role only: `(captain)`."""
        acting = (who for line in self.lines for one in line.clauses for who in one.subjects)
        return frozenset(who for who in acting if who.startswith("(") and who != SELF)

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks where."""
        return Speakers(self.lines, self.language)

    @cached_property
    def beasts(self) -> Beasts:
        """Its animals."""
        return Beasts(self.reading, self.language)

    @cached_property
    def days(self) -> Days:
        """Which day each sentence is told of, as far as it says."""
        return Days(self.reading)

    @cached_property
    def frequency(self) -> Counter[str]:
        """In how many sentences a stem stands."""
        count: Counter[str] = Counter()
        for sentence in self.reading.sentences:
            count.update(self.stems(sentence.text))
        return count

    @cached_property
    def kin(self) -> dict[str, str]:
        """Whom `mother:Maren` and its like name."""
        from groundsmith.recipes.story.bible.relations import named_kin  # it reads stories itself

        return named_kin(self)

    def person(self, key: str) -> str:
        """The named character whom a key such as `mother:Maren` means; else the key."""
        return self.kin.get(key, key)

    @cached_property
    def states(self) -> tuple["State", ...]:
        """What its people are, have and can, and when that changes."""
        from groundsmith.recipes.story.states.readings import states  # it reads stories itself

        return tuple(states(self))

    @cached_property
    def measures(self) -> tuple["Measure", ...]:
        """Its times, lengths, weights and prices."""
        from groundsmith.recipes.story.bible.measures import measures  # it reads stories itself

        return tuple(measures(self))

    def described(self, line: Line) -> str | None:
        """Whom a sentence means that opens with a description: "the old woman", "anak itu"."""
        return self._descriptions.meant(line)

    @cached_property
    def _descriptions(self) -> Descriptions:
        return Descriptions(self.cast, self.lines)

    def stems(self, text: str) -> frozenset[str]:
        """Stems of the content words of a text."""
        words = {word for word in _WORD.findall(text.lower()) if word not in STOP_WORDS}
        return frozenset(self._stemmer.stemWords(sorted(words)))

    def stem(self, word: str) -> str:
        """The stem of one word."""
        stem: str = self._stemmer.stemWord(word.lower())
        return stem

    def rare(self, text: str, most: int = 6) -> frozenset[str]:
        """Stems of a text that stand in few sentences of the story."""
        return frozenset(one for one in self.stems(text) if self.frequency[one] <= most)

    def between(self, one: Sentence, other: Sentence) -> tuple[Sentence, ...]:
        """Sentences from one to another, both included."""
        low, high = sorted((one.at, other.at))
        return tuple(s for s in self.reading.sentences if low <= s.at <= high)

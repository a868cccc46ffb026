"""A sentence with its people: what every reader of facts is handed."""

import re
from dataclasses import dataclass

from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.people.cast import Mention
from groundsmith.recipes.story.people.certainty import Certainty
from groundsmith.recipes.story.people.owned import Owned
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import Sentence

_OF_PRONOUN = re.compile(r"(?:her|his|their)\b|\w+nya\b", re.I)


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something: whose key, the verb, and where both stand in the sentence."""

    who: str
    verb: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with its people.

    Attributes:
        subject: Whom it is about; `None` where that cannot be told.
        owner: Whom a possessive without a name means, per gender ("f", "m", "").
        acts: What named people, and kin such as `mother:Maren`, do in it.
        clauses: Who does what to what, pronouns resolved.
        owned: Whose things are: `her grey eyes`, `Tom's hand`, `matanya`.
        near: Who was spoken of in the sentences before, and how surely a pronoun means them.
        shared: Keys of those whose name others have too.
    """

    sentence: Sentence
    mentions: tuple[Mention, ...]
    subject: str | None
    owner: dict[str, str]
    acts: tuple[Act, ...]
    kin: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    owned: tuple[Owned, ...]
    near: dict[str, Certainty]
    shared: frozenset[str] = frozenset()

    def certainty(self, key: str, at: int | None = None) -> Certainty:
        """How surely somebody is meant in the sentence, by a pronoun that stands `at`."""
        relative = next((one for one in self.kin if one.key == key), None)
        whose = key.partition(":")[2] if relative is not None else ""
        if key.startswith(("(", "beast:")) or whose == SELF:
            return Certainty.NAMED
        if relative is not None and _OF_PRONOUN.match(relative.spelling):
            return self.certainty(whose, relative.start)
        if key in self.shared:
            return Certainty.RIVALLED
        named = {one.key for one in (*self.mentions, *self.kin) if at is None or one.start < at}
        if key in named:
            return Certainty.NAMED if at is None or len(named) == 1 else Certainty.RIVALLED
        return self.near.get(key, Certainty.FAR)

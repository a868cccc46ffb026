"""Clauses: who does what, to what, where and when, for every sentence that is told.

A rule asks `for clause in line.clauses` and reads `clause.subject`, `clause.verb`, `clause.object`,
`clause.is_negated`, whatever the words of the sentence. The decision to question: no tree is
built; a clause is a verb, the noun phrase that runs up to it, and what follows until the next one.

    He rose, took his hat and left  ->  (Tom, rise), (Tom, take, "his hat"), (Tom, leave)
    Ana never told Ben              ->  (Ana, tell, "Ben", negated)
    Surat itu dibaca Sari           ->  (Sari, baca, "Surat itu")
"""

from dataclasses import dataclass

from groundsmith.recipes.story.words.phrases import PLACE_PREPOSITIONS, TIME_NOUNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A preposition and what it governs, both as written: "in", "the old house"."""

    preposition: str
    words: str
    start: int

    @property
    def is_time(self) -> bool:
        """Whether it says when."""
        return any(word in TIME_NOUNS for word in self.words.lower().replace("-", " ").split())

    @property
    def is_place(self) -> bool:
        """Whether it says where or whither."""
        return self.preposition in PLACE_PREPOSITIONS and not self.is_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One verb of a sentence with its people and things; offsets are in the sentence.

    Attributes:
        subjects: Keys of who does it: characters, `mother:Maren`, `(narrator)`, `(doctor)` for
            somebody known by a role only. Empty where the subject is a thing or cannot be told.
        subject_text: The words of the subject, as written.
        noun: The head noun of a subject that is nobody: "door"; nothing with a person.
        owner: Whose that thing is: the key behind "her" in "her eyes were grey".
        verb: Base form or root in lower case, "be" for a predicate without a verb.
        object: Words of the object or the predicate, as written.
        objects: Keys of the people among the object.
        under: The verb that governs this one: "begin" for `began to swim`.
        modal: "can", "must", … or nothing.
        tense: "past", "present", "perfect" (told as earlier), or nothing for what is not finite.
        opener: The conjunction that opens the clause: "when", "if", "karena"; or nothing.
        is_passive: Something is done to the subject and nobody says by whom; where somebody does,
            the doer is the subject and what it is done to the object.
        is_adjunct: It only says when: `pada hari Ratna datang`.
        is_pronoun: The subject is a pronoun or left out, and was resolved.
    """

    subjects: tuple[str, ...]
    subject_text: str
    noun: str
    owner: str | None
    verb: str
    object: str
    objects: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    rest: str
    under: str
    modal: str
    tense: str
    opener: str
    is_negated: bool
    is_passive: bool
    is_adjunct: bool
    is_pronoun: bool
    start: int
    verb_at: int
    stop: int

    @property
    def subject(self) -> str | None:
        """The first of its subjects, if any."""
        return self.subjects[0] if self.subjects else None

    @property
    def places(self) -> tuple[str, ...]:
        """Where: the words of its phrases of place."""
        return tuple(one.words for one in self.phrases if one.is_place)

    @property
    def times(self) -> tuple[str, ...]:
        """When: the words of its phrases of time."""
        return tuple(one.words for one in self.phrases if one.is_time)


@dataclass(slots=True, kw_only=True)
class Draft:
    """A clause as a grammar finds it, in tokens: who its people are is settled afterwards.

    Attributes:
        subject: Tokens `[start, stop)` of the subject; `None` where it is left out.
        antecedent: The subject is a relative pronoun's: the noun phrase before it.
        same_as: Number of the clause whose subject this one shares.
        agent: Tokens of the doer of a passive.
    """

    verb: str
    verb_start: int
    verb_stop: int
    start: int
    stop: int = 0
    subject: tuple[int, int] | None = None
    same_as: int | None = None
    of_object: bool = False
    agent: tuple[int, int] | None = None
    is_self: bool = False
    owner_agent: bool = False
    under: str = ""
    modal: str = ""
    tense: str = ""
    opener: str = ""
    is_negated: bool = False
    is_passive: bool = False

"""What "he", "it" or "the city" at a sentence's head means, where it cannot mean anything else.

Only the subject of the sentence right before is taken, and only where that sentence names no
rival: a wrong name in a question is worse than no question (the preference for the subject is
that of Grosz, Joshi and Weinstein, "Centering", 1995).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from groundsmith.recipes.qa.extractive.clause import Clause
from groundsmith.recipes.qa.extractive.words import BE, Tag, terms, tokens

_HE = terms("he his she her")
_IT = terms("it its")
_OWN = terms("his her its")
_PLACED = terms("in at from near on of the since until for to a an during")
_NO_PERSON = re.compile(
    r"\d|\b(?:[Tt]he|[Aa]nd|of|Academy|Act|Agency|Army|Association|Bank|Board|Bridge|Church|City|"
    r"College|Commission|Committee|Company|Corporation|Council|County|Court|Department|Empire|"
    r"Government|Group|House|Institute|Island|League|Library|Museum|Organization|Parliament|"
    r"Party|Railway|River|School|Society|Station|Street|Treaty|Union|University|War)\b"
)
_EXPLETIVE = re.compile(
    r" (?:\w+ly )?(?:[\w-]+ )?(?:that|to|if|whether|how|why|when|for)\b"
    r"| (?:not|so|as|because|due)\b"
)
_KIND = re.compile(
    r" (?:an?|the|one of the) (?:[\w’'-]+ ){0,5}?(?P<head>[a-z-]+)"
    r"(?=[,.;]|$| (?:in|of|on|at|for|from|that|which|with|located|situated|based|founded|near"
    r"|and)\b)"
)
_COMPLEMENT = re.compile(
    r" (?:an?|the|one of the|located|situated|based|founded|built|established|opened|designed)\b"
)
_LONE = re.compile(r"[Tt]he ([a-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """What the sentences of one paragraph have been about so far.

    Attributes:
        subject: Name that the sentence before was about; "" where it was about none.
        is_thing: Whether "it" can only be that name.
        is_person: Whether "he" or "she" can only be that name.
        called: Names by the common noun that was said of them, "" where two share it.
    """

    subject: str = ""
    is_thing: bool = False
    is_person: bool = False
    called: Mapping[str, str] = field(default_factory=dict)

    def meant_by(self, told: Clause) -> str | None:
        """The name that a clause's subject stands for; None where that is not certain."""
        first, _, rest = told.subject_text.partition(" ")
        low = first.lower()
        if self.subject and low in _HE | _IT:
            fits = self.is_person if low in _HE else self.is_thing
            if not fits or (low == "it" and _EXPLETIVE.match(told.text, told.rest)):
                return None
            if low in _OWN:
                return f"{self.subject}'s {rest}" if rest and rest[0].islower() else None
            return self.subject if not rest else None
        lone = _LONE.fullmatch(told.subject_text)
        return (self.called.get(lone[1]) or None) if lone else None

    def after(self, told: Clause | None, subject: str) -> "Mentions":
        """What is known behind a sentence about `subject`; told is None where it names none."""
        if told is None or "'s " in subject:
            return Mentions(called=self.called)
        alone = _names_alone(told)
        known = self.is_person if subject == self.subject else _may_be_person(subject)
        static = told.auxiliary in BE and _COMPLEMENT.match(told.text, told.rest)
        return Mentions(
            subject=subject,
            is_thing=bool(static or told.base in ("have", "contain")) and alone,
            is_person=known and alone,
            called=self._called(told, subject),
        )

    def _called(self, told: Clause, subject: str) -> Mapping[str, str]:
        """The names by common noun, with what this sentence says: "Fresno is a city …"."""
        kind = _KIND.match(told.text, told.rest) if told.auxiliary in BE else None
        if kind is None:
            return self.called
        head = kind["head"]
        return {**self.called, head: subject if self.called.get(head, subject) == subject else ""}


def _may_be_person(subject: str) -> bool:
    """Whether a name has the shape of a person's."""
    words = tokens(subject)
    return (
        1 <= len(words) <= 5
        and _NO_PERSON.search(subject) is None
        and all(word.text[0].isupper() for word in words)
    )


def _names_alone(told: Clause) -> bool:
    """Whether the clause names nothing beside its subject that could be meant in its place."""
    before = None
    for token in told.tokens:
        rival = token.tag is Tag.NAME and not (before and before.tag is Tag.NAME)
        if rival and (before is None or before.low not in _PLACED) and not _is_adjective(token.low):
            return False
        before = token
    return True


def _is_adjective(low: str) -> bool:
    """Whether a capitalised word tells where someone is from: "an American actress"."""
    return low.endswith(("an", "ish", "ese", "ch", "ic"))

"""Who the people of a clause are: names, kin, roles, and whom a pronoun means.

A pronoun means the subject before it that fits, else whoever was named last and fits. The decision
to question: what is subject stays subject, so `Tom looked at Ben. He nodded.` makes Tom nod.
"""

import re
from collections.abc import Sequence

from groundsmith.recipes.story.people.cast import Cast
from groundsmith.recipes.story.people.roles import Roles
from groundsmith.verify.words.listing import listed

SELF = "(narrator)"
_GENDER = {
    "he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "ia": "any",
    "dia": "any", "beliau": "any", "nya": "any", "they": "many", "mereka": "many", "them": "many",
}  # fmt: skip
_FIRST = listed("i me my we us aku saya kami kita")
_FEMALE_KIN = listed("mother wife daughter sister grandmother aunt niece")
_MALE_KIN = listed("father husband son brother grandfather uncle nephew")
_REMEMBERED = 12
_ANOTHER = re.compile(
    r"^(?:late|former|dead|previous|next|new|other|first|last"
    r"|old(?= (?:king|queen|duke|duchess|lord|lady|emperor|empress|prince|baron|count|chief)$)) "
    r"| (?:lain|baru|lama|terdahulu)$"
)
"""What makes of a role another than who bears it: the late king, the old queen."""


class People:
    """Who was spoken of, in the order of the story, and so whom the next pronoun means."""

    def __init__(self, cast: Cast, roles: Roles) -> None:
        self.cast = cast
        self.roles = roles
        self._recent: list[str] = []
        """Keys, the last one last; subjects are moved behind what else their sentence names."""
        self.last_subject: tuple[str, ...] = ()
        self._many: tuple[str, ...] = ()
        self._introduced: dict[str, str] = {}

    def forget(self) -> None:
        """A chapter begins: nobody was named yet."""
        self._recent, self.last_subject, self._many = [], (), ()

    def gender(self, key: str) -> str:
        """Whether they are "f" or "m"; nothing where it cannot be told."""
        one = self.cast.characters.get(key)
        if one is not None:
            return one.gender
        if ":" in key:
            return kin_gender(key)
        return self.roles.gender(key.strip("()"))

    def fit(self, pronoun: str) -> tuple[str, ...]:
        """Whom a pronoun means, nobody where none fits."""
        if pronoun in _FIRST:
            return (SELF,)
        side = _GENDER.get(pronoun, "")
        if side == "many":
            return self._many
        if not side:
            return ()
        last = self.last_subject if len(self.last_subject) == 1 else ()
        recent = list(reversed(self._recent))
        near = [*last, *sorted(recent, key=lambda one: ":" in one)]
        near = [one for one in near if one != SELF]
        for one in near:
            if side == "any" or self.gender(one) == side:
                return (one,)
        return next(((one,) for one in near if not self.gender(one)), ())

    def fit_ahead(self, pronoun: str, keys: Sequence[str]) -> tuple[str, ...]:
        """Who of those named behind a pronoun it means: `He grew old, did Wenzel`."""
        side = _GENDER.get(pronoun, "")
        if side not in ("f", "m", "any"):
            return ()
        fits = {key for key in keys if side == "any" or self.gender(key) in (side, "")}
        return tuple(fits) if len(fits) == 1 else ()

    def speak_of(self, keys: Sequence[str], *, as_subject: bool) -> None:
        """Somebody was named, or acted."""
        for key in keys:
            if key in self._recent:
                self._recent.remove(key)
            self._recent.append(key)
        del self._recent[:-_REMEMBERED]
        if as_subject and keys and tuple(keys) != (SELF,):
            self.last_subject = tuple(keys)
        if len(keys) > 1:
            self._many = tuple(keys)

    def of_role(self, noun: str, phrase: str, *, is_new: bool) -> tuple[str, ...]:
        """Whom a noun such as `doctor` or `woman` means; a new one with `a` or `seorang`."""
        if not self.roles.is_role(noun) and not self.roles.bearers(noun, phrase):
            return ()
        if _ANOTHER.search(phrase) and noun not in self.roles.persons:
            return (f"({phrase})",)
        pseudo = f"({noun})"
        if is_new:
            self._introduced[noun] = pseudo
            return (pseudo,)
        bearers = self.roles.bearers(noun, phrase)
        if len(bearers) == 1:
            return tuple(bearers)
        if bearers:
            return next(((one,) for one in reversed(self._recent) if one in bearers), ())
        if noun in self._introduced or noun not in self.roles.persons:
            return (pseudo,)
        side = self.roles.gender(noun)
        return next(
            (
                (one,)
                for one in reversed(self._recent)
                if one != SELF and self.gender(one) == side and side
            ),
            (pseudo,),
        )


def kin_gender(key: str) -> str:
    """The gender of a key such as `mother:Maren`, "f" or "m"; nothing of any other."""
    kin, _, _ = key.partition(":")
    return "f" if kin in _FEMALE_KIN else "m" if kin in _MALE_KIN else ""

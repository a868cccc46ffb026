"""How sure it is whom a sentence means who is not named in it.

Whoever was spoken of in the sentences before, in dialogue too, may be whom a pronoun means. The
decision to question: nobody weighs who is likelier; that another fits is enough to doubt, unless
one and the same is subject of both sentences, and no stranger has just come in.
"""

from collections import deque
from collections.abc import Callable, Iterable
from enum import IntEnum

_REACH = 5
"""So many sentences back a pronoun may point."""


STRANGERS = frozenset(
    f"({one})"
    for one in (
        "man", "woman", "girl", "boy", "stranger", "child", "lady", "figure", "fellow",
        "perempuan", "lelaki", "laki-laki", "gadis", "pemuda", "anak", "wanita", "pria",
    )
)  # fmt: skip
"""Who has just been brought in without a name is who the next sentences describe."""


class Certainty(IntEnum):
    """How somebody was found: the higher, the surer."""

    FAR = 0
    """Nobody named them in the sentences before."""
    RIVALLED = 1
    """Somebody else fits as well."""
    SUBJECT = 2
    """They were the subject of the sentence before, though another fits."""
    ONLY = 3
    """Nobody else fits."""
    NAMED = 4
    """The sentence names them."""


class Near:
    """Who was spoken of in the last sentences."""

    def __init__(self, gender: Callable[[str], str]) -> None:
        self._gender = gender
        self._before: deque[tuple[frozenset[str], str | None]] = deque(maxlen=_REACH)

    def forget(self) -> None:
        """A chapter begins."""
        self._before.clear()

    def spoken_of(self, keys: Iterable[str], subject: str | None) -> None:
        """A sentence was read: whom it names or means, and whom it is about."""
        self._before.append((frozenset(keys), subject))

    def certainties(self) -> dict[str, Certainty]:
        """For everybody near, how surely a pronoun that fits them means them."""
        near = frozenset[str]().union(*(keys for keys, _ in self._before))
        last = self._before[-1][1] if self._before else None
        return {key: self._of(key, near, last) for key in near}

    def _of(self, key: str, near: frozenset[str], last: str | None) -> Certainty:
        rivals = [other for other in near - {key} if self._fits(key, other)]
        if not rivals:
            return Certainty.ONLY
        is_told_of = key == last and not any(one in STRANGERS for one in rivals)
        return Certainty.SUBJECT if is_told_of else Certainty.RIVALLED

    def _fits(self, key: str, other: str) -> bool:
        """Whether a pronoun for the one may mean the other."""
        one, two = self._gender(key), self._gender(other)
        return not one or not two or one == two

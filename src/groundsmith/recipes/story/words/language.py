"""The words of one language in one place, so that a rule names what it needs and no language."""

from dataclasses import dataclass

from groundsmith.recipes.story.words import english, indonesian
from groundsmith.recipes.story.words.cues import SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Word classes of a language, in lower case."""

    code: str
    said: frozenset[str]
    titles: frozenset[str]
    prepositions: frozenset[str]
    between: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    kin: frozenset[str]
    stop_names: frozenset[str]
    place_before: frozenset[str]


_WORDS = {
    "en": Words(
        code="en",
        said=frozenset(SAID["en"].split()),
        titles=english.TITLES,
        prepositions=english.PREPOSITIONS,
        between=english.ADVERBS,
        female=english.FEMALE,
        male=english.MALE,
        kin=english.KIN,
        stop_names=english.STOP_NAMES,
        place_before=english.PLACE_BEFORE,
    ),
    "id": Words(
        code="id",
        said=frozenset(SAID["id"].split()),
        titles=indonesian.TITLES,
        prepositions=indonesian.PREPOSITIONS,
        between=indonesian.BETWEEN,
        female=indonesian.FEMALE,
        male=indonesian.MALE,
        kin=indonesian.KIN,
        stop_names=indonesian.STOP_NAMES,
        place_before=indonesian.PLACE_BEFORE,
    ),
}


def words_of(language: str) -> Words:
    """The words of a language; English where it is neither of the two."""
    return _WORDS.get(language, _WORDS["en"])


def is_verb(word: str, language: str) -> bool:
    """Whether a lower-case word may be the verb of somebody's act."""
    if language == "id":
        return word in indonesian.ROOT_VERBS or (
            len(word) > 4 and word.startswith(("me", "ber")) and word not in indonesian.NOT_VERBS
        )
    return (
        word in english.PAST
        or word in english.PRESENT
        or (word.endswith("ed") and len(word) > 3 and word not in english.NOT_PAST)
    )

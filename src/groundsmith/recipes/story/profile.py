"""What a passage is by itself: what it does, how much of it is spoken, who and where it names.

People and places are those that it names by a proper name; "the doctor" and "Mum" are nobody's.
"""

from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.content_types import ContentType, content_type
from groundsmith.recipes.story.cutting.speech import dialogue_share


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A passage at a glance.

    Attributes:
        characters: Each one's key and all names, in the order in which they are named.
        dialogue_share: Spoken characters over characters, white space left out.
    """

    content_type: ContentType
    characters: dict[str, frozenset[str]]
    places: tuple[str, ...]
    dialogue_share: float


def profile(text: str, story: Story) -> Profile:
    """The profile of a passage of a story, which says who is who."""
    cast = story.cast
    keys = dict.fromkeys(one.key for one in cast.mentions(text))
    return Profile(
        content_type=content_type(text, story.language),
        characters={key: frozenset(cast.characters[key].names) for key in keys},
        places=tuple(cast.places_in(text)),
        dialogue_share=dialogue_share(text),
    )

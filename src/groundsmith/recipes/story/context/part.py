"""One thing that a context shows."""

from dataclasses import dataclass

from groundsmith.recipes.story.manuscript import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that is shown: what kind of thing, and where it stands.

    Attributes:
        about: Whose fact or line it is; nothing for what tells of the story.
    """

    kind: str
    text: str
    place: Place
    about: str = ""

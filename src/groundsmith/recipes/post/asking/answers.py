"""What a model answers in each pass; whatever else it says is not read."""

import re
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from groundsmith.recipes.post.content import Part

_MARK = re.compile(
    r"^[ \t#*\[]{0,8}(hook|story|impact|call[ _-]to[ _-]action)[\]*: \t]{0,8}$",
    re.IGNORECASE | re.MULTILINE,
)


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Specific(_Answer):
    """The vague sentences made specific, in order."""

    sentences: list[str] = Field(max_length=200)


class Technologies(_Answer):
    """Names for hashtags."""

    technologies: list[str] = Field(max_length=50)


class Caption(_Answer):
    """One or two sentences."""

    caption: str


class HookLine(_Answer):
    """A first line of one kind."""

    kind: str
    text: str


class Hooks(_Answer):
    """First lines."""

    hooks: list[HookLine] = Field(max_length=100)


class Scores(_Answer):
    """Five measures."""

    clarity: int = Field(ge=0, le=10)
    specificity: int = Field(ge=0, le=10)
    engagement: int = Field(ge=0, le=10)
    credibility: int = Field(ge=0, le=10)
    actionability: int = Field(ge=0, le=10)


def sections_in(text: str) -> Mapping[Part, str]:
    """The sections of a draft by their names; all of it is the story where it names none."""
    cut = _MARK.split(text)
    found: dict[Part, str] = {}
    for name, body in zip(cut[1::2], cut[2::2], strict=True):
        part = Part(re.sub(r"[ -]", "_", name.lower()))
        found[part] = f"{found.get(part, '')}\n{body}".strip()
    return found or {Part.STORY: text.strip()}

"""What a post is to be like: its style, tone, audience and platform, each a YAML file.

A folder of the user's own (`styles/`, `tones/`, `audiences/`, `platforms/`) adds to ours, and a
file of the same name replaces it. One file is all that a new one takes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Generic, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from groundsmith.records import Json, digest

_MOST_BYTES = 64 * 1024
_SUFFIXES = (".yaml", ".yml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Line = Annotated[str, Field(min_length=1, max_length=2000)]
Tag = Annotated[str, Field(pattern=r"^\w{2,40}$")]


class BriefUnusable(ValueError):
    """A file of a style, tone, audience or platform says what it may not; one readable line."""


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    about: Line


class Leads(BaseModel):
    """Connecting text of a style in one language: it states nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    story: str = ""
    impact: str = ""
    call_to_action: str = ""


class Style(_Written):
    """What a post is for: what is looked for in the sources, and how it is told."""

    instruction: Line
    queries: list[Line] = Field(min_length=1, max_length=20)
    leads: dict[str, Leads] = {}
    hashtags: list[Tag] = Field(default=[], max_length=10)


class Tone(_Written):
    """How it sounds, and how long it is when nobody but us writes it."""

    instruction: Line
    story_sentences: int = Field(default=4, ge=1, le=20)
    impact_sentences: int = Field(default=2, ge=1, le=10)


class Audience(_Written):
    """Whom it is for."""

    instruction: Line
    roles: list[Tag] = Field(default=[], max_length=10)


class Platform(_Written):
    """Where it is published: how long it may be there, hashtags included."""

    max_chars: int = Field(ge=100, le=1_000_000)
    max_hashtags: int = Field(default=10, ge=0, le=10)


W = TypeVar("W", bound=_Written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Generic[W]):
    """Something written, under the name of its file, and the hash of what it says."""

    name: str
    value: W

    @property
    def label(self) -> str:
        """Name and hash, for fingerprints."""
        return f"{self.name}@{digest(self.value.model_dump(mode='json'))[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All styles, tones, audiences and platforms there are, by name."""

    styles: Mapping[str, Named[Style]]
    tones: Mapping[str, Named[Tone]]
    audiences: Mapping[str, Named[Audience]]
    platforms: Mapping[str, Named[Platform]]

    @property
    def sha256(self) -> str:
        """Hash of all that they say, wherever they lie."""
        groups = (self.styles, self.tones, self.audiences, self.platforms)
        return digest([[one.label for one in group.values()] for group in groups])


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One of each: what one post is to be like."""

    style: Named[Style]
    tone: Named[Tone]
    audience: Named[Audience]
    platform: Named[Platform]

    @property
    def label(self) -> str:
        """All four by name and hash."""
        four = (self.style, self.tone, self.audience, self.platform)
        return " ".join(one.label for one in four)

    def leads(self, language: str) -> Leads:
        """The style's connecting text in a language; none in one that it does not have."""
        return self.style.value.leads.get(language) or Leads()


@cache
def shelf(own: str | None) -> Shelf:
    """Ours, with those in the folder `own` on top; raises BriefUnusable."""
    return Shelf(
        styles=_group("styles", Style, own),
        tones=_group("tones", Tone, own),
        audiences=_group("audiences", Audience, own),
        platforms=_group("platforms", Platform, own),
    )


def data(name: str) -> Json:
    """One of our own data files, read."""
    return yaml.load((_ours() / name).read_text("utf-8"), _LOADER)  # noqa: S506  # a safe loader


def _ours() -> Traversable:
    return files("groundsmith.recipes.post") / "data"


def _group(folder: str, kind: type[W], own: str | None) -> dict[str, Named[W]]:
    """The files of one kind, ours first."""
    found: dict[str, Named[W]] = {}
    for file in (*_files(_ours() / folder), *_files(_folder(own, folder))):
        name = file.name.rpartition(".")[0]
        found[name] = Named(name=name, value=_read(file, kind))
    return dict(sorted(found.items()))


def _folder(own: str | None, name: str) -> Path | None:
    if own is None:
        return None
    try:
        if not Path(own).is_dir():
            raise BriefUnusable(f"{own!r}: no folder with styles/, tones/, audiences/, platforms/")
        return Path(own) / name if (Path(own) / name).is_dir() else None
    except (OSError, ValueError) as error:
        raise BriefUnusable(f"{own!r}: cannot be read ({error})") from error


def _files(folder: Traversable | None) -> Sequence[Traversable]:
    listed: Iterator[Traversable] = iter(()) if folder is None else folder.iterdir()
    return sorted((one for one in listed if one.name.endswith(_SUFFIXES)), key=lambda one: one.name)


def _read(file: Traversable, kind: type[W]) -> W:
    try:
        body = file.read_bytes()
        if len(body) > _MOST_BYTES:
            raise BriefUnusable(f"{file.name}: longer than {_MOST_BYTES:,} bytes")
        return kind.model_validate(yaml.load(body, _LOADER))  # noqa: S506  # a safe loader
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise BriefUnusable(f"{file.name}: {where}: {first['msg']}") from error
    except (OSError, yaml.YAMLError, RecursionError) as error:
        said = " ".join(str(error).split())[:200]
        raise BriefUnusable(f"{file.name}: cannot be read ({said})") from error

"""What a model is told for a passage: one prompt for all, and a paragraph for each kind of passage.

A user's file replaces the shipped one of the same name, and the others stay. A shipped text never
changes under its name: another text is another version, because the name stands in records. The
decision to question: kinds share one prompt, so that what is established is told of in the same
words whatever is written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

from groundsmith.errors import RequestError
from groundsmith.prompt import Prompt, parsed
from groundsmith.records import digest

_SLOTS = frozenset({"task", "chapter", "pov", "words", "language", "ask", "passage"})
_MAX_BYTES = 64 * 1024
_WRITE, _REVISE = "write.v1", "revise.v1"


class PassageKind(StrEnum):
    """What kind of passage is asked for."""

    NARRATIVE_CONTINUATION = "narrative_continuation"
    CHARACTER_DIALOGUE = "character_dialogue"
    SCENE_DESCRIPTION = "scene_description"
    CHAPTER_OPENING = "chapter_opening"
    CONFLICT_SCENE = "conflict_scene"
    RESOLUTION_SCENE = "resolution_scene"
    CHARACTER_INTRODUCTION = "character_introduction"
    WORLD_BUILDING = "world_building"


class PromptUnusable(RequestError):
    """A folder of prompts cannot be used; `faults` holds one readable line for each reason."""

    def __init__(self, folder: str, faults: tuple[str, ...]) -> None:
        super().__init__(folder, faults)
        self.folder = folder
        self.faults = faults

    def __str__(self) -> str:
        return f"{self.folder!r}: {'; '.join(self.faults)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptSet:
    """The texts by name and version, and the prompt that they are put into."""

    write: Prompt
    texts: Mapping[str, str]

    def task(self, kind: PassageKind) -> str:
        """What a passage of this kind is to do."""
        return self.texts[f"{kind}.v1"]

    @property
    def revise(self) -> str:
        """What is asked where a passage contradicts what is established."""
        return self.texts[_REVISE]

    @property
    def sha256(self) -> str:
        """Hash of every text, wherever the files lie."""
        return digest([self.write.sha256, sorted(self.texts.items())])


def prompts_in(folder: str | None) -> PromptSet:
    """The shipped prompts, or those with the files in `folder` in their places.

    Raises PromptUnusable with the faults of all files at once.
    """
    texts = dict(_shipped())
    faults: list[str] = []
    for path in _files(folder) if folder is not None else ():
        try:
            texts[path.stem] = _read(path)
        except (OSError, ValueError) as error:
            faults.append(f"{path.name!r}: {error}")
    try:
        write = parsed(_WRITE, texts.pop(_WRITE), _SLOTS)
    except ValueError as error:
        raise PromptUnusable(str(folder), (*faults, f"'{_WRITE}.md': {error}")) from error
    if faults:
        raise PromptUnusable(str(folder), tuple(faults))
    return PromptSet(write=write, texts=texts)


@cache
def _shipped() -> Mapping[str, str]:
    folder = files("groundsmith.recipes.story.writing") / "prompts"
    plain = {name: (folder / f"{name}.md").read_text("utf-8") for name in (_WRITE, _REVISE)}
    kinds = {
        f"{kind}.v1": (folder / "kinds" / f"{kind}.v1.md").read_text("utf-8").strip()
        for kind in PassageKind
    }
    return {_WRITE: plain[_WRITE], _REVISE: plain[_REVISE].strip(), **kinds}


def _files(folder: str) -> Iterator[Path]:
    """The prompts in a folder, by name; raises PromptUnusable where there is none."""
    try:
        found = sorted(Path(folder).glob("*.md"))
    except (OSError, ValueError) as error:
        raise PromptUnusable(folder, (str(error),)) from error
    if not found:
        known = ", ".join(f"{name}.md" for name in _shipped())
        raise PromptUnusable(folder, (f"no folder with one of {known}",))
    yield from found


def _read(path: Path) -> str:
    """The text of a file; raises OSError or ValueError with what is wrong with it."""
    if path.stem not in _shipped():
        raise ValueError(f"replaces no prompt; there is {', '.join(_shipped())}")
    with path.open("rb") as file:
        data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise ValueError(f"is longer than {_MAX_BYTES} bytes")
    text = data.decode("utf-8").removeprefix("\ufeff").strip()
    if not text:
        raise ValueError("is empty")
    return text

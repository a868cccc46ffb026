"""The prompts of a run: one for each language a model is asked in, shipped or a user's own.

A user's file replaces the shipped one of the same name, and the others stay. A shipped text never
changes under its name: another text is another version, because the name stands in records.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from groundsmith.errors import RequestError
from groundsmith.prompt import Prompt, parsed
from groundsmith.records import digest

SHIPPED = {"en": "qa.v1.en", "id": "qa.v1.id"}
"""Language → name of its prompt; a passage in any other language is asked about in English."""

SLOTS = frozenset({"count", "kinds", "language", "marker", "passage"})
_SUFFIX = ".md"
_MAX_BYTES = 64 * 1024


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
    """A prompt for each language; English stands in for the languages that have none."""

    prompts: tuple[tuple[str, Prompt], ...]

    def of(self, language: str) -> Prompt:
        """The prompt to ask with about a passage in `language`."""
        known = dict(self.prompts)
        return known.get(language, known["en"])

    @property
    def sha256(self) -> str:
        """Hash of every text in it, wherever the files lie; enters the fingerprints."""
        return digest([[language, prompt.sha256] for language, prompt in self.prompts])


@cache
def shipped() -> PromptSet:
    """The prompts that come with the package."""
    folder = files("groundsmith.recipes.qa") / "prompts"
    return PromptSet(
        prompts=tuple(
            (language, parsed(name, (folder / f"{name}{_SUFFIX}").read_text("utf-8"), SLOTS))
            for language, name in SHIPPED.items()
        )
    )


def prompts_in(folder: str | None) -> PromptSet:
    """The shipped prompts, or those with the files in `folder` in their places.

    Raises PromptUnusable with the faults of all files at once.
    """
    if folder is None:
        return shipped()
    own: dict[str, Prompt] = {}
    faults: list[str] = []
    for path in _files(folder):
        try:
            own[path.stem] = _read(path)
        except (OSError, ValueError) as error:
            faults.append(f"{path.name!r}: {error}")
    if faults:
        raise PromptUnusable(folder, tuple(faults))
    return PromptSet(
        prompts=tuple(
            (language, own.get(prompt.name, prompt)) for language, prompt in shipped().prompts
        )
    )


def _files(folder: str) -> list[Path]:
    """The prompts in a folder, by name; raises PromptUnusable where there is none."""
    try:
        found = sorted(Path(folder).glob(f"qa.*{_SUFFIX}"))
    except (OSError, ValueError) as error:
        raise PromptUnusable(folder, (str(error),)) from error
    if not found:
        known = ", ".join(f"{name}{_SUFFIX}" for name in SHIPPED.values())
        raise PromptUnusable(folder, (f"no folder with one of {known}",))
    return found


def _read(path: Path) -> Prompt:
    """The prompt in a file; raises OSError or ValueError with what is wrong with it."""
    if path.stem not in SHIPPED.values():
        raise ValueError(f"replaces no prompt; there is {', '.join(SHIPPED.values())}")
    if not path.is_file():
        raise ValueError("is no file")
    with path.open("rb") as file:
        data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise ValueError(f"is longer than {_MAX_BYTES} bytes")
    return parsed(path.stem, data.decode("utf-8"), SLOTS)

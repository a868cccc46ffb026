"""The prompts of the passes, by name and version; a shipped text never changes under its name."""

from functools import cache
from importlib.resources import files

from groundsmith.prompt import Prompt, parsed
from groundsmith.records import digest

_SLOTS = frozenset(
    {"project", "language", "style", "tone", "audience", "chars", "passage", "count", "kinds"}
)
PASSES = ("draft", "specificity", "hashtags", "caption", "hooks", "quality")


@cache
def prompt(name: str) -> Prompt:
    """The prompt of one pass."""
    file = files("groundsmith.recipes.post") / "prompts" / f"{name}.v1.md"
    return parsed(f"{name}.v1", file.read_text("utf-8"), _SLOTS)


def prompts_sha256() -> str:
    """Hash of all of them."""
    return digest([prompt(name).sha256 for name in PASSES])

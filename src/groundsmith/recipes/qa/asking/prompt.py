"""One prompt: what a model is told once for all passages, and what it is asked of each.

Slots (`{{count}}`) are filled in one pass, so that a slot that stands in a source stays what it
is: text. The system part has no slots: it is the same for every passage, and a provider that caches
it reads it once.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from groundsmith.records import sha256

SLOTS = frozenset({"count", "kinds", "language", "marker", "passage"})
_SLOT = re.compile(r"\{\{([a-z_]{1,40})\}\}")
_SYSTEM_LINE = "# system\n"
_USER_LINE = "\n# user\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A template under its name and version (`qa.v1.en`), and the hash of its text."""

    name: str
    system: str
    user: str
    sha256: str

    def filled(self, values: Mapping[str, str]) -> str:
        """The user part with `values` in its slots; what they hold is not looked at again."""
        return _SLOT.sub(lambda slot: values[slot.group(1)], self.user)


def parsed(name: str, text: str) -> Prompt:
    """The prompt that `text` holds; raises ValueError with what is wrong with it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    system, between, user = text.partition(_USER_LINE)
    if not between or not system.startswith(_SYSTEM_LINE):
        raise ValueError("does not begin with the line `# system` and go on after a line `# user`")
    system, user = system.removeprefix(_SYSTEM_LINE).strip(), user.strip()
    if slots := _SLOT.findall(system):
        raise ValueError(f"the system part is one for all passages: no {{{{{slots[0]}}}}} there")
    slots = _SLOT.findall(user)
    if unknown := sorted(set(slots) - SLOTS):
        known = ", ".join(sorted(SLOTS))
        raise ValueError(f"there is no value for {{{{{unknown[0]}}}}}; known: {known}")
    if slots.count("passage") != 1:
        raise ValueError("the user part must hold {{passage}} exactly once")
    return Prompt(name=name, system=system, user=user, sha256=sha256(text))

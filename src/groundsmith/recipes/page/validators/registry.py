"""Where validators register: name, function, and the arguments it takes with their defaults."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from groundsmith.recipes.page.page_file import Fault, PageFile

Check = Callable[..., Iterator[Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """A check of a file; `arguments` are what may be set, with their defaults."""

    name: str
    check: Check
    arguments: Mapping[str, Any]

    def faults(self, file: PageFile, arguments: Mapping[str, Any]) -> list[Fault]:
        """What is wrong with the file."""
        return list(self.check(file, **{**self.arguments, **arguments}))


registry: dict[str, Validator] = {}


def validator(name: str, **arguments: Any) -> Callable[[Check], Check]:
    """Registers a check under a name, with the defaults of its arguments."""

    def register(check: Check) -> Check:
        registry[name] = Validator(name=name, check=check, arguments=arguments)
        return check

    return register

"""Validators of files, by the names under which components declare them.

A validator is a function from a file to its faults, registered in the file where it is written.
Its keyword arguments are what a component may set: their defaults name them and give their types,
so that a wrong one is a fault of the definition and not of a run.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from groundsmith.recipes.page.validators.registry import Validator, registry

for _module in ("document", "head", "lines", "linked_data", "prose", "table"):
    import_module(f"{__name__}.{_module}")

VALIDATORS: Mapping[str, Validator] = MappingProxyType(registry)
VERSION = "page-validators@2"


def argument_fault(name: str, arguments: Mapping[str, object]) -> str | None:
    """What is wrong with a validator's name or arguments in a definition."""
    if name not in VALIDATORS:
        return f"{name} is no validator; there is {', '.join(sorted(VALIDATORS))}"
    known = VALIDATORS[name].arguments
    for key, value in arguments.items():
        if key not in known:
            takes = ", ".join(known) or "no arguments"
            return f"the validator {name} has no {key}; it takes {takes}"
        if type(value) is not type(known[key]):
            wanted = type(known[key]).__name__
            return f"the validator {name}: {key} must be of type {wanted}, not {value!r}"
    return None

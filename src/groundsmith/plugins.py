"""Which recipes are installed, by name: read from the distributions' entry points, not imported.

Ours are registered in `pyproject.toml` by the same mechanism as anybody's, so there is no list of
them anywhere else.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points

GROUP = "groundsmith.recipes"


@cache
def registered() -> Mapping[str, tuple[EntryPoint, ...]]:
    """The entry points under each recipe's name, in the order of names; nothing is imported."""
    found: defaultdict[str, list[EntryPoint]] = defaultdict(list)
    for point in entry_points(group=GROUP):
        found[point.name].append(point)
    return {name: tuple(found[name]) for name in sorted(found)}


def origin(point: EntryPoint) -> str:
    """The distribution that an entry point came with, for people."""
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value

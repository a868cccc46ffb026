"""Every known key, and the nearest one to a name that is not among them."""

from collections.abc import Iterable, Sequence
from functools import cache

from groundsmith.settings.composed import settings_model, unusable_recipes
from groundsmith.settings.fields import Leaf, leaves

_NEAR = 70.0
"""Similarity in percent (rapidfuzz's ratio) from which a known key is worth naming."""


class Keys:
    """Leaves by dotted key, and the names that each section holds (`""` is the root)."""

    def __init__(self, found: Iterable[Leaf]) -> None:
        self.leaves = {leaf.key: leaf for leaf in found}
        self.sections: dict[str, list[str]] = {}
        for key in self.leaves:
            parts = key.split(".")
            for depth, name in enumerate(parts):
                names = self.sections.setdefault(".".join(parts[:depth]), [])
                if name not in names:
                    names.append(name)

    def fault(self, key: str) -> str:
        """What to say of a key that holds no value: a section, or one that does not exist."""
        if key in self.sections:
            return f"a section, not a value; it holds {', '.join(self.sections[key])}"
        if why := unusable_recipes().get(key.partition(".")[0]):
            return why
        near = self._nearest(key)
        return f"unknown key; did you mean {near}?" if near else "unknown key"

    def _nearest(self, key: str) -> str | None:
        """A name beside it, or the whole key of one that stands in another section."""
        parent, _, name = key.rpartition(".")
        if near := nearest(name, self.sections.get(parent, ())):
            return near
        by_name = {leaf.name: leaf.key for leaf in self.leaves.values()}
        elsewhere = nearest(name, list(by_name))
        return by_name[elsewhere] if elsewhere else None


@cache
def keys() -> Keys:
    """Every key there is."""
    return Keys(leaves(settings_model()))


def nearest(name: str, known: Sequence[str]) -> str | None:
    """The one of `known` that `name` was probably meant to be."""
    from rapidfuzz import fuzz, process  # only a faulty configuration pays for the import

    folded = name[:200].lower().replace("-", "_")
    found = process.extractOne(folded, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else None

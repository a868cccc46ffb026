"""Presets: which voices are fused, how, and with which weights.

`default` is what won cross-validation on the collections that we have (docs/retrieval.md).
`heritage` keeps the weights of the heritage project; it is not what measures best.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from groundsmith.errors import RequestError
from groundsmith.index.fusion.methods import METHODS, Method, weighted
from groundsmith.index.voices import DENSE, HORN, LEXICAL, PAGERANK, POPULAR, SIMRANK


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """How voices are fused.

    Attributes:
        weights: By voice; of those that are heard, they are made to add up to 1.
        stand_ins: By voice, who takes its weight where it is not heard.
    """

    name: str
    method: Method
    weights: Mapping[str, float]
    stand_ins: Mapping[str, str] = field(default_factory=dict)


_EQUAL = {LEXICAL: 1.0, DENSE: 1.0}
_ALONE = (LEXICAL, DENSE, SIMRANK, HORN, PAGERANK, POPULAR)

PRESETS: Mapping[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset(name="default", method=weighted, weights={LEXICAL: 0.5, DENSE: 0.5}),
        Preset(
            name="heritage",
            method=weighted,
            weights={SIMRANK: 0.4, HORN: 0.3, DENSE: 0.3},
            stand_ins={DENSE: LEXICAL},
        ),
        *(Preset(name=name, method=METHODS[name], weights=_EQUAL) for name in METHODS),
        *(Preset(name=name, method=weighted, weights={name: 1.0}) for name in _ALONE),
    )
}


def preset(name: str) -> Preset:
    """The preset of that name; raises RequestError for one that there is not."""
    if name not in PRESETS:
        raise RequestError(f"no method {name!r}; there are {', '.join(PRESETS)}")
    return PRESETS[name]

"""Presets: which voices are fused, how, and with which weights.

`default` is what won nested cross-validation over five collections (docs/retrieval.md). Where the
texts are code it hardly listens to words: people ask for code in words that are not in it, and an
even share cost a tenth of nDCG there. `heritage` keeps the weights of the heritage project; it is
not what measures best.
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


_GRAPH_SHARE = 0.1


def _shares(lexical: float) -> dict[str, float]:
    """Weights of `default` by the share that words have beside meanings."""
    rest = 1 - _GRAPH_SHARE
    return {LEXICAL: rest * lexical, DENSE: rest * (1 - lexical), HORN: _GRAPH_SHARE}


_EQUAL = {LEXICAL: 1.0, DENSE: 1.0}
_ALONE = (LEXICAL, DENSE, SIMRANK, HORN, PAGERANK, POPULAR)

PRESETS: Mapping[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset(name="default", method=weighted, weights=_shares(lexical=0.5)),
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


_DEFAULT_FOR_CODE = Preset(name="default", method=weighted, weights=_shares(lexical=0.1))


def preset(name: str, analyser: str = "mixed") -> Preset:
    """The preset of that name; raises RequestError for one that there is not.

    Args:
        analyser: How the collection's words are read, which tells code from prose.
    """
    if name not in PRESETS:
        raise RequestError(f"no method {name!r}; there are {', '.join(PRESETS)}")
    return _DEFAULT_FOR_CODE if (name, analyser) == ("default", "code") else PRESETS[name]

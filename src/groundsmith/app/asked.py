"""What asking a model would take: calls, tokens and money, from low to high.

Nobody can count another's tokens exactly. Four Latin letters are about one token, a character of
another script about one; the range is a quarter below and half above that. A pair takes 50 to 95
tokens of answer, another text a quarter of what it may take, or all of it. What was asked before
and is stored is not known here: a run that goes on costs less. Spares are not reckoned with: they
answer where the model cannot. Nor are corrections of what turns out to be unsupported, and the
claims that a judging model is asked about: their number is what a run finds out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from groundsmith.app.models import ChosenModel
from groundsmith.errors import ModelNeeded
from groundsmith.records import PICO, Item, Json, Request
from groundsmith.seams import Recipe

_LATIN_CHARS_A_TOKEN = 4
_INPUT_LOW, _INPUT_HIGH = 0.75, 1.5
_PAIR_LOW, _PAIR_HIGH = 50, 95
_LEAST_SHARE = 4
_OVERHEAD_TOKENS = 12


@runtime_checkable
class Asks(Protocol):
    """A recipe that can say what it would ask."""

    def request_for(self, item: Item) -> Request | None:
        """The call an item takes; `None` where it takes none."""
        ...


@runtime_checkable
class AsksOften(Protocol):
    """A recipe whose items take several calls."""

    def requests_for(self, item: Item) -> Sequence[Request]:
        """The calls an item takes, as far as they are known before the first is answered."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Calls, tokens and cost; the cost is `None` where the price is not known."""

    call_count: int = 0
    input_low: int = 0
    input_high: int = 0
    output_low: int = 0
    output_high: int = 0
    cost_low_usd: float | None = 0.0
    cost_high_usd: float | None = 0.0
    share_low: float | None = None
    share_high: float | None = None

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return {
            "calls": self.call_count,
            "input_tokens": {"low": self.input_low, "high": self.input_high},
            "output_tokens": {"low": self.output_low, "high": self.output_high},
            "cost_usd": {"low": self.cost_low_usd, "high": self.cost_high_usd},
            "budget_share": {"low": self.share_low, "high": self.share_high},
        }


def asked_for(recipe: Recipe, items: Iterable[Item], model: ChosenModel) -> Asked:
    """The estimate for these items; raises ModelNeeded for a recipe that asks no model."""
    if not isinstance(recipe, Asks | AsksOften):
        raise ModelNeeded(f"{recipe.name}: asks no model; leave --model away")
    calls = tokens = low = high = 0
    for item in items:
        for request in _requests(recipe, item):
            calls += 1
            tokens += tokens_of(request)
            least, most = _answer_tokens(recipe, request)
            low, high = low + least, high + most
    return amount(model, calls, tokens, (low, high))


def _requests(recipe: Asks | AsksOften, item: Item) -> Sequence[Request]:
    if isinstance(recipe, AsksOften):
        return recipe.requests_for(item)
    request = recipe.request_for(item)
    return [] if request is None else [request]


def amount(model: ChosenModel, calls: int, input_tokens: int, output: tuple[int, int]) -> Asked:
    """What so many calls take; `output` is the least and the most that answers have, all of them.

    Args:
        input_tokens: As `tokens_of` counts them.
    """
    low = (int(input_tokens * _INPUT_LOW), output[0])
    high = (int(input_tokens * _INPUT_HIGH), output[1])
    cost_low, cost_high = _cost(model, *low), _cost(model, *high)
    return Asked(
        call_count=calls,
        input_low=low[0],
        input_high=high[0],
        output_low=low[1],
        output_high=high[1],
        cost_low_usd=_usd(cost_low),
        cost_high_usd=_usd(cost_high),
        share_low=_share(cost_low, model.budget),
        share_high=_share(cost_high, model.budget),
    )


def tokens_of(request: Request) -> int:
    """About how many tokens a request has."""
    text = request.system + "".join(said for _, said in request.messages)
    latin = sum(map(str.isascii, text)) if not text.isascii() else len(text)
    return latin // _LATIN_CHARS_A_TOKEN + (len(text) - latin) + _OVERHEAD_TOKENS


def _answer_tokens(recipe: Recipe, request: Request) -> tuple[int, int]:
    """How long an answer is at least, and at most."""
    pairs = getattr(getattr(recipe, "settings", None), "questions_per_chunk", None)
    if pairs is not None:
        return pairs * _PAIR_LOW, pairs * _PAIR_HIGH
    most = request.max_output_tokens
    return most // _LEAST_SHARE, most


def _cost(model: ChosenModel, input_tokens: int, output_tokens: int) -> int | None:
    return None if model.price is None else model.price.worst_case(input_tokens, output_tokens)


def _usd(pico: int | None) -> float | None:
    return None if pico is None else round(pico / PICO, 6)


def _share(pico: int | None, budget: int | None) -> float | None:
    return None if pico is None or not budget else round(pico / budget, 4)

"""What is wrong with a model before it is asked: all of it at once, without a call."""

from collections.abc import Callable

from pydantic import SecretStr

from groundsmith.errors import ModelNeeded, PriceUnknown, RequestError
from groundsmith.llm.build import endpoint_of, no_batches, price_of
from groundsmith.llm.presets import PRESETS
from groundsmith.llm.prices import Price
from groundsmith.llm.settings import ModelSettings
from groundsmith.llm.tokens import bound_of


def faults(
    settings: ModelSettings,
    key: SecretStr | None,
    *,
    budgeted: bool,
    batched: bool = False,
    priced: Callable[[ModelSettings], Price | None] = price_of,
) -> tuple[RequestError | ModelNeeded, ...]:
    """An error for each reason why this model cannot be asked; none where it can.

    Args:
        key: The value of the variable that the settings name; None where it is not set.
        priced: Gives its price, which must be known where there is a budget.
    """
    label = endpoint_of(settings, None).label
    found: list[RequestError | ModelNeeded] = []
    if not settings.model:
        example = f"{settings.provider}:NAME"
        found.append(
            RequestError(
                f"{settings.provider}: no model is named; say which, as in --model {example}"
            )
        )
    if settings.key_name and not (key and key.get_secret_value()):
        found.append(
            ModelNeeded(f"{label}: needs a key; set {settings.key_name} in the environment")
        )
    elif key is not None and not _fits_a_header(key.get_secret_value()):
        found.append(
            RequestError(
                f"{label}: the key in {settings.key_name} holds spaces, line breaks or other "
                "characters that no key has; copy it again"
            )
        )
    if budgeted and settings.model and priced(settings) is None:
        found.append(PriceUnknown(label))
    try:
        bound_of(settings.tokenizer)
    except RequestError as error:
        found.append(error)
    if batched and PRESETS[settings.provider].batch_percent is None:
        found.append(no_batches(label))
    return tuple(found)


def _fits_a_header(key: str) -> bool:
    return key.isascii() and key.isprintable() and " " not in key

"""What a status code means: a total map from HTTP to our errors, for every provider alike."""

import orjson

from groundsmith.errors import (
    CreditSpent,
    GroundsmithError,
    KeyRefused,
    ModelUnknown,
    ProviderFailed,
    RateLimited,
    RequestRefused,
)
from groundsmith.llm.client import HttpAnswer
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.retry_after import retry_after_s

_TRANSIENT = frozenset({408, 409, 425})

_UNPAID = 402
_SPENT = (
    b"insufficient_quota",
    b"insufficient balance",
    b"insufficient credits",
    b"billing_hard_limit_reached",
    b"credit balance is too low",
)
"""How services say so under other statuses; OpenAI's 429 would be asked again for ever."""


def refusal(endpoint: Endpoint, answer: HttpAnswer, now: float) -> GroundsmithError:
    """The error for an answer whose status is not 200.

    Args:
        now: Seconds since 1970; a `Retry-After` may be a date.
    """
    status = answer.status
    label = endpoint.label
    said = endpoint.quoted(_message(answer.body))
    if status == _UNPAID or (status < 500 and _says_spent(answer.body)):
        return CreditSpent(label, said or str(status))
    if status in (401, 403):
        return KeyRefused(label, endpoint.key_variable, status)
    if status == 404:
        return ModelUnknown(label, endpoint.base_url, said)
    message = f"{said or 'no reason given'} ({status})"
    wait_s = retry_after_s(answer.headers.get("Retry-After"), now)
    if status == 429:
        return RateLimited(label, message, retry_after_s=wait_s)
    if status in _TRANSIENT or status >= 500:
        return ProviderFailed(label, message, status, retry_after_s=wait_s)
    return RequestRefused(label, message, status)


def _says_spent(body: bytes) -> bool:
    said = body[:4000].lower()
    return any(words in said for words in _SPENT)


def _message(body: bytes) -> str:
    """The message in an error body of any of the usual forms; the body itself as a last resort."""
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        return body[:2000].decode("utf-8", "replace")
    for name in ("error", "message", "detail"):
        if isinstance(found, dict) and name in found:
            found = found[name]
    return (
        found if isinstance(found, str) else orjson.dumps(found)[:2000].decode("utf-8", "replace")
    )

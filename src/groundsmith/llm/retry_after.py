"""Reads `Retry-After` in every form in which it arrives."""

import math
from email.utils import parsedate_to_datetime

_HEADER_CHARS = 64


def retry_after_s(header: str | None, now: float) -> float | None:
    """Seconds to wait, never negative; None where the header says nothing that can be read.

    Seconds or an HTTP date (RFC 9110, section 10.2.3), and fractions of seconds, which some
    services send. Nothing is capped here: how long is too long is the caller's to say.

    Args:
        now: Seconds since 1970.
    """
    if header is None or len(header) > _HEADER_CHARS:
        return None
    try:
        seconds = float(header)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(header).timestamp() - now
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return max(0.0, seconds) if math.isfinite(seconds) else None

"""What must not be shown, and a way to take it out of any text.

Two nets, because each has holes: the values of variables whose names say that they are secret,
wherever they turn up, and the shapes that the keys of well-known services have.
"""

import os
import re
from collections.abc import Iterable, Mapping

MASK = "***"

_SECRET_NAME = re.compile(
    r"(?:^|_)(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|PAT)(?:_|$)",
    re.IGNORECASE,
)
_MIN_CHARS = 8
"""Shorter values are ordinary words too often: masking `true` everywhere hides what matters."""

_SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<kept>authorization[\"']?\s{0,4}[:=]\s{0,4}[\"']?(?:(?:bearer|basic|token)\s{1,4})?)"
        r"[^\s\"',;]{4,}",
        r"(?P<kept>\bbearer\s{1,4})[\w.~+/=-]{8,}",
        r"(?P<kept>://[^\s/:@]{0,256}:)[^\s/]{1,256}(?=@)",
        r"(?P<kept>)\b(?:sk|rk|gsk|xai|hf|ghp|gho|ghs|glpat|xox[bp])[-_][\w-]{12,}",
        r"(?P<kept>)\b(?:AKIA[0-9A-Z]{16}|AIza[\w-]{30,})",
    )
)


class Secrets:
    """Masks known values and key-shaped text; everything else comes back as it was."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        known = sorted({value for value in values if len(value) >= _MIN_CHARS}, key=len)
        self._known = re.compile("|".join(map(re.escape, reversed(known)))) if known else None

    def mask(self, text: str) -> str:
        """`text` with each secret replaced by `***`."""
        if self._known is not None:
            text = self._known.sub(MASK, text)
        for shape in _SHAPES:
            text = shape.sub(rf"\g<kept>{MASK}", text)
        return text


def secrets_of(environ: Mapping[str, str] | None = None) -> Secrets:
    """Secrets with the values of every variable that is named like one."""
    held = os.environ if environ is None else environ
    return Secrets(value for name, value in held.items() if _SECRET_NAME.search(name))

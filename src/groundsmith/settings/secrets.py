"""What must not be shown, and a way to take it out of any text.

Two nets, because each has holes: the values of variables whose names say that they are secret,
wherever they turn up, and the shapes that the keys of well-known services have.
"""

import json
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

_PREFIXES = ("sk-", "sk_", "rk_", "gsk_", "xai-", "hf_", "ghp_", "gho_", "ghs_", "glpat-", "xoxb-")
_SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"(?P<kept>authorization[\\\"']{0,2}\s{0,4}[:=]\s{0,4}[\\\"']{0,2}"
        r"(?:(?:bearer|basic|token)\s{1,4})?)[^\s\"',;\\]{4,}",
        r"(?P<kept>\bbearer\s{1,4})[\w.~+/=-]{8,}",
        r"(?P<kept>\A\s{0,8}postgres[\w+]{0,32}://[^\s/:@]{0,256}:).{1,4096}(?=@)",
        r"(?P<kept>\bpostgres[\w+]{0,32}://[^\s/:@]{0,256}:)\S{1,2048}(?=@)",
        r"(?P<kept>://[^\s/:@]{0,256}:)[^\s/]{1,256}(?=@)",
        r"(?P<kept>[?&](?:ssl)?password=)[^\s&\"']{1,2048}",
        rf"(?P<kept>)\b(?:{'|'.join(_PREFIXES)})[\w-]{{12,}}",
        r"(?P<kept>)\b(?:AKIA[0-9A-Z]{16}|AIza[\w-]{30,})",
    )
)
_HINTS = ("authorization", "bearer", "://", "password=", "akia", "aiza", *_PREFIXES)
"""One of these, lower-case, stands in every text that a shape can fit; most texts hold none."""


class Secrets:
    """Masks known values, plain or as JSON writes them, and key-shaped text; nothing else."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        held = {value for value in values if len(value) >= _MIN_CHARS}
        held |= {json.dumps(value)[1:-1] for value in held}
        longest_first = sorted(held, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first))) if held else None

    def mask(self, text: str) -> str:
        """`text` with each secret replaced by `***`."""
        if self._known is not None:
            text = self._known.sub(MASK, text)
        lowered = text.lower()
        if any(hint in lowered for hint in _HINTS):
            for shape in _SHAPES:
                text = shape.sub(rf"\g<kept>{MASK}", text)
        return text


def secrets_of(environ: Mapping[str, str] | None = None) -> Secrets:
    """Secrets with the values of every variable that is named like one."""
    held = os.environ if environ is None else environ
    return Secrets(value for name, value in held.items() if _SECRET_NAME.search(name))

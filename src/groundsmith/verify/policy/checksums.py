"""Checks that tell a real number, address or key from what only looks like one, by name.

What counts as personal stands in `groundsmith.checksums`; keys and passwords are looked at here. An
address is flagged only where somebody can be found by it: 192.168.1.1 in a text is nobody's.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping

from groundsmith import checksums
from groundsmith.checksums import Check

__all__ = ["CHECKS", "Check"]

_LEAST_BITS = 2.5
"""Bits a character that a key has at least; `xxxxxxxx` and `00000000` have none."""

_PLACEHOLDER = re.compile(
    r"example|your|placeholder|changeme|change-me|redacted|dummy|insert|replace|sample|secret_?key"
    r"|isi[-_]|ganti|contoh|x{4}|\*{3}|\.{3}|0{8}|0{4}[-_]0{4}|12345678",
    re.IGNORECASE,
)


def random_key(text: str) -> int:
    """A key as services draw them, not the placeholder for one.

    Only for what has a service's own prefix or a name such as `api_key` before it: entropy alone
    also finds hashes, identifiers and packed pictures (Shannon 1948).
    """
    counts = Counter(text).values()
    bits = -sum(count / len(text) * math.log2(count / len(text)) for count in counts)
    return len(text) if bits >= _LEAST_BITS and not _PLACEHOLDER.search(text) else 0


def password(text: str) -> int:
    """What somebody chose as a password: letters with digits or signs, no placeholder, no code."""
    mixed = any(map(str.isalpha, text)) and any(map(str.isdigit, text))
    return len(text) if mixed and not _PLACEHOLDER.search(text) else 0


def address(text: str) -> int:
    """An address that somebody can be found by, and that no section or version is numbered like.

    Four numbers below 32 are one address in 4,096, and most paragraphs of a contract: of those,
    only the well-known resolvers count.
    """
    numbers = text.split(".")
    section = len(numbers) == 4 and all(each.isdecimal() and int(each) < 32 for each in numbers)
    return 0 if section and text not in _RESOLVERS else checksums.public_ip(text)


_RESOLVERS = frozenset({"1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "4.2.2.2"})


CHECKS: Mapping[str, Check] = {
    **checksums.CHECKS,
    "ip": address,
    "random_key": random_key,
    "password": password,
}

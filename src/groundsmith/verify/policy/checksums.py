"""Checks that tell a real number, address or key from what only looks like one, by name.

A check says how much of a candidate it vouches for, because a pattern cannot know where an account
number ends and the capitals of the next word begin.
"""

import ipaddress
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping

Check = Callable[[str], int]
"""How many characters of the candidate, from its start, are what it looks like; 0 for none."""

_IBAN_CHARS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 "
    "DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 "
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 "
    "MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 "
    "SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
)
_IBAN_LENGTHS = {entry[:2]: int(entry[2:]) for entry in _IBAN_CHARS.split()}
"""Characters of an account number by country (SWIFT, IBAN Registry)."""

_PHONE_DIGITS = range(7, 16)
_NO_PHONE = re.compile(
    r"\(?(?:[0-3]?\d([./-])[0-3]?\d\1(?:19|20)\d\d|(?:19|20)\d\d([./-])[01]\d\2[0-3]\d)(?!\d)"
    r"|\+?\d{1,3}(?:[ .]\d{3})*[ .]000\Z"
)
"""A date, or a round amount."""

_LEAST_BITS = 2.5
"""Bits a character that a key has at least; `xxxxxxxx` and `00000000` have none."""

_PLACEHOLDER = re.compile(
    r"example|your|placeholder|changeme|change-me|redacted|dummy|insert|replace|sample|secret_?key"
    r"|x{4}|\*{3}|\.{3}|0{8}|12345678",
    re.IGNORECASE,
)


def luhn(text: str) -> bool:
    """Whether the digits hold together (ISO/IEC 7812-1, annex B)."""
    digits = [int(digit) for digit in reversed(_digits(text))]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def card(text: str) -> int:
    """All of a payment card's number; one of 19 digits is another's id unless it is parted."""
    digit_count = len(_digits(text))
    known = digit_count in (14, 15, 16) or (digit_count == 19 and len(text) > 19)
    return len(text) if known and luhn(text) else 0


def iban(text: str) -> int:
    """The account number at the start (ISO 13616; check digits by ISO/IEC 7064, MOD 97-10)."""
    wanted = _IBAN_LENGTHS.get(text[:2].upper(), 0)
    places = [at for at, character in enumerate(text) if character.isalnum()]
    if not wanted or len(places) < wanted:
        return 0
    stop = places[wanted - 1] + 1
    if text[stop : stop + 1].isalnum():
        return 0
    number = "".join(filter(str.isalnum, text[:stop])).upper()
    turned = "".join(str(int(character, 36)) for character in number[4:] + number[:4])
    return stop if int(turned) % 97 == 1 else 0


def phone(text: str) -> int:
    """A number of 7 to 15 digits (ITU-T E.164) that is neither a date nor a round amount."""
    return len(text) if len(_digits(text)) in _PHONE_DIGITS and not _NO_PHONE.match(text) else 0


def ip(text: str) -> int:
    """An address that somebody on the internet can be found by: not local, no mask, no time."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return 0
    documentation = any(address in network for network in _DOCUMENTATION)
    return len(text) if documentation or (address.is_global and not address.is_multicast) else 0


_DOCUMENTATION = tuple(
    ipaddress.ip_network(network)
    for network in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)
"""What stands for public addresses in examples (RFC 5737, RFC 3849)."""


def npwp(text: str) -> int:
    """Indonesian tax number: its ninth digit is Luhn's over the eight before it."""
    return len(text) if luhn(_digits(text)[:9]) else 0


def brazilian(text: str) -> int:
    """CPF: two check digits, weighted sums modulo 11."""
    digits = [int(digit) for digit in _digits(text)]
    for size in (9, 10):
        weighted = sum(digit * (size + 1 - at) for at, digit in enumerate(digits[:size]))
        if weighted * 10 % 11 % 10 != digits[size]:
            return 0
    return len(text)


def chinese(text: str) -> int:
    """Resident identity card (GB 11643; check digit by ISO 7064, MOD 11-2)."""
    weighted = sum(int(digit) * (1 << 17 - at) for at, digit in enumerate(text[:17]))
    return len(text) if "10X98765432"[weighted % 11] == text[-1].upper() else 0


def verhoeff(text: str) -> int:
    """Aadhaar: Verhoeff's check over the dihedral group of order 10 (Verhoeff 1969)."""
    state = 0
    for at, digit in enumerate(reversed(_digits(text))):
        state = _turned(state, _permuted(int(digit), at % 8))
    return len(text) if state == 0 else 0


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


def _turned(left: int, right: int) -> int:
    """The product of two elements of the dihedral group: 0 to 4 turn, 5 to 9 turn and mirror."""
    if left < 5:
        return (left + right) % 5 + 5 * (right >= 5)
    return (left - right) % 5 + 5 * (right < 5)


def _permuted(digit: int, times: int) -> int:
    for _ in range(times):
        digit = int("1576283094"[digit])
    return digit


def _digits(text: str) -> str:
    return "".join(character for character in text if "0" <= character <= "9")


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        *(card, iban, phone, ip, npwp, brazilian, chinese, verhoeff),
        *(random_key, password),
    )
}

"""Checks that tell personal numbers from other digits, by the names that rules know them by.

Two rooms need them: `llm` takes personal data out of what a model sees, `verify` finds it in texts.

A check says how much of a candidate it vouches for, because a pattern cannot know where an account
number ends and the capitals of the next word begin.
"""

import ipaddress
import re
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

_NO_PHONE = re.compile(
    r"\(?(?:[0-3]?\d([./-])[0-3]?\d\1(?:19|20)\d\d|(?:19|20)\d\d([./-])[01]\d\2[0-3]\d)(?!\d)"
    r"|\+?\d{1,3}(?:[ .]\d{3})*[ .]000\Z"
)
"""A date, or a round amount."""

_PHONE_DIGITS = range(7, 16)


def luhn(text: str) -> bool:
    """Whether the digits hold together (ISO/IEC 7812-1, annex B)."""
    digits = [int(digit) for digit in reversed(_digits(text))]
    if len(digits) < 2:
        return False
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
    if not number.isascii():
        return 0
    turned = "".join(str(int(character, 36)) for character in number[4:] + number[:4])
    return stop if int(turned) % 97 == 1 else 0


def phone(text: str) -> int:
    """A number of 7 to 15 digits (ITU-T E.164) that is neither a date nor a round amount."""
    return len(text) if len(_digits(text)) in _PHONE_DIGITS and not _NO_PHONE.match(text) else 0


def npwp(text: str) -> int:
    """Indonesian tax number: its ninth digit is Luhn's over the eight before it."""
    digits = _digits(text)
    return len(text) if len(digits) >= 9 and luhn(digits[:9]) else 0


def public_ip(text: str) -> int:
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


def ip(text: str) -> int:
    """An address of a machine: no loopback, no mask, no multicast, nothing that is a C++ name."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return 0
    if address.is_loopback or address.is_unspecified or address.is_multicast:
        return 0
    if address.version == 4:
        return 0 if address.is_reserved else len(text)
    groups = [group for group in text.split(":") if group]
    long_enough = len(groups) > 2 or (len(groups[0]) > 2 and any(map(str.isdigit, text)))
    return len(text) if long_enough else 0


def spanish(text: str) -> int:
    """DNI and NIE: the letter is the number modulo 23 (Real Decreto 1553/2005)."""
    number = text[:8].translate(str.maketrans("XYZ", "012"))
    fits = _plain(number, 8) and "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == text[-1]
    return len(text) if fits else 0


def french(text: str) -> int:
    """NIR: the key is 97 less the number modulo 97; Corsica's letters count as 19 and 18."""
    number = text.replace(" ", "").replace("2A", "19").replace("2B", "18")
    fits = _plain(number, 15) and 97 - int(number[:-2]) % 97 == int(number[-2:])
    return len(text) if fits else 0


def brazilian(text: str) -> int:
    """CPF: two check digits, weighted sums modulo 11."""
    digits = [int(digit) for digit in _digits(text)]
    if len(digits) != 11:
        return 0
    for size in (9, 10):
        weighted = sum(digit * (size + 1 - at) for at, digit in enumerate(digits[:size]))
        if weighted * 10 % 11 % 10 != digits[size]:
            return 0
    return len(text)


def chinese(text: str) -> int:
    """Resident identity card (GB 11643; check digit by ISO 7064, MOD 11-2)."""
    if len(text) != 18 or not _plain(text[:17], 17):
        return 0
    weighted = sum(int(digit) * (1 << 17 - at) for at, digit in enumerate(text[:17]))
    return len(text) if "10X98765432"[weighted % 11] == text[-1].upper() else 0


def swedish(text: str) -> int:
    """Personnummer: Luhn over its last ten digits."""
    digits = _digits(text)
    return len(text) if len(digits) >= 10 and luhn(digits[-10:]) else 0


def verhoeff(text: str) -> int:
    """Aadhaar: Verhoeff's check over the dihedral group of order 10 (Verhoeff 1969)."""
    state, digits = 0, _digits(text)
    for at, digit in enumerate(reversed(digits)):
        state = _turned(state, _permuted(int(digit), at % 8))
    return len(text) if digits and state == 0 else 0


def _turned(left: int, right: int) -> int:
    """The product of two elements of the dihedral group: 0 to 4 turn, 5 to 9 turn and mirror."""
    if left < 5:
        return (left + right) % 5 + 5 * (right >= 5)
    return (left - right) % 5 + 5 * (right < 5)


def _permuted(digit: int, times: int) -> int:
    for _ in range(times):
        digit = int("1576283094"[digit])
    return digit


def _plain(text: str, count: int) -> bool:
    """Whether it is so many digits and nothing else."""
    return len(text) == count == len(_digits(text))


def _digits(text: str) -> str:
    return "".join(character for character in text if "0" <= character <= "9")


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        *(card, iban, phone, ip, npwp),
        *(spanish, french, brazilian, chinese, swedish, verhoeff),
    )
}

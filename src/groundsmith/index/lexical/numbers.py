"""One spelling for a number, so that `2,000` finds `2.000`."""

import re

_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])(?:\d{2,3}\1)*\d{3}|\d+")


def number_term(digits: str) -> str:
    """`digits` without thousands separators, with `.` for the decimal sign.

    What is no number (`12.05.2023`) stays as it is.
    """
    whole, decimals = digits, ""
    last = max(digits.rfind("."), digits.rfind(","))
    if last > 0 and not _GROUPED.fullmatch(digits):
        whole, decimals = digits[:last], digits[last + 1 :].rstrip("0")
        if not _GROUPED.fullmatch(whole):
            return digits
    plain = whole.replace(".", "").replace(",", "")
    return f"{plain}.{decimals}" if decimals else plain

"""Checksums: published numbers hold, one wrong digit does not, and no text breaks a check."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.checksums import CHECKS, public_ip

VALID = [
    ("card", "4111111111111111"),
    ("iban", "DE89370400440532013000"),
    ("spanish", "12345678Z"),
    ("french", "2 55 08 14 168 025 38"),
    ("brazilian", "529.982.247-25"),
    ("chinese", "11010519491231002X"),
    ("swedish", "811218-9876"),
    ("verhoeff", "2341 2341 2346"),
]
LOOKS_LIKE = st.text("0123456789XYZ-. ²٣é:+", max_size=24) | st.text(max_size=24)


@pytest.mark.parametrize(("name", "number"), VALID)
def test_a_published_number_holds_and_its_last_figure_changed_does_not(
    name: str, number: str
) -> None:
    check = CHECKS[name]
    at = max(place for place, character in enumerate(number) if character.isdigit())
    wrong = number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :]

    assert check(number) == len(number)
    assert check(wrong) == 0


@given(st.sampled_from(sorted(CHECKS)), LOOKS_LIKE)
def test_any_text_is_vouched_for_within_its_length(name: str, text: str) -> None:
    assert 0 <= CHECKS[name](text) <= len(text)


@pytest.mark.parametrize("address", ["192.168.1.17", "10.0.0.8"])
def test_a_machine_at_home_has_an_address_and_no_public_one(address: str) -> None:
    assert CHECKS["ip"](address) == len(address)
    assert public_ip(address) == 0

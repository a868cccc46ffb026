"""Checksums, each against a published number and against every single wrong digit."""

import pytest

from groundsmith.verify.policy.checksums import CHECKS

VALID = [
    ("card", "4111111111111111"),
    ("iban", "DE89370400440532013000"),
    ("verhoeff", "234123412346"),
    ("brazilian", "529.982.247-25"),
    ("chinese", "11010519491231002X"),
]


@pytest.mark.parametrize(("name", "number"), VALID)
def test_a_valid_number_passes_and_one_wrong_digit_does_not(name: str, number: str) -> None:
    check = CHECKS[name]
    places = [at for at, character in enumerate(number) if character.isdigit() and at > 1]

    wrong = [number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :] for at in places]

    assert check(number) == len(number)
    assert [each for each in wrong if check(each)] == []


def test_a_bank_account_ends_where_its_country_says() -> None:
    found = CHECKS["iban"]("NL91 ABNA 0417 1643 00 AND MORE")

    assert found == len("NL91 ABNA 0417 1643 00")


@pytest.mark.parametrize("address", ["192.168.1.1", "127.0.0.1", "255.255.255.0", "fe80::1", "9.9"])
def test_an_address_that_nobody_can_be_found_by_is_none(address: str) -> None:
    assert CHECKS["ip"](address) == 0


@pytest.mark.parametrize("text", ["xxxxxxxxxxxxxxxxxxxx", "your-api-key-goes-here1", "0" * 24])
def test_a_placeholder_is_no_key(text: str) -> None:
    assert CHECKS["random_key"](text) == 0

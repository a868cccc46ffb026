"""Retry-After is understood in its two forms, and harmless in any other."""

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.llm.retry_after import retry_after_s


@given(st.integers(0, 10**6))
def test_seconds_are_seconds(seconds: int) -> None:
    assert retry_after_s(str(seconds), now=0.0) == seconds


@given(st.integers(0, 4 * 10**9), st.integers(-3600, 3600))
def test_a_date_is_counted_from_now_and_never_negative(now: int, ahead: int) -> None:
    header = formatdate(max(0, now + ahead), usegmt=True)

    assert retry_after_s(header, now=now) == max(0, max(0, now + ahead) - now)


@pytest.mark.parametrize("header", [None, "", "soon", "nan", "inf", "-inf", "1" * 400])
def test_what_cannot_be_read_says_nothing(header: str | None) -> None:
    assert retry_after_s(header, now=0.0) is None


@given(st.text(max_size=80))
def test_no_header_raises(header: str) -> None:
    wait_s = retry_after_s(header, now=1e9)

    assert wait_s is None or wait_s >= 0

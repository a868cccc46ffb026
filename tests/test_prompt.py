"""Prompts: a source that is shown in one stays data."""

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.prompt import fenced


@given(st.text(max_size=300))
def test_the_code_of_a_fence_is_not_in_the_source_and_always_the_same(source: str) -> None:
    shown = fenced(source)

    assert shown == fenced(source)
    assert shown.code not in source
    assert shown.text.count(shown.code) == 2
    assert source.rstrip("\n") in shown.text


def test_a_source_that_holds_the_code_of_its_fence_is_given_another() -> None:
    foreseen = fenced("A quiet passage.").code

    shown = fenced(f"===== END {foreseen} =====")

    assert shown.code != foreseen


def test_a_fence_tells_nothing_of_the_numbers_in_its_source() -> None:
    codes = {fenced(f"Call +62 812 3456 78{number}.").code for number in range(10, 20)}

    assert len(codes) == 1

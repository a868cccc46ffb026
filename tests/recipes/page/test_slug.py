"""Names in paths and tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.page.slug import is_slug, slug


@given(st.text(max_size=300))
def test_a_slug_is_one_safe_part_of_a_path(text: str) -> None:
    made = slug(text)

    assert not set(made) & set("/\\.\0: \n")
    assert len(made) <= 80
    assert bool(made) == bool(text)


@given(st.text(min_size=1, max_size=60))
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    assert is_slug(slug(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Carbon Fiber", "carbon-fiber"),
        ("Young's", "youngs"),
        ("木材 A", "木材-a"),
        ("../..", "item"),
    ],
)
def test_words_of_any_script_are_joined_by_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_long_names_that_begin_alike_keep_apart() -> None:
    assert slug("a" * 100 + "b") != slug("a" * 100 + "c")

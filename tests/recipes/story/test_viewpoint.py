"""Narrators who change their person, and those who may."""

import pytest

from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

FIRST = (
    "I walked down to the harbour. “Wait, Nell,” said Tom. I opened my bag and gave him my knife. "
    "“Thank you, Nell,” said Tom. I laughed. I sat down on my coat. My feet hurt. I waved to him. "
)
THIRD = (
    "Mara walked down to the harbour. She opened her bag. Tom looked at her. He closed his book. "
    "She laughed. He gave her his knife. She sat down on her coat. Her feet hurt. She waved. "
)


def kinds(opening: str, second: str) -> set[str]:
    """Subtypes that a chapter brings behind an opening."""
    found = check(manuscript([("1.md", opening), ("2.md", opening + second)])).findings
    return {one.subtype for one in found}


def test_a_narrator_who_goes_by_name_is_found() -> None:
    assert "person" in kinds(FIRST, "Nell shut the door and held her breath.")


@pytest.mark.parametrize(
    "second",
    [
        "From the hill you can see the whole town.",
        "“I am tired,” said Tom.",
        "Tom held his breath.",
    ],
)
def test_a_general_you_and_speech_are_no_flip(second: str) -> None:
    assert "person" not in kinds(THIRD, second)


SELF_NAMED = (
    "I, Dorothea Pryce, was born in the mill. I walked down to the harbour. I opened my bag. "
    "I laughed. I sat down on my coat. My feet hurt. I waved to Tom. He closed his book. "
)


def test_a_narrator_who_has_said_their_name_does_not_go_by_it() -> None:
    assert "person" in kinds(SELF_NAMED, "Dorothea shut the door and held her breath.")


def test_a_narrator_may_be_called_by_name() -> None:
    assert "person" not in kinds(SELF_NAMED, "They called Dorothea a thief in the market.")

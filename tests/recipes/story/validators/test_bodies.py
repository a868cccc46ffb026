"""Bodies that a story tells of in two ways: limbs, marks, teeth, gait, and animals' coats."""

from dataclasses import replace

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.appearance import check


def found(first: str, second: str, language: str) -> list[str]:
    chapters = [("01.md", first), ("02.md", second)]
    story = Story(replace(manuscript(chapters), language=language))
    return [one.message for one in check(story)]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Sam had lost his right thumb in the mill.", "Sam held up all ten fingers."),
        ("en", "Nora had freckles on her nose.", "Nora had not a freckle anywhere."),
        ("en", "Old Ben was toothless.", "Ben bared his strong white teeth."),
        ("en", "The dog Rex was black.", "Rex's white coat was wet."),
        ("en", "Jack had a long scar across his chin.", "Jack's face was flawless."),
        ("en", "Tom's nose was crooked.", "Tom had a fine straight nose."),
        ("en", "Gideon's beard was long.", "Gideon was clean-shaven and had never let it grow."),
        ("id", "Joko kehilangan dua jari.", "Joko mengangkat sepuluh jarinya."),
        ("id", "Bambang ompong.", "Gigi Bambang putih berderet."),
        ("id", "Di leher Jaya ada tato ular.", "Tak ada tato di tubuh Jaya."),
        ("id", "Budi berjenggot lebat.", "Budi tidak pernah berjenggot."),
        ("id", "Kucing Dewi hitam.", "Kucing Dewi yang putih tidur."),
    ],
)
def test_a_body_told_in_two_ways_is_found(language: str, first: str, second: str) -> None:
    assert found(first, second, language)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Hale had lost his left ear.", "Hale's brother had both his ears."),
        ("en", "Sam held up all ten fingers.", "Sam lost his right thumb in the mill."),
        ("en", "Gideon's beard was long.", "Gideon shaved, and his chin was smooth."),
        ("en", "Anna's coat was red.", "Anna's white coat was wet."),
        ("id", "Joko kehilangan dua jari.", "Adik Joko mengangkat sepuluh jarinya."),
        ("id", "Ruslan berkumis.", "Ruslan mencukur kumisnya."),
    ],
)
def test_what_happens_to_a_body_or_is_another_s_is_no_contradiction(
    language: str, first: str, second: str
) -> None:
    assert not found(first, second, language)

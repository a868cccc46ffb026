"""People who share a name are told apart by what stands before it."""

import pytest

from groundsmith.recipes.story.bible.deaths import facts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript


def keys(text: str) -> list[str]:
    """Who is named in a text, in order."""
    story = Story(manuscript([("1.md", text)]))
    return [one.key for line in story.lines for one in line.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Long Aldric was so called to keep him apart from King Aldric. “Yes,” said Long Aldric."
            " King Aldric died.",
            ["Long Aldric", "King Aldric", "Long Aldric", "King Aldric"],
        ),
        (
            "“Sit,” said Mr Hale. Mr Hale smiled. Mrs Hale sat down. “No,” said Hale.",
            ["Hale", "Hale", "Mrs Hale", "Hale"],
        ),
        (
            "Hari itu Pak Yusuf tertawa di pasar. “Ya, saya sudah tahu,” kata Pak Yusuf. Briptu"
            " Yusuf membaca surat itu, lalu Pak Yusuf mengangguk.",
            ["Yusuf", "Yusuf", "Briptu Yusuf", "Yusuf"],
        ),
        (
            "Hari itu Kapten Surya tertawa di pasar. “Ya, saya sudah tahu,” kata Letnan Surya."
            " Kapten Surya pergi, dan Kapten Surya tidak kembali.",
            ["Surya", "Letnan Surya", "Surya", "Surya"],
        ),
        (
            "Hari itu Kartini duduk di pasar. “Saya sudah tahu,” kata Kartini. Kartini kecil tidak"
            " tidur semalaman.",
            ["Kartini", "Kartini", "Kartini kecil"],
        ),
        (
            "“Sit,” said Captain Hale. Mr Hale smiled. Captain Hale sat down.",
            ["Hale", "Hale", "Hale"],
        ),
    ],
)
def test_a_name_with_two_forms_in_a_sentence_or_of_two_genders_is_two_people(
    text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "told",
    [
        "“Yes,” said Celia. Ned smiled at Celia.\n\nThey buried him in the churchyard.",
        "“Yes,” said Ned. People said that Ned was dead.",
        "“Yes,” said Ned. Ned met Celia and Tom. He died at noon.",
    ],
)
def test_nobody_dies_of_a_pronoun_that_may_mean_another_or_of_hearsay(told: str) -> None:
    story = Story(manuscript([("1.md", told)]))

    assert not list(facts(story))

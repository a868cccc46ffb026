"""What a narrator vouches for: modes hold for a sentence, dreams and pictures for what follows."""

import pytest

from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.reading import Mode, Reading


def modes(text: str) -> list[Mode]:
    """The mode of each sentence of a text."""
    return [one.mode for one in Reading(manuscript([("1.md", text)])).sentences]


@pytest.mark.parametrize(
    "told",
    [
        "Tom left at noon with the photographs.",
        "When the photographer had gone, Tom came back.\n\nTom put on his coat.",
        "Tom came back to photograph the dam.",
        "Nobody who has eaten the blue plums ever dreams again.",
        "Tom bowed to her as if she were the queen.",
        "Her hair was cropped as short as a boy's.",
        "Ibu itu berangkat lebih dulu dengan anaknya ke pasar.",
        "Tom kept the watch in a drawer. In the drawer lay a photograph of his aunt.",
    ],
)
def test_a_word_of_pictures_dreams_or_memory_silences_no_other_sentence(told: str) -> None:
    assert modes(told)[0] in (Mode.TOLD, Mode.RECOUNTED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the photograph Tom was a child. His hair was fair.", [Mode.DEPICTED] * 2),
        ("That night Tom dreamed of the sea. He could fly.", [Mode.DREAMT] * 2),
        ("Tom dreamed of fire. He burned. He woke and drank.",
         [Mode.DREAMT, Mode.DREAMT, Mode.TOLD]),
        ("As if he were king, Tom bowed.", [Mode.SUPPOSED]),
        ("At the station he confessed everything. He took the knife.",
         [Mode.TOLD, Mode.REMEMBERED]),
        ("Malam itu Sari bermimpi tentang ayahnya. Ia terbang.", [Mode.DREAMT] * 2),
        ("Ia mengakui semuanya. Ia mengambil pisau itu.", [Mode.TOLD, Mode.REMEMBERED]),
    ],
)  # fmt: skip
def test_dreams_pictures_and_confessions_hold_for_what_follows(
    text: str, expected: list[Mode]
) -> None:
    assert modes(text) == expected


def test_a_text_without_an_end_of_a_sentence_is_read_in_pieces_that_leave_no_word_out() -> None:
    text = "Tom could not swim and Tom swam and his hat was lost and " * 400

    sentences = Reading(manuscript([("1.md", text)])).sentences

    assert len(sentences) > 1
    assert "".join(one.text for one in sentences).split() == text.split()

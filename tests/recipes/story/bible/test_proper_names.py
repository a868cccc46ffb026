"""Who and where a passage names, told by the company that a name keeps."""

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Manuscript, manuscript
from groundsmith.recipes.story.profile import profile


def named(text: str, language: str) -> tuple[list[str], list[str]]:
    """The characters and the places of a passage."""
    read = manuscript([("one.md", text)])
    told = Manuscript(chapters=read.chapters, notes=(), language=language)
    found = profile(text, Story(told))
    return list(found.characters), list(found.places)


@pytest.mark.parametrize(
    ("text", "people", "places"),
    [
        ("Vance kicked the door in. The mirror broke.", ["Vance"], []),
        ("“Taste it, Arthur. You never do,” she said.", ["Arthur"], []),
        ("“Is this the boat for Grellow?” asked the porter.", [], ["Grellow"]),
        ("She came to the village of Ostrey by night.", [], ["Ostrey"]),
        ("He was back in Marrow Street by nine.", [], ["Marrow Street"]),
        ("So this is Mars, she thought.", [], ["Mars"]),
        ("The gardener Oakes had broken his leg.", ["Oakes"], []),
        ("Pigeons sat along the gutter. Stones rattled down.", [], []),
        ("They've closed it. It's in the paper. You'll see.", [], []),
        ("“The Company was founded by fools,” he said.", [], []),
    ],
)
def test_english_names_are_told_by_their_company(
    text: str, people: list[str], places: list[str]
) -> None:
    assert named(text, "en") == (people, places)


@pytest.mark.parametrize(
    ("text", "people", "places"),
    [
        ("Bonar mengait tiang itu dan meninju panel.", ["Bonar"], []),
        ("“Jangan nangis, Ros. Aku ada di sini.”", ["Ros"], []),
        ("“Kapal ini ke Ketapang?” tanya perempuan itu.", [], ["Ketapang"]),
        ("Anak keempat itu bernama Jaka Lamban.", ["Jaka"], []),
        ("Ia menunggu di dermaga Bira sampai malam.", [], ["Bira"]),
        ("Kerikil berhamburan. Lonceng berbunyi.", [], []),
        ("Kuhitung sampai sepuluh, lalu kuketuk pintunya.", [], []),
        ("“Aku lapar, Nak. Sayang, jangan pergi.”", [], []),
    ],
)
def test_indonesian_names_are_told_by_their_company(
    text: str, people: list[str], places: list[str]
) -> None:
    assert named(text, "id") == (people, places)


def test_a_name_that_only_opens_sentences_is_known_again_in_later_ones() -> None:
    people, _ = named("Corvin was a thin man. Nobody had seen Corvin smile.", "en")

    assert people == ["Corvin"]

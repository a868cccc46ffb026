"""What counts as said: a figure by its own clause, a quantifier by one that it follows from."""

import pytest

from groundsmith.recipes.post.additions import additions
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.telling import counting, tellings
from groundsmith.records import Chunk, ChunkKind, Item

SAID = (
    "The probe is read every 10 seconds, and the firing is drawn beside the curve. "
    "A firing takes 14 hours and ends at night. The caretaker was called four times, and three of "
    "the calls were needed. Every firing is kept as a text file. The probe never stops the kiln."
)


@pytest.fixture
def project() -> Project:
    text = f"# Kilns\n\n{SAID}\n"
    chunk = Chunk(
        id="kilns@0:README.md#kilns",
        document="kilns@0123456789ab:README.md",
        start=0,
        stop=len(text),
        overlap_chars=0,
        text=text,
        headings=(),
        kind=ChunkKind.PROSE,
    )
    return Project.of(Item(name="kilns/showcase", inputs=(chunk,)))


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("All four calls were needed.", "scope-not-in-sources"),
        ("Most firings end at night.", "scope-not-in-sources"),
        ("None of the calls were needed.", "scope-not-in-sources"),
        ("The caretaker would need the calls.", "scope-not-in-sources"),
        ("A firing ends after 10 seconds.", "number-not-in-sources"),
        ("The caretaker is happy with the calls.", "endorsement-not-in-sources"),
    ],
)
def test_what_goes_further_than_the_sources_is_an_addition(
    project: Project, sentence: str, code: str
) -> None:
    assert code in {one.code for one in additions(sentence, project)}


@pytest.mark.parametrize(
    "sentence",
    [
        "All firings are kept as a text file.",
        "The kiln is never stopped by the probe.",
        "The probe is read every 10 seconds.",
        "Three of the four calls were needed.",
        "A firing takes 14 hours.",
    ],
)
def test_what_the_sources_say_in_other_words_adds_nothing(project: Project, sentence: str) -> None:
    assert additions(sentence, project) == []


def test_a_figure_counts_for_the_words_of_its_own_clause() -> None:
    (told,) = tellings(("The probe is read every 10 seconds, and the firing is drawn.",))
    (ten,) = counting("10 seconds")

    assert told.counts(ten, frozenset({"probe", "night", "kiln"}))
    assert not told.counts(ten, frozenset({"fire", "night", "kiln"}))

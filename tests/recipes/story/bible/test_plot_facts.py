"""Places, things, threads, feelings and the way of telling, as facts for people to approve."""

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.proposals import bundles
from groundsmith.recipes.story.bible.reading import facts
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.threads import ABANDONED, OPEN, RESOLVED, threads
from groundsmith.recipes.story.manuscript import manuscript

OPENING = (
    "Mara walked down to the harbour at Selby. Tom closed the office. Mara took the brass key. "
)
FILLER = "The wind was cold. Mara opened the door. Tom looked out. The gulls cried. The rain fell. "
PROMISE = "“I promise that I will mend the lighthouse lantern,” said Mara. "


def story(*chapters: str) -> Story:
    return Story(manuscript([(f"{at:02}.md", text) for at, text in enumerate(chapters, 1)]))


def of_kind(kind: FactKind, *chapters: str) -> list[Fact]:
    return [one for one in facts(story(*chapters)) if one.kind is kind]


def states(*chapters: str) -> list[str]:
    return [one.state for one in threads(story(*chapters))]


def test_a_named_place_is_a_fact_where_it_is_named_first() -> None:
    (place,) = of_kind(FactKind.PLACE, OPENING, "Tom came back to Selby. He was tired.")

    assert (place.subject, place.place.chapter) == ("Selby", "01.md")


def test_a_thing_with_a_mark_that_comes_back_is_a_fact() -> None:
    (thing,) = of_kind(FactKind.OBJECT, OPENING, "Tom found the brass key. He kept a wooden box.")

    assert (thing.subject, thing.value) == ("key", "brass")


def test_a_promise_that_is_kept_is_resolved() -> None:
    kept = "At last Mara climbed up and mended the lighthouse lantern. It was found to be good."

    assert states(OPENING + PROMISE, FILLER * 3, FILLER + kept) == [RESOLVED]


def test_a_promise_that_nobody_speaks_of_again_is_abandoned() -> None:
    assert states(OPENING + PROMISE, FILLER * 3, FILLER * 3) == [ABANDONED]


def test_a_promise_that_is_still_spoken_of_is_open() -> None:
    near = "Tom looked up at the lighthouse. The lantern was dark."

    assert states(OPENING + PROMISE, FILLER * 3, FILLER + near) == [OPEN]


def test_what_somebody_did_not_promise_opens_nothing() -> None:
    text = "“I never promised to mend the lighthouse lantern,” said Mara. "

    assert states(OPENING + text, FILLER * 3) == []


def test_a_feeling_says_whose_it_is_how_strong_and_why() -> None:
    (feeling,) = of_kind(FactKind.EMOTION, OPENING + "Mara was terrified of the dark water.")

    assert feeling.subject == "Mara"
    assert feeling.value == "fear (strong, of the dark water)"


def test_who_is_not_afraid_feels_no_fear() -> None:
    assert of_kind(FactKind.EMOTION, OPENING + "Mara was not afraid. Tom never wept.") == []


def test_indonesian_feelings_are_read_by_their_own_words() -> None:
    text = "Sari berjalan ke pelabuhan. Sari takut karena badai itu. “Ayo,” kata Sari kepada Budi."

    (feeling,) = of_kind(FactKind.EMOTION, text * 2)

    assert feeling.value == "fear (plain, karena badai itu)"


def test_person_and_tense_are_facts_of_the_whole_story() -> None:
    told = {one.attribute: one.value for one in of_kind(FactKind.VIEWPOINT, OPENING + FILLER * 3)}

    assert told == {"person": "third", "tense": "past"}


def test_what_is_approved_is_not_proposed_again() -> None:
    found = facts(story(OPENING + PROMISE, FILLER * 3))
    approved = [one.as_json() for one in found if one.kind is FactKind.THREAD]

    left = [fact.kind for bundle in bundles(found, approved) for fact in bundle.facts]

    assert FactKind.THREAD not in left
    assert FactKind.PLACE in left

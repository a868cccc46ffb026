"""What a post is written from: which passages, how mixed, and how good."""

from collections.abc import Sequence

from groundsmith.recipes.post.context import chosen, context_quality, diversity
from groundsmith.records import Chunk, ChunkKind, Item

WEIGHTS = {"readme": 0.5, "docs": 0.05}
ABOUT = (
    "Tideline reads tide gauges. It keeps every reading of a gauge, and forecasts the next tide."
)


def passage(document: str, text: str, start: int = 0) -> Chunk:
    return Chunk(
        id=f"{document}#{start}",
        document=f"tideline@0123456789ab:{document}",
        start=start,
        stop=start + len(text),
        overlap_chars=0,
        text=text,
        headings=(),
        kind=ChunkKind.PROSE,
    )


README = passage("README.md", ABOUT)
DOCS = passage("docs/gauges.md", "A gauge reports every six minutes. Readings are kept for a year.")


class NearGauges:
    """Puts tides and gauges together, and all else apart from them; the seam Embedder."""

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        about = [any(word in text.lower() for word in ("tide", "gauge")) for text in texts]
        return [[1.0, 0.0] if each else [0.0, 1.0] for each in about]


def item(*chunks: Chunk) -> Item:
    return Item(name="tideline/showcase", inputs=chunks)


def test_a_source_that_is_asked_about_goes_before_one_that_is_not() -> None:
    other = passage("docs/naming.md", "Tideline is named after a line of seaweed.")

    found = chosen([other, DOCS], ["readings of gauges"], WEIGHTS, 10_000)

    assert [chunk.document for chunk in found] == [DOCS.document, other.document]


def test_without_any_weight_the_passages_are_still_there() -> None:
    found = chosen([README, DOCS], ["gauges"], {"readme": 0.0, "docs": 0.0}, 10_000)

    assert {chunk.document for chunk in found} == {README.document, DOCS.document}


def test_one_source_alone_has_no_diversity_and_two_halves_have_all_of_it() -> None:
    assert diversity(item(README), WEIGHTS) is None
    assert diversity(item(README, DOCS), WEIGHTS) == 1


def test_a_context_about_what_the_style_asks_is_better_than_one_about_something_else() -> None:
    asked = ["how gauges are read"]
    foreign = passage(
        "README.md", "Kneadwell bakes bread. It keeps every loaf, and sells the next."
    )

    right = context_quality(item(README, DOCS), asked, WEIGHTS).overall
    wrong = context_quality(item(foreign), asked, WEIGHTS).overall

    assert right is not None
    assert wrong is not None
    assert right > wrong


def test_meaning_tells_what_words_do_not() -> None:
    asked = ["how tides are observed"]
    chunks = item(README, DOCS, passage("docs/naming.md", "Seaweed gave it its name."))

    by_words = context_quality(chunks, asked, WEIGHTS).relevance
    by_both = context_quality(chunks, asked, WEIGHTS, NearGauges()).relevance

    assert by_words is not None
    assert by_both is not None
    assert by_both > by_words


def test_what_is_shown_best_first_is_measured_in_reading_order() -> None:
    early, late = ABOUT.partition("It keeps")[0], "It keeps" + ABOUT.partition("It keeps")[2]
    one = passage("README.md", early)
    other = passage("README.md", late, start=len(early))

    assert context_quality(item(one, other), ["gauge"], WEIGHTS) == context_quality(
        item(other, one), ["gauge"], WEIGHTS
    )


def test_what_nobody_asks_about_has_no_quality_and_says_why() -> None:
    found = context_quality(item(README), ["?!"], WEIGHTS)

    assert found.overall is None
    assert found.why

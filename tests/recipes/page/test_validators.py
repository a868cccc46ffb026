"""Each validator, on the shipped file that it passes and on a fault planted into it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from groundsmith.records import Draft, Record

MakeRecords = Callable[..., dict[str, Record]]
LONG = "word " * 60


def planted(component: str, old: str, new: str) -> Callable[[Draft], Draft]:
    """Replaces a text once in the drafts of a component."""

    def spoil(draft: Draft) -> Draft:
        if draft.content["component"] != component:
            return draft
        text = str(draft.content["text"])
        assert old in text, f"{old!r} does not stand in {text!r}"
        return replace(draft, content={**draft.content, "text": text.replace(old, new, 1)})

    return spoil


def codes(record: Record) -> set[str]:
    return {finding.code for finding in record.assessment.findings}


def test_without_a_planted_fault_every_file_of_both_items_passes(records: MakeRecords) -> None:
    made = records()

    refused = {item: codes(record) for item, record in made.items() if not record.accepted}
    assert len(made) == 20
    assert refused == {}


@pytest.mark.parametrize(
    ("component", "old", "new", "code"),
    [
        ("frontmatter", 'title: "Laser', 'title: [ "Laser', "not-yaml"),
        ("frontmatter", 'category: "', '---\ncategory: "', "not-one-document"),
        ("frontmatter", 'slug: "aluminum"', 'slug: ""', "key-missing"),
        ("frontmatter", "aircraft panels", "[insert use]", "placeholder"),
        ("frontmatter", 'formula: "Al"', "formula: TBD", "placeholder"),
        ("metatags", '<meta name="twitter:card" content="summary">', "", "tag-missing"),
        ("metatags", "<title>Laser", "<title>L</title><title>Laser", "tag-twice"),
        (
            "metatags",
            'content="Laser cleaning of Aluminum (metal).',
            'content="',
            "description-length",
        ),
        ("metatags", "<title>", f"<title>{LONG}", "title-length"),
        ("metatags", 'og:title" content="Laser', 'og:title" content="Other', "tags-differ"),
        ("metatags", 'href="https://', 'href="//', "canonical-relative"),
        ("metatags", 'content="summary"', 'content="poster"', "card-unknown"),
        ("propertiestable", "| Property |", "| Name |", "columns-differ"),
        ("propertiestable", "| Density | 2.699 g/cm³ |", "| Density |", "row-broken"),
        ("propertiestable", "| Symbol |", "| Formula |", "row-twice"),
        ("propertiestable", "933.47 K", "933.47 g/cm³", "value-differs"),
        ("table", "1064 nm", "1064 K", "value-differs"),
        (
            "bullets",
            "Aluminum is used for aircraft panels and engine housings",
            "Short",
            "bullet-length",
        ),
        ("bullets", "- The density", "The density", "not-a-bullet"),
        ("caption", "panels and engine", "panels. It is used in engine", "sentence-count"),
        ("caption", "aircraft panels", LONG * 2, "too-long"),
        ("text", "## Challenges", "## Difficulties", "section-missing"),
        ("text", "## Signs of success\n", "## Signs of success\n\n## More\n", "section-empty"),
        ("text", "## Properties\n", "As an AI I write:\n\n## Properties\n", "leaked-instruction"),
        ("text", "Each of these", f"Each of {LONG}these", "sentence-too-long"),
        ("tags", '- "metal"\n', "", "tag-count"),
        ("tags", '- "metal"', '- "aluminum"', "tag-twice"),
        ("tags", '- "metal"', '- "Heavy Metal"', "not-a-slug"),
        ("tags", '- "metal"', '- "plastic"', "word-not-in-facts"),
        ("jsonld", "schema.org", "schema.net", "context-unknown"),
        ("jsonld", '"TechArticle"', '"TechnicalArticle"', "type-unknown"),
        ("jsonld", '"TechArticle"', '"Recipe"', "type-differs"),
        ("jsonld", '"TechArticle"', '"Product"', "type-differs"),
        ("jsonld", '"headline"', '"heading"', "property-unknown"),
        ("jsonld", '"headline"', '"articleSection"', "property-missing"),
        (
            "jsonld",
            '"value": 2.699',
            '"value": {"@type": "Person", "name": "x"}',
            "value-of-wrong-type",
        ),
        ("jsonld", '"value": 2.699', '"value": 933.47', "differs-from-frontmatter"),
        ("jsonld", '"name": "Aluminum"', '"name": "Copper"', "differs-from-frontmatter"),
        ("jsonld", '"@type": "TechArticle",', '"@type": "TechArticle"', "not-json"),
        ("author", '"name": "Mara Example"', "", "key-missing"),
    ],
)
def test_a_planted_fault_is_found(
    records: MakeRecords, catalogue: str, component: str, old: str, new: str, code: str
) -> None:
    metal = catalogue[: catalogue.index("- name: Oak")]

    record = records(metal, spoil=planted(component, old, new))[f"Aluminum/{component}"]

    assert code in codes(record)
    assert not record.accepted


def test_text_of_long_words_in_long_sentences_is_hard_to_read(records: MakeRecords) -> None:
    words = "institutionalisation internationalisation " * 20
    spoil = planted("text", "Each of these", f"{words}. {words}. {words}. Each of these")

    record = records(spoil=spoil)["Aluminum/text"]

    assert "hard-to-read" in codes(record)


def test_an_author_that_nobody_knows_is_found_and_named(
    records: MakeRecords, catalogue: str
) -> None:
    made = records(catalogue.replace("author_id: 1", "author_id: 7", 1))

    said = [finding.message for finding in made["Aluminum/author"].assessment.findings]
    assert any("author 7" in message for message in said)
    assert not made["Aluminum/author"].accepted
    assert made["Oak/author"].accepted


def test_example_settings_that_are_not_called_so_are_found(records: MakeRecords) -> None:
    def unmarked(draft: Draft) -> Draft:
        text = str(draft.content["text"]).replace("llustrative", "mportant")
        return replace(draft, content={**draft.content, "text": text})

    made = records(spoil=unmarked)

    marked = {item for item, record in made.items() if "example-not-marked" in codes(record)}
    shown = {"table", "text", "bullets", "frontmatter"}
    assert marked == {f"{name}/{component}" for name in ("Aluminum", "Oak") for component in shown}

"""JSON-LD of users' own components: what the whole vocabulary lets a value be."""

import json

import pytest

from groundsmith.recipes.page.page_file import PageFile
from groundsmith.recipes.page.validators.linked_data import jsonld, vocabulary
from groundsmith.records import Json


def codes(kind: str, **held: Json) -> list[str]:
    node = {"@context": "https://schema.org", "@type": kind, "name": "a", **held}
    file = PageFile(component="own", format="json", text=json.dumps(node), facts=())
    return [fault.code for fault in jsonld(file, type=kind)]


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ("Offer", {"availability": "https://schema.org/InStock", "price": 3.5}),
        ("Offer", {"availability": "InStock", "priceValidUntil": "2026-01-02"}),
        ("Recipe", {"totalTime": "PT20M", "recipeIngredient": ["salt", "water"]}),
        ("Recipe", {"author": {"@id": "https://example.org/#me"}}),
        ("LocalBusiness", {"geo": {"@type": "GeoCoordinates", "name": "b", "latitude": 1.5}}),
        ("Event", {"startDate": "2026-01-02T10:00:00+07:00", "maximumAttendeeCapacity": 20}),
        ("Product", {"category": {"@type": "CategoryCode", "codeValue": "7"}}),
    ],
)
def test_what_the_vocabulary_allows_passes(kind: str, held: dict[str, Json]) -> None:
    assert codes(kind, **held) == []


@pytest.mark.parametrize(
    ("kind", "held", "code"),
    [
        ("Offer", {"availability": "in stock"}, "value-of-wrong-type"),
        ("Offer", {"priceValidUntil": "next week"}, "value-of-wrong-type"),
        ("Event", {"maximumAttendeeCapacity": 20.5}, "value-of-wrong-type"),
        ("Event", {"recipeIngredient": "salt"}, "property-unknown"),
        ("Person", {"birthPlace": {"@type": "Person", "name": "a"}}, "value-of-wrong-type"),
        ("Person", {"sameAs": "me"}, "value-of-wrong-type"),
    ],
)
def test_what_it_does_not_allow_is_found(kind: str, held: dict[str, Json], code: str) -> None:
    assert codes(kind, **held) == [code]


def test_every_domain_and_range_of_the_vocabulary_is_a_type_of_it() -> None:
    types = vocabulary()["types"]

    named = {
        kind
        for one in vocabulary()["properties"].values()
        for kind in one["domains"] + one["ranges"]
    }

    assert named <= types.keys()
    assert {above for each in types.values() for above in each} <= types.keys()

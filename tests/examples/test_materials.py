"""The example catalogue keeps what its README promises."""

import re
import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from groundsmith.corpus.read import documents
from groundsmith.records import Source

FOLDER = Path(__file__).parents[2] / "examples" / "materials"
COUNTS = {
    "ceramic": 5,
    "composite": 13,
    "glass": 8,
    "masonry": 7,
    "metal": 34,
    "semiconductor": 4,
    "stone": 18,
    "wood": 20,
}


@pytest.fixture(scope="module")
def materials() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / "catalogue.yaml").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def authors() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / "authors.yaml").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def declared() -> dict[str, Any]:
    return runpy.run_path(str(FOLDER / "schema.py"))


def test_both_files_fit_the_schema(
    declared: dict[str, Any], materials: list[dict[str, Any]], authors: list[dict[str, Any]]
) -> None:
    fitting = declared["CATALOGUE"].validate_python(materials, strict=True)
    bylines = declared["AUTHORS"].validate_python(authors, strict=True)

    assert (len(fitting), len(bylines)) == (len(materials), len(authors))


def test_the_json_schema_is_the_one_that_is_declared(declared: dict[str, Any]) -> None:
    written = (FOLDER / "catalogue.schema.json").read_text("utf-8")

    assert written == declared["schema"]()


def test_there_are_109_materials_in_8_categories(materials: list[dict[str, Any]]) -> None:
    assert len(materials) == 109
    assert Counter(material["category"] for material in materials) == COUNTS


def test_no_two_materials_share_a_slug(materials: list[dict[str, Any]]) -> None:
    slugs = [re.sub(r"[^a-z0-9]+", "-", material["name"].lower()) for material in materials]

    assert len(set(slugs)) == len(slugs)


def test_every_author_exists_and_writes(
    materials: list[dict[str, Any]], authors: list[dict[str, Any]]
) -> None:
    assert {material["author_id"] for material in materials} == {one["id"] for one in authors}


def test_every_property_names_package_version_and_record(
    materials: list[dict[str, Any]],
) -> None:
    sources = [value["source"] for one in materials for value in one.get("properties", {}).values()]

    unnamed = [one for one in sources if not re.fullmatch(r"[a-z-]+ \d[\d.]*, [^,]+, [^,]+", one)]
    assert sources
    assert unnamed == []


def test_a_material_that_no_package_holds_has_no_property(
    materials: list[dict[str, Any]],
) -> None:
    mixtures = {"stone", "wood", "masonry", "composite"}

    valued = {one["category"] for one in materials if "properties" in one}

    assert valued == set(COUNTS) - mixtures


def test_all_laser_settings_are_marked_illustrative(materials: list[dict[str, Any]]) -> None:
    assert all(one["laser_parameters"]["illustrative"] is True for one in materials)


def test_no_classification_states_a_number(materials: list[dict[str, Any]]) -> None:
    lists = ("applications", "surface_treatments", "industry_tags", "challenges", "success_signs")

    stated = [text for one in materials for key in lists for text in one[key]]

    assert [text for text in stated if re.search(r"\d", text)] == []


def test_the_reader_gives_a_document_for_every_material(
    materials: list[dict[str, Any]],
) -> None:
    data = (FOLDER / "catalogue.yaml").read_bytes()
    source = Source(
        path="catalogue.yaml",
        uri="",
        size_bytes=len(data),
        media_type="application/yaml",
        sha256="",
    )
    skipped: list[object] = []

    found = [one.id for one in documents(source, data, skipped.append)]

    assert found == [f"catalogue.yaml#{one['name']}" for one in materials]
    assert skipped == []

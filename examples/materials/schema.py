"""The schema of `catalogue.yaml` and `authors.yaml`, and the JSON Schema that is made from it.

python examples/materials/schema.py    # writes catalogue.schema.json anew
"""

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

SCHEMA = Path(__file__).with_name("catalogue.schema.json")

Text = Annotated[str, Field(min_length=2, max_length=80)]
Words = Annotated[list[Text], Field(min_length=3)]
Amount = Annotated[float, Field(gt=0)]
Unit = Annotated[str, Field(min_length=1)]
Category = Literal[
    "ceramic", "composite", "glass", "masonry", "metal", "semiconductor", "stone", "wood"
]


class Part(BaseModel):
    """What takes no field that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Setting(Part):
    """One laser setting."""

    value: Amount
    unit: Unit


class Range(Part):
    """A laser setting from `minimum` to `maximum`."""

    minimum: Amount
    maximum: Amount
    unit: Unit


class LaserParameters(Part):
    """Example settings; no recommendation, and marked so."""

    illustrative: Literal[True]
    laser_type: Text
    fluence_threshold: Setting | None = None
    wavelength: Setting | None = None
    pulse_duration: Setting | None = None
    power_range: Range | None = None
    repetition_rate: Range | None = None
    spot_size: Setting | None = None


class Sourced(Part):
    """A value that a data package holds; `source` is package with version, kind and record."""

    value: Amount
    unit: Unit
    source: Annotated[str, Field(pattern=r"^[a-z-]+ \d[\d.]*, [^,]+, [^,]+$")]


class Material(Part):
    """One item of the catalogue."""

    name: Text
    category: Category
    author_id: Annotated[int, Field(ge=1)]
    complexity: Literal["low", "medium", "high"]
    difficulty_score: Annotated[int, Field(ge=1, le=5)]
    formula: Annotated[str, Field(pattern=r"^([A-Z][a-z]?\d*)+$")] | None = None
    symbol: Annotated[str, Field(pattern=r"^[A-Z][a-z]?$")] | None = None
    applications: Words
    surface_treatments: Words
    industry_tags: Words
    challenges: Words
    success_signs: Words
    laser_parameters: LaserParameters
    properties: dict[Annotated[str, Field(pattern=r"^[a-z_]+$")], Sourced] = {}


class Author(Part):
    """A sample author."""

    id: Annotated[int, Field(ge=1)]
    name: Text
    role: Text
    expertise: Text
    country: Text


CATALOGUE = TypeAdapter(list[Material])
AUTHORS = TypeAdapter(list[Author])


def schema() -> str:
    """The JSON Schema of the catalogue, as it is written."""
    return json.dumps(CATALOGUE.json_schema(), indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Writes the JSON Schema. Exit status."""
    SCHEMA.write_text(schema(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

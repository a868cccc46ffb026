"""`croissant.json`: the dataset in the metadata format that dataset search engines read.

Written to Croissant 1.0 (docs.mlcommons.org/croissant). Croissant has no type for a value of
changing shape, so a content field that is a list, an object or mixed is left to the card.
"""

import re
from collections.abc import Iterator

from groundsmith.export.columns import Column
from groundsmith.export.facts import RunFacts
from groundsmith.export.files import Written
from groundsmith.export.tally import Tally
from groundsmith.records import Json

_TERMS = re.findall(
    r"\w+",
    "citeAs column extract field fileObject fileProperty fileSet format includes isLiveDataset "
    "jsonPath key md5 parentField path recordSet references regex repeated replace separator "
    "source subField transform",
)
_CONTEXT: dict[str, Json] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in _TERMS},
}
_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
}
_CITED = {
    "document": ("sc:Text", "Document that is cited."),
    "start": ("sc:Integer", "Offset of the quote's first character, in Unicode code points."),
    "stop": ("sc:Integer", "Offset one past its last character."),
    "quote": ("sc:Text", "The text there, exactly."),
}
_PLAIN_PATH = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)


def croissant(facts: RunFacts, tally: Tally, description: str, records: Written) -> dict[str, Json]:
    """Croissant metadata of `records`, the file with the accepted records."""
    about: dict[str, Json] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": facts.title,
        "description": description,
        "version": "1.0.0",
        "datePublished": facts.finished_at.date().isoformat(),
        "url": f"urn:groundsmith:export:{facts.export_id}",
        "creator": {"@type": "sc:Organization", "name": "Groundsmith", "url": "urn:groundsmith"},
        "inLanguage": sorted(tally.languages),
        "distribution": [_file(records)],
        "recordSet": [_record_set(tally, records)],
    }
    if facts.license is not None:
        about["license"] = facts.license
    return about


def _file(records: Written) -> dict[str, Json]:
    return {
        "@type": "cr:FileObject",
        "@id": records.name,
        "name": records.name,
        "contentUrl": records.name,
        "contentSize": f"{records.size_bytes} B",
        "encodingFormat": "application/jsonlines",
        "sha256": records.sha256,
    }


def _record_set(tally: Tally, records: Written) -> dict[str, Json]:
    fields = [*_columns(tally, records), *_citations(records)]
    return {"@type": "cr:RecordSet", "@id": "records", "name": "records", "field": fields}


def _columns(tally: Tally, records: Written) -> Iterator[dict[str, Json]]:
    for column in tally.columns:
        if column.type in _TYPES and _PLAIN_PATH.fullmatch(column.path):
            yield _field(column, _TYPES[column.type], records)


def _citations(records: Written) -> Iterator[dict[str, Json]]:
    for name, (kind, about) in _CITED.items():
        column = Column(path=f"citations.{name}", type="array", description=about)
        yield {**_field(column, kind, records), "repeated": True}


def _field(column: Column, kind: str, records: Written) -> dict[str, Json]:
    """A field and the way to it: the column of the line, then the path below that."""
    top, _, below = column.path.partition(".")
    source: dict[str, Json] = {"fileObject": {"@id": records.name}, "extract": {"column": top}}
    if below:
        source["transform"] = {"jsonPath": f"$.{below}"}
    return {
        "@type": "cr:Field",
        "@id": f"records/{column.path}",
        "name": column.path,
        "description": column.description,
        "dataType": kind,
        "source": source,
    }

"""`lineage.json`: the run as one OpenLineage event, for catalogues that collect such events.

Written to the OpenLineage specification 2-0-2 and its facets (openlineage.io/spec). A source has
one field, `text`; every field of a record's content comes from it, so that column lineage names
the sources that records really cite, and no other.
"""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from groundsmith.export.facts import RunFacts, SourceFact
from groundsmith.export.files import Written
from groundsmith.export.manifest import RECORDS, REJECTED
from groundsmith.export.tally import Tally
from groundsmith.records import Json

_SPEC = "https://openlineage.io/spec"
_OPEN_STATES = ("PENDING", "LEASED", "WAITING", "BLOCKED")


def lineage(
    out: Path, facts: RunFacts, tally: Tally, data_files: Iterable[tuple[Written, int]]
) -> dict[str, Json]:
    """The run event; `data_files` are the files that hold records, with their record counts."""
    unfinished = any(facts.items.get(state) for state in _OPEN_STATES)
    return {
        "eventType": "RUNNING" if unfinished else "COMPLETE",
        "eventTime": facts.finished_at.isoformat(),
        "producer": _producer(facts),
        "schemaURL": f"{_SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent",
        "run": {"runId": _uuid(facts.run), "facets": _run_facets(facts)},
        "job": {
            "namespace": "groundsmith",
            "name": f"{facts.recipe}@{facts.recipe_version}",
            "facets": _job_facets(facts),
        },
        "inputs": [_input(facts, source) for source in facts.sources if source.state == "read"],
        "outputs": [_output(out, facts, tally, *file) for file in data_files],
    }


def _producer(facts: RunFacts) -> str:
    return f"urn:groundsmith:{facts.versions.get('groundsmith', 'unknown')}"


def _uuid(run: str) -> str:
    """The run's id if it is a UUID, else one made of it that is always the same."""
    try:
        return str(UUID(run))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, f"groundsmith:{run}"))


def _facet(facts: RunFacts, version: str, name: str, /, **values: Json) -> dict[str, Json]:
    url = f"{_SPEC}/facets/{version}/{name}.json#/$defs/{name}"
    return {"_producer": _producer(facts), "_schemaURL": url, **values}


def _run_facets(facts: RunFacts) -> dict[str, Json]:
    return {
        "processing_engine": _facet(
            facts,
            "1-1-1",
            "ProcessingEngineRunFacet",
            name="groundsmith",
            version=facts.versions.get("groundsmith", "unknown"),
        ),
        "nominalTime": _facet(
            facts,
            "1-0-1",
            "NominalTimeRunFacet",
            nominalStartTime=facts.started_at.isoformat(),
            nominalEndTime=facts.finished_at.isoformat(),
        ),
    }


def _job_facets(facts: RunFacts) -> dict[str, Json]:
    return {
        "jobType": _facet(
            facts,
            "2-0-3",
            "JobTypeJobFacet",
            processingType="BATCH",
            integration="GROUNDSMITH",
            jobType="RECIPE",
        )
    }


def _input(facts: RunFacts, source: SourceFact) -> dict[str, Json]:
    namespace, name = _dataset(source)
    version = _facet(facts, "1-0-1", "DatasetVersionDatasetFacet", datasetVersion=source.sha256)
    fields = [{"name": "text", "type": "string", "description": "Normalised text."}]
    schema = _facet(facts, "1-1-1", "SchemaDatasetFacet", fields=fields)
    return {
        "namespace": namespace,
        "name": name,
        "facets": {"version": version, "schema": schema},
    }


def _output(
    out: Path, facts: RunFacts, tally: Tally, file: Written, record_count: int
) -> dict[str, Json]:
    fields = [
        {"name": column.path, "type": column.type, "description": column.description}
        for column in tally.columns
    ]
    version = _facet(facts, "1-0-1", "DatasetVersionDatasetFacet", datasetVersion=file.sha256)
    statistics = _facet(
        facts,
        "1-0-2",
        "OutputStatisticsOutputDatasetFacet",
        rowCount=record_count,
        size=file.size_bytes,
        fileCount=1,
    )
    return {
        "namespace": "file",
        "name": (out / file.name).absolute().as_posix(),
        "facets": {
            "version": version,
            "schema": _facet(facts, "1-1-1", "SchemaDatasetFacet", fields=fields),
            "columnLineage": _column_lineage(out, facts, tally, file),
        },
        "outputFacets": {"outputStatistics": statistics},
    }


def _column_lineage(out: Path, facts: RunFacts, tally: Tally, file: Written) -> dict[str, Json]:
    """Each content field from the texts that records cite; a tier file's from all records."""
    content = [column.path for column in tally.columns if column.path.startswith("content.")]
    fields = (*content, "citations.quote")
    if file.name in (RECORDS, REJECTED):
        texts = [_dataset(one) for one in facts.sources if one.path in tally.by_source]
        origins = {
            path: [_origin(*text, "text", facts.recipe) for text in texts] for path in fields
        }
    else:
        whole = "file", (out / RECORDS).absolute().as_posix()
        origins = {path: [_origin(*whole, path, "selection by tier")] for path in fields}
    values = {path: {"inputFields": inputs} for path, inputs in origins.items()}
    return _facet(facts, "1-2-0", "ColumnLineageDatasetFacet", fields=values)


def _origin(namespace: str, name: str, field: str, what: str) -> dict[str, Json]:
    """A field that another one comes from, and by what step."""
    step = {"type": "DIRECT", "subtype": "TRANSFORMATION", "description": what, "masking": False}
    return {"namespace": namespace, "name": name, "field": field, "transformations": [step]}


def _dataset(source: SourceFact) -> tuple[str, str]:
    """Namespace and name as OpenLineage names datasets: by scheme and authority, then the path."""
    try:
        uri = urlsplit(source.uri)
    except ValueError:
        return "groundsmith", source.path
    if uri.scheme == "file":
        return "file", unquote(uri.path)
    if uri.scheme and uri.netloc:
        return f"{uri.scheme}://{uri.netloc}", uri.path.lstrip("/") or "/"
    return "groundsmith", source.path

"""A collection's graph as a file for other programs."""

from pathlib import Path

from groundsmith.errors import RequestError
from groundsmith.export.files import atomic
from groundsmith.index.collection import Collection
from groundsmith.index.graph.exporting import graphml, json_lines

_WRITERS = {".graphml": graphml, ".json": json_lines}


def export_graph(index: Path, to: Path) -> Collection:
    """Writes the graph as GraphML or JSON, by the file's suffix; gives the collection.

    Raises:
        RequestError: Another suffix.
        InputError: There is no index, or it has no graph.
        OutputError: The file cannot be written.
    """
    writer = _WRITERS.get(to.suffix.lower())
    if writer is None:
        raise RequestError(f"{to}: a graph is written as {' or '.join(_WRITERS)}; name it so")
    collection = Collection(index)
    graph = collection.graph
    with atomic(to) as file:
        for line in writer(graph):
            file.write(line.encode("utf-8", "backslashreplace"))
    return collection

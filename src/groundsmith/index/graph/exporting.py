"""A graph as GraphML or JSON, line by line.

XML cannot hold control characters or lone surrogates at all: in GraphML each becomes U+FFFD. JSON
holds every name as it is.
"""

import json
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from groundsmith.index.graph.graph import Graph

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("relation", "edge", "string"),
    ("weight", "edge", "double"),
)


def graphml(graph: Graph) -> Iterator[str]:
    """Lines of a GraphML document; nodes are `n0`, `n1` … in the graph's order."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, of, kind in _KEYS:
        yield f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="G" edgedefault="directed">\n'
    for node in range(graph.node_count):
        told = _data("name", graph.name(node)) + _data("kind", graph.kind(node))
        yield f'<node id="n{node}">{told}</node>\n'
    for node in range(graph.node_count):
        for edge in graph.edges(node):
            told = _data("relation", edge.relation) + _data("weight", f"{edge.weight:.6g}")
            yield f'<edge source="n{node}" target="n{edge.target}">{told}</edge>\n'
    yield "</graph>\n</graphml>\n"


def json_lines(graph: Graph) -> Iterator[str]:
    """One JSON document: `nodes` with id, kind and name, `edges` with their ends, and mentions."""
    yield '{"nodes": [\n'
    nodes = (
        {"id": v, "kind": graph.kind(v), "name": graph.name(v)} for v in range(graph.node_count)
    )
    yield from _listed(nodes)
    yield '], "edges": [\n'
    yield from _listed(
        {"source": v, **edge._asdict()} for v in range(graph.node_count) for edge in graph.edges(v)
    )
    yield '], "mentions": [\n'
    yield from _listed(
        {"document": v, "entity": int(graph.mentioned[at]), "start": start, "stop": stop}
        for v in range(graph.node_count)
        for at in range(graph.mention_offsets[v], graph.mention_offsets[v + 1])
        for start, stop in [graph.mention_spans[at].tolist()]
    )
    yield "]}\n"


def _listed(values: Iterator[dict[str, object]]) -> Iterator[str]:
    for number, value in enumerate(values):
        yield f"{',' if number else ' '}{json.dumps(value)}\n"


def _data(key: str, value: str) -> str:
    return f"<data key={quoteattr(key)}>{escape(_NOT_XML.sub(chr(0xFFFD), value))}</data>"

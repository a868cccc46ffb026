"""A collection on disk: its lexical index, its graph and its vectors, as of one commit."""

from groundsmith.index.collection.given import Given, GivenEdge, GivenName, Origin
from groundsmith.index.collection.reading import Collection
from groundsmith.index.collection.writing import CollectionWriter, Embedding

__all__ = [
    "Collection",
    "CollectionWriter",
    "Embedding",
    "Given",
    "GivenEdge",
    "GivenName",
    "Origin",
]

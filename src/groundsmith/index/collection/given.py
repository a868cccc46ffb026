"""What people gave beside the documents: where these came from, relations, and names.

It is kept in the index, so that a later update needs neither the edge list nor the gazetteer
again, and knows which documents were made from which source.
"""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from groundsmith.records import Json

KIND = "given"
_LEVEL = 4

T = TypeVar("T", "Origin", "GivenEdge", "GivenName")


@dataclass(frozen=True, slots=True)
class Origin:
    """A source, and the documents that were made of it.

    Attributes:
        input: The INPUT that it was found in.
        made_by: Hash of its bytes, and of what they were read with.
    """

    input: str
    path: str
    made_by: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenEdge:
    """A line of an edge list: ids of documents, or entities as `kind:name`."""

    source: str
    target: str
    relation: str
    weight: float


@dataclass(frozen=True, slots=True)
class GivenName:
    """A line of a gazetteer: a name, and the kind and name of the entity that goes by it."""

    name: str
    kind: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """All of it.

    Attributes:
        labels: What stands in front of the paths of an INPUT, by its location.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()
    edges: tuple[GivenEdge, ...] = ()
    names: tuple[GivenName, ...] = ()

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What is stored; `from_arrays` gives it back."""
        return {
            "labels": _written(dict(self.labels)),
            "origins": _packed(self.origins),
            "edges": _packed(self.edges),
            "names": _packed(self.names),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> "Given":
        """From what `arrays` gave; raises ValueError, TypeError or `zlib.error` for other bytes."""
        origins = [(*row[:3], tuple(row[3])) for row in _unpacked(arrays["origins"])]
        return cls(
            labels=_unpacked(arrays["labels"]),
            origins=tuple(Origin(*row) for row in origins),
            edges=tuple(GivenEdge(*row) for row in _unpacked(arrays["edges"])),
            names=tuple(GivenName(*row) for row in _unpacked(arrays["names"])),
        )


def _packed(rows: Iterable[T]) -> NDArray[np.uint8]:
    return _written([astuple(row) for row in rows])


def _written(value: Json) -> NDArray[np.uint8]:
    return np.frombuffer(zlib.compress(json.dumps(value).encode(), _LEVEL), dtype=np.uint8)


def _unpacked(array: NDArray[Any]) -> Any:
    return json.loads(zlib.decompress(array.tobytes()))

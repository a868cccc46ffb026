"""What is known of each document whoever asks: length, links, entities, completeness."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from groundsmith.index.entity_voices import Anchored
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.voices import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Arrays by document number.

    Attributes:
        lengths: ln(1 + characters).
        completeness: The share of the collection's fields, title and text among them, that the
            document has something in.
        degrees: ln(1 + links) in the graph.
        entity_counts: ln(1 + entities) that the document is tied to.
    """

    lengths: Floats
    completeness: Floats
    degrees: Floats
    entity_counts: Floats

    @classmethod
    def of(cls, index: LexicalIndex, anchored: Anchored | None) -> Self:
        """Reads every document once; what a graph would tell is 0 without one."""
        count = len(index.alive)
        lengths, completeness = np.zeros(count), np.zeros(count)
        living = np.flatnonzero(index.alive).tolist()
        fields = [field for field in index.fields if field not in ("title", "text")]
        for number, document in zip(living, index.documents(), strict=True):
            held = [document.title, document.text, *map(document.metadata.get, fields)]
            lengths[number] = len(document.text)
            completeness[number] = sum(each not in (None, "", [], ()) for each in held) / len(held)
        degrees, entities = np.zeros(count), np.zeros(count)
        if anchored is not None:
            for number in living:
                if (node := anchored.node(number)) is not None:
                    degrees[number] = len(anchored.neighbours(node))
                    entities[number] = len(anchored.entities(node))
        return cls(
            lengths=np.log1p(lengths),
            completeness=completeness,
            degrees=np.log1p(degrees),
            entity_counts=np.log1p(entities),
        )

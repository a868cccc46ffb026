"""Several segments made one, without what was deleted from them.

Texts are not read again: posting lists are joined as arrays, and blocks of texts move as they are.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundsmith.index.lexical.building import identity_arrays, postings_arrays
from groundsmith.index.lexical.gathering import smallest
from groundsmith.index.lexical.scoring import Flags, Ints
from groundsmith.index.lexical.segment import Segment
from groundsmith.index.lexical.table import StringTable, table_arrays
from groundsmith.index.lexical.texts import TextsWriter


def merged(parts: Sequence[tuple[Segment, Flags]]) -> dict[str, NDArray[Any]]:
    """What `Segment` reads, of all documents that live.

    Args:
        parts: Segments, each with the documents of it that are deleted by now.
    """
    for segment, _ in parts:
        segment.check_postings()
    numbers = _renumbered([deleted for _, deleted in parts])
    terms, starts, documents, places = _joined(
        [(s.terms, s.starts, s.documents) for s, _ in parts], numbers
    )
    counts = np.concatenate([segment.counts for segment, _ in parts])[places]
    fields, lists, having, _ = _joined([s.fields.lists() for s, _ in parts], numbers)
    ids = [
        identity
        for segment, deleted in parts
        for identity, gone in zip(segment.ids, deleted.tolist(), strict=True)
        if not gone
    ]
    return {
        **postings_arrays(terms, starts, documents, smallest(counts)),
        **identity_arrays(ids, np.zeros(len(ids), dtype=np.bool_)),
        **table_arrays("fields", fields),
        "fields.lists": lists,
        "fields.documents": having,
        **_texts(parts),
        "lengths": np.concatenate([segment.lengths[~deleted] for segment, deleted in parts]),
        "hashes": np.concatenate([segment.hashes[~deleted] for segment, deleted in parts]),
    }


def _renumbered(deleted: Sequence[Flags]) -> list[NDArray[np.int32]]:
    """The new number of each document; -1 for the deleted."""
    base = 0
    numbers: list[NDArray[np.int32]] = []
    for gone in deleted:
        new = (base + np.cumsum(~gone) - 1).astype(np.int32)
        base += int(np.count_nonzero(~gone))
        new[gone] = -1
        numbers.append(new)
    return numbers


def _joined(
    parts: Sequence[tuple[StringTable, Ints, Ints]], numbers: Sequence[NDArray[np.int32]]
) -> tuple[list[bytes], NDArray[np.int64], NDArray[np.int32], NDArray[np.int64]]:
    """Lists by key, from each part's keys, starts and documents.

    Returns:
        The keys that still have documents, sorted; where the list of each starts; all lists;
        where in the parts, one after another, each entry comes from.
    """
    keys = sorted(set().union(*(table for table, _, _ in parts)))
    number_of = {key: number for number, key in enumerate(keys)}
    owner = np.concatenate(
        [
            np.repeat(
                np.fromiter((number_of[key] for key in table), np.int32, len(table)),
                np.diff(starts),
            )
            for table, starts, _ in parts
        ]
    )
    documents = np.concatenate([new[old] for (_, _, old), new in zip(parts, numbers, strict=True)])
    alive = np.flatnonzero(documents >= 0)
    places = alive[np.argsort(owner[alive], kind="stable")]
    sizes = np.bincount(owner[alive], minlength=len(keys))
    left = sizes > 0
    starts = np.concatenate(([0], np.cumsum(sizes[left]))).astype(np.int64)
    kept = [key for key, stays in zip(keys, left.tolist(), strict=True) if stays]
    return kept, starts, documents[places], places


def _texts(parts: Sequence[tuple[Segment, Flags]]) -> dict[str, NDArray[Any]]:
    """Texts of the living: whole blocks where all live, line by line elsewhere."""
    writer = TextsWriter()
    for segment, deleted in parts:
        with segment.reading_texts():
            if not deleted.any():
                writer.extend(segment.texts.blocks())
                continue
            for _, line in segment.texts.lines(~deleted):
                writer.add(line)
    return writer.arrays()

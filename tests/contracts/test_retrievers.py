"""What every retriever owes its callers, whatever it ranks by."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.writer import LexicalWriter
from groundsmith.seams import Retriever


def on_disk(passages: Iterable[tuple[str, str]]) -> LexicalIndex:
    """The index on disk, whose files stay open when their names are gone."""
    folder = Path(tempfile.mkdtemp())
    with LexicalWriter(folder, "english") as writer:
        writer.add(IndexedDocument(id=name, title="", text=text) for name, text in passages)
    index = LexicalIndex(folder)
    shutil.rmtree(folder)
    return index


PASSAGES = [(f"p{number:02}", f"passage {number} about hostel fees") for number in range(20)]
BUILDERS: list[Callable[[Iterable[tuple[str, str]]], Retriever]] = [LexicalRetriever, on_disk]


@pytest.fixture(params=BUILDERS, ids=lambda builder: builder.__name__)
def retriever(request: pytest.FixtureRequest) -> Retriever:
    build: Callable[[Iterable[tuple[str, str]]], Retriever] = request.param
    return build(PASSAGES)


def test_hits_are_passages_and_each_at_most_once(retriever: Retriever) -> None:
    found = [hit.chunk for hit in retriever.retrieve("hostel fees 7", top_k=5)]

    assert len(set(found)) == len(found)
    assert set(found) <= {identity for identity, _ in PASSAGES}


def test_ranks_follow_scores_and_ties_share_one(retriever: Retriever) -> None:
    hits = retriever.retrieve("hostel fees 7", top_k=5)

    assert [hit.rank for hit in hits] == [
        1 + sum(other.score > hit.score for other in hits) for hit in hits
    ]


def test_a_deeper_answer_begins_with_the_shallow_one(retriever: Retriever) -> None:
    shallow = retriever.retrieve("passage 7", top_k=1)
    deep = retriever.retrieve("passage 7", top_k=10)

    assert deep[: len(shallow)] == shallow


def test_the_same_query_has_the_same_hits(retriever: Retriever) -> None:
    assert retriever.retrieve("fees 3", top_k=4) == retriever.retrieve("fees 3", top_k=4)

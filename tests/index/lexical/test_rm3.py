from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.rm3 import expanded, rm3
from groundsmith.index.lexical.writer import LexicalWriter

TERMS = st.sampled_from(["fee", "hostel", "visa", "exam"])
COUNTS = st.dictionaries(TERMS, st.integers(1, 9), max_size=4)
WEIGHTS = st.dictionaries(TERMS, st.floats(0.1, 10), min_size=1)


@given(WEIGHTS, st.lists(st.tuples(st.floats(0.01, 1), COUNTS)), st.floats(0, 1))
def test_weights_sum_to_one(
    query: dict[str, float], feedback: list[tuple[float, dict[str, int]]], share: float
) -> None:
    weights = rm3(query, feedback, original_weight=share)

    assert sum(weights.values()) == pytest.approx(1)


def test_a_query_grows_by_the_words_of_what_it_finds(tmp_path: Path) -> None:
    texts = {"a": "wing lift drag", "b": "wing lift flow", "c": "lift of a flat plate", "d": "fee"}
    with LexicalWriter(tmp_path) as writer:
        writer.add(IndexedDocument(id=i, title="", text=text) for i, text in texts.items())
    index = LexicalIndex(tmp_path)

    grown = expanded(index, "wing", document_count=2, term_count=2)

    assert grown.keys() == {"wing", "lift"}
    assert grown["wing"] > grown["lift"]
    assert [hit.chunk for hit in index.search(grown, 3)] == ["a", "b", "c"]


def test_a_query_that_finds_nothing_stays_as_it_is(tmp_path: Path) -> None:
    with LexicalWriter(tmp_path) as writer:
        writer.add([IndexedDocument(id="a", title="", text="fee")])

    assert expanded(LexicalIndex(tmp_path), "moon") == {"moon": 1.0}

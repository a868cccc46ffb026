import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from fused import heritage_documents
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.index.context_quality import (
    WEIGHTS,
    ContextMeasure,
    ContextQuality,
    Passage,
    measure_over,
)
from groundsmith.index.lexical.analysers import analyser
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.writer import LexicalWriter
from groundsmith.index.meanings import Meanings
from groundsmith.index.word_order import WordOrder

DOCUMENTS = {each.id: each.text for each in heritage_documents()}
MEASURE = measure_over(list(DOCUMENTS.values()), analyser("english"))
QUERY = "tomb of white marble that Shah Jahan built for Mumtaz in Agra"
TEXTS = st.text(max_size=60) | st.sampled_from([*DOCUMENTS.values(), "\ud800 \x00 <b>", "。。。"])


def passages(document: str) -> list[Passage]:
    text = DOCUMENTS[document]
    spans = RuleSplitter().split(text)
    return [Passage(document=document, start=span.start, text=span.of(text)) for span in spans]


def overall(shown: list[Passage]) -> float:
    quality = MEASURE.quality(QUERY, shown).overall
    assert quality is not None
    return quality


RIGHT = passages("taj-mahal")


class OfTombs:
    """One direction for what speaks of tombs, another for all else; the seam Embedder."""

    words = ("tomb", "mausoleum", "grave")

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        of_tombs = [any(word in text.lower() for word in self.words) for text in texts]
        return np.array([[yes, not yes] for yes in of_tombs], dtype=np.float32)


@given(TEXTS, st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 99), TEXTS), max_size=6))
def test_every_figure_is_between_0_and_1_or_missing_with_a_reason(
    query: str, rows: list[tuple[str, int, str]]
) -> None:
    shown = [Passage(document=name, start=start, text=text) for name, start, text in rows]

    quality = MEASURE.quality(query, shown)

    figures = [getattr(quality, name) for name in (*WEIGHTS, "overall")]
    assert all(figure is None or 0 <= figure <= 1 for figure in figures)
    assert (quality.overall is None) == bool(quality.why)


def test_a_context_of_something_else_is_worse() -> None:
    foreign = [overall(passages(name)) for name in DOCUMENTS if name != "taj-mahal"]

    assert overall(RIGHT) > max(foreign)


def test_with_vectors_what_is_said_in_other_words_is_relevant() -> None:
    texts = ["a mausoleum of marble", "a ship of oak"]
    mausoleum, ship = (Passage(document="d", start=0, text=text) for text in texts)
    by_words = measure_over(texts, analyser("english"))
    by_both = replace(by_words, meanings=Meanings.of(OfTombs(), texts))

    assert by_words.quality("the grave", [mausoleum]).relevance == 0
    assert by_both.quality("the grave", [mausoleum]).relevance == 1
    assert by_both.quality("the grave", [ship]).relevance == 0


def test_what_is_as_near_as_all_of_the_collection_is_not_relevant_by_meaning() -> None:
    tombs = Meanings.of(OfTombs(), ["a tomb", "a grave"])

    assert tombs.nearness("a mausoleum", ["a tomb", "a ship"]) == [0, 0]


@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=4))
def test_vectors_raise_relevance_and_nothing_else(query: str, texts: list[str]) -> None:
    shown = [Passage(document="d", start=0, text=text) for text in texts]
    by_both = replace(MEASURE, meanings=Meanings.of(OfTombs(), list(DOCUMENTS.values())))

    one, other = MEASURE.quality(query, shown), by_both.quality(query, shown)

    same = [name for name in WEIGHTS if name != "relevance"]
    assert [getattr(one, name) for name in same] == [getattr(other, name) for name in same]
    assert (one.relevance is None) == (other.relevance is None)
    assert (one.relevance or 0) <= (other.relevance or 0) + 1e-12 <= 1 + 1e-9


def test_the_same_words_in_no_order_are_worse() -> None:
    chance = random.Random(1)
    words = [each.text.split() for each in RIGHT]
    shuffled = [
        Passage(document=each.document, start=each.start, text=" ".join(chance.sample(w, len(w))))
        for each, w in zip(RIGHT, words, strict=True)
    ]

    assert overall(shuffled) < overall(RIGHT) / 2


def test_the_same_passages_in_another_order_are_worse() -> None:
    assert overall(RIGHT[::-1]) < overall(RIGHT)


def test_a_part_of_the_context_is_worse_than_all_of_it() -> None:
    assert max(overall([each]) for each in RIGHT) < overall(RIGHT[:4]) < overall(RIGHT)


def test_no_context_is_worth_nothing_and_no_question_has_no_quality() -> None:
    assert MEASURE.quality(QUERY, []).overall == 0
    assert MEASURE.quality("?!", RIGHT) == ContextQuality(
        relevance=None,
        completeness=None,
        coherence=None,
        specificity=None,
        balance=None,
        overall=None,
        why="the query has no term",
    )


def test_naming_what_the_context_lacks_lowers_completeness() -> None:
    whole = MEASURE.quality("Agra tomb", RIGHT).completeness
    lacking = MEASURE.quality("Agra tomb zeppelin", RIGHT).completeness

    assert whole == 1
    assert lacking is not None
    assert lacking < 1


def test_one_thing_of_two_is_out_of_balance() -> None:
    both = MEASURE.quality("Agra tomb", RIGHT).balance
    one = MEASURE.quality("Agra zeppelin", RIGHT).balance

    assert both is not None
    assert one == 0 < both
    assert MEASURE.quality("Agra", RIGHT).balance is None


def test_an_index_measures_as_its_texts_do(tmp_path: Path) -> None:
    with LexicalWriter(tmp_path, "english") as writer:
        writer.add(IndexedDocument(id=i, title="", text=text) for i, text in DOCUMENTS.items())
    index = LexicalIndex(tmp_path)
    order = WordOrder.of(list(DOCUMENTS.values()))

    measure = ContextMeasure(
        analyser=index.analyser, idf=index.idf, highest_idf=index.idf(""), order=order
    )

    found, ours = measure.quality(QUERY, RIGHT).overall, overall(RIGHT)
    assert found == pytest.approx(ours)


def test_shuffled_words_have_none_of_a_collections_order() -> None:
    order = WordOrder.of(list(DOCUMENTS.values()))
    words = " ".join(DOCUMENTS.values()).split()
    random.Random(1).shuffle(words)

    assert order.share([" ".join(words)]) == pytest.approx(0, abs=0.02)
    assert order.share(list(DOCUMENTS.values())) == pytest.approx(1, abs=0.05)


def test_what_has_no_spaces_has_no_order_to_go_by() -> None:
    assert WordOrder.of(["北京是中国的首都"]).share(["北京是中国的首都"]) is None
    assert WordOrder.of([]).share(["a b"]) is None

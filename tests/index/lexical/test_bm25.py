from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.lexical.bm25 import LexicalRetriever

GUIDANCE = Path(__file__).parents[3] / "examples" / "guidance"
WORDS = st.sampled_from(["fee", "hostel", "visa", "exam", "campus"])
PASSAGES = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=12)


def numbered(texts: list[str]) -> list[tuple[str, str]]:
    return [(f"c{number:02}", text) for number, text in enumerate(texts)]


def test_the_passage_that_answers_comes_first() -> None:
    retriever = LexicalRetriever(
        [("visa", "The visa takes ten days."), ("fee", "The hostel fee is due in May.")]
    )

    hits = retriever.retrieve("When is the hostel fee due?", top_k=1)

    assert [hit.chunk for hit in hits] == ["fee"]


def test_equal_passages_are_all_returned_with_the_last_of_top_k() -> None:
    retriever = LexicalRetriever(
        [("a", "hostel fee"), ("b", "hostel fee"), ("c", "hostel fee"), ("d", "bus fee list")]
    )

    hits = retriever.retrieve("hostel fee", top_k=1)

    assert [(hit.chunk, hit.rank) for hit in hits] == [("a", 1), ("b", 1), ("c", 1)]


def test_a_rank_counts_all_who_stand_before() -> None:
    retriever = LexicalRetriever([("a", "visa visa"), ("b", "visa visa"), ("c", "visa exam")])

    hits = retriever.retrieve("visa", top_k=3)

    assert [(hit.chunk, hit.rank) for hit in hits] == [("a", 1), ("b", 1), ("c", 3)]


@pytest.mark.parametrize("query", ["", "moon", "???", "\ud800"])
def test_a_query_that_shares_no_term_has_no_hits(query: str) -> None:
    retriever = LexicalRetriever([("a", "hostel fee")])

    assert retriever.retrieve(query, top_k=5) == []


@pytest.mark.parametrize("passages", [[], [("empty", "")]])
def test_an_index_without_words_answers_with_nothing(passages: list[tuple[str, str]]) -> None:
    assert LexicalRetriever(passages).retrieve("fee", top_k=5) == []


def test_asking_for_none_gives_none() -> None:
    assert LexicalRetriever([("a", "fee")]).retrieve("fee", top_k=0) == []


@given(PASSAGES, st.randoms(use_true_random=False), WORDS)
def test_the_order_of_the_passages_changes_no_hit(
    texts: list[str], random: Random, query: str
) -> None:
    passages = numbered(texts)
    shuffled = list(passages)
    random.shuffle(shuffled)

    first = LexicalRetriever(passages).retrieve(query, top_k=3)
    second = LexicalRetriever(shuffled).retrieve(query, top_k=3)

    assert first == second


@given(PASSAGES, WORDS, st.integers(min_value=1, max_value=12))
def test_more_hits_than_asked_for_all_tie_with_the_last(
    texts: list[str], query: str, top_k: int
) -> None:
    hits = LexicalRetriever(numbered(texts)).retrieve(query, top_k)

    assert all(0 < hit.score < 1 for hit in hits)
    assert all(hit.rank <= top_k for hit in hits)


def test_every_paragraph_finds_itself() -> None:
    text = (GUIDANCE / "bank_account_opening.txt").read_text(encoding="utf-8")
    paragraphs = [block for block in text.split("\n\n") if len(block.split()) > 5]
    retriever = LexicalRetriever(numbered(paragraphs))

    found = [retriever.retrieve(block, top_k=1) for block in paragraphs]

    assert [hits[0].chunk for hits in found] == [f"c{at:02}" for at in range(len(paragraphs))]

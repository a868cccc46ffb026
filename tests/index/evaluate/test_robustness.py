import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.evaluate.canaries import canaries
from groundsmith.index.evaluate.perturbing import Perturb, reordered, synonyms, typo
from groundsmith.index.evaluate.robustness import robustness
from groundsmith.index.lexical.bm25 import LexicalRetriever

TEXTS = {
    "taj": "the tomb of Mumtaz Mahal in Agra by the river",
    "fort": "the red fort of Delhi with its halls and gates",
    "cup": "a jade cup of Shah Jahan in the shape of a goat",
}
RETRIEVER = LexicalRetriever(TEXTS.items())
QUERIES = {"q1": "tomb of Mumtaz in Agra", "q2": "jade goat", "q3": "fort"}
GRADES = {"q1": {"taj": 1}, "q2": {"cup": 1}, "q3": {"fort": 1}}


def search(query: str) -> list[str]:
    return [hit.chunk for hit in RETRIEVER.retrieve(query, 10)]


@given(st.text(max_size=60), st.integers(0, 99))
def test_a_typo_changes_a_query_and_leaves_short_words(query: str, seed: int) -> None:
    put = typo(query, random.Random(seed))

    assert put is None or put != query


def test_the_first_letter_of_a_word_is_never_mistyped() -> None:
    put = {typo("hostel", random.Random(seed)) for seed in range(40)}

    assert len(put) > 4
    assert all(word is not None and word.startswith("h") for word in put)


@given(st.lists(st.sampled_from("abcde"), max_size=6), st.integers(0, 99))
def test_reordering_keeps_every_word(words: list[str], seed: int) -> None:
    put = reordered(" ".join(words), random.Random(seed))

    if put is None:
        assert len(set(words)) < 2
    else:
        assert Counter(put.split()) == Counter(words)
        assert put.split() != words


def test_another_name_is_put_for_a_whole_one_only() -> None:
    perturb = synonyms({"Shah Jahan": ["Khurram"], "cup": ["bowl"], "Shah": ["king"]})

    assert perturb("the cup of shah jahan", random.Random(1)) == "the bowl of Khurram"
    assert perturb("cupboard", random.Random(1)) is None
    assert synonyms({})("cup", random.Random(1)) is None


@pytest.mark.parametrize("perturb", [typo, reordered])
def test_a_queries_perturbation_is_told_by_the_seed_alone(perturb: Perturb) -> None:
    first = robustness(QUERIES, GRADES, search, perturb, seed=2)
    shuffled = dict(reversed(QUERIES.items()))

    assert robustness(shuffled, GRADES, search, perturb, seed=2) == first


def test_a_ranker_by_words_loses_by_typos_and_not_by_their_order() -> None:
    by_order = robustness(QUERIES, GRADES, search, reordered)
    by_typos = robustness(QUERIES, GRADES, search, typo)

    assert (by_order.before, by_order.after, by_order.overlap) == (1, 1, 1)
    assert (by_order.perturbed, by_order.unperturbed) == (2, 1)
    assert by_typos.after is not None
    assert by_typos.after < 1


def test_where_nothing_can_be_perturbed_nothing_is_measured() -> None:
    found = robustness(QUERIES, GRADES, search, synonyms({}))

    assert (found.before, found.after, found.change, found.overlap) == (None,) * 4
    assert found.unperturbed == 3


def test_a_documents_own_title_finds_it() -> None:
    titles = {"taj": "Mumtaz Mahal", "fort": "Red Fort", "cup": "Jade Cup"}

    found = canaries(titles, search)

    assert (found.asked, found.first, found.missed, found.found_ratio) == (3, 3, (), 1)


def test_a_title_that_is_not_found_is_named() -> None:
    found = canaries({"taj": "Mumtaz", "lost": "a moon in no text"}, search)

    assert found.missed == ("lost",)
    assert found.found_ratio == 0.5


def test_titles_that_are_shared_or_empty_are_not_asked() -> None:
    found = canaries({"a": "Patan", "b": "patan ", "c": " – "}, search)

    assert (found.asked, found.unasked, found.found_ratio) == (0, 3, None)

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.errors import RequestError
from groundsmith.index.entity_voices import Anchored, HornVoice
from groundsmith.index.fusion.fusion import Fusion
from groundsmith.index.graph.building import GraphBuilder
from groundsmith.index.graph.entity import Kind
from groundsmith.index.graph.gazetteer import Gazetteer
from groundsmith.index.graph.horn import Horn
from groundsmith.index.graph.readings import Described
from groundsmith.index.learning.catalogue import Catalogue
from groundsmith.index.learning.examples import Example, checked, examples_of, folds_of
from groundsmith.index.learning.features import FEATURES, Features
from groundsmith.index.learning.lambdamart import LambdaMart, fit_lambdamart
from groundsmith.index.learning.learned import LearnedFusion, Ranker, held_out
from groundsmith.index.learning.linear import LinearModel, fit_linear
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.writer import LexicalWriter
from groundsmith.index.voices import LexicalVoice, Query, Voice

DENSE_AT, LENGTH_AT = FEATURES.index("dense"), FEATURES.index("length")


def made_up(count: int, *, seed: int = 0, documents: int = 30) -> list[Example]:
    """Queries whose readers like what is dense and short, with some chance in it."""
    chance = np.random.default_rng(seed)
    found = []
    for number in range(count):
        rows = chance.normal(size=(documents, len(FEATURES)))
        liked = 2 * rows[:, DENSE_AT] - rows[:, LENGTH_AT] + chance.normal(size=documents)
        grades = np.zeros(documents)
        grades[np.argsort(-liked)[:3]] = [3, 2, 1]
        found.append(Example(query=f"q{number}", rows=rows, grades=grades))
    return found


def top_grade(examples: list[Example], ranker: Ranker) -> float:
    """The mean grade of what is ranked first."""
    best = [int(np.argmax(ranker.contributions(each.rows).sum(axis=1))) for each in examples]
    return float(np.mean([each.grades[at] for each, at in zip(examples, best, strict=True)]))


@pytest.fixture(scope="module")
def searched(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Fusion, Features, LexicalIndex]:
    folder: Path = tmp_path_factory.mktemp("index")
    described: list[Described] = []
    with LexicalWriter(folder, "english") as writer:
        for number in range(24):
            place = "Agra" if number % 2 else "Delhi"
            text = f"stone gate {'old ' * (number % 5)} number{number}"
            writer.add(
                [
                    IndexedDocument(
                        id=f"d{number:02}", title="", text=text, metadata={"place": place}
                    )
                ]
            )
            described.append(Described(id=f"d{number:02}", text=text, places=[place]))
    index = LexicalIndex(folder)
    graph = GraphBuilder.of(described, Gazetteer([]), collapse=False).build()
    nodes = [graph.number(Kind.DOCUMENT, index.identity(n)) for n in range(len(index.alive))]
    anchored = Anchored(graph, np.array(nodes))
    voices: list[Voice] = [LexicalVoice(index), HornVoice(anchored, Horn.of(graph))]
    features = Features(Catalogue.of(index, anchored), anchored)
    return Fusion(voices, index.alive), features, index


@pytest.mark.parametrize("fit", [fit_linear, fit_lambdamart])
def test_a_model_ranks_queries_it_has_not_seen_as_their_readers_do(
    fit: Callable[[Sequence[Example]], Ranker],
) -> None:
    ranker = fit(made_up(80))

    found, by_chance = top_grade(made_up(40, seed=1), ranker), 6 / 30

    assert found > 1.5 > by_chance


def test_the_linear_model_says_which_way_each_feature_counts() -> None:
    weights = fit_linear(made_up(80)).weights

    assert weights[DENSE_AT] == max(weights) > 0
    assert weights[LENGTH_AT] == min(weights) < 0


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(12)))
def test_the_order_of_the_queries_changes_no_weight(order: list[int]) -> None:
    examples = made_up(12, documents=8)

    one, other = fit_linear(examples), fit_linear([examples[at] for at in order])

    assert np.allclose(one.weights, other.weights, atol=1e-6)


def test_a_feature_that_never_differs_has_no_weight() -> None:
    examples = made_up(20)
    for example in examples:
        example.rows[:, LENGTH_AT] = 7.0

    assert fit_linear(examples).weights[LENGTH_AT] == 0


def test_a_linear_model_survives_a_file() -> None:
    model = fit_linear(made_up(12))

    assert LinearModel.from_json(model.as_json()) == model


def test_trees_survive_a_file() -> None:
    rows = made_up(1, seed=3)[0].rows
    trees = fit_lambdamart(made_up(20))

    again = LambdaMart(trees.as_text())

    assert np.array_equal(trees.contributions(rows), again.contributions(rows))


@pytest.mark.parametrize("stored", [{}, {"kind": "linear", "features": ["age"]}, {"kind": "other"}])
def test_a_model_of_other_features_is_refused(stored: dict[str, object]) -> None:
    with pytest.raises(RequestError, match="train it again"):
        LinearModel.from_json(stored)


def test_what_is_no_tree_model_is_refused() -> None:
    with pytest.raises(RequestError, match="train it again"):
        LambdaMart("not a model")


def test_labels_that_one_signal_made_are_refused_by_its_name() -> None:
    examples = [
        Example(
            query=each.query,
            rows=each.rows,
            grades=(each.rows[:, DENSE_AT] > np.median(each.rows[:, DENSE_AT])).astype(float),
        )
        for each in made_up(15)
    ]

    with pytest.raises(RequestError, match="just as dense does"):
        checked(examples)


def test_too_few_judged_queries_are_refused() -> None:
    with pytest.raises(RequestError, match="3 judged queries"):
        fit_linear(made_up(3))


def test_no_query_is_scored_by_a_model_that_has_seen_it() -> None:
    examples = made_up(40)
    seen: list[set[str]] = []

    def fit(train: Sequence[Example]) -> LinearModel:
        seen.append({each.query for each in train})
        return fit_linear(train)

    scores = held_out(examples, fit)

    assert scores.keys() == {each.query for each in examples}
    assert all(len([s for s in seen if each.query not in s]) == 1 for each in examples)


@given(st.lists(st.text(max_size=9), unique=True), st.integers(1, 9), st.randoms())
def test_folds_are_even_whatever_the_order_of_the_queries(
    queries: list[str], fold_count: int, chance: random.Random
) -> None:
    shuffled = chance.sample(queries, len(queries))

    folds = folds_of(queries, fold_count)

    sizes = [list(folds.values()).count(fold) for fold in range(fold_count)]
    assert folds == folds_of(shuffled, fold_count)
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("count", range(10, 14))
def test_ten_judged_queries_are_enough_to_learn_and_to_hold_some_out(count: int) -> None:
    assert len(held_out(made_up(count, documents=8), fit_linear)) == count


def test_features_say_what_a_query_and_a_document_share(
    searched: tuple[Fusion, Features, LexicalIndex],
) -> None:
    fusion, features, index = searched
    query = Query(text="old gate in Agra")
    agra, delhi = index.number_of("d01"), index.number_of("d02")

    rows = features.rows(fusion.hear(query), fusion.numbers(query), np.array([agra, delhi]))

    named = {name: rows[:, FEATURES.index(name)].tolist() for name in FEATURES}
    assert rows.shape == (2, len(FEATURES))
    assert np.isfinite(rows).all()
    assert named["region_match"] == [1, 0]
    assert named["query_length"] == [4, 4]
    assert named["is_concept"] == [1, 1]
    assert named["horn"][0] > named["horn"][1] == 0
    assert named["degree"] == [np.log1p(1), np.log1p(1)]


def test_a_learned_ranking_adds_up_and_holds_the_candidates_of_the_fusion(
    searched: tuple[Fusion, Features, LexicalIndex],
) -> None:
    fusion, features, _ = searched
    grades = {f"q{n}": {n: 1} for n in range(24)}
    queries = {f"q{n}": Query(text=f"old gate number{n}") for n in range(24)}
    examples = examples_of(fusion, features, queries, grades)
    jittered = [
        Example(query=e.query, rows=e.rows, grades=np.roll(e.grades, at % 3))
        for at, e in enumerate(examples)
    ]
    learned = LearnedFusion(fusion, features, fit_linear(jittered))

    ranking = learned.rank(Query(text="old gate number7"), 5)
    more = learned.rank(Query(text="old gate number7"), 50)

    assert len(ranking.documents) == 5
    assert ranking.documents == more.documents[:5]
    assert all(abs(sum(e.components.values()) - e.score) < 1e-9 for e in more.documents)
    assert {e.document for e in more.documents} == {
        e.document for e in fusion.rank(Query(text="old gate number7"), 50).documents
    }


def test_a_filter_holds_for_a_learned_ranking(
    searched: tuple[Fusion, Features, LexicalIndex],
) -> None:
    fusion, features, index = searched
    learned = LearnedFusion(fusion, features, fit_linear(made_up(12)))

    ranking = learned.rank(Query(text="old gate"), 50, index.passing({"place": "Agra"}))

    assert {index.identity(each.document)[-1] for each in ranking.documents} <= set("13579")
    assert ranking.documents

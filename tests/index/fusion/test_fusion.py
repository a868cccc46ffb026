import threading
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from groundsmith.errors import RequestError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.index.fusion.fusion import Fusion
from groundsmith.index.fusion.presets import PRESETS, preset
from groundsmith.index.voices import DENSE, HORN, LEXICAL, POPULAR, SIMRANK, Query, Voice


class Says:
    """A voice that always says the same, or raises it."""

    def __init__(self, name: str, answer: Sequence[float] | Exception | None) -> None:
        self.name = name
        self._answer = answer

    def scores(self, query: Query) -> NDArray[np.float64] | None:
        if isinstance(self._answer, Exception):
            raise self._answer
        return None if self._answer is None else np.array(self._answer)


class Hangs:
    """A voice that answers once it is let go."""

    def __init__(self, name: str, let_go: threading.Event) -> None:
        self.name = name
        self.asked_count = 0
        self._let_go = let_go

    def scores(self, query: Query) -> NDArray[np.float64] | None:
        self.asked_count += 1
        self._let_go.wait()
        return np.zeros(3)


@pytest.fixture
def let_go() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def fused(*voices: Voice, name: str = "default", deadline_s: float | None = None) -> Fusion:
    return Fusion(voices, np.ones(3, dtype=np.bool_), preset=preset(name), deadline_s=deadline_s)


ASKED = Query(text="anything")
ROWS = st.lists(st.floats(-3, 3), min_size=6, max_size=6)


@pytest.mark.parametrize("name", PRESETS)
@given(words=ROWS, meaning=ROWS, near=ROWS, named=ROWS)
def test_what_the_voices_bring_adds_up_to_the_score(
    name: str, words: list[float], meaning: list[float], near: list[float], named: list[float]
) -> None:
    voices = [Says(LEXICAL, words), Says(DENSE, meaning), Says(SIMRANK, near), Says(HORN, named)]
    fusion = Fusion(voices, np.ones(6, dtype=np.bool_), preset=preset(name))

    ranking = fusion.rank(ASKED, 6)

    scores = [each.score for each in ranking.documents]
    assert all(abs(sum(each.components.values()) - each.score) < 1e-9 for each in ranking.documents)
    assert np.all(np.diff(scores) <= 1e-9)
    assert abs(sum(ranking.weights.values()) - 1) < 1e-9


@given(words=ROWS, meaning=ROWS, top_k=st.integers(1, 6))
def test_fewer_documents_are_the_first_of_more(
    words: list[float], meaning: list[float], top_k: int
) -> None:
    fusion = Fusion([Says(LEXICAL, words), Says(DENSE, meaning)], np.ones(6, dtype=np.bool_))

    few, all_of_them = fusion.rank(ASKED, top_k), fusion.rank(ASKED, 6)

    assert few.documents == all_of_them.documents[:top_k]


def test_a_voice_that_raises_is_dropped_and_the_others_weigh_the_more() -> None:
    fusion = fused(Says(LEXICAL, [0, 1, 2]), Says(DENSE, RuntimeError("no model")))

    ranking = fusion.rank(ASKED, 3)

    assert ranking.weights == {LEXICAL: 1.0}
    assert ranking.degraded == ("dense: no model",)
    assert [each.document for each in ranking.documents] == [2, 1]
    assert ranking.documents[0].score == 1


def test_a_voice_that_has_nothing_to_say_degrades_nothing() -> None:
    ranking = fused(Says(LEXICAL, [0, 1, 2]), Says(DENSE, None)).rank(ASKED, 3)

    assert ranking.degraded == ()
    assert ranking.silent == (DENSE,)
    assert ranking.weights == {LEXICAL: 1.0}


def test_a_voice_that_is_late_is_dropped(let_go: threading.Event) -> None:
    fusion = fused(Says(LEXICAL, [0, 1, 2]), Hangs(DENSE, let_go), deadline_s=0.05)

    ranking = fusion.rank(ASKED, 3)

    assert ranking.degraded == ("dense: no answer within 0.05 s",)
    assert ranking.weights == {LEXICAL: 1.0}


def test_a_voice_that_hangs_is_not_asked_for_ever(let_go: threading.Event) -> None:
    hanging = Hangs(DENSE, let_go)
    fusion = fused(Says(LEXICAL, [0, 1, 2]), hanging, deadline_s=0.01)

    rankings = [fusion.rank(ASKED, 3) for _ in range(9)]

    assert hanging.asked_count == 4
    assert all(ranking.degraded for ranking in rankings)
    assert "not finished" in rankings[-1].degraded[0]


@pytest.mark.parametrize("answer", [[1.0, float("nan"), 0.0], [1.0, float("inf"), 0.0], [1.0, 2.0]])
def test_scores_that_are_none_are_not_believed(answer: list[float]) -> None:
    ranking = fused(Says(LEXICAL, [0, 1, 2]), Says(DENSE, answer)).rank(ASKED, 3)

    assert [each.voice for each in ranking.dropped] == [DENSE]
    assert [each.document for each in ranking.documents] == [2, 1]


def test_the_rate_of_fallbacks_is_unknown_before_the_first_ranking_and_counted_after() -> None:
    class Flickers(Says):
        def scores(self, query: Query) -> NDArray[np.float64] | None:
            if query.text == "fails":
                raise RuntimeError(query.text)
            return super().scores(query)

    fusion = fused(Says(LEXICAL, [0, 1, 2]), Flickers(DENSE, [0, 1, 2]))
    before = fusion.fallback_rate

    for text in ("fails", "goes", "goes", "goes"):
        fusion.rank(Query(text=text), 3)

    assert before is None
    assert fusion.fallback_rate == 0.25


def test_lexical_takes_the_part_of_an_embedding_that_is_not_there() -> None:
    voices = [Says(SIMRANK, [1, 0, 0]), Says(HORN, [0, 1, 0]), Says(LEXICAL, [0, 0, 1])]

    ranking = fused(*voices, name="heritage").rank(ASKED, 3)

    assert ranking.weights == pytest.approx({SIMRANK: 0.4, HORN: 0.3, LEXICAL: 0.3})
    assert ranking.degraded == ()


def test_lexical_is_not_heard_where_there_is_an_embedding() -> None:
    voices = [Says(SIMRANK, [1, 0, 0]), Says(DENSE, [0, 1, 0]), Says(LEXICAL, [0, 0, 1])]

    ranking = fused(*voices, name="heritage").rank(ASKED, 3)

    assert ranking.weights == pytest.approx({SIMRANK: 4 / 7, DENSE: 3 / 7})


@pytest.mark.parametrize("gone", range(5))
def test_the_next_of_the_fallback_order_answers_for_those_that_fail(gone: int) -> None:
    order = (SIMRANK, HORN, DENSE, LEXICAL, POPULAR)
    answers = [RuntimeError("gone")] * gone + [[0.0, 2.0, 1.0]] * (5 - gone)
    voices = [Says(name, answer) for name, answer in zip(order, answers, strict=True)]

    ranking = fused(*voices, name="simrank").rank(ASKED, 3)

    assert [each.document for each in ranking.documents] == [1, 2]
    assert ranking.fallback == (order[gone] if gone else None)
    assert bool(ranking.degraded) == bool(gone)


def test_a_query_that_nobody_knows_of_gets_what_is_popular_and_says_so() -> None:
    voices = [Says(LEXICAL, None), Says(DENSE, None), Says(POPULAR, [0, 0, 5])]

    ranking = fused(*voices).rank(ASKED, 3)

    assert [each.document for each in ranking.documents] == [2]
    assert "popular" in ranking.degraded[0]


def test_where_every_voice_fails_the_error_names_each() -> None:
    fusion = fused(Says(LEXICAL, RuntimeError("disk")), Says(DENSE, RuntimeError("model")))

    with pytest.raises(AllStrategiesFailed, match=r"model.*disk"):
        fusion.rank(ASKED, 3)


def test_where_all_are_silent_nothing_is_found() -> None:
    assert fused(Says(LEXICAL, None)).rank(ASKED, 3).documents == ()


def test_the_document_that_others_shall_be_like_is_no_answer_and_sets_no_scale() -> None:
    ranking = fused(Says(LEXICAL, [9, 1, 2])).rank(Query(like=0), 3)

    assert [each.document for each in ranking.documents] == [2, 1]
    assert ranking.documents[0].score == 1


def test_a_filter_leaves_documents_out_and_changes_no_score() -> None:
    fusion = fused(Says(LEXICAL, [0, 1, 2]))

    kept = fusion.rank(ASKED, 3, np.array([True, True, False]))

    assert [each.document for each in kept.documents] == [1]
    assert kept.documents == fusion.rank(ASKED, 3).documents[1:]


def test_a_deleted_document_is_not_found() -> None:
    fusion = Fusion([Says(LEXICAL, [0, 1, 2])], np.array([True, True, False]))

    assert [each.document for each in fusion.rank(ASKED, 3).documents] == [1]


def test_words_count_for_less_where_the_texts_are_code() -> None:
    prose, code = preset("default", "english").weights, preset("default", "code").weights

    assert code[LEXICAL] < prose[LEXICAL] == prose[DENSE] < code[DENSE]


def test_an_unknown_method_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(RequestError, match=r"'best'.*heritage"):
        preset("best")

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.features import FEATURES, OPPOSING, SUPPORTING, measure
from groundsmith.verify.weighing import FINDINGS, Curve, Weighing, weighings

MISSING = Finding(stage="names", code="name-not-in-source", message="", advice="")
CONTRADICTION = Finding(stage="numbers", code="number-differs", message="", advice="")


def values(**changed: float) -> dict[str, float]:
    return dict.fromkeys(FEATURES, 0.5) | changed


def test_a_curve_is_made_of_straight_pieces() -> None:
    curve = Curve(slope=2.0, knots=(1.0,), bends=(-1.5,))

    assert [curve.at(value) for value in (0.0, 0.5, 1.0, 3.0)] == [0.0, 1.0, 2.0, 3.0]


def test_the_chance_is_the_logistic_of_the_sum() -> None:
    way = Weighing(
        intercept=1.0,
        curves={"coverage": Curve(slope=2.0), FINDINGS: Curve(slope=-1.0)},
        findings={"name-not-in-source": -0.5},
        contradicted={"number-differs": 0.25},
    )
    clean = 1 / (1 + math.exp(-2.0))

    assert way.chance({"coverage": 0.5}, []) == pytest.approx(clean)
    assert way.chance({"coverage": 0.5}, [CONTRADICTION]) == pytest.approx(0.25 * clean)
    assert way.chance({"coverage": 0.5}, [MISSING]) == pytest.approx(
        1 / (1 + math.exp(-(2.0 - math.log(2) - 0.5)))
    )


@pytest.mark.parametrize("way", weighings(), ids=("weighed", "language_free"))
class TestShippedNumbers:
    @pytest.mark.parametrize("name", SUPPORTING)
    @given(low=st.floats(0, 1), more=st.floats(0, 1))
    def test_more_of_what_supports_is_never_less_support(
        self, way: Weighing, name: str, low: float, more: float
    ) -> None:
        less = way.chance(values(**{name: low}), [])

        assert way.chance(values(**{name: low + more}), []) >= less - 1e-12

    @pytest.mark.parametrize("name", OPPOSING)
    @given(low=st.floats(0, 5), more=st.floats(0, 5))
    def test_more_of_what_opposes_is_never_more_support(
        self, way: Weighing, name: str, low: float, more: float
    ) -> None:
        less = way.chance(values(**{name: low}), [])

        assert way.chance(values(**{name: low + more}), []) <= less + 1e-12

    def test_a_finding_never_raises_the_chance(self, way: Weighing) -> None:
        clean = way.chance(values(), [])

        assert way.chance(values(), [MISSING]) <= clean
        assert way.chance(values(), [CONTRADICTION]) < clean

    def test_it_knows_every_curve_by_a_feature_that_is_measured(self, way: Weighing) -> None:
        assert set(way.curves) <= {*FEATURES, FINDINGS}


def measured(text: str, source: str) -> dict[str, float]:
    shown = [Evidence(input=0, start=0, stop=len(source), text=source)]
    claim = Claim(text=text, start=0, stop=len(text))
    return dict(measure(claim, shown, shown).values)


def test_every_feature_has_a_value() -> None:
    assert set(measured("The fee is due.", "The fee is due in May.")) == set(FEATURES)


def test_a_claim_in_the_words_and_order_of_its_source_is_covered_in_every_way() -> None:
    found = measured("The hostel fee is due.", "Yes: the hostel fee is due. No.")

    assert {found[name] for name in SUPPORTING} == {1.0}
    assert {found[name] for name in OPPOSING} == {0.0}


def test_words_in_another_order_are_covered_but_not_ordered() -> None:
    found = measured("Paris loves Rome deeply.", "Rome deeply loves Paris.")

    assert found["coverage"] == 1.0
    assert found["order"] < 1.0
    assert found["threes_of_words"] < 1.0


def test_facts_of_two_sentences_do_not_stand_together() -> None:
    apart = measured("Whales eat apples.", "Whales swim. Horses eat apples.")
    near = measured("Horses eat apples.", "Whales swim. Horses eat apples.")

    assert apart["together"] < near["together"]
    assert apart["one_sentence"] < near["one_sentence"]


def test_words_that_point_at_the_source_are_no_news() -> None:
    plain = measured("The fee is due.", "The fee is due in May.")
    pointing = measured("According to the passage, the fee is due.", "The fee is due in May.")

    assert pointing["novel"] == plain["novel"] == 0.0

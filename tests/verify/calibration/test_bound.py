"""The bound: what makes it stricter, what makes no difference, and what it never forgives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.verify.calibration.bound import p_values
from groundsmith.verify.calibration.labels import GRID, Counts, Label, labels_sha256

LOOSEST = len(GRID) - 1

labels = st.lists(
    st.builds(
        Label,
        score=st.integers(0, 100).map(lambda n: n / 100),
        supported=st.booleans(),
        source=st.sampled_from("abcdef"),
        weight=st.sampled_from([0.5, 1.0, 2.0]),
    ),
    min_size=1,
    max_size=40,
)
alphas = st.sampled_from([0.01, 0.05, 0.1, 0.3])


def sources(count: int, *, claims: int = 1, wrong: int = 0) -> Counts:
    """So many sources of so many claims each; `wrong` claims, spread one a source."""
    return Counts.of(
        Label(score=0.5, supported=not (place == 0 and number < wrong), source=str(number))
        for number in range(count)
        for place in range(claims)
    )


@given(labels, alphas, st.randoms())
def test_the_order_of_labels_makes_no_difference(
    given_labels: list[Label], alpha: float, chance: "st.DrawFn"
) -> None:
    shuffled = list(given_labels)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types it as a strategy's

    one, other = (p_values(Counts.of(some), alpha) for some in (given_labels, shuffled))

    assert one.tolist() == other.tolist()
    assert labels_sha256(given_labels) == labels_sha256(shuffled)


@given(labels)
def test_a_stricter_promise_is_never_easier_to_believe(given_labels: list[Label]) -> None:
    counts = Counts.of(given_labels)

    strict, loose = p_values(counts, 0.05), p_values(counts, 0.2)

    assert (strict >= loose - 1e-12).all()


@given(st.integers(2, 200), st.integers(1, 30), st.data())
def test_one_more_unsupported_claim_never_helps(
    count: int, claims: int, data: st.DataObject
) -> None:
    wrong = data.draw(st.integers(0, count - 1))

    fewer = p_values(sources(count, claims=claims, wrong=wrong), 0.1)[LOOSEST]
    more = p_values(sources(count, claims=claims, wrong=wrong + 1), 0.1)[LOOSEST]

    assert more >= fewer - 1e-12


@given(labels, alphas)
def test_weighing_all_claims_alike_is_not_weighing_them(
    given_labels: list[Label], alpha: float
) -> None:
    heavier = [
        Label(score=x.score, supported=x.supported, source=x.source, weight=3 * x.weight)
        for x in given_labels
    ]

    light, heavy = (p_values(Counts.of(some), alpha) for some in (given_labels, heavier))

    assert heavy == pytest.approx(light, abs=1e-9)


def test_more_claims_of_the_same_faultless_sources_prove_nothing_more() -> None:
    few, many = sources(30, claims=1), sources(30, claims=50)

    assert p_values(many, 0.05)[LOOSEST] == pytest.approx(p_values(few, 0.05)[LOOSEST])


def test_faults_that_share_sources_count_for_more_than_faults_that_are_spread() -> None:
    spread = sources(100, claims=20, wrong=60)
    together = Counts.of(
        Label(score=0.5, supported=number >= 3, source=str(number))
        for number in range(100)
        for _ in range(20)
    )

    assert together.unsupported.sum(0)[LOOSEST] == spread.unsupported.sum(0)[LOOSEST]
    assert p_values(together, 0.05)[LOOSEST] > p_values(spread, 0.05)[LOOSEST]


def test_nothing_accepted_and_nothing_labelled_prove_nothing() -> None:
    assert p_values(sources(50), 0.1)[0] == 1.0
    assert (p_values(Counts.of([]), 0.1) == 1.0).all()


@pytest.mark.parametrize("claims", [1, 10])
@pytest.mark.parametrize("count", [40, 100, 300])
def test_sources_that_are_wrong_altogether_or_not_at_all_seldom_deceive_it(
    count: int, claims: int
) -> None:
    """At the true share of 5 % a test at 10 % may pass in a tenth of the draws."""
    draw = np.random.default_rng(count)
    accepted = np.full((count, 2000), float(claims))
    unsupported = accepted * (draw.random((count, 2000)) < 0.05)

    passed = p_values(Counts(accepted=accepted, unsupported=unsupported), 0.05) <= 0.1

    assert passed.mean() <= 0.1


@pytest.mark.parametrize("base", [0.025, 0.04])
def test_rare_sources_that_are_wrong_altogether_seldom_deceive_it(base: float) -> None:
    """Every source has some faults, and one in many is nothing but faults: 5 % in all."""
    draw = np.random.default_rng(1)
    accepted = np.full((100, 2000), 20.0)
    broken = draw.random((100, 2000)) < (0.05 - base) / (1 - base)
    unsupported = np.where(broken, 20.0, draw.binomial(20, base, (100, 2000)))

    passed = p_values(Counts(accepted=accepted, unsupported=unsupported), 0.05) <= 0.1

    assert passed.mean() <= 0.1

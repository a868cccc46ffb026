import pytest

from groundsmith.index.evaluate.alignment import Years, spatial_alignment, temporal_alignment

MUGHAL = Years(start=1526, stop=1757)


def test_a_reign_within_the_period_is_wholly_of_its_time() -> None:
    assert temporal_alignment(MUGHAL, [Years(start=1628, stop=1658)]) == 1


def test_what_lies_outside_the_period_is_not_of_its_time() -> None:
    assert temporal_alignment(MUGHAL, [Years(start=-320, stop=-185)]) == 0


def test_what_begins_half_way_overlaps_by_half() -> None:
    half = temporal_alignment(Years(start=1, stop=100), [Years(start=51, stop=150)])

    assert half == pytest.approx(0.5)


def test_undated_documents_are_left_out() -> None:
    assert temporal_alignment(MUGHAL, [None, Years(start=1600, stop=1601)]) == 1
    assert temporal_alignment(MUGHAL, [None]) is None
    assert temporal_alignment(None, [MUGHAL]) is None


def test_years_that_run_backwards_are_refused() -> None:
    with pytest.raises(ValueError, match="no years"):
        Years(start=2, stop=1)


def test_a_place_in_common_is_enough_whatever_its_case() -> None:
    found = [["Agra", "Makrana"], ["Lahore"], []]

    assert spatial_alignment(["agra"], found) == 0.5


def test_without_places_nothing_is_said_of_them() -> None:
    assert spatial_alignment(["Agra"], [[]]) is None
    assert spatial_alignment([], [["Agra"]]) is None

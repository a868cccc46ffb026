"""The figures of a dataset add up, and each tip carries its own."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import pytest

from groundsmith.recipes.qa.diversity import DistinctNgrams
from groundsmith.recipes.qa.report import DatasetReport, balance
from groundsmith.records import Json, Judgement, Record


class Desk(Protocol):
    def put(self, question: str, answer: str = ..., **more: object) -> object: ...

    def records(self) -> list[Record]: ...


Scores = Callable[..., Judgement]


def figures(records: Iterable[Record], planned: Iterable[str] | None = None) -> dict[str, Json]:
    report = DatasetReport(planned)
    for record in records:
        report.add(record)
    return report.as_dict()


@pytest.fixture
def filled(desk: Desk, scores: Scores) -> Any:
    desk.put("What is the application fee at Sharda University?", item="a#/1")
    desk.put("Who leads the visa office?", "Professor Meera Rao", item="a#/1")
    desk.put("What is told of the hostel?", item="c#/1", judgement=scores(question=0.1))
    desk.put("What is the application fee at Sharda University?", item="d#/1")
    return desk


def test_each_chunk_is_counted_once_with_its_reason(filled: Desk) -> None:
    planned = ["0#/1", "a#/1", "b#/1", "c#/1", "d#/1", "e#/1"]

    coverage = figures(filled.records(), planned)["coverage"]

    assert coverage["chunks"] == len(planned)
    assert (coverage["with_pairs"], coverage["without_draft"]) == (1, 3)
    assert coverage["all_rejected_by"] == {"question": 1, "duplicate": 1}
    assert coverage["examples"] == [
        {"item": "0#/1", "why": "no pair was written"},
        {"item": "b#/1", "why": "no pair was written"},
        {"item": "c#/1", "why": "all rejected by question"},
        {"item": "d#/1", "why": "all rejected by duplicate"},
        {"item": "e#/1", "why": "no pair was written"},
    ]


def test_without_a_plan_nothing_is_said_of_chunks_without_drafts(filled: Desk) -> None:
    coverage = figures(filled.records())["coverage"]

    assert (coverage["chunks"], coverage["without_draft"]) == (None, None)


def test_accepted_and_rejected_add_up_to_the_drafts(filled: Desk) -> None:
    found = figures(filled.records())

    assert found["pairs"] == {"drafts": 4, "accepted": 2, "rejected": 2, "pass_rate": 0.5}
    assert sum(found["tiers"].values()) == 4
    assert sum(found["kinds"].values()) == 2
    assert sum(found["rejected_by"].values()) == 2


def test_lengths_are_those_of_the_accepted_pairs(filled: Desk) -> None:
    answers = figures(filled.records())["lengths"]["answer"]

    assert (answers["min"], answers["max"]) == (len("₹1,500"), len("Professor Meera Rao"))


def test_no_record_gives_no_figure_that_looks_measured() -> None:
    found = figures([], [])

    assert found["pairs"]["pass_rate"] is None
    assert found["coverage"]["with_pairs_share"] is None
    assert found["diversity"] == {"distinct_1": None, "distinct_2": None}
    assert found["lengths"]["answer"]["median"] is None
    assert found["tips"] == []


def test_the_weakest_records_come_first_and_are_few(desk: Desk, scores: Scores) -> None:
    for number in range(30):
        desk.put(
            f"What is the application fee of form {number}?",
            item=f"{number}#/1",
            text=f"The application fee of form {number} is ₹1,500.",
            judgement=scores(answer=0.5 + (number * 7 % 30) / 100),
        )

    worst = figures(desk.records())["worst"]

    shown = [record["overall"] for record in worst]
    assert len(shown) == 10
    assert shown == sorted(shown)
    assert shown[0] == min(record.assessment.overall or 0 for record in desk.records())


def test_every_tip_has_its_figure(filled: Desk) -> None:
    tips = figures(filled.records(), ["a#/1", "b#/1", "c#/1", "d#/1"])["tips"]

    assert {tip["figure"] for tip in tips} >= {
        "1 of 4 chunks gave no draft (25 %)",
        "1 of 4 drafts: duplicate (25 %)",
        "4 of 4 drafts were not checked by it (100 %)",
    }
    assert all(tip["text"] for tip in tips)


def test_balance_is_one_for_equal_shares_and_unknown_for_a_single_kind() -> None:
    assert balance({"a": 5, "b": 5}) == 1.0
    assert balance({"a": 99, "b": 1}) == pytest.approx(0.0808, abs=1e-3)
    assert balance({"a": 5}) is None


def test_distinct_ngrams_are_estimated_within_a_per_cent() -> None:
    singles, pairs = DistinctNgrams(1), DistinctNgrams(2)
    for number in range(20_000):
        singles.add(f"word{number} again")
        pairs.add("the same two")

    assert singles.ratio == pytest.approx(20_001 / 40_000, rel=0.01)
    assert pairs.ratio == pytest.approx(2 / 40_000, abs=1e-4)

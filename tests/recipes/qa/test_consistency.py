"""Records that answer the same question differently name each other, whoever came first."""

from collections.abc import Callable, Sequence
from typing import Protocol

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundsmith.recipes.qa.consistency import CONTRADICTED, CONTRADICTS, DIFFERS
from groundsmith.records import Confidence, Judged, Judgement, Record

FEE = "What is the application fee of Sharda University?"
OLD = "Sharda University. The application fee is 1,500 dollars in all cases."
NEW = "Sharda University. The application fee is 1,900 dollars in all cases."


class Desk(Protocol):
    judged: list[Judged]

    def put(
        self,
        question: str,
        answer: str = ...,
        *,
        text: str = ...,
        kind: str = ...,
        judgement: Judgement | None = ...,
    ) -> Judged: ...

    def records(
        self, settings: None = ..., judged: Sequence[Judged] | None = ...
    ) -> list[Record]: ...


def consistency(record: Record) -> dict[str, str]:
    """Codes and messages of what stands on a record about others."""
    found = record.assessment.findings
    return {each.code: each.message for each in found if each.stage == "consistency"}


def test_answers_that_cannot_both_be_true_stand_on_both_and_the_later_is_rejected(
    desk: Desk,
) -> None:
    desk.put(FEE, "1,500 dollars", text=OLD)
    desk.put(FEE.upper(), "1,900 dollars", text=NEW)

    first, second = desk.records()

    assert first.accepted
    assert not second.accepted
    assert second.id in consistency(first)[CONTRADICTED]
    assert first.id in consistency(second)[CONTRADICTS]
    assert "“1,500 dollars”" in consistency(second)[CONTRADICTS]
    assert first.assessment.confidence is not Confidence.HIGH


def test_the_same_answer_again_is_a_mere_duplicate(desk: Desk) -> None:
    desk.put(FEE, "1,500 dollars", text=OLD)
    desk.put(FEE, "1,500 dollars", text=OLD)

    first, second = desk.records()

    assert consistency(first) == consistency(second) == {}
    assert [each.code for each in second.assessment.findings] == ["duplicate"]


def test_a_nearly_equal_question_is_no_proof_of_a_contradiction(desk: Desk) -> None:
    desk.put(
        "What is the usual yearly application fee of Sharda University in Noida?",
        "1,500 dollars",
        text=OLD,
    )
    desk.put(
        "What is the usual yearly application fee of the Sharda University Noida?",
        "1,900 dollars",
        text=NEW,
    )

    first, second = desk.records()

    assert set(consistency(first)) == set(consistency(second)) == {DIFFERS}


def test_a_rejected_pair_disputes_nobody(desk: Desk, scores: Callable[..., Judgement]) -> None:
    desk.put(FEE, "1,500 dollars", text=OLD)
    desk.put(FEE, "1,900 dollars", text=NEW, judgement=scores(answer=0.0))

    first, second = desk.records()

    assert consistency(first) == consistency(second) == {}
    assert not second.accepted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(amounts=st.lists(st.integers(1, 3), min_size=1, max_size=5))
def test_disputes_depend_on_the_order_of_the_plan_alone(
    new_desk: Callable[[], Desk], amounts: list[int]
) -> None:
    desk = new_desk()
    for amount in amounts:
        text = f"Sharda University. The application fee is {amount} dollars in all cases."
        desk.put(FEE, f"{amount} dollars", text=text)

    records, again = desk.records(), desk.records()

    others = [
        record for record, amount in zip(records, amounts, strict=True) if amount != amounts[0]
    ]
    assert records == again
    assert [record.accepted for record in records] == [True] + [False] * (len(amounts) - 1)
    assert all(records[0].id in consistency(record)[CONTRADICTS] for record in others)
    assert set(consistency(records[0])) == ({CONTRADICTED} if others else set())
    assert not others or others[0].id in consistency(records[0])[CONTRADICTED]

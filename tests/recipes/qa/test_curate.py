"""What curation makes of judged pairs, whoever finished first."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Judged, Judgement, Record, Tier

UNTIMED = settings(deadline=None)  # the first example loads the word tables


class Desk(Protocol):
    judged: list[Judged]

    def put(self, question: str, answer: str = ..., **more: object) -> Judged: ...

    def records(
        self, settings: QaSettings | None = ..., judged: Sequence[Judged] | None = ...
    ) -> list[Record]: ...

    def stream(self, drafts: Iterable[Judged]) -> Iterator[Record]: ...


def stages_of(record: Record) -> list[str]:
    return [f"{finding.stage}: {finding.code}" for finding in record.assessment.findings]


FEE = "What is the application fee at Sharda University?"


def test_a_good_pair_is_accepted_with_its_round_trip(desk: Desk) -> None:
    desk.put(FEE)

    (record,) = desk.records()

    assert record.accepted
    assert record.assessment.tier is Tier.PREMIUM
    assert record.assessment.stages["round_trip"] == 1.0
    assert record.assessment.unchecked == {"relevancy": "did not run"}


def test_a_citation_points_into_the_document_as_it_lies_now(desk: Desk) -> None:
    judged = desk.put(FEE, start=4000)

    (record,) = desk.records()

    (cited,) = record.citations
    offset = judged.draft.citations[0].start
    assert (cited.start, cited.stop) == (4000 + offset, 4000 + offset + len("₹1,500"))
    assert cited.quote == "₹1,500"
    assert cited.sha256 == "a" * 64
    chunk = judged.inputs[0].chunk
    assert record.content["context"] == {"start": chunk.start, "stop": chunk.stop}


def test_a_record_is_named_by_its_draft_and_says_what_made_it(desk: Desk) -> None:
    judged = desk.put(FEE)

    (record,) = desk.records()

    assert (record.id, record.item, record.recipe) == (judged.id, judged.item, "qa")
    assert record.made_by.writer == judged.draft.writer
    assert record.made_by.settings_sha256 == "5" * 64


def test_a_question_that_does_not_bring_its_passage_back_is_rejected(desk: Desk) -> None:
    for number in range(6):
        desk.put(f"What is known of parcel {number}?", text=f"parcel parcel parcel {number}")
    desk.put("What is known of the parcel?", text="a parcel lies among many other quiet words")

    last = desk.records()[-1]

    assert not last.accepted
    assert stages_of(last) == ["round_trip: not-found-again"]
    assert last.assessment.stages["round_trip"] == 0.0


def test_identical_passages_are_all_found_again(desk: Desk) -> None:
    for number in range(8):
        desk.put(f"What is the fee of form {number}?", text="The fee is ₹1,500 for each form.")

    assert all(record.accepted for record in desk.records())


def test_the_first_of_two_equal_questions_wins(desk: Desk) -> None:
    first = desk.put(FEE, item="a.txt#/1")
    desk.put(FEE.lower().replace("?", " ?"), item="b.txt#/1")

    kept, repeated = desk.records()

    assert kept.accepted
    assert stages_of(repeated) == ["duplicate: duplicate"]
    assert first.id in repeated.assessment.findings[0].message


def test_a_rejected_pair_keeps_no_good_one_out(
    desk: Desk, scores: Callable[..., Judgement]
) -> None:
    desk.put(FEE, item="a.txt#/1", judgement=scores(answer=0.1))
    desk.put(FEE, item="b.txt#/1")

    bad, good = desk.records()

    assert stages_of(bad) == ["answer: below-minimum"]
    assert good.accepted


def test_pairs_with_one_answer_are_kept_unless_a_limit_is_set(desk: Desk) -> None:
    desk.put("What is the application fee at Sharda University?", item="a.txt#/1")
    desk.put("Which amount is paid once at Sharda University?", item="a.txt#/1")

    free = desk.records()
    limited = desk.records(QaSettings(max_per_answer=1))

    assert [record.accepted for record in free] == [True, True]
    assert stages_of(limited[1]) == ["duplicate: answer-repeated"]


def test_a_rejected_record_keeps_what_judging_found(
    desk: Desk, scores: Callable[..., Judgement]
) -> None:
    desk.put("What is the planet?", text="nothing of the kind", judgement=scores(question=0.4))

    (record,) = desk.records()

    assert stages_of(record) == ["question: below-minimum", "round_trip: not-found-again"]
    assert record.assessment.tier is Tier.REJECTED


def test_a_changed_threshold_changes_the_tier_and_nothing_else(desk: Desk) -> None:
    desk.put(FEE)

    (kept,) = desk.records()
    (refused,) = desk.records(QaSettings(min_overall=0.99))

    assert kept.accepted
    assert not refused.accepted
    assert refused.content == kept.content
    assert refused.assessment.stages == kept.assessment.stages


SUBJECTS = ["fee", "hostel", "visa office", "letter"]
pairs = st.lists(
    st.tuples(st.sampled_from(SUBJECTS), st.integers(0, 3), st.sampled_from([1.0, 0.4])),
    max_size=12,
)


@UNTIMED
@given(asked=pairs, seed=st.integers())
def test_curation_does_not_depend_on_the_order_of_judging(
    new_desk: Callable[[], Desk],
    scores: Callable[..., Judgement],
    asked: list[tuple[str, int, float]],
    seed: int,
) -> None:
    desk = _filled(new_desk(), scores, asked)
    finished = list(desk.judged)
    random.Random(seed).shuffle(finished)
    stored = {judged.id: judged for judged in finished}

    in_plan_order = [stored[judged.id] for judged in desk.judged]

    assert desk.records(judged=in_plan_order) == desk.records()


@UNTIMED
@given(asked=pairs)
def test_curating_what_was_accepted_accepts_all_of_it(
    new_desk: Callable[[], Desk],
    scores: Callable[..., Judgement],
    asked: list[tuple[str, int, float]],
) -> None:
    desk = _filled(new_desk(), scores, asked)
    accepted = {record.id for record in desk.records() if record.accepted}

    again = desk.records(judged=[judged for judged in desk.judged if judged.id in accepted])

    assert {record.id for record in again if record.accepted} == accepted


@UNTIMED
@given(asked=pairs)
def test_every_draft_becomes_one_record_in_its_place(
    new_desk: Callable[[], Desk],
    scores: Callable[..., Judgement],
    asked: list[tuple[str, int, float]],
) -> None:
    desk = _filled(new_desk(), scores, asked)

    records = desk.records()

    assert [record.id for record in records] == [judged.id for judged in desk.judged]
    assert all(record.assessment.findings for record in records if not record.accepted)


def test_records_come_one_by_one_once_all_drafts_were_looked_at(desk: Desk) -> None:
    desk.put(FEE)
    taken: list[str] = []

    class Drafts:
        def __iter__(self) -> Iterator[Judged]:
            for number in range(3):
                taken.append(str(number))
                yield replace(desk.judged[0], id=str(number))

    first = next(iter(desk.stream(Drafts())))

    assert first.id == "0"
    assert taken == ["0", "1", "2", "0"]


def _filled(
    desk: Desk, scores: Callable[..., Judgement], asked: list[tuple[str, int, float]]
) -> Desk:
    for subject, number, quality in asked:
        desk.put(
            f"What is told of the {subject} in case {number}?",
            item=f"{subject}.txt#/1",
            text=f"Told of the {subject}: ₹1,500 in case 0, 1, 2 and 3.",
            judgement=scores(answer=quality),
        )
    return desk

"""What the stages' scores mean, and where a stage says that it did not run."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundsmith.recipes.qa.checks import (
    CHECKS,
    STAGES,
    answer,
    extractive,
    form,
    judgement,
    question,
)
from groundsmith.recipes.qa.checks.pair import CheckedPair

UNTIMED = settings(deadline=None)  # the first example loads the word tables

MakePair = Callable[..., CheckedPair]

FOUNDED = "When was Sharda University founded?"
RULE = "Students must attend at least 75% of all classes"


def test_six_stages_are_run_in_the_order_they_are_shown_in(pair: MakePair) -> None:
    judged = judgement(pair(FOUNDED, "2009"))

    assert list(judged.stages) == list(STAGES)
    assert list(STAGES) == [
        "format",
        "extractive",
        "hallucination",
        "relevancy",
        "question",
        "answer",
    ]


def test_relevancy_is_unchecked_and_says_what_it_needs(pair: MakePair) -> None:
    stage = judgement(pair(FOUNDED, "2009")).stages["relevancy"]

    assert (stage.score, stage.why) == (None, "no embedding model is chosen: checks.dense")


@pytest.mark.parametrize(
    ("words", "score"),
    [
        (RULE, 1.0),
        ("Students  must attend\nat least 75% of all classes", 1.0),
        ("students attend 75% classes", 0.7 * 3 / 4),
        ("Students must attend at least 75% of all lectures", 0.7 * 8 / 9 + 0.3 * 7 / 8),
        ("zebras quietly juggle", 0.0),
    ],
)
def test_the_extractive_score_counts_words_and_bigrams_of_the_best_window(
    pair: MakePair, words: str, score: float
) -> None:
    measured, _ = extractive.check(pair("What must students attend?", words))

    assert measured.score == pytest.approx(score, abs=1e-4)


def test_quotes_and_spaces_are_folded_for_a_model_and_not_for_a_writer_that_copies(
    pair: MakePair,
) -> None:
    source = "The dean said “no refunds”  in May."
    retold = 'said "no refunds" in May'

    by_model, _ = extractive.check(pair("What did the dean say?", retold, source))
    by_copyist, found = extractive.check(
        pair("What did the dean say?", retold, source, writer="extractive")
    )

    assert by_model.score == 1.0
    assert by_copyist.score == 0.0
    assert [finding.code for finding in found] == ["not-cited"]


def test_an_answer_that_cuts_through_a_word_is_no_span_of_the_source(pair: MakePair) -> None:
    measured, _ = extractive.check(pair("Which kind?", "niversity was found"))

    assert measured.score is not None
    assert measured.score < 1.0


def test_an_unsupported_claim_is_found_with_its_span(pair: MakePair) -> None:
    told = "The fee is paid once. Students get a free laptop from the dean."

    judged = judgement(pair("What is paid at Sharda University?", told))

    found = next(f for f in judged.findings if f.stage == "hallucination")
    assert found.code == "claim-not-supported"
    assert found.span is not None
    assert found.span.of(told) == "Students get a free laptop from the dean."


def test_a_replaced_number_refutes_the_answer(pair: MakePair) -> None:
    judged = judgement(pair("What must students attend?", RULE.replace("75", "85")))

    assert "claim-refuted" in [finding.code for finding in judged.findings]


def test_a_hedge_of_the_sources_own_costs_nothing(pair: MakePair) -> None:
    told = "The visa office may ask for the original letter."

    judged = judgement(pair("What may the visa office of Sharda University ask for?", told))

    assert judged.stages["hallucination"].score == 1.0


@pytest.mark.parametrize(
    ("asked", "language", "codes"),
    [
        ("Kapan Universitas Sharda didirikan?", "id", []),
        ("Apa itu UGC?", "id", []),
        ("Darimanakah jeruk berasal?", "id", []),
        ("Jelaskan proses pendaftaran di Sharda.", "id", []),
        ("Universitas Sharda didirikan tahun 2009?", "id", ["no-question"]),
        ("When was Sharda founded?", "id", ["no-question"]),
        ("¿Cuándo se fundó la universidad?", "und", []),
        ("¿Cuándo se fundó la universidad", "und", ["no-question-mark"]),
        ("大学はいつ設立されましたか、教えてください？", "und", []),
        ("List the rooms of the hostel.", "en", []),
        ("Founded in 2009, is Sharda old?", "en", []),
    ],
)
def test_a_question_has_the_form_of_its_own_language(
    pair: MakePair, asked: str, language: str, codes: list[str]
) -> None:
    _, found = form.check(pair(asked, "2009", language=language))

    assert [finding.code for finding in found] == codes


def test_a_language_without_grammar_is_measured_in_part_and_says_so(pair: MakePair) -> None:
    asked = pair("¿Cuándo se fundó Sharda?", "2009", "Sharda se fundó en 2009.", language="und")

    gate, _ = form.check(asked)
    quality, _ = question.check(asked)

    assert gate.score == 1.0
    assert "no grammar for und" in gate.why
    assert (quality.score, quality.why) == (None, "no grammar for und")


@pytest.mark.parametrize(
    ("asked", "told", "code"),
    [
        ("Kapan biayanya dibayar?", "2009", "dangling-pronoun"),
        ("Berapa biaya dan kapan dibayar di Sharda?", "1.500", "two-questions"),
        ("Berapa biaya kuliah menurut dokumen ini?", "1.500", "points-elsewhere"),
        ("Kapan biaya dibayar di Sharda?", "sekali saja", "wrong-question-word"),
    ],
)
def test_indonesian_questions_have_their_own_faults(
    pair: MakePair, asked: str, told: str, code: str
) -> None:
    source = f"Di Sharda biayanya, biaya kuliah menurut aturan dibayar: {told}."

    _, found = question.check(pair(asked, told, source, language="id"))

    assert [finding.code for finding in found] == [code]


@pytest.mark.parametrize(
    "asked",
    [
        "How long does it take to reach Sharda University?",
        "Is it possible to visit Sharda University?",
        "What does Sharda University ask of its students?",
        "What do students owe if they leave the hostel?",
        "Which rights have those who live in the hostel?",
        "What is the IT office of Sharda University?",
        "Who pays for his hostel?",
    ],
)
def test_a_pronoun_with_something_to_stand_for_does_not_dangle(pair: MakePair, asked: str) -> None:
    _, found = question.check(pair(asked, "the original letter, two years ago"))

    assert "dangling-pronoun" not in [finding.code for finding in found]


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("the letter, the form and", False),
        ("the fee (paid once", False),
        (", which is paid once", False),
        ("The fee is paid once. The letter must be", False),
        ("Dr. A. P. J. Abdul Kalam Technical University", True),
        ("the fee (paid once)", True),
        ("The fee is paid once. The letter is original.", True),
        (".5 per cent", True),
    ],
)
def test_only_an_answer_that_breaks_off_is_cut_off(pair: MakePair, told: str, whole: bool) -> None:
    _, found = answer.check(pair("What is it about Sharda University?", told, f"So: {told} x."))

    assert ("cut-off" in [finding.code for finding in found]) is not whole


def test_a_refusal_is_no_answer_unless_the_source_says_it(pair: MakePair) -> None:
    told = "The amount is not specified."

    _, refused = answer.check(pair("What is the fee of Sharda University?", told))
    _, quoted = answer.check(pair("What is the fee of Sharda University?", told, f"A. {told}"))

    assert [finding.code for finding in refused] == ["no-answer"]
    assert quoted == []


def test_a_prompt_that_the_source_speaks_of_is_no_leak(pair: MakePair) -> None:
    told = "As an AI language model, it has no opinion"

    _, leaked = form.check(pair("What does the model say?", told))
    _, quoted = form.check(pair("What does the model say?", told, f"It says: {told}."))

    assert [finding.code for finding in leaked] == ["prompt-leakage"]
    assert quoted == []


@UNTIMED
@given(
    asked=st.text(max_size=300),
    told=st.text(max_size=300),
    source=st.text(min_size=1, max_size=300),
    language=st.sampled_from(["en", "id", "und"]),
    kind=st.sampled_from(["factual", "list", "quantitative", "temporal", "explanatory"]),
)
def test_no_text_makes_a_stage_fail_or_leave_its_range(
    pair: MakePair, asked: str, told: str, source: str, language: str, kind: str
) -> None:
    judged = judgement(pair(asked, told, source, language=language, kind=kind))

    assert all(s.score is None or 0 <= s.score <= 1 for s in judged.stages.values())
    assert all(s.why for s in judged.stages.values() if s.score is None)
    assert all(f.message and f.advice for f in judged.findings)


@UNTIMED
@given(
    source=st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200),
    bounds=st.tuples(st.integers(0, 200), st.integers(0, 200)),
)
def test_a_span_of_the_source_between_words_is_always_fully_extractive(
    pair: MakePair, source: str, bounds: tuple[int, int]
) -> None:
    spaced = f" {source} "
    start, stop = sorted(min(bound, len(spaced)) for bound in bounds)
    told = spaced[start:stop]
    if not told.strip() or spaced[start - 1 : start].strip() or spaced[stop : stop + 1].strip():
        return

    measured, _ = extractive.check(pair("What is it?", told, spaced, writer="extractive"))

    assert measured.score == 1.0


def test_every_stage_and_the_repair_have_a_version() -> None:
    assert [check.partition("@")[0] for check in CHECKS] == [*STAGES, "repair"]

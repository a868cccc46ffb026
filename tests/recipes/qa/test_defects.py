"""Each planted defect is found, and nothing else is."""

from collections.abc import Callable

import pytest

Codes = Callable[..., list[str]]

GOOD = [
    ("When was Sharda University founded?", "2009", "temporal"),
    ("How much is the application fee at Sharda University?", "₹1,500", "quantitative"),
    ("Who leads the visa office of Sharda University?", "Professor Meera Rao", "factual"),
    (
        "Why must students of Sharda University attend at least 75% of all classes?",
        "the regulator demands it",
        "explanatory",
    ),
    (
        "Which kinds of rooms does the hostel of Sharda University have?",
        "single rooms, double rooms and shared rooms",
        "list",
    ),
    ("In which city was Sharda University founded?", "Greater Noida", "factual"),
    (
        "If a student misses classes, what must be attended at least?",
        "75% of all classes",
        "factual",
    ),
]

DEFECTS = [
    ("format: question-too-short", "When so?", "2009", "temporal"),
    (
        "format: question-too-long",
        f"When was Sharda University {'Sharda University ' * 12}founded?",
        "2009",
        "temporal",
    ),
    (
        "format: answer-too-short",
        "What must be paid once at Sharda University?",
        "fee",
        "explanatory",
    ),
    ("format: unreadable", "When was Sharda\x07 University founded?", "2009", "temporal"),
    (
        "format: placeholder",
        "When was [insert name], Sharda University, founded?",
        "2009",
        "temporal",
    ),
    ("format: markup", "When was **Sharda** University founded?", "2009", "temporal"),
    ("format: prompt-leakage", "Question: when was Sharda University founded?", "2009", "temporal"),
    ("format: no-question", "The year Sharda University was founded in", "2009", "temporal"),
    ("format: no-question-mark", "When was Sharda University founded", "2009", "temporal"),
    ("question: two-questions", "When and why was Sharda University founded?", "2009", "temporal"),
    (
        "question: two-questions",
        "When was Sharda University founded? Is it in Noida?",
        "2009",
        "temporal",
    ),
    (
        "question: points-elsewhere",
        "What fee does this section of Sharda University name?",
        "₹1,500",
        "quantitative",
    ),
    ("question: points-elsewhere", "What fee is named in the document?", "₹1,500", "quantitative"),
    ("question: dangling-pronoun", "When was it founded in Greater Noida?", "2009", "temporal"),
    (
        "question: dangling-pronoun",
        "What do they demand at least of students?",
        "75% of all classes",
        "factual",
    ),
    ("question: dangling-pronoun", "Who leads its visa office?", "Professor Meera Rao", "factual"),
    ("question: too-general", "How much is the fee?", "₹1,500", "quantitative"),
    (
        "question: answer-in-question",
        "Was Sharda University founded in Greater Noida?",
        "Greater Noida",
        "factual",
    ),
    (
        "question: wrong-question-word",
        "When must students attend classes at Sharda University?",
        "because the regulator demands it",
        "explanatory",
    ),
    (
        "question: wrong-question-word",
        "How many rooms does the hostel of Sharda University have?",
        "original letter",
        "factual",
    ),
    ("question: wrong-question-word", "Who founded Sharda University?", "2009", "factual"),
    ("question: words-not-in-source", "When was Galgotias University founded?", "2009", "temporal"),
    (
        "question: words-not-in-source",
        "What is the application fee at Sharda University in 2031?",
        "₹1,500",
        "quantitative",
    ),
    (
        "answer: cut-off",
        "Which kinds of rooms does the hostel of Sharda University have?",
        "single rooms, double rooms and",
        "list",
    ),
    (
        "answer: unit-missing",
        "What is the application fee at Sharda University?",
        "1,500",
        "quantitative",
    ),
    (
        "answer: unit-missing",
        "What share of all classes must students of Sharda University attend?",
        "75",
        "quantitative",
    ),
    (
        "answer: no-number",
        "What is the application fee at Sharda University?",
        "is paid",
        "quantitative",
    ),
    (
        "hallucination: hedge-not-in-source",
        "Where was Sharda University founded?",
        "Perhaps Sharda University was founded in 2009 in Greater Noida.",
        "factual",
    ),
]


@pytest.mark.parametrize(("question", "answer", "kind"), GOOD)
def test_a_good_pair_has_no_finding(codes: Codes, question: str, answer: str, kind: str) -> None:
    assert codes(question, answer, kind=kind) == []


@pytest.mark.parametrize(("code", "question", "answer", "kind"), DEFECTS)
def test_a_planted_defect_gets_exactly_its_finding(
    codes: Codes, code: str, question: str, answer: str, kind: str
) -> None:
    assert codes(question, answer, kind=kind) == [code]

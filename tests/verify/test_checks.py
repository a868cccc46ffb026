import pytest

from groundsmith.records import Claim, Evidence, Span
from groundsmith.verify.checks import hard_findings

SOURCE = (
    "Prof. John Miller heads the Department of Physics of the National Assessment Council. "
    "The hostel is 5 km from the airport and costs $300 million. Prices rose by 7.5% in 2023-24. "
    "Admission closes on 12 May 2024 and opens again on 03/08/2024. "
    "There are twenty-five labs. No. 5 Park Street is the office. Not only boys may apply. "
    "The rent is ৳1,80,000 a year."
)


def findings(text: str, source: str = SOURCE) -> list[str]:
    claim = Claim(text=text, start=0, stop=len(text))
    whole = Evidence(input=0, start=0, stop=len(source), text=source)
    return [finding.code for finding in hard_findings(claim, [whole])]


@pytest.mark.parametrize(
    "text",
    [
        "The hostel is 5 kilometres from the airport.",
        "It costs 300,000,000 dollars.",
        "Prices rose by 7.5 percent in 2023-2024.",
        "Prices rose by 7,5 persen.",
        "Admission closes on May 12, 2024.",
        "Admission closes on 12/05/2024.",
        "Admission closes in May 2024.",
        "Admission opens on 3 August 2024.",
        "There are 25 labs.",
        "Miller heads Physics.",
        "The NAC has a professor.",
        "1. The office is at Park Street.",
        "Boys may apply.",
        "The office is at 5 Park Street.",
        "The office is no. 5 park street.",
        "The rent is ৳1,80,000.",
    ],
)
def test_a_fact_in_another_spelling_raises_no_alarm(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The hostel is 6 km from the airport.", "number-differs"),
        ("The hostel is 5 miles from the airport.", "unit-differs"),
        ("Prices rose by 7.5 in the year.", "unit-differs"),
        ("It costs €300 million.", "unit-differs"),
        ("The rent is ৳1,90,000 a year.", "number-differs"),
        ("Some 480 people came.", "number-not-in-source"),
        ("There are twenty-six labs.", "number-differs"),
        ("Admission closes on 15 May 2024.", "date-differs"),
        ("Admission closes on 12 June 2024.", "date-differs"),
        ("The fair is on 9 October 2021.", "date-not-in-source"),
        ("Prof. Peter Miller heads the Department of Physics.", "name-differs"),
        ("The rules were written in Zurich.", "name-not-in-source"),
        ("The hostel is not 5 km from the airport.", "negation-differs"),
    ],
)
def test_each_planted_fault_has_its_finding(text: str, code: str) -> None:
    assert findings(text) == [code]


def test_a_finding_points_at_the_words_in_the_judged_text() -> None:
    answer = "Yes. The hostel is 6 km from the airport."
    claim = Claim(text=answer[5:], start=5, stop=len(answer))
    whole = Evidence(input=0, start=0, stop=len(SOURCE), text=SOURCE)

    (finding,) = hard_findings(claim, [whole])

    assert finding.span == Span(start=19, stop=23)
    assert finding.message == "the source says 5 km where the claim says 6 km"


def test_contradictions_come_before_what_is_merely_missing() -> None:
    codes = findings("The hostel is 6 km from the airport and costs $300 million, says Zurich.")

    assert codes == ["number-differs", "name-not-in-source"]


def test_a_table_may_carry_its_unit_in_the_header() -> None:
    table = "| Course | Fee (₹) | Attendance (%) |\n| MBA | 52,000 | 75 |"

    assert findings("The MBA costs ₹52,000 and needs 75% attendance.", table) == []


def test_a_phrase_left_out_of_the_source_sentence_raises_no_alarm() -> None:
    source = "Prof. John Miller of the National Assessment Council heads the Department of Physics."

    assert findings("Miller heads the Department of Physics.", source) == []


def test_a_name_that_stands_elsewhere_in_the_source_is_seen_to_be_misplaced() -> None:
    source = "The hostel of Sharda is open. The hostel of Amity is closed for repair."

    assert findings("The hostel of Sharda is closed for repair.", source) == ["name-differs"]


def test_numbers_in_another_order_raise_no_alarm() -> None:
    source = "The school has 10 boys and 20 girls."

    assert findings("The school has 20 girls and 10 boys.", source) == []
    assert findings("The school has 20 boys and 20 girls.", source) == ["number-differs"]

"""Keys, tables, lists, steps and answered questions, under the headings that name them."""

from types import SimpleNamespace

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.recipes.qa.content import Kind, Pair
from groundsmith.recipes.qa.extractive.writer import extract
from groundsmith.records import Chunk, ChunkKind

TITLE = "Student Guide of Delhi"


def pairs_of(text: str, headings: tuple[str, ...] = (TITLE,), start: int = 0) -> list[Pair]:
    chunk = Chunk(
        id="doc#/1",
        document="doc",
        start=start,
        stop=start + len(text),
        overlap_chars=0,
        text=text,
        headings=headings,
        kind=ChunkKind.PROSE,
    )
    return extract(chunk, RuleSplitter(), SimpleNamespace(questions_per_chunk=10))


def asked_in(text: str, headings: tuple[str, ...] = (TITLE,), start: int = 0) -> dict[str, str]:
    return {pair.question: pair.answer for pair in pairs_of(text, headings, start)}


def test_a_key_is_asked_of_the_thing_its_heading_names() -> None:
    text = (
        "## 3. Visa Extension Process\n\n- **Fee:** ₹2,000 for extension\n"
        "- **Be Patient:** It is slow\n"
    )

    asked = asked_in(text, ("Visa Guide of India",))

    assert asked == {
        "According to “Visa Guide of India”, what is the fee for the Visa Extension Process?": (
            "₹2,000 for extension"
        )
    }


def test_a_key_whose_heading_is_no_such_thing_cites_the_heading() -> None:
    text = "## Campus Safety Record\n\n- Resolution Rate: 98% of the cases in a week\n"

    asked = asked_in(text)

    assert asked == {
        f"According to “{TITLE}”, what is the resolution rate under “Campus Safety Record”?": (
            "98% of the cases in a week"
        )
    }


def test_a_key_without_a_title_is_not_asked() -> None:
    assert asked_in("- Duration: 3 years for the course\n", headings=()) == {}


def test_a_value_that_is_not_of_the_keys_sort_is_not_asked() -> None:
    text = (
        "## Hostel Rooms\n\n- Cost: depends on the season\n- Duration: as long as needed\n"
        "- Helpline: the warden of the house\n- Currency: Carry some cash for the first days\n"
    )

    assert asked_in(text) == {}


def test_an_item_inside_an_item_stands_under_it() -> None:
    text = "## Airport Transfer\n\n1. **Shared Taxi**\n   - **Cost:** ₹900 for a seat\n"

    asked = asked_in(text)

    assert asked == {
        f"According to “{TITLE}”, what is the cost under “Shared Taxi” in “Airport Transfer”?": (
            "₹900 for a seat"
        )
    }


def test_a_box_shuts_the_headings_out_until_the_next_one() -> None:
    text = (
        "## Visa Extension Process\n\n**OFFICIAL CRITERIA:**\n\n- **Fee:** 20% of the price\n\n"
        "**Duration:** 3 years and a month\n"
    )

    assert asked_in(text) == {}


def test_a_chunk_that_begins_inside_a_section_asks_nothing_of_its_first_lines() -> None:
    text = "- Fee: ₹2,000 for the form\n\n**Room Prices:**\n- Single: ₹900 a day\n"

    asked = asked_in(text, (TITLE, "Visa Extension Process"), start=500)

    assert list(asked.values()) == ["₹900 a day"]


def test_the_same_question_with_two_answers_is_not_asked() -> None:
    text = "## Visa Extension Process\n\n- Fee: ₹2,000 for one\n- Fee: ₹3,000 for two\n"

    assert asked_in(text) == {}


def test_a_cell_is_asked_by_row_and_column() -> None:
    text = (
        "## Fees\n\n| Program | Duration | 1st Year Fee |\n|---|---|---|\n"
        "| Certificate of Proficiency | 6 Months | 30,900 |\n| **Total** | 7 Months | 99,000 |\n"
    )

    asked = asked_in(text, ("Fees at Example College",))

    assert asked == {
        "What is the duration of the program “Certificate of Proficiency” at Example College?": (
            "6 Months"
        ),
        "What is the 1st year fee for the program “Certificate of Proficiency” at Example "
        "College?": "30,900",
    }


def test_a_list_is_asked_for_as_a_whole_with_its_markers() -> None:
    text = (
        "## Late Intake\n\n### Advantages\n- Less competition\n- Cooler weather\n\nThat is all.\n"
    )

    pairs = pairs_of(text)

    assert [(pair.question, pair.answer, pair.kind) for pair in pairs] == [
        (
            f"According to “{TITLE}”, what are the advantages under “Late Intake”?",
            "- Less competition\n- Cooler weather",
            Kind.LIST,
        )
    ]


def test_a_list_that_may_go_on_in_the_next_chunk_is_not_asked() -> None:
    assert (
        asked_in("## Late Intake\n\n### Advantages\n- Less competition\n- Cooler weather\n") == {}
    )


def test_an_enumeration_behind_a_key_is_asked_by_its_key() -> None:
    text = "## Crisis Types\n\n- Security Threats: lockdown, patrols, tracking\n"

    asked = asked_in(text)

    assert asked == {
        f"According to “{TITLE}”, what is listed for “Security Threats” under “Crisis Types”?": (
            "lockdown, patrols, tracking"
        )
    }


def test_steps_are_asked_by_their_number() -> None:
    text = (
        "## Process for Opening an Account\n\n1. **Choose a Bank:** Select a bank with a branch "
        "near the campus.\n2. **Visit:** Go to the branch with all the documents.\n"
    )

    asked = asked_in(text, ("Bank Guide of India",))

    assert asked == {
        "According to “Bank Guide of India”, what is the first step in the Process for Opening an "
        "Account?": "Select a bank with a branch near the campus.",
        "According to “Bank Guide of India”, what is the second step in the Process for Opening an "
        "Account?": "Go to the branch with all the documents.",
    }


def test_a_question_in_the_text_is_answered_by_the_sentence_under_it() -> None:
    text = (
        "### Q1: Can fees be paid from abroad?\nA: Yes, fees can be paid from any country. It is "
        "easy.\n\n### Why is it important?\nIt is the law of the land for all.\n"
    )

    assert asked_in(text) == {
        "Can fees be paid from abroad?": "Yes, fees can be paid from any country."
    }


def test_a_term_with_its_gloss_is_asked_for_its_meaning() -> None:
    text = "- **Lateral Entry:** A process that lets students join in the second year.\n"

    assert asked_in(text) == {
        "What is meant by “Lateral Entry”?": (
            "A process that lets students join in the second year."
        )
    }


def test_an_answer_with_markup_inside_is_not_taken() -> None:
    text = "## Visa Extension Process\n\n- Fee: about **₹2,000** for the form\n"

    assert asked_in(text) == {}

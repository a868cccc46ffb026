from collections.abc import Sequence
from pathlib import Path

import pytest

from groundsmith.corpus.read import documents
from groundsmith.errors import SourceError
from groundsmith.records import Skipped, Source, sha256
from written_files import Words, pdf

HARBOUR = Path(__file__).parent / "printed" / "harbour.pdf"
PROSE = (
    "The harbour master keeps a list of every ship that lies at the quay, with her length and",
    "her draught, and he writes down each evening which of them have paid and which have not, so",
    "that the clerk who opens the office in the morning knows whom he has to visit before noon.",
)


def read(data: bytes) -> tuple[str, list[Skipped]]:
    """The text of a PDF, and what was said of it."""
    skipped: list[Skipped] = []
    source = Source(
        path="a.pdf",
        uri="",
        size_bytes=len(data),
        media_type="application/pdf",
        sha256=sha256(data),
    )
    return "".join(one.text for one in documents(source, data, skipped.append)), skipped


def text(*pages: Sequence[Words], rotated: int = 0) -> str:
    """The text of pages made of these words."""
    return read(pdf(*pages, rotated=rotated))[0]


def lines(
    *texts: str, x: float = 60, y: float = 700, pitch: float = 14, size: float = 11
) -> list[Words]:
    """Lines under each other."""
    return [Words(x=x, y=y - at * pitch, text=one, size=size) for at, one in enumerate(texts)]


def column(x: float, *, y: float = 700, word: str = "left") -> list[Words]:
    """A column of eight lines of prose, each with a word that tells which it is."""
    body = [f"{word} line {at} of a column that is" for at in range(8)]
    return lines(*body, x=x, y=y)


@pytest.fixture(scope="module")
def harbour() -> str:
    """What is read of a page that a browser printed."""
    return read(HARBOUR.read_bytes())[0]


def test_lines_become_a_paragraph_and_white_space_between_them_another() -> None:
    page = [*lines(*PROSE), *lines("A new paragraph.", y=640)]

    assert text(page) == " ".join(PROSE) + "\n\nA new paragraph.\n"


def test_larger_print_is_a_heading_and_the_largest_the_highest() -> None:
    page = [
        Words(x=60, y=780, text="Harbour rules", size=22),
        Words(x=60, y=740, text="Fees", size=16),
        *lines(*PROSE),
        Words(x=60, y=630, text="Who pays", is_bold=True),
        *lines(*PROSE, y=610),
    ]

    headings = [line for line in text(page).splitlines() if line.startswith("#")]

    assert headings == ["# Harbour rules", "## Fees", "### Who pays"]


def test_a_number_in_front_of_a_heading_does_not_make_it_an_item() -> None:
    page = [Words(x=60, y=740, text="1. Fees", size=16), *lines(*PROSE)]

    assert text(page).startswith("# 1. Fees\n\n")


def test_two_columns_are_read_one_after_the_other_below_their_title() -> None:
    title = Words(x=60, y=760, text="A title that reaches across both of the columns", size=18)
    page = [title, *column(60), *column(310, word="right")]

    found = text(page)

    assert found.startswith("# A title that reaches across both of the columns\n\nleft line 0")
    assert found.index("left line 7") < found.index("right line 0")
    assert found.count("left") == found.count("right") == 8


def test_three_columns_are_read_one_after_the_other() -> None:
    body = [*column(40), *column(220, word="middle"), *column(400, word="right")]

    found = text(body)

    order = [
        found.index(f"{word} line {at}") for word in ("left", "middle", "right") for at in (0, 7)
    ]
    assert order == sorted(order)


def test_what_is_drawn_in_another_order_is_read_from_top_to_bottom() -> None:
    page = lines(*PROSE)

    assert text(page[::-1]) == text(page)


def test_rows_of_cells_under_each_other_become_a_table() -> None:
    rows = [("Ship", "Length", "Fee"), ("Sloop", "12 m", "15"), ("Ketch", "", "22")]
    page = [
        Words(x=60 + 100 * column, y=600 - 16 * row, text=cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell
    ]

    found = text([*lines(*PROSE), *page])

    assert found.endswith(
        "\n\n| Ship | Length | Fee |\n| --- | --- | --- |\n| Sloop | 12 m | 15 |\n"
        "| Ketch |  | 22 |\n"
    )


def test_a_cell_of_two_lines_stays_one_cell() -> None:
    page = [
        Words(x=x, y=y, text=cell)
        for x, y, cell in [
            (60, 600, "Ship"), (200, 600, "Note"), (330, 600, "Fee"),
            (60, 576, "Sloop"), (200, 576, "with an"), (330, 576, "15"), (200, 563, "engine"),
            (60, 539, "Ketch"), (200, 539, "none"), (330, 539, "22"),
        ]
    ]  # fmt: skip

    assert "| Sloop | with an engine | 15 |\n| Ketch | none | 22 |\n" in text(page)


def test_a_row_whose_cells_stand_at_the_bottom_stays_one_row() -> None:
    page = [
        Words(x=x, y=y, text=cell)
        for x, y, cell in [
            (60, 600, "Ship"), (200, 600, "Note"), (330, 600, "Fee"),
            (200, 576, "with an"), (60, 563, "Sloop"), (200, 563, "engine"), (330, 563, "15"),
            (200, 539, "with a"), (60, 526, "Ketch"), (200, 526, "mast"), (330, 526, "22"),
        ]
    ]  # fmt: skip

    assert "| Sloop | with an engine | 15 |\n| Ketch | with a mast | 22 |\n" in text(page)


def test_bulleted_and_numbered_lines_are_items_with_their_depth() -> None:
    page = [
        *lines(*PROSE),
        *lines("• boats that stay", "• boats that leave", y=640),
        *lines("– before noon", x=80, y=612),
        *lines("1. pay", "2. go", y=584),
    ]

    found = text(page)

    assert found.endswith("- boats that stay\n- boats that leave\n  - before noon\n1. pay\n2. go\n")


def test_an_item_of_two_lines_is_one_item() -> None:
    first = "• A boat that stays for longer than a month has to be announced to the harbour"
    page = lines(first, "master by her owner.", "• The second item is here.")

    assert text(page) == (f"- {first[2:]} master by her owner.\n- The second item is here.\n")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the admin-", "istration of it", "the administration of it"),
        ("an Anglo-", "Saxon coin", "an Anglo-Saxon coin"),
        ("from 2019-", "2020 on", "from 2019-2020 on"),
        ("a well-", "known place, well-known indeed", "a well-known place, well-known indeed"),
    ],
)
def test_a_hyphen_goes_only_where_it_parts_a_word(first: str, second: str, joined: str) -> None:
    filler = "This line is as long as any in it, so that nobody takes a break for a choice and"
    page = lines(filler, f"{filler[: 80 - len(first)]} {first}", second)

    assert joined in text(page)


def test_a_short_line_was_ended_on_purpose() -> None:
    page = [*lines(*PROSE), *lines("Harbour Office", "1 Quay Street", "Porthaven", y=620)]

    assert text(page).endswith("\n\nHarbour Office\n1 Quay Street\nPorthaven\n")


def test_a_paragraph_that_a_page_parts_is_one() -> None:
    pages = [lines(*PROSE, f"{PROSE[0]} the"), lines("name of her owner.", *PROSE)]

    assert f"{PROSE[0]} the name of her owner." in text(*pages)


def test_a_footnote_does_not_part_the_paragraph_above_it() -> None:
    first = [
        Words(x=60, y=760, text="Fees", size=16),
        *lines(*PROSE, f"{PROSE[0]} the"),
        *lines("1 As of May.", y=60, size=8),
    ]

    found = text(first, lines("name of her owner.", *PROSE))

    assert f"{PROSE[0]} the name of her owner." in found
    assert "\n\n1 As of May.\n" in found


def test_a_sentence_that_goes_on_behind_other_print_stays_where_it_is() -> None:
    page = [
        *lines("The command is", y=700),
        *lines("groundsmith qa", y=680, size=9),
        *lines("and nothing else.", *PROSE, y=660),
    ]

    assert text(page).startswith("The command is\n\ngroundsmith qa\n\nand nothing else.\n\nThe")


def test_headers_footers_and_page_numbers_are_left_out_and_said() -> None:
    pages = [
        [
            Words(x=60, y=810, text="Harbour report", size=9),
            *lines(*PROSE, f"Page body {'abc'[at]}."),
            Words(x=280, y=30, text=f"Page {at + 1} of 3", size=9),
        ]
        for at in range(3)
    ]

    found, skipped = read(pdf(*pages))

    assert "Harbour report" not in found
    assert "of 3" not in found
    assert [found.count(f"Page body {letter}.") for letter in "abc"] == [1, 1, 1]
    assert [(one.path, one.failed) for one in skipped] == [("a.pdf#margins", False)]
    assert "“Harbour report”" in skipped[0].reason


def test_what_is_said_on_several_pages_at_the_same_place_is_no_header() -> None:
    body = [f"Line {letter} of the text." for letter in "abcdefghij"]
    pages = [
        lines("This is said again.", *(f"{one} {at}" for one in body), y=780) for at in range(9)
    ]
    pages[4:] = [lines(*(f"{one} {at}" for one in body), y=780) for at in range(4, 9)]

    assert text(*pages).count("This is said again.") == 4


def test_the_titles_of_slides_are_no_headers() -> None:
    slides = [
        [Words(x=60, y=790, text=f"Step {at}", size=28), *lines(*PROSE, y=600)] for at in (1, 2, 3)
    ]
    slides[1][0] = Words(x=60, y=790, text="Middle 2", size=28)

    assert "# Middle 2" in text(*slides)


def test_the_mark_of_a_footnote_does_not_change_the_number_before_it() -> None:
    page = [
        *lines(*PROSE, "It was built in 1960"),
        Words(x=151.2, y=662, text="3", size=6),
    ]

    assert text(page).endswith("It was built in 1960³\n")


@pytest.mark.parametrize("rotated", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_written(rotated: int) -> None:
    assert text(lines(*PROSE), rotated=rotated) == " ".join(PROSE) + "\n"


def test_a_page_that_is_a_picture_is_said_to_need_ocr() -> None:
    drawn = b"0 0 m 100 100 l S\n"

    found, skipped = read(pdf([], lines(*PROSE), [], [], drawn=drawn))

    assert found == " ".join(PROSE) + "\n"
    assert [(one.path, one.reason) for one in skipped] == [
        ("a.pdf#p1", "page 1: a picture without text: needs OCR"),
        ("a.pdf#p3-4", "pages 3 to 4: a picture without text: needs OCR"),
    ]


def test_a_file_of_pictures_is_an_error_that_names_ocr() -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: no text in it, only pictures of it: needs OCR"):
        read(pdf([], [], drawn=b"0 0 m 100 100 l S\n"))


def test_an_empty_page_is_no_failure() -> None:
    found, skipped = read(pdf([]))

    assert found == ""
    assert [(one.path, one.reason, one.failed) for one in skipped] == [("a.pdf", "no text", False)]


class TestPrintedPage:
    def test_its_headings_are_all_found(self, harbour: str) -> None:
        headings = [line.lstrip("# ") for line in harbour.splitlines() if line[:1] == "#"]

        assert headings == [
            "Annual report of the harbour",
            "Fees",
            "Opening",
            "Prices",
            "किले का इतिहास",
        ]

    def test_its_columns_are_read_one_after_the_other(self, harbour: str) -> None:
        order = ["harbour fee", "Second paragraph", "office opens", "Fourth paragraph", "Ship"]

        assert [harbour.index(one) for one in order] == sorted(harbour.index(o) for o in order)

    def test_its_table_has_its_rows(self, harbour: str) -> None:
        assert (
            "| Ship | Length | Fee |\n| --- | --- | --- |\n| Sloop | 12 m | 15 |\n"
            "| Ketch | 18 m | 22 |\n| Barque with a crew of ten | 40 m | 80 |\n"
        ) in harbour

    def test_its_hyphens_are_taken_out_and_its_footnote_is_marked(self, harbour: str) -> None:
        assert "are administratively transferred" in harbour
        assert "a well-known anchorage" in harbour
        assert "A closing paragraph¹ after" in harbour

    def test_its_devanagari_is_right(self, harbour: str) -> None:
        assert (
            "लाल किला दिल्ली में स्थित एक ऐतिहासिक किला है। इसका निर्माण शाहजहाँ ने १६३८ में आरम्भ कराया था। "
            "श्रृंखला, क्षत्रिय, विद्यार्थी और र्क जैसे संयुक्ताक्षर भी सही होने चाहिए।"
        ) in harbour

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.blocks import Block, BlockKind, blocks, cells, plain

LINES = (
    *("# A", "##", "B\n==", "C\n~~~~", "***", "- x", "  - y", "1. z", "| a | b |", "|--|--|"),
    *("a | b\n--|--\n1|2", "> q", "```", "~~~", "    ", "", "plain words", "—said", "+--+"),
)
MARKED_LINES = st.lists(
    st.one_of(
        st.sampled_from(LINES),
        st.text(alphabet="#-=~*_`|> a1.)\t", max_size=12),
        st.text(max_size=12),
    ),
    max_size=12,
).map("\n".join)


def shown(text: str) -> list[tuple[str, str]]:
    """Kind and content of every block."""
    return [(b.kind.value, text[b.content_start : b.content_stop]) for b in blocks(text)]


@given(MARKED_LINES)
def test_blocks_lie_in_order_and_leave_only_white_space_out(text: str) -> None:
    found = blocks(text)

    borders = [0, *(edge for b in found for edge in (b.start, b.stop)), len(text)]
    assert borders == sorted(borders)
    outside = zip(borders[::2], borders[1::2], strict=True)
    assert all(not text[start:stop].strip() for start, stop in outside)
    assert all(b.start <= b.content_start <= b.content_stop <= b.stop for b in found)


@given(MARKED_LINES)
def test_every_block_starts_on_a_new_line_and_ends_before_its_newline(text: str) -> None:
    found = blocks(text)

    assert all(b.start == 0 or text[b.start - 1] == "\n" for b in found)
    assert all(b.stop == len(text) or text[b.stop] == "\n" for b in found)


@given(MARKED_LINES)
def test_cells_lie_inside_their_row_in_order(text: str) -> None:
    for row in blocks(text):
        if row.kind is BlockKind.ROW:
            borders = [edge for cell in cells(text, row) for edge in (cell.start, cell.stop)]

            assert borders == sorted(borders)
            assert all(row.start <= edge <= row.stop for edge in borders)


@pytest.mark.parametrize(
    ("text", "level", "content"),
    [
        ("# One", 1, "One"),
        ("###### Six ##", 6, "Six"),
        ("## **C#** #", 2, "**C#**"),
        ("##\tTabbed", 2, "Tabbed"),
        ("Title\n=====", 1, "Title"),
        ("Title\n---", 2, "Title"),
        ("=====\nTitle\n=====", 1, "Title"),
        ("1. Scope\n========", 1, "1. Scope"),
        ("Judul Bab\n~~~~~~~~~", 1, "Judul Bab"),
    ],
)
def test_a_heading_is_recognised_in_every_style(text: str, level: int, content: str) -> None:
    found = blocks(f"{text}\n\nProse follows.")

    heading = found[0]
    assert (heading.kind, heading.level) == (BlockKind.HEADING, level)
    assert text[heading.content_start : heading.content_stop] == content
    assert heading.stop == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "#hashtag is no heading",
        "####### seven is no heading",
        "   # an indented comment is no heading",
        "A whole sentence stands above this rule.\n---",
        "- an item\n---",
        "one line\nand another\n---",
        "a long line of prose over a few tildes\n~~~~\ncode\n~~~~",
    ],
)
def test_what_only_resembles_a_heading_is_none(text: str) -> None:
    found = blocks(text)

    assert BlockKind.HEADING not in {block.kind for block in found}


def test_underlines_of_restructured_text_take_levels_in_order_of_appearance() -> None:
    text = "====\nBook\n====\n\nChapter\n=======\n\nPart\n~~~~\n\nOther\n=====\n"

    levels = [block.level for block in blocks(text)]

    assert levels == [1, 2, 3, 2]


@pytest.mark.parametrize(
    "code",
    [
        "```py\n# comment\n- item\n```",
        "~~~\n```\n# comment\n~~~",
        "````\n```\n# in\n```\n````",
        "```\n# never closed",
        "  ```\n  # indented\n  ```",
    ],
)
def test_nothing_inside_fenced_code_is_anything_but_code(code: str) -> None:
    text = f"Before.\n{code}"

    kinds = [block.kind for block in blocks(text)]

    assert kinds == [BlockKind.PARAGRAPH, BlockKind.CODE]


def test_front_matter_is_one_code_block_and_no_heading() -> None:
    text = "---\ntitle: Visa\nlang: en\n---\n# Visa"

    found = shown(text)

    assert found == [("code", "---\ntitle: Visa\nlang: en\n---"), ("heading", "Visa")]


def test_items_nest_by_indent_and_keep_their_lazy_lines() -> None:
    text = "- one\n  goes on\n  - inner\n    1. deepest\n- two\nlazy\n\nApart."

    found = blocks(text)

    items = [(b.level, b.marker, text[b.content_start : b.content_stop]) for b in found[:-1]]
    assert items == [
        (0, "-", "one\n  goes on"),
        (1, "-", "inner"),
        (2, "1.", "deepest"),
        (0, "-", "two\nlazy"),
    ]
    assert found[-1].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize("marker", ["-", "*", "+", "•", "▪", "✅", "1.", "12)", "(a)", "iv)", "১."])
def test_an_item_starts_with_any_common_marker(marker: str) -> None:
    text = f"{marker} content"

    (item,) = blocks(text)

    assert (item.kind, item.marker) == (BlockKind.ITEM, marker)
    assert text[item.content_start : item.content_stop] == "content"


@pytest.mark.parametrize("text", ["**bold** start", "-5 degrees", "1.5 litres", "2024. Later", "*"])
def test_what_only_resembles_an_item_is_a_paragraph(text: str) -> None:
    (block,) = blocks(text)

    assert block.kind is BlockKind.PARAGRAPH


def test_cells_are_trimmed_and_an_escaped_pipe_divides_nothing() -> None:
    text = "| Fee | a\\|b |  |\n|:--|--:|---|\n| 10 |"

    found = [[cell.of(text) for cell in cells(text, row)] for row in blocks(text)]

    assert found == [["Fee", "a\\|b", ""], [], ["10"]]


def test_a_table_without_outer_pipes_is_known_by_its_dividing_line() -> None:
    text = "Name | Fee\n--- | ---\nVisa | 10\n\nthis | that"

    kinds = [block.kind for block in blocks(text)]

    assert kinds == [BlockKind.ROW] * 3 + [BlockKind.PARAGRAPH]


def test_quoted_lines_are_one_block_and_rules_stand_alone() -> None:
    text = "> one\n> two\n\n* * *\n___\nprose"

    found = shown(text)

    assert found == [
        ("quote", "one\n> two"),
        ("rule", "* * *"),
        ("rule", "___"),
        ("paragraph", "prose"),
    ]


@pytest.mark.parametrize(
    "unit", ["`", "~", "- ", "* ", "| ", "> ", "#", "[", "a\n=\n", "```\n", "\t"]
)
def test_a_long_run_of_any_marker_is_read_in_linear_time(unit: str) -> None:
    text = unit * 100_000

    found: list[Block] = blocks(text)

    assert all(block.stop <= len(text) for block in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**🎓 Scholarship** [policy](https://a.b/c_(d)) `x`", "Scholarship policy x"),
        ("_one_ __two__ *three* ***four*** ~~five~~", "one two three four five"),
        ("A* in 2 * 3 of snake_case_name", "A* in 2 * 3 of snake_case_name"),
        ("see <https://example.org> and ![logo](l.png)", "see https://example.org and logo"),
        ("1️⃣ Apply ✅", "1 Apply"),
        ("ক্‍ষ stays", "ক্‍ষ stays"),
        (r"\*not bold\*", "*not bold*"),
    ],
)
def test_plain_text_loses_markup_and_pictures_and_nothing_else(text: str, expected: str) -> None:
    found = plain(text)

    assert found == expected


@given(st.text())
def test_plain_text_of_anything_is_free_of_outer_white_space(text: str) -> None:
    found = plain(text)

    assert found == found.strip()


@pytest.mark.parametrize("unit", ["[", "**a ", "**a** ", "[a](", "`", "<http://", "\\", "⚠\u200d"])
def test_plain_text_of_a_long_run_of_markers_is_found_in_linear_time(unit: str) -> None:
    text = unit * 50_000

    found = plain(text)

    assert len(found) <= len(text)

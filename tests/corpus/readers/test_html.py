import pytest

from groundsmith.corpus.read import documents
from groundsmith.errors import SourceError
from groundsmith.records import Skipped, Source


def visible(page: str | bytes, skipped: list[Skipped] | None = None) -> str:
    """The text of a page; nothing where it gives no document."""
    data = page.encode() if isinstance(page, str) else page
    source = Source(path="p.html", uri="", size_bytes=1, media_type="text/html", sha256="")
    report = (skipped if skipped is not None else []).append
    return "".join(document.text for document in documents(source, data, report))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h2>Fees <b>now</b></h2><p>Ten\n  dollars.", "## Fees now\n\nTen dollars.\n"),
        ("<p>one<br>two &amp; three</p>four", "one\ntwo & three\n\nfour\n"),
        ("<div>a <i>b</i><span>c</span></div><div>d</div>", "a bc\n\nd\n"),
        ("<ul><li>a<li><p>b</p><li></ul>c", "- a\n- b\n\nc\n"),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", "1. a\n  - b\n2. c\n"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b\n"),
        ("<ol start=x><li>a</ol><ol start=99999><li>b</ol>", "1. a\n1. b\n"),
        ("<p>10<sup>-6</sup> m<sup>2</sup>, 5<sup><a>1</a></sup> the 1<sup>st</sup>",
         "10⁻⁶ m², 5¹ the 1st\n"),
        ("<table><tr><td>a<td>b</table><ul><li>c</ul>",
         "| a | b |\n| --- | --- |\n\n- c\n"),
        ("<blockquote><p>a<p>b</blockquote>c", "> a\n\n> b\n\nc\n"),
        ("<pre>\nx = 1\n  # y\n</pre>", "```\nx = 1\n  # y\n```\n"),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````\n"),
        ("a<hr>b", "a\n\n---\n\nb\n"),
        ("<dl><dt>Term<dd>Meaning</dl>", "Term\n\nMeaning\n"),
        ("<title>T</title><p>a", "# T\n\na\n"),
        ("<title>T</title><h1>H</h1>a", "# H\n\na\n"),
    ],
)  # fmt: skip
def test_a_page_becomes_markdown_lines(page: str, text: str) -> None:
    assert visible(page) == text


def test_a_table_becomes_rows_with_one_line_a_row() -> None:
    page = "<table><tr><th>Fee<th>Sum<tr><td>Visa<br>one<td>1|2<tr><td><p>x</p><td></table>"

    text = visible(page)

    assert text == "| Fee | Sum |\n| --- | --- |\n| Visa one | 1\\|2 |\n| x |  |\n"


def test_a_cell_that_spans_others_leaves_them_empty() -> None:
    page = (
        "<table><tr><th colspan=2>Ship<th>Fee<tr><td rowspan=2>Sloop<td>small<td>5"
        "<tr><td>large<td>7<tr><td>Ketch<td>any<td rowspan=9>9</table>"
    )

    assert visible(page) == (
        "| Ship |  | Fee |\n| --- | --- | --- |\n| Sloop | small | 5 |\n|  | large | 7 |\n"
        "| Ketch | any | 9 |\n"
    )


def test_a_cell_that_claims_thousands_of_columns_is_padded_to_a_hundred() -> None:
    assert visible("<table><tr><td colspan=9999>a<td colspan=9999>b</table>").count("|") < 220


def test_a_table_that_lays_the_page_out_becomes_paragraphs() -> None:
    page = "<table><tr><td>side<td><table><tr><td>a<td>b</table>after</table>"

    text = visible(page)

    assert text == "side\n\n| a | b |\n| --- | --- |\n\nafter\n"


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<nav>x</nav>",
        "<noscript>x</noscript>",
        "<template>x</template>",
        "<button>x</button>",
        "<!-- x -->",
        "<p hidden>x</p>",
        "<div style='display: none'>x</div>",
        "<ul role=navigation><li>x</ul>",
        "<span aria-hidden=true>x</span>",
    ],
)
def test_what_no_reader_of_the_page_sees_is_left_out(unseen: str) -> None:
    assert visible(f"<p>before</p>{unseen}<p>after</p>") == "before\n\nafter\n"


SITE = """
<body class="sidebar">
<header><a href="/">Site</a> <ul class="menu"><li>Home</ul></header>
<div class="cookie-banner">We use cookies.</div>
<ol class="breadcrumb"><li>Home<li>Fees</ol>
{}
<div class="page-footer">Imprint</div>
<footer>© 2024</footer>
"""


def test_what_stands_around_every_page_of_a_site_is_left_out() -> None:
    body = "<div><h1>Fees</h1><p>Ten dollars.</p><footer>Set in May.</footer></div><p>End."

    assert visible(SITE.format(f"<article>{body}</article>")) == (
        "# Fees\n\nTen dollars.\n\nSet in May.\n\nEnd.\n"
    )


def test_of_a_page_that_names_its_main_part_only_that_is_read() -> None:
    page = SITE.format("<h1>Fees</h1><div>Not this.</div><main><p>Ten dollars.</main><p>Nor this.")

    assert visible(page) == "# Fees\n\nTen dollars.\n"


def test_the_title_in_a_page_s_own_header_is_kept() -> None:
    page = "<body><header><h1>Fees</h1><nav>Home</nav></header><p>Ten dollars."

    assert visible(page) == "# Fees\n\nTen dollars.\n"


def test_a_page_that_is_all_surroundings_is_read_all_the_same() -> None:
    assert visible("<body><div class=sidebar><p>Ten dollars.</div>") == "Ten dollars.\n"


def test_two_equal_elements_do_not_end_a_page() -> None:
    page = "<main><div><p>a</p></div><div><p>a</p></div></main><p>outside"

    assert visible(page) == "a\n\na\n"


@pytest.mark.parametrize("sign", ["#", "¶", "§"])
def test_the_link_of_a_heading_to_itself_is_no_part_of_it(sign: str) -> None:
    page = f'<h2 id="x">Deprecated APIs<a class="mark" href="#x">{sign}</a></h2><p>Text.</p>'

    assert visible(page) == "## Deprecated APIs\n\nText.\n"


def test_broken_mark_up_is_read_as_far_as_it_goes() -> None:
    page = "<html><body><h1>Tower<p>A tower.<div><b></i></table foo=<li>end</ul></h3"

    text = visible(page)

    assert text.startswith("# Tower\n\nA tower.")
    assert "<" not in text


def test_a_declared_encoding_is_believed() -> None:
    page = b'<meta charset="windows-1251"><p>' + "Привет".encode("cp1251")

    skipped: list[Skipped] = []

    assert visible(page, skipped) == "Привет\n"
    assert skipped == []


def test_a_page_without_text_is_skipped_with_its_reason() -> None:
    skipped: list[Skipped] = []

    text = visible("<div id=app></div><script>run()</script>", skipped)

    assert text == ""
    assert [skip.reason for skip in skipped] == ["no visible text"]


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(SourceError, match="nested deeper than 500"):
        visible("<div>" * 50_000 + "x")


@pytest.mark.parametrize("unit", ["<li>", "<p>", "<td>", "<", "<!--", "&", "</div>", "<br>"])
def test_a_long_run_of_one_tag_is_read(unit: str) -> None:
    text = visible(unit * 30_000 + "<p>the end")

    assert len(text) <= 30_000 * len(unit) + 100

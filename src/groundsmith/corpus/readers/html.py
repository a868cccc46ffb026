"""Web pages: what a reader of the page sees, with headings, lists and tables as Markdown lines.

Scripts, styles, form controls, navigation and what surrounds a page everywhere on its site are
left out; where a page says which part is its main one, that part is read. Broken mark-up is read
as a browser would. The decision to question: a page nested deeper than browsers allow is refused,
because parsing it takes time in the square of its depth.
"""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from groundsmith.corpus.readers.page import Page
from groundsmith.corpus.readers.registry import document, failing_as, reads, text_of
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source


def _tags(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_UNSEEN = _tags(
    """
    script style noscript template head nav svg iframe object canvas button select textarea
    input audio video dialog math
    """
)
_BLOCKS = _tags(
    """
    p div section article main header footer aside address figure figcaption dl dt dd form
    fieldset legend details summary body caption hgroup search center
    """
)
_NO_DEPTH = _tags(
    """
    p li dt dd tr td th thead tbody tfoot option optgroup br hr img input meta link col colgroup
    area base embed source track wbr path circle rect line polygon polyline use ellipse stop
    param html head body
    """
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,40})""", re.I
)
_DECLARATION_BYTES = 4096
_PERMALINK_SIGNS = frozenset({"#", "¶", "§", "🔗", "\N{LINK SYMBOL}\N{VARIATION SELECTOR-16}"})
_PERMALINK_SIGNS |= {"↑", "↩", "↩\N{VARIATION SELECTOR-15}", "↩\N{VARIATION SELECTOR-16}", "^"}
_SURROUNDING_ROLES = _tags("navigation banner contentinfo search menu menubar")
_SURROUNDING_NAMES = _tags(
    """
    nav navbar navigation navbox breadcrumb breadcrumbs sidebar site-header site-footer
    page-footer footer cookie-banner cookie-notice cookie-consent skip-link skiplink
    skip-to-content pagination pager share-buttons advertisement related-posts newsletter
    mw-editsection
    """
)
_PAGE_TAGS = _tags("html body main article")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_DEPTH = 500
_SMALL_NUMBER = re.compile(r"[0-9]{1,4}")
_RAISED = re.compile(r"[-−+]?[0-9]{1,4}")
_SUPERSCRIPT = str.maketrans("-−+0123456789", "⁻⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised digits stay raised: the mark of a note must not change the number before it."""
_Test = Callable[[LexborNode], bool]


@reads("text/html")
class HtmlReader:
    """One document a page."""

    name = "html@3"

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """The page's visible text; raises SourceError for what is no page or too deep."""
        declared = _DECLARED.search(data[:_DECLARATION_BYTES])
        page = text_of(source, data, skip, declared[1].decode("ascii") if declared else None)
        with failing_as(source):
            visible = visible_text(page)
        if visible:
            yield document(self, source, visible)
        else:
            skip(Skipped(path=source.path, reason="no visible text"))


def visible_text(page: str) -> str:
    """The visible text of a page; raises SourceError, without a path, where it is too deep."""
    if _depth(page) > _MOST_DEPTH:
        raise SourceError("", f"nested deeper than {_MOST_DEPTH} elements")
    parser = LexborHTMLParser(page)
    main = parser.css("main, [role=main]")
    if len(main) == 1 and (text := _visible(parser, main[0], _is_unread)):
        return text
    return _visible(parser, parser.root, _is_unread) or _visible(parser, parser.root, _is_hidden)


def _depth(text: str) -> int:
    """How deep the page may be nested, counting the tags that need closing."""
    deepest = depth = 0
    for tag in _TAG.finditer(text):
        closing, name = tag.groups()
        if name.lower() in _NO_DEPTH:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _visible(parser: LexborHTMLParser, root: LexborNode | None, is_out: _Test) -> str:
    """The text below `root`, under the page's title where it has no heading of its own."""
    page = Page()
    if root is not None and root.css_first("h1") is None:
        title = parser.css_first("h1") or parser.css_first("title")
        if title is not None and not is_out(title):
            page.heading(1)
            page.text(title.text())
            page.end_marked()
    node = root
    while node is not None:
        child = node.child if _enter(node, page, is_out) else None
        while child is None and node is not None:
            _leave(node, page)
            at_end = root is not None and node.mem_id == root.mem_id
            child, node = (None, None) if at_end else (node.next, node.parent)
        node = child
    return page.written()


def _enter(node: LexborNode, page: Page, is_out: _Test) -> bool:
    """Writes what opens with `node`; whether its children are visible too."""
    tag = node.tag or ""
    if tag == "-text":
        page.text(node.text_content or "")
        return False
    if tag in _UNSEEN or not tag[:1].isalpha() or is_out(node) or _is_permalink(node):
        return False
    if tag in _HEADINGS:
        page.heading(_HEADINGS[tag])
    elif tag == "pre":
        page.code(node.text() or "")
        return False
    elif tag == "hr":
        page.rule()
    elif tag == "br":
        page.line_break()
    elif tag in ("td", "th"):
        page.cell(_number(node, "colspan"), _number(node, "rowspan"))
    elif tag == "ol":
        page.open_numbered_list(_number(node, "start"))
    elif tag == "sup" and (raised := _RAISED.fullmatch((node.text() or "").strip())):
        page.text(raised[0].translate(_SUPERSCRIPT))
        return False
    elif tag in _BLOCKS:
        page.end()
    elif opened := _OPENS.get(tag):
        opened(page)
    return True


def _leave(node: LexborNode, page: Page) -> None:
    tag = node.tag or ""
    if tag in _HEADINGS:
        page.end_marked()
    elif tag in _BLOCKS:
        page.end()
    elif closed := _CLOSES.get(tag):
        closed(page)


def _number(node: LexborNode, attribute: str) -> int:
    """A small number that an attribute gives; 1 where it gives none."""
    written = (node.attributes.get(attribute) or "").strip()
    return int(written) if _SMALL_NUMBER.fullmatch(written) and int(written) else 1


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return bool(attributes) and (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(attributes.get("style") or "") is not None
    )


def _is_unread(node: LexborNode) -> bool:
    """Whether nobody reads it: hidden, or one of a site's surroundings of its pages."""
    if _is_hidden(node) or (node.tag in ("header", "footer") and _is_around_page(node)):
        return True
    attributes = node.attributes
    if not attributes or node.tag in _PAGE_TAGS:
        return False
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().split()
    return attributes.get("role") in _SURROUNDING_ROLES or not _SURROUNDING_NAMES.isdisjoint(names)


def _is_around_page(node: LexborNode) -> bool:
    """Whether a header or footer is the whole page's, and holds no title of it."""
    above = node.parent
    while above is not None and above.tag == "div":
        above = above.parent
    return above is not None and above.tag == "body" and node.css_first("h1") is None


def _is_permalink(node: LexborNode) -> bool:
    """Whether this is the sign beside a heading that links to the heading itself."""
    if node.tag != "a" or (node.attributes.get("href") or "")[:1] != "#":
        return False
    return (node.text() or "").strip() in _PERMALINK_SIGNS


_OPENS: dict[str, Callable[[Page], None]] = {
    "ul": Page.open_list,
    "menu": Page.open_list,
    "li": Page.item,
    "blockquote": Page.open_quote,
    "table": Page.open_table,
    "tr": Page.row,
}
_CLOSES: dict[str, Callable[[Page], None]] = {
    "ul": Page.close_list,
    "menu": Page.close_list,
    "ol": Page.close_list,
    "li": Page.end_marked,
    "blockquote": Page.close_quote,
    "table": Page.close_table,
    "tr": Page.end_row,
    "td": Page.end_cell,
    "th": Page.end_cell,
}

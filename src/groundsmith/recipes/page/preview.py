"""Item pages as plain HTML, so that a person can look at what the files say together.

A preview is no site generator: one self-contained page an item and one that lists them, made of
the accepted files alone. Markdown is read for what the shipped components write (headings, points,
tables, paragraphs); anything else is shown as it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import Environment, Template

from groundsmith.recipes.page.rendering import TemplateFailed, parsed
from groundsmith.recipes.page.slug import slug
from groundsmith.records import Json, Record

FOLDER = "preview"
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#|])")
_CELLS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[|\s:-]+")


class Preview:
    """Makes pages of items as they come, and remembers what the index has to name."""

    def __init__(self) -> None:
        self._listed: list[dict[str, str]] = []

    def page(self, title: str, records: Iterable[Record]) -> tuple[str, str]:
        """Path and HTML of an item's page."""
        page = _page(title, {str(each.content["component"]): each for each in records})
        name = f"{slug(title)}.html"
        self._listed.append({"title": title, "href": name, "category": page["category"]})
        return f"{FOLDER}/{name}", _template("item.html").render(page)

    def index(self) -> tuple[str, str]:
        """Path and HTML of the page that lists those that were made."""
        listed = sorted(self._listed, key=lambda each: (each["category"], each["title"]))
        categories = [
            {"name": name, "items": list(items)}
            for name, items in groupby(listed, key=lambda each: each["category"])
        ]
        html = _template("index.html").render(categories=categories, count=len(listed))
        return f"{FOLDER}/index.html", html


def html_of(markdown: str) -> str:
    """Markdown's headings, points, tables and paragraphs as HTML; nothing in it becomes markup."""
    return "\n".join(_blocks(markdown.splitlines()))


def _page(title: str, held: dict[str, Record]) -> dict[str, Any]:
    front, author = _values(held, "frontmatter"), _values(held, "author")
    tags = _values(held, "tags")
    return {
        "title": title,
        "category": str(front.get("category", "")) if isinstance(front, dict) else "",
        "front": front,
        "author": author,
        "tags": tags if isinstance(tags, list) else [],
        "caption": _prose(held, "caption"),
        "bullets": _prose(held, "bullets"),
        "text": _prose(held, "text"),
        "properties": _prose(held, "propertiestable"),
        "parameters": _prose(held, "table"),
        "jsonld": str(held["jsonld"].content["text"]).replace("<", "\\u003c")
        if "jsonld" in held
        else "",
        "others": [
            (name, str(record.content["text"]))
            for name, record in held.items()
            if name not in _KNOWN
        ],
    }


_KNOWN = frozenset(
    {
        "author",
        "bullets",
        "caption",
        "frontmatter",
        "jsonld",
        "metatags",
        "propertiestable",
        "table",
        "tags",
        "text",
    }
)


def _values(held: dict[str, Record], component: str) -> Json:
    if component not in held:
        return {}
    content = held[component].content
    try:
        return parsed(str(content["text"]), str(content["format"]))
    except TemplateFailed:
        return {}


def _prose(held: dict[str, Record], component: str) -> str:
    return html_of(str(held[component].content["text"])) if component in held else ""


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    for kind, group in groupby(lines, key=_kind):
        block = list(group)
        if kind == "table":
            yield from _table(block)
        elif kind == "points":
            yield "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in block) + "</ul>"
        elif kind == "heading":
            for line in block:
                level = min(len(line) - len(line.lstrip("#")) + 1, 6)
                yield f"<h{level}>{_inline(line.lstrip('#'))}</h{level}>"
        elif kind == "prose":
            yield f"<p>{_inline(' '.join(block))}</p>"


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if line.startswith("|"):
        return "table"
    if line.startswith(("- ", "* ")):
        return "points"
    return "heading" if line.startswith("#") else "prose"


def _table(lines: Sequence[str]) -> Iterator[str]:
    rows = [_CELLS.split(line.strip())[1:-1] for line in lines if not _RULE.fullmatch(line)]
    if not rows:
        return
    head = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in rows[0])
    yield f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>'
    for row in rows[1:]:
        first, *rest = (_inline(cell) for cell in row)
        yield f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{one}</td>" for one in rest)
    yield "</tbody></table></div>"


def _inline(text: str) -> str:
    return escape(_ESCAPED.sub(r"\1", text).strip())


@cache
def _template(name: str) -> Template:
    text = (files("groundsmith.recipes.page") / "templates" / name).read_text("utf-8")
    style = (files("groundsmith.recipes.page") / "templates" / "style.css").read_text("utf-8")
    made = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.globals["style"] = style
    return made.from_string(text)

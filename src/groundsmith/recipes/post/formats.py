"""The files in which other tools expect posts; nothing is sent anywhere by us.

Texts are UTF-8 without lone surrogates and without characters that do not show. A file may hold
several posts: text has a line `---` between them, Markdown a front matter before each.
"""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import orjson
import yaml

from groundsmith.recipes.post.schedule import link_of
from groundsmith.recipes.registry import recipe_format
from groundsmith.recipes.table import clean, table, utf8
from groundsmith.records import Json, Record
from groundsmith.seams import PassageText

_MARKUP = re.compile(r"([\\`*_\[\]<>|~#&])")
_LIST_LIKE = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))", re.MULTILINE)
_NOTION_CHARS = 2000
"""Of one rich text, by Notion's limits; a page takes a hundred blocks at once."""
_NOTION_BLOCKS = 100
_TITLE_CHARS = 120


@recipe_format("post")
class LinkedIn:
    """The text of each post with its hashtags, as it is pasted; a line `---` between two."""

    name = "linkedin"
    suffix = ".txt"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many posts were written."""
        count = 0
        for count, record in enumerate(records, 1):
            to.write(b"\n---\n\n" if count > 1 else b"")
            to.write(utf8(record.content["text"]) + b"\n")
        return count


@recipe_format("post")
class Markdown:
    """Front matter, and the text with its characters escaped, so that it reads as it is."""

    name = "markdown"
    suffix = ".md"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many posts were written."""
        count = 0
        for count, record in enumerate(records, 1):
            to.write(b"\n" if count > 1 else b"")
            front = yaml.safe_dump(_front(record), allow_unicode=True, sort_keys=False, width=1000)
            body = re.sub(r"\n+", "\n\n", _escaped(record.content["text"]))
            to.write(utf8(f"---\n{front}---\n\n{body}\n"))
        return count


@recipe_format("post")
class Notion:
    """Pages as Notion's API takes them, in `pages`: properties, and a paragraph a section."""

    name = "notion"
    suffix = ".json"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many pages were written."""
        return _array(b'{"pages":[', map(_page, records), to)


@recipe_format("post")
class Buffer:
    """Updates as Buffer's API takes them, in `updates`; profiles are whoever posts' to fill in."""

    name = "buffer"
    suffix = ".json"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many updates were written."""
        updates = (
            {
                "text": record.content["text"],
                "profile_ids": [],
                "shorten": False,
                "now": False,
                "media": {"description": record.content["caption"]},
            }
            for record in records
        )
        return _array(b'{"updates":[', updates, to)


@recipe_format("post")
class Hootsuite:
    """Rows of Hootsuite's bulk composer: date, message, link; the date is left to be chosen."""

    name = "hootsuite"
    suffix = ".csv"

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many rows were written; the composer takes no row of names."""
        return table((["", record.content["text"], link_of(record)] for record in records), to)


@recipe_format("post")
class Csv:
    """A table for spreadsheets: comma-separated, UTF-8, CRLF (RFC 4180).

    A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV
    injection). The date is left empty: records hold none, `provenance.jsonl` does.
    """

    name = "csv"
    suffix = ".csv"
    columns = (
        "Title",
        "Content",
        "Hashtags",
        "Caption",
        "Style",
        "Tone",
        "Word Count",
        "Date Generated",
    )

    def write(self, records: Iterable[Record], passages: PassageText, to: BinaryIO) -> int:
        """How many posts were written, not counting the row of names."""
        rows = (_row(record) for record in records)
        return table(_with_names(self.columns, rows), to) - 1


def _row(record: Record) -> list[str]:
    content = record.content
    return [
        title_of(record),
        content["text"],
        " ".join(f"#{tag}" for tag in content["hashtags"]),
        content["caption"],
        content["style"],
        content["tone"],
        str(content["word_count"]),
        "",
    ]


def title_of(record: Record) -> str:
    """What a post is called: its project, and how its hook begins."""
    hook = record.content["sections"]["hook"]
    opening = hook[0]["text"] if hook else record.content["style"]
    return f"{record.content['project']}: {opening}"[:_TITLE_CHARS]


def _front(record: Record) -> dict[str, Json]:
    content = record.content
    return {
        "title": clean(title_of(record)),
        "project": clean(content["project"]),
        "style": content["style"],
        "tone": content["tone"],
        "audience": content["audience"],
        "platform": content["platform"],
        "language": content["language"],
        "caption": clean(content["caption"]),
        "tags": list(content["hashtags"]),
        "state": content["safety"]["state"],
        "writer": record.made_by.writer,
        "id": record.id,
    }


def _page(record: Record) -> Json:
    content = record.content
    blocks = [block for block in content["text"].split("\n\n") if block][:_NOTION_BLOCKS]
    return {
        "properties": {
            "Name": {"title": _rich(title_of(record))},
            "Style": {"select": {"name": content["style"]}},
            "Platform": {"select": {"name": content["platform"]}},
            "State": {"select": {"name": content["safety"]["state"]}},
            "Caption": {"rich_text": _rich(content["caption"])},
            "Tags": {"multi_select": [{"name": tag} for tag in content["hashtags"]]},
        },
        "children": [
            {"object": "block", "type": "paragraph", "paragraph": {"rich_text": _rich(block)}}
            for block in blocks
        ],
    }


def _rich(text: str) -> list[Json]:
    """A text in pieces of the length that Notion takes."""
    cuts = range(0, len(text), _NOTION_CHARS)
    return [
        {"type": "text", "text": {"content": text[start : start + _NOTION_CHARS]}} for start in cuts
    ]


def _escaped(text: str) -> str:
    """The text without indents, a backslash before whatever Markdown takes for markup."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return _LIST_LIKE.sub(_literal, _MARKUP.sub(r"\\\1", lines))


def _literal(found: re.Match[str]) -> str:
    """A sign is escaped; behind a number it is the sign after it that makes a list."""
    return f"\\{found[1]}" if not found[1].isdigit() else f"{found[1]}\\"


def _array(opening: bytes, values: Iterable[Json], to: BinaryIO) -> int:
    """Writes an object with one array, a value a line; how many there were."""
    count = 0
    to.write(opening)
    for count, value in enumerate(values, 1):
        to.write(b",\n" if count > 1 else b"\n")
        to.write(_json(value))
    to.write(b"\n]}\n")
    return count


def _json(value: Json) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:  # a lone surrogate somewhere
        return orjson.dumps(_cleaned(value))


def _cleaned(value: Json) -> Json:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def _with_names(names: Iterable[str], rows: Iterable[list[str]]) -> Iterator[list[str]]:
    yield list(names)
    yield from rows

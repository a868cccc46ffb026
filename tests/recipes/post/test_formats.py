"""Each file is what its reader expects, whatever a post holds."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from groundsmith.recipes.post import formats
from groundsmith.records import Assessment, Confidence, Json, MadeBy, Record, Tier

HOSTILE = st.text(
    st.characters(codec=None, exclude_categories=["Cc"]) | st.sampled_from("=+-@#*`|<>[]&\"'\\;,"),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip() != "" and text.strip() != "---")


def record(text: str = "A hook.\n\nA story: with it.", **content: Json) -> Record:
    held = {
        "project": "tool",
        "style": "showcase",
        "tone": "balanced",
        "audience": "developers",
        "platform": "linkedin",
        "language": "en",
        "text": text,
        "word_count": len(text.split()),
        "sections": {
            "hook": [{"text": text.partition("\n")[0], "origin": "model", "claims": []}],
            "call_to_action": [{"text": "The code: https://example.org/t", "origin": "fact"}],
        },
        "hashtags": ["Python"],
        "caption": text.partition("\n")[0],
        "hooks": [],
        "safety": {"state": "ready", "violations": [], "would_be": "ready"},
        **content,
    }
    return Record(
        id="0" * 32,
        recipe="post",
        item="tool/showcase",
        content=held,
        citations=(),
        claims=(),
        assessment=Assessment(
            tier=Tier.PREMIUM,
            confidence=Confidence.HIGH,
            overall=1.0,
            stages={},
            unchecked={},
            findings=(),
        ),
        made_by=MadeBy(
            recipe_version=1,
            writer="model:m",
            prompt_sha256=None,
            parameters={},
            settings_sha256="5" * 64,
        ),
    )


def written(format_: Any, *records: Record) -> str:
    file = io.BytesIO()
    count = format_.write(iter(records), lambda *_: "", file)
    assert count == len(records)
    return file.getvalue().decode()


def encoded(text: str) -> str:
    """The text as UTF-8 can hold it."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


@given(st.lists(HOSTILE, min_size=1, max_size=3))
def test_linkedin_s_posts_come_back_from_between_the_lines(texts: list[str]) -> None:
    file = written(formats.LinkedIn(), *map(record, texts))

    assert file.removesuffix("\n").split("\n\n---\n\n") == list(map(encoded, texts))


@given(HOSTILE)
def test_markdown_is_front_matter_and_reads_as_the_text_does(text: str) -> None:
    file = written(formats.Markdown(), record(text))

    _, front, body = file.split("---\n", 2)
    held = yaml.safe_load(front)
    shown = MarkdownIt("commonmark").parse(body)
    inline = [token for token in shown if token.type == "inline"]
    assert held["state"] == "ready"
    assert held["tags"] == ["Python"]
    assert {token.type for token in shown} <= {"paragraph_open", "inline", "paragraph_close"}
    kinds = {child.type for one in inline for child in one.children or ()}
    assert kinds <= {"text", "softbreak", "text_special"}


@given(HOSTILE)
def test_notion_and_buffer_are_json_with_the_whole_text(text: str) -> None:
    page = json.loads(written(formats.Notion(), record(text)))["pages"][0]
    update = json.loads(written(formats.Buffer(), record(text)))["updates"][0]

    blocks = [
        "".join(piece["text"]["content"] for piece in block["paragraph"]["rich_text"])
        for block in page["children"]
    ]
    assert "\n\n".join(blocks) == encoded(text)
    assert update["text"] == encoded(text)
    assert page["properties"]["Name"]["title"]


def test_no_piece_of_a_notion_page_is_longer_than_it_takes() -> None:
    page = json.loads(written(formats.Notion(), record("word " * 2000)))["pages"][0]

    pieces = [p for block in page["children"] for p in block["paragraph"]["rich_text"]]
    assert max(len(piece["text"]["content"]) for piece in pieces) <= 2000


@given(HOSTILE)
def test_no_cell_of_a_table_is_run_by_a_spreadsheet(text: str) -> None:
    made = record(text, caption=text)
    rows = list(csv.reader(io.StringIO(written(formats.Csv(), made), newline="")))
    rows += list(csv.reader(io.StringIO(written(formats.Hootsuite(), made), newline="")))

    assert rows[0] == list(formats.Csv.columns)
    assert len(rows) == 3
    assert rows[1][1].removeprefix("'") == encoded(text).removeprefix("'")
    for row in rows:
        assert not any(re.match(r"\s*[=+\-@\t\r]", cell) for cell in row)


def test_hootsuite_s_rows_are_date_message_and_link() -> None:
    (row,) = csv.reader(io.StringIO(written(formats.Hootsuite(), record()), newline=""))

    assert row == ["", "A hook.\n\nA story: with it.", "https://example.org/t"]


@pytest.mark.parametrize("kind", ["LinkedIn", "Markdown", "Notion", "Buffer", "Hootsuite", "Csv"])
def test_no_posts_are_a_file_all_the_same(kind: str) -> None:
    file = io.BytesIO()

    count = getattr(formats, kind)().write(iter(()), lambda *_: "", file)

    assert count == 0


def test_every_field_of_a_real_record_fits_every_format(desk: Callable[..., Any]) -> None:
    (made,) = desk().records()

    hook = made.content["sections"]["hook"][0]["text"]
    for kind in (formats.LinkedIn, formats.Markdown, formats.Notion, formats.Csv):
        assert hook in written(kind(), made).replace("\\", "")


def test_a_title_is_no_longer_than_a_title(desk: Callable[..., Any]) -> None:
    content: Mapping[str, Json] = {**record("x" * 500).content}

    assert len(formats.title_of(replace(record(), content=content))) <= 120

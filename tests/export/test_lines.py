"""A record and its line are one and the same."""

from collections.abc import Callable
from dataclasses import replace

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.export.lines import LineFault, line, parse
from groundsmith.records import (
    Assessment,
    Citation,
    Confidence,
    Evidence,
    Finding,
    JudgedClaim,
    MadeBy,
    Record,
    Span,
    Tier,
    Verdict,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
scores = st.floats(0, 1)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | scores | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
spans = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(
    lambda ends: Span(start=min(ends), stop=max(ends))
)
claims = st.builds(
    JudgedClaim,
    text=texts,
    verdict=st.just(Verdict.SUPPORTED),
    score=scores,
    judge=texts,
    evidence=st.lists(st.builds(Evidence, text=texts), max_size=2).map(tuple),
    reason=texts,
) | st.builds(
    JudgedClaim,
    text=texts,
    verdict=st.just(Verdict.UNCHECKED),
    score=st.none(),
    judge=texts,
    reason=texts,
)
assessments = st.builds(
    Assessment,
    tier=st.sampled_from(Tier),
    confidence=st.sampled_from(Confidence),
    overall=st.none() | scores,
    stages=st.dictionaries(texts, st.none() | scores, max_size=4),
    unchecked=st.dictionaries(texts, texts, max_size=2),
    findings=st.lists(st.builds(Finding, span=st.none() | spans), max_size=2).map(tuple),
)
records = st.builds(
    Record,
    content=st.dictionaries(texts, json_values, max_size=4),
    citations=st.lists(st.builds(Citation, quote=texts, document=texts), max_size=2).map(tuple),
    claims=st.lists(claims, max_size=2).map(tuple),
    assessment=assessments,
    made_by=st.builds(MadeBy, parameters=st.dictionaries(texts, json_values, max_size=2)),
)


@given(records)
def test_a_line_gives_its_record_back(record: Record) -> None:
    assert parse(line(record)) == record


@given(records)
def test_a_record_is_one_line(record: Record) -> None:
    assert line(record).count(b"\n") == 1
    assert line(record).endswith(b"\n")


def test_keys_stand_in_the_order_that_is_promised(record: Callable[..., Record]) -> None:
    value = orjson.loads(line(record(0)))

    assert list(value) == [
        "id",
        "recipe",
        "item",
        "content",
        "citations",
        "claims",
        "assessment",
        "made_by",
        "corrections",
    ]
    assert list(value["citations"][0]) == [
        "document",
        "sha256",
        "text_sha256",
        "reader",
        "start",
        "stop",
        "quote",
        "claim",
    ]
    assert value["assessment"]["stages"] == {"format": 1.0, "relevancy": None}


def test_a_lone_surrogate_does_not_stop_an_export(record: Callable[..., Record]) -> None:
    hostile = replace(record(0), item="a\ud800b", content={"question": "\udfff?"})

    written = parse(line(hostile))

    assert written.item == "a�b"
    assert written.content == {"question": "�?"}


@pytest.mark.parametrize(
    "body", [b"", b"\n", b'{"id":\n', b"[" * 100_000, b"\xff\xfe\n", b"nonsense\n"]
)
def test_what_is_not_whole_json_is_torn(body: bytes) -> None:
    with pytest.raises(LineFault) as caught:
        parse(body)

    assert caught.value.torn
    assert "\n" not in caught.value.reason


@pytest.mark.parametrize("body", [b"null\n", b"[]\n", b"{}\n", b'{"id": 3}\n'])
def test_json_that_is_no_record_is_not_torn(body: bytes) -> None:
    with pytest.raises(LineFault) as caught:
        parse(body)

    assert not caught.value.torn


def test_a_broken_record_is_told_where_it_breaks(record: Callable[..., Record]) -> None:
    body = line(record(0)).replace(b'"premium"', b'"best"')

    with pytest.raises(LineFault, match=r"assessment\.tier: .*'premium'"):
        parse(body)


def test_a_score_without_a_verdict_is_no_record(record: Callable[..., Record]) -> None:
    body = line(record(0)).replace(b'"SUPPORTED"', b'"UNCHECKED"')

    with pytest.raises(LineFault, match="UNCHECKED claim cannot have the score"):
        parse(body)

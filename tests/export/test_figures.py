"""What is counted while records pass: columns, tallies, lengths, exhibits, and how it is said."""

import statistics
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.export.charts import bars, histogram
from groundsmith.export.columns import Columns
from groundsmith.export.facts import Cut, Spending
from groundsmith.export.jsonl import Jsonl
from groundsmith.export.lengths import Lengths, LengthsByField
from groundsmith.export.lines import line
from groundsmith.export.repeats import Repeats
from groundsmith.export.showcase import Showcase
from groundsmith.export.tally import Tally
from groundsmith.export.words import bytes_of, duration, figure, percent, shortened
from groundsmith.records import Record, Tier

Make = Callable[..., Record]


def lengths_of(texts: list[str]) -> Lengths:
    collected = LengthsByField()
    for text in texts:
        collected.add({"answer": text})
    return next(iter(collected))


def types_of(*contents: dict[str, object]) -> dict[str, str]:
    columns = Columns()
    for content in contents:
        columns.add(content)
    return {column.path: column.type for column in columns if column.path.startswith("content.")}


@pytest.mark.parametrize(
    ("first", "second", "type_"),
    [
        (1, 2.5, "number"),
        (2.5, 1, "number"),
        (None, "a", "string"),
        ("a", None, "string"),
        (True, 1, "any"),
        ([1], [2], "array"),
        ({}, {}, "object"),
    ],
)
def test_a_column_has_the_type_that_holds_all_its_values(
    first: object, second: object, type_: str
) -> None:
    assert types_of({"x": first}, {"x": second}) == {"content.x": type_}


def test_fields_within_fields_are_columns_of_their_own() -> None:
    assert types_of({"context": {"start": 1, "stop": 2}}) == {
        "content.context.start": "integer",
        "content.context.stop": "integer",
    }


def test_a_content_of_endless_fields_does_not_make_an_endless_list() -> None:
    endless: list[dict[str, object]] = [{f"f{number}": number} for number in range(1000)]

    assert len(types_of(*endless)) == 100


def test_a_row_of_a_table_counts_for_its_source(record: Make) -> None:
    tally = Tally(["rows#1.jsonl", "a.md"])
    for number, document in enumerate(("rows#1.jsonl#17", "rows#1.jsonl#18", "a.md", "gone#3")):
        citation = replace(record(0).citations[0], document=document)
        tally.add(replace(record(number), citations=(citation,)))

    assert tally.by_source == {"rows#1.jsonl": 2, "a.md": 1, "gone#3": 1}


def test_records_of_one_item_cover_it_once(record: Make) -> None:
    tally = Tally(["visa.md"])
    for number in range(4):
        tally.add(record(number))

    assert tally.by_source["visa.md"] == 4
    assert tally.items_by_source["visa.md"] == 2


@given(st.lists(st.text(max_size=40), min_size=1))
def test_the_median_is_a_median(texts: list[str]) -> None:
    assert lengths_of(texts).median == statistics.median_low(map(len, texts))


@given(st.lists(st.integers(0, 6000).map("x".__mul__), min_size=1, max_size=20))
def test_a_histogram_counts_each_text_once_and_stays_small(texts: list[str]) -> None:
    lengths = lengths_of(texts)

    drawn = histogram(lengths)

    assert drawn.count == len(texts)
    assert len(drawn.columns) <= 36
    assert max(column.height for column in drawn.columns) == 100
    assert 0 <= drawn.median_x <= drawn.columns[-1].x + 1


def test_labels_are_not_measured_as_texts() -> None:
    collected = LengthsByField()

    collected.add({"kind": "factual", "language": "en", "answer": "yes", "n": 3})

    assert [lengths.field for lengths in collected] == ["answer"]


def test_a_bar_is_as_long_as_its_share() -> None:
    drawn = bars([("a", 3), ("b", 1)], of=4)

    assert [bar.width for bar in drawn] == [75.0, 25.0]
    assert bars([("a", 0)])[0].width == 0


def test_the_best_of_each_kind_is_shown_best_first(record: Make) -> None:
    showcase = Showcase()
    for number, (kind, overall) in enumerate([("a", 0.8), ("b", 0.95), ("a", 0.9), ("a", 0.9)]):
        made = record(number, overall=overall)
        showcase.add(replace(made, content={**made.content, "kind": kind}))

    assert [one.id for one in showcase.best] == ["r001", "r002"]


@given(st.lists(st.tuples(st.sampled_from(Tier), st.sampled_from([0.7, 0.8, 1.0]))), st.randoms())
def test_what_is_shown_does_not_depend_on_the_order(
    record: Make, drafts: list[tuple[Tier, float]], random: Random
) -> None:
    made = [record(number, tier=tier, overall=score) for number, (tier, score) in enumerate(drafts)]
    shuffled = random.sample(made, len(made))
    one, two = Showcase(), Showcase()
    for first, second in zip(made, shuffled, strict=True):
        one.add(first)
        two.add(second)

    assert (one.best, one.weakest, one.refused) == (two.best, two.weakest, two.refused)


def test_the_weakest_accepted_come_first_and_are_few(record: Make) -> None:
    showcase = Showcase()
    for number in range(50):
        showcase.add(record(number, overall=round(0.99 - number / 200, 4)))

    assert [one.id for one in showcase.weakest] == ["r049", "r048", "r047", "r046"]


def test_each_cause_of_rejection_has_one_example(record: Make) -> None:
    showcase = Showcase()
    for number in range(3):
        showcase.add(record(number, tier=Tier.REJECTED))

    assert [(stage, code, one.id) for stage, code, one in showcase.refused] == [
        ("duplicate", "near", "r000")
    ]


@given(st.lists(st.integers(0, 9).map(str), max_size=30))
def test_repeats_name_the_first_line_with_the_same_key(keys: list[str]) -> None:
    repeats = Repeats()
    for number, key in enumerate(keys, 1):
        repeats.add(key, number)

    assert list(repeats.pairs()) == [
        (number, keys.index(key) + 1)
        for number, key in enumerate(keys, 1)
        if keys.index(key) + 1 != number
    ]


def test_the_native_format_is_the_lines_themselves(record: Make) -> None:
    to = BytesIO()

    count = Jsonl().write([record(0), record(1)], lambda *_: "", to)

    assert count == 2
    assert to.getvalue() == line(record(0)) + line(record(1))


@pytest.mark.parametrize(
    ("pico", "shown"),
    [
        (0, "0.00"),
        (10**12, "1.00"),
        (1_234_500_000_000, "1.2345"),
        (1, "0.000000000001"),
        (12 * 10**10, "0.12"),
    ],
)
def test_money_is_shown_with_as_many_digits_as_it_takes(pico: int, shown: str) -> None:
    assert Spending(cost_pico_usd=pico).cost_usd == shown


def test_savings_of_nothing_are_unknown_and_not_zero() -> None:
    assert Cut(document_count=0, chunk_count=0, unmerged_chunk_count=0).saved_ratio is None


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 10, "0 %"),
        (1, 1000, "under 1 %"),
        (999, 1000, "over 99 %"),
        (1000, 1000, "100 %"),
        (1, 3, "33 %"),
        (0, 0, "none"),
    ],
)
def test_a_share_never_rounds_to_all_or_nothing(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.0421, "42 ms"),
        (7.44, "7.4 s"),
        (59.97, "1 min 0 s"),
        (125, "2 min 5 s"),
        (7260, "2 h 1 min"),
    ],
)
def test_a_duration_has_the_unit_that_fits(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown


def test_sizes_and_figures_are_short() -> None:
    assert [bytes_of(size) for size in (12, 1_500, 2_500_000)] == ["12 B", "1.5 kB", "2.5 MB"]
    assert [figure(value) for value in (None, 0.951, 12345)] == ["UNCHECKED", "0.95", "12,345"]


@given(st.text(max_size=3000))
def test_a_shortened_text_is_a_beginning_of_it(text: str) -> None:
    short = shortened(text)

    assert len(short) <= 702
    assert text.startswith(short.removesuffix(" …"))

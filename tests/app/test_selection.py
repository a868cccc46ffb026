"""Which items are worked on: the same in the ledger and in Python, with whatever they need."""

import json
from dataclasses import asdict
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.errors import RequestError
from groundsmith.records import Item, ItemState, Selection
from groundsmith.store import item_leases, items, plans, runs
from groundsmith.store.database import Database
from groundsmith.store.items import PlannedItem

RUN = "r"
NAMES = ("Aluminum/text", "Aluminum/tags", "Oak/text", "Äther/text", "a_b/text", "a[b]/text", "Oak")


def plan(database: Database, planned: list[PlannedItem]) -> None:
    database.write(
        lambda c: runs.start(
            c, run=RUN, out="o", recipe=("n", 1), inputs=[], settings={}, fresh=False, now=0.0
        )
    )
    number = database.write(lambda c: runs.next_plan(c, RUN))
    database.write(partial(plans.plan, run=RUN, number=number, batch=planned))
    database.write(lambda c: plans.finish_plan(c, RUN, number, 1.0))


def planned(*names: str, needs: dict[str, tuple[str, ...]] | None = None) -> list[PlannedItem]:
    return [
        PlannedItem(
            name=name,
            ordinal=place,
            fingerprint=f"f-{name}",
            payload=b"[]",
            needs=(needs or {}).get(name, ()),
            category="Wood" if name.startswith("Oak") else "metal",
        )
        for place, name in enumerate(names)
    ]


def claimed(database: Database, selection: Selection) -> list[str]:
    leased, _ = database.write(
        lambda c: item_leases.claim(
            c, RUN, owner="me", limit=99, selection=selection, now=1.0, expires_at=9.0
        )
    )
    return [lease.name for lease in leased]


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(item="aluminum"), ["Aluminum/text", "Aluminum/tags"]),
        (Selection(item="*/TEXT", limit=2), ["Aluminum/text", "Oak/text"]),
        (Selection(item="äther"), ["Äther/text"]),
        (Selection(item="a_b"), ["a_b/text"]),
        (Selection(item="a[b]"), ["a[b]/text"]),
        (Selection(item="%"), []),
        (Selection(category="wood"), ["Oak/text", "Oak"]),
        (Selection(category="wood", item="oak/*"), ["Oak/text"]),
        (Selection(category="WOOD", limit=1), ["Oak/text"]),
        (Selection(limit=2), ["Aluminum/text", "Aluminum/tags"]),
        (Selection(parts=("TAGS",)), ["Aluminum/tags"]),
        (Selection(parts=("tags", "oak"), category="wood"), ["Oak"]),
        (Selection(parts=("t%",)), []),
        (Selection(parts=("text",), limit=2), ["Aluminum/text", "Oak/text"]),
    ],
)
def test_the_ledger_leases_what_is_selected_and_nothing_else(
    database: Database, selection: Selection, wanted: list[str]
) -> None:
    plan(database, planned(*NAMES))

    assert database.fetch(lambda c: list(items.names(c, RUN, selection))) == wanted
    assert claimed(database, selection) == wanted


def test_a_selection_that_was_written_down_is_the_same_one_again() -> None:
    for selection in (Selection(), Selection(limit=2, item="a*", category="b", parts=("c", "d"))):
        assert Selection.of(json.loads(json.dumps(asdict(selection)))) == selection


@given(
    parts=st.lists(st.text("aB%_é", min_size=1, max_size=2), max_size=2).map(tuple),
    names=st.lists(st.text("abAB_%éÉ/", min_size=1, max_size=5), unique=True, max_size=8),
)
def test_a_part_means_the_same_to_the_ledger_and_to_the_estimate(
    tmp_path_factory: pytest.TempPathFactory, parts: tuple[str, ...], names: list[str]
) -> None:
    selection = Selection(parts=parts)

    with Database(tmp_path_factory.mktemp("ledger") / "ledger.db") as database:
        plan(database, planned(*names))
        found = database.fetch(lambda c: list(items.names(c, RUN, selection)))

    assert found == [name for name in names if selection.matches(Item(name=name, inputs=()))]


@given(
    pattern=st.text("aB*?_%[]é/", max_size=6),
    names=st.lists(st.text("abAB_%[]éÉ/", min_size=1, max_size=6), unique=True, max_size=8),
)
def test_a_pattern_means_the_same_to_the_ledger_and_to_the_estimate(
    tmp_path_factory: pytest.TempPathFactory, pattern: str, names: list[str]
) -> None:
    selection = Selection(item=pattern)

    with Database(tmp_path_factory.mktemp("ledger") / "ledger.db") as database:
        plan(database, planned(*names))
        found = database.fetch(lambda c: list(items.names(c, RUN, selection)))

    assert found == [name for name in names if selection.matches(Item(name=name, inputs=()))]


def test_what_a_selected_item_needs_is_worked_on_first_though_it_does_not_match(
    database: Database,
) -> None:
    plan(database, planned("a/text", "a/head", "b/head", needs={"a/text": ("a/head",)}))

    assert claimed(database, Selection(item="*/text")) == ["a/head"]
    assert claimed(database, Selection(limit=1)) == []
    assert database.fetch(lambda c: items.counts(c, RUN, Selection(item="*/text"))) == {
        ItemState.PENDING: 1,
        ItemState.LEASED: 1,
    }


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ({"a": ("b",), "b": ("c",), "c": ("a",)}, "need each other: "),
        ({"a": ("a",)}, "need each other: a → a"),
        ({"a": ("nobody",)}, "a: needs nobody, and no item of the plan is called so"),
    ],
)
def test_needs_that_can_never_be_met_are_refused_by_name(
    database: Database, needs: dict[str, tuple[str, ...]], said: str
) -> None:
    with pytest.raises(RequestError, match=said):
        plan(database, planned("a", "b", "c", needs=needs))

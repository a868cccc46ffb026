"""Rows that are read a page at a time, so that no snapshot outlives a page."""

from functools import partial

from groundsmith.records import Document, Draft, ItemState, Judgement, Source
from groundsmith.store import corpus, drafts, item_leases, plans, runs
from groundsmith.store.corpus import SourceRow
from groundsmith.store.database import Database
from groundsmith.store.drafts import JudgedDraft, Place, Written
from groundsmith.store.item_leases import Ended
from groundsmith.store.items import PlannedItem

RUN, JUDGE = "r", "j"


def document(path: str, part: int) -> Document:
    return Document(
        id=f"{path}#{part}",
        source=path,
        sha256="s",
        text_sha256=f"{path}-{part}",
        reader="jsonl@1",
        text=f"text {part}",
    )


def store(database: Database, path: str, place: int, count: int) -> None:
    source = Source(path=path, uri=path, size_bytes=1, media_type="text/plain", sha256="s")
    row = SourceRow(source=source, reader="jsonl@1", skipped=())
    read = [document(path, part) for part in range(count)]
    database.write(lambda c: corpus.put(c, RUN, row, read, reading=1, ordinal=place))


def written(database: Database, parts_of: dict[str, int], alike: str = "") -> None:
    """A run whose items are all done, each with so many drafts; `alike` are one passage."""
    database.write(
        lambda c: runs.start(
            c, run=RUN, out="o", recipe=("n", 1), inputs=[], settings={}, fresh=False, now=0.0
        )
    )
    batch = [
        PlannedItem(
            name=name,
            ordinal=place,
            fingerprint="f-alike" if name in alike else f"f-{name}",
            payload=name.encode(),
        )
        for place, name in enumerate(parts_of)
    ]
    database.write(partial(plans.plan, run=RUN, number=1, batch=batch))
    while write_some(database, parts_of):
        pass


def write_some(database: Database, parts_of: dict[str, int]) -> bool:
    """Whether anything was left to do: claimed and written, or found written already."""
    leased, adopted = database.write(
        lambda c: item_leases.claim(c, RUN, owner="me", limit=99, now=1.0, expires_at=9.0)
    )
    for lease in leased:
        made = [
            Draft(part=part, content={}, citations=(), writer="w")
            for part in range(parts_of[lease.name])
        ]
        origin = {"first": lease.name}
        whole = Written(fingerprint=lease.fingerprint, drafts=made, provenance=origin)
        ended = Ended(lease=lease, state=ItemState.DONE, duration_s=0.1)
        database.write(partial(drafts.put, made=[whole]))
        database.write(partial(item_leases.finish, run=RUN, ended=[ended], now=2.0))
    return bool(leased or adopted)


def places_unjudged(database: Database, limit: int) -> list[Place]:
    found: list[Place] = []
    place: Place = (-1, -1)
    while True:
        with database.read() as connection:
            page = drafts.unjudged(connection, RUN, JUDGE, after=place, limit=limit)
        if not page:
            return found
        found += [stored.place for stored in page]
        place = page[-1].place


def test_drafts_come_once_each_in_plan_order_whatever_the_page(database: Database) -> None:
    written(database, {"a": 3, "b": 0, "c": 2, "d": 1})

    found = [places_unjudged(database, limit) for limit in (1, 2, 3, 10)]

    assert found == [[(0, 0), (0, 1), (0, 2), (2, 0), (2, 1), (3, 0)]] * 4


def test_a_judged_draft_does_not_come_again(database: Database) -> None:
    written(database, {"a": 3})
    made = Judgement(stages={}, findings=(), claims=())
    judged = JudgedDraft(fingerprint="f-a", part=1, judge_sha256=JUDGE, judgement=made)

    database.write(lambda c: drafts.put_judgement(c, judged))

    assert places_unjudged(database, 2) == [(0, 0), (0, 2)]


def test_what_several_items_share_comes_once_with_the_first(database: Database) -> None:
    written(database, {"a": 1, "b": 1, "c": 0, "d": 1}, alike="bd")

    with database.read() as connection:
        found = list(drafts.written_items(connection, RUN))

    assert [payload for payload, _ in found] == [b"a", b"b", b"c"]


def test_the_documents_of_a_source_come_in_order_whatever_the_page(database: Database) -> None:
    store(database, "b", 0, 5)
    store(database, "a", 1, 1)

    with database.read() as connection:
        paths = corpus.source_paths(connection, RUN)
        pages = [
            corpus.documents_of(connection, RUN, "b", start=start, limit=2)
            for start in (0, 2, 4, 6)
        ]

    assert paths == ["b", "a"]
    assert [[row.id for row in page] for page in pages] == [
        ["b#0", "b#1"],
        ["b#2", "b#3"],
        ["b#4"],
        [],
    ]

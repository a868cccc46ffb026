"""Versions of items: only ever added, numbered from 1, and none for what is the same again."""

from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundsmith.records import Citation, digest
from groundsmith.store import versions
from groundsmith.store.database import Database
from groundsmith.store.versions import Making, Offered, Piece


def offered(text: str, item: str = "a", instruction: str = "") -> Offered:
    cited = Citation(
        document="a.md",
        sha256="1" * 64,
        text_sha256="2" * 64,
        reader="text@1",
        start=3,
        stop=9,
        quote="a quay",
    )
    piece = Piece(record="r1", content={"text": text}, citations=(cited,), claims=(text,))
    made = Making(writer="model:m", instruction=instruction, who="ann" if instruction else "")
    return Offered(item=item, sha256=digest([text]), made=made, pieces=(piece,))


def keep(database: Database, *given: Offered, run: str = "r") -> int:
    return database.write(lambda c: versions.keep(c, run, given))


def test_a_version_comes_back_as_it_was_kept(database: Database) -> None:
    first, second = offered("one"), offered("two", instruction="shorter")
    for one in (first, second):
        keep(database, one)

    found = database.fetch(lambda c: versions.of_item(c, "r", "a"))

    assert [one.number for one in found] == [1, 2]
    assert [one.pieces for one in found] == [first.pieces, second.pieces]
    assert [one.made.by for one in found] == ["run", "revise"]
    assert found[1].made == second.made
    assert database.fetch(lambda c: versions.of_item(c, "other", "a")) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.sampled_from("xyz"), min_size=1, max_size=8))
def test_a_text_is_a_version_where_it_is_another_than_the_one_before(
    database: Database, texts: list[str]
) -> None:
    run = uuid4().hex
    for text in texts:
        keep(database, offered(text), run=run)

    found = database.fetch(lambda c: versions.of_item(c, run, "a"))

    changes = [text for at, text in enumerate(texts) if at == 0 or texts[at - 1] != text]
    assert [one.pieces[0].content["text"] for one in found] == changes
    assert [one.number for one in found] == list(range(1, len(changes) + 1))


def test_the_latest_of_each_item_are_listed_without_their_texts(database: Database) -> None:
    assert keep(database, offered("one"), offered("one", "b")) == 2
    assert keep(database, offered("two"), offered("one", "b")) == 1

    found = {
        one.item: one.number for one in database.fetch(lambda c: list(versions.latest(c, "r")))
    }

    assert found == {"a": 2, "b": 1}
    assert database.fetch(lambda c: versions.followed(c, "r")) == {"a", "b"}
    assert database.fetch(lambda c: versions.number_of(c, "r", "a")) == 2
    assert database.fetch(lambda c: versions.number_of(c, "r", "none")) is None

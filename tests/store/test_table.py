"""Somebody's own table: what is read of it, how it is refused, and what is never said."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from groundsmith.errors import InputError
from groundsmith.store.table import Row, has_table, rows, table_at
from postgres import PASSWORD, Cluster


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return tmp_path / "shop.db"


def made(shop: Path, *statements: str, values: tuple[Any, ...] = ()) -> None:
    with sqlite3.connect(shop) as connection:
        for statement in statements:
            connection.execute(statement, values if "?" in statement else ())
    connection.close()


def read(address: str) -> list[Row]:
    return list(rows(table_at(address)))


def test_rows_come_as_text_in_the_order_of_their_keys(shop: Path) -> None:
    made(
        shop,
        "CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT, mass REAL, made DATE, more JSON)",
        "INSERT INTO items VALUES (2, 'Tin', 7.287, 'long ago', NULL)",
        """INSERT INTO items VALUES (1, 'Gold', 19, '2026-01-02', '{"melts": [1337.30, "K"]}')""",
    )

    found = read(f"sqlite:///{shop}?table=items")

    assert [row.key for row in found] == ["1", "2"]
    assert found[0].values == {
        "id": "1",
        "name": "Gold",
        "mass": "19.0",
        "made": "2026-01-02",
        "more": {"melts": ["1337.30", "K"]},
    }
    assert found[1].values == {"id": "2", "name": "Tin", "mass": "7.287", "made": "long ago"}


@pytest.mark.parametrize(
    ("value", "column"),
    [(b"\x00\xff", "photo"), ("{not json", "more"), ("[" * 5000 + "]" * 5000, "more")],
)
def test_a_column_that_is_no_text_is_a_fault_of_its_row_alone(
    shop: Path, value: Any, column: str
) -> None:
    made(
        shop,
        "CREATE TABLE items (id INTEGER PRIMARY KEY, photo BLOB, more JSON)",
        "INSERT INTO items VALUES (1, NULL, NULL)",
        f"INSERT INTO items (id, {column}) VALUES (2, ?)",
        values=(value,),
    )

    found = read(f"sqlite:///{shop}?table=items")

    assert [list(row.faults) for row in found] == [[], [column]]


def test_text_that_is_no_utf_8_is_a_fault_too(shop: Path) -> None:
    made(
        shop,
        "CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT)",
        "INSERT INTO items VALUES (1, CAST(X'FF41' AS TEXT))",
    )

    (row,) = read(f"sqlite:///{shop}?table=items")

    assert list(row.faults) == ["name"]


def test_a_view_wants_a_key_where_nothing_tells_its_rows_apart(shop: Path) -> None:
    made(
        shop,
        "CREATE TABLE items (code TEXT, kind TEXT)",
        "INSERT INTO items VALUES ('b', 'x'), ('a', 'y')",
        "CREATE VIEW shown AS SELECT * FROM items",
    )

    with pytest.raises(InputError, match="&key=COLUMN"):
        read(f"sqlite:///{shop}?table=shown")
    found = read(f"sqlite:///{shop}?table=shown&key=code,kind")

    assert [row.key for row in found] == ["a,y", "b,x"]


def test_reading_a_table_writes_nothing(shop: Path) -> None:
    made(shop, "CREATE TABLE items (id INTEGER PRIMARY KEY)", "INSERT INTO items VALUES (1)")
    shop.chmod(0o400)
    before = sorted(shop.parent.iterdir()), shop.read_bytes()

    read(f"sqlite:///{shop}?table=items")

    assert (sorted(shop.parent.iterdir()), shop.read_bytes()) == before


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://ada:hunter22@db/shop?table=items", "no catalogue is read from there"),
        ("postgresql://ada:hunter22@db/shop", "a database and its table are wanted"),
        ("postgresql://ada:hunter22@db@db/shop?table=a", "@ is written %40"),
        ("postgresql://ada:hunter22@db:port/shop?table=a", "no address of a table"),
        ("postgresql://ada:hunter22@db/shop\n?table=a", "a character that no URL has"),
    ],
)
def test_what_is_no_table_is_refused_without_its_password(address: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        table_at(address)

    assert said in str(refused.value)
    assert "hunter22" not in str(refused.value)


def test_a_missing_file_is_not_made(shop: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(f"sqlite:///{shop}?table=items")

    assert not shop.exists()


def test_the_address_that_is_written_down_finds_the_table_and_holds_no_secret() -> None:
    given = table_at(
        "postgres://ada:hunter22@db:5433/shop?table=s.items&key=id&sslpassword=hunter23"
    )

    again = table_at(given.written)

    assert given.written == "postgresql://ada@db:5433/shop?key=id&table=s.items"
    assert (again.table, again.key, again.where) == (given.table, given.key, given.where)
    assert given.where == "postgresql://db:5433/shop?key=id&table=s.items"


def test_a_table_of_postgresql_is_read_with_its_types(server: Cluster) -> None:
    address = server.new_database()
    name = address.rpartition("/")[2]
    server.execute(
        name,
        "CREATE SCHEMA shop; CREATE TABLE shop.items (id int, lang text, price numeric, "
        "good boolean, tags text[], more jsonb, made timestamptz, photo bytea, "
        "PRIMARY KEY (id, lang)); INSERT INTO shop.items VALUES "
        "(2, 'en', 2.50, true, ARRAY['a','b'], '{\"n\": 2.70, \"x\": null}', NULL, NULL),"
        "(1, 'id', NULL, NULL, NULL, NULL, '2026-01-02T03:04:05Z', '\\x00')",
    )

    first, second = read(f"{address}?table=shop.items")

    assert (first.key, list(first.faults)) == ("1,id", ["photo"])
    assert first.values["made"].startswith("2026-01-02T")
    assert second.values == {
        "id": "2",
        "lang": "en",
        "price": "2.50",
        "good": "true",
        "tags": ["a", "b"],
        "more": {"n": "2.70", "x": None},
    }
    assert not has_table(table_at(f"{address}?table=items"))


def test_a_server_that_refuses_is_told_of_without_the_password(server: Cluster) -> None:
    address = server.new_database().replace(PASSWORD, "another-secret-word")

    with pytest.raises(InputError) as refused:
        read(f"{address}?table=items")

    assert "cannot be read" in str(refused.value)
    assert "another-secret-word" not in str(refused.value)

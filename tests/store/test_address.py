"""The address of a ledger: what is written down, and whose password goes where."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import URL

from groundsmith.errors import RequestError
from groundsmith.store.address import address, with_login, written

SECRET = "hunter2-of-the-tests"
words = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=20)
names = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20
)


@given(user=names, database=words, port=st.none() | st.integers(1, 65535), password=names)
def test_what_is_written_leads_to_the_same_database_without_the_password(
    user: str, database: str, port: int | None, password: str
) -> None:
    url = URL.create("postgresql", user, password, "db.example.org", port, database)

    again = address(written(url))

    assert isinstance(again, URL)
    assert again.password is None
    assert again.set(password=password) == url


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://ada:{SECRET}@db/x",
        f"postgresql+psycopg://ada:{SECRET}@db/x?sslmode=require&sslpassword={SECRET}",
        f"postgresql:///x?host=/run/db&password={SECRET}",
        f"postgres://ada:{SECRET}/a/b@db/x",
    ],
)
def test_no_secret_is_written_down(url: str) -> None:
    shown = written(address(url))

    assert "hunter2" not in shown
    assert shown.endswith(("/x", "/x?host=%2Frun%2Fdb"))


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://ada:p@{SECRET}@db/x",
        f"postgresql://ada:p@db/{SECRET}@db/x",
        f"postgresql:///x?host=a@{SECRET}",
        f"postgresql://ada:{SECRET}@db",
        f"postgresql://ada:{SECRET}@db/x?dbname=y",
        f"postgresql://:{SECRET}@db/x?user=ada",
        f"oracle://ada:{SECRET}@db/x",
        f"://{SECRET}",
        f"postgresql://ada:{SECRET}\udcff@db/x",
        f"postgresql://ada:{SECRET}\0@db/x",
        f"{SECRET}\0.db",
    ],
)
def test_an_address_that_could_be_misread_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(RequestError, match=r"database\.url") as refused:
        address(url)

    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("given_url", "used"),
    [
        (f"postgresql://ada:{SECRET}@DB:5432/other", f"postgresql://ada:{SECRET}@DB:5432/x"),
        (f"postgresql://bob:{SECRET}@db/x?a=b", f"postgresql://bob:{SECRET}@db/x?a=b"),
        (f"postgresql://ada:{SECRET}@elsewhere/x", "postgresql://ada@db/x"),
        (f"postgresql://ada:{SECRET}@db:5433/x", "postgresql://ada@db/x"),
        ("ledger.db", "postgresql://ada@db/x"),
    ],
)
def test_a_login_is_used_for_its_own_server_only(given_url: str, used: str) -> None:
    recorded = address("postgresql://ada@db/x")

    assert with_login(recorded, address(given_url)) == address(used)


def test_a_file_needs_no_login() -> None:
    file = Path("/state/ledger.db")

    assert with_login(file, address("postgresql://ada@db/x")) == file

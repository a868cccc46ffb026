"""Every test of the ledger's rows runs on SQLite, and on PostgreSQL where slow tests run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from groundsmith.store.database import Database
from postgres import Cluster


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a fresh ledger may be opened."""
    if request.param == "sqlite":
        return str(tmp_path / "state" / "ledger.db")
    running: Cluster = request.getfixturevalue("server")
    return running.new_database()


@pytest.fixture
def database(place: str) -> Iterator[Database]:
    """A fresh ledger."""
    with Database.open(place) as opened:
        yield opened

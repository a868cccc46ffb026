"""A PostgreSQL that goes away: nothing is lost, nothing is done twice, nobody waits for ever."""

from collections.abc import Callable
from concurrent.futures import Future

import pytest
from sqlalchemy import Connection, text

from groundsmith.errors import StateUnreachable
from groundsmith.store import events
from groundsmith.store.database import Database
from postgres import PASSWORD, Cluster

pytestmark = pytest.mark.slow

RUN = "r"


def add(number: int) -> Callable[[Connection], int]:
    """Work that shows when it is done twice."""
    return lambda c: events.add(c, RUN, 0.0, "kind", {"number": number})


def added(connection: Connection) -> list[int]:
    return [event["data"]["number"] for event in events.after(connection, RUN, 0, limit=10**6)]


def end_other_sessions(connection: Connection) -> None:
    others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
    connection.execute(text(f"{others} WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"))


def test_restarts_under_load_lose_nothing_and_double_nothing(own_server: Cluster) -> None:
    with Database.open(own_server.new_database()) as database:
        futures: list[Future[int]] = []
        for mode in ("fast", "immediate", "immediate"):
            begun = len(futures)
            futures += [database._writer.submit(add(begun + number)) for number in range(1000)]
            futures[begun + 50].result()
            own_server.stop(mode)
            own_server.start()

        for future in futures:
            future.result()

        assert sorted(database.fetch(added)) == list(range(3000))


def test_a_commit_whose_answer_was_lost_is_not_done_again(
    server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks after the server has committed and before the client knows."""
    url = server.new_database()
    with Database.open(url) as database, Database.open(url) as other:
        dialect = database._writer._engine.dialect
        commit = dialect.do_commit

        def commit_and_be_cut_off(connection: object) -> None:
            commit(connection)  # type: ignore[arg-type]  # the pool's proxy, passed on as it came
            monkeypatch.undo()
            other.fetch(end_other_sessions)
            connection.execute("SELECT 1")  # type: ignore[attr-defined]  # as above

        monkeypatch.setattr(dialect, "do_commit", commit_and_be_cut_off)

        number = database.write(add(7))

        assert number == 1
        assert other.fetch(added) == [7]


def test_a_transaction_that_was_cut_off_is_done_again(server: Cluster) -> None:
    url = server.new_database()
    tries: list[int] = []
    with Database.open(url) as database, Database.open(url) as other:

        def work(connection: Connection) -> None:
            tries.append(1)
            add(1)(connection)
            if len(tries) == 1:
                other.fetch(end_other_sessions)
            add(2)(connection)

        database.write(work)

        assert len(tries) == 2
        assert other.fetch(added) == [1, 2]


def test_a_read_that_was_cut_off_is_begun_anew(server: Cluster) -> None:
    url = server.new_database()
    tries: list[int] = []
    with Database.open(url) as database, Database.open(url) as other:
        database.write(add(1))

        def work(connection: Connection) -> list[int]:
            tries.append(1)
            if len(tries) == 1:
                other.fetch(end_other_sessions)
            return added(connection)

        found = database.fetch(work)

    assert found == [1]
    assert len(tries) == 2


def test_a_server_that_stays_away_is_given_up_and_the_run_can_be_resumed(
    own_server: Cluster,
) -> None:
    url = own_server.new_database()
    with Database.open(url, patience_s=0.2) as database:
        database.write(add(1))
        own_server.stop()

        failures = []
        for use in (lambda: database.write(add(2)), lambda: database.fetch(added)):
            with pytest.raises(StateUnreachable) as given_up:
                use()
            failures.append(given_up.value)

    own_server.start()
    with Database.open(url) as database:
        assert database.fetch(added) == [1]
    assert [failure.exit_code for failure in failures] == [5, 5]
    assert all(PASSWORD not in str(failure) for failure in failures)


def test_a_server_that_came_back_after_it_was_given_up_is_used_again(own_server: Cluster) -> None:
    with Database.open(own_server.new_database(), patience_s=0.2) as database:
        own_server.stop()
        with pytest.raises(StateUnreachable):
            database.write(add(1))
        own_server.start()

        database.write(add(2))

        assert database.fetch(added) == [2]

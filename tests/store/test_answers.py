"""Stored answers: paid for once, and stored in the transaction that books their cost."""

import pytest
from sqlalchemy import Connection, update

from groundsmith.records import Answer, Completion, Usage
from groundsmith.store import answers, check, schema, wallet
from groundsmith.store.database import Database
from groundsmith.store.wallet import Reserved, Settlement, Totals

RUN = "r"


def answer(text: str, key: str = "k" * 64) -> Answer:
    usage = Usage(input_tokens=3, output_tokens=5)
    return Answer(
        key=key, completion=Completion(text=text, model="m", finish_reason="stop", usage=usage)
    )


def find(database: Database, key: str = "k" * 64) -> Completion | None:
    return database.fetch(lambda c: answers.get(c, [key]))[0]


def reserve(database: Database) -> int:
    [outcome] = database.write(lambda c: wallet.reserve(c, RUN, "me", [60], None, 1.0))
    assert isinstance(outcome, Reserved)
    return outcome.reservation


def pay(database: Database, paid: Answer, cost: int | None) -> None:
    ended = Settlement(reservation=reserve(database), cost=cost, call=paid.key)
    database.write(lambda c: answers.answer_and_settle(c, RUN, [ended], [paid], 2.0))


def totals(database: Database) -> Totals | None:
    with database.read() as connection:
        return wallet.totals(connection, RUN)


def damage(database: Database) -> None:
    body = b'{"text":"no","model":"m","finish_reason":"stop","usage":null}'
    database.write(lambda c: c.execute(update(schema.answers).values(body=body)))


@pytest.mark.parametrize("text", ["", "é" * 1000, "nul \0 and \u2028", "x" * 1_000_000])
def test_an_answer_comes_back_as_it_was(database: Database, text: str) -> None:
    pay(database, answer(text), 10)

    assert find(database) == answer(text).completion


def test_an_answer_with_half_a_character_is_kept_all_the_same(database: Database) -> None:
    pay(database, answer("half \ud800 of it"), 10)

    found = find(database)

    assert found is not None
    assert found.text == "half ? of it"


def test_what_was_never_asked_is_not_there(database: Database) -> None:
    assert find(database) is None


def test_the_first_answer_stands_for_whoever_asked_the_same(database: Database) -> None:
    pay(database, answer("first"), 10)

    pay(database, answer("second"), 20)

    assert find(database) == answer("first").completion
    assert totals(database) == Totals(limit=None, settled=30, unsettled=0, reserved=0)


def test_an_answer_of_unknown_cost_is_stored_and_left_unsettled(database: Database) -> None:
    pay(database, answer("text"), None)

    assert find(database) == answer("text").completion
    assert totals(database) == Totals(limit=None, settled=0, unsettled=60, reserved=0)


def test_the_ledger_says_which_answer_a_reservation_paid_for(database: Database) -> None:
    pay(database, answer("text", key="a key"), 10)

    with database.read() as connection:
        calls = list(connection.execute(schema.reservations.select()).mappings())

    assert [call["call"] for call in calls] == ["a key"]


def test_an_answer_and_its_cost_are_booked_together_or_not_at_all(database: Database) -> None:
    ended = Settlement(reservation=reserve(database), cost=10)

    def broken(connection: Connection) -> None:
        answers.answer_and_settle(connection, RUN, [ended], [answer("text")], 2.0)
        raise RuntimeError("the process fails before the commit")

    with pytest.raises(RuntimeError, match="before the commit"):
        database.write(broken)

    assert find(database) is None
    assert totals(database) == Totals(limit=None, settled=0, unsettled=0, reserved=60)


def test_of_two_answers_in_one_batch_the_first_stands(database: Database) -> None:
    both = [answer("first"), answer("second"), answer("another", key="other")]

    database.write(lambda c: answers.put(c, RUN, both, 1.0))

    assert find(database) == both[0].completion
    assert find(database, "other") == both[2].completion


def test_a_damaged_answer_counts_as_none_and_is_replaced(database: Database) -> None:
    pay(database, answer("first"), 10)
    damage(database)

    before = find(database)
    pay(database, answer("second"), 10)

    assert before is None
    assert find(database) == answer("second").completion


def test_a_damaged_answer_is_found_by_the_check(database: Database) -> None:
    pay(database, answer("first"), 10)
    damage(database)

    with database.read() as connection:
        found = list(check.faults(connection))

    assert len(found) == 1
    assert "stored answer kkk" in found[0]

"""Many processes with many calls each spend from one budget, and never a pico-dollar more."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tokenizers import Regex, Tokenizer, models, pre_tokenizers

import asker
from groundsmith.llm.tokens import input_bound
from groundsmith.records import Request
from groundsmith.store import wallet
from groundsmith.store.database import Database
from groundsmith.testing import FakeProvider, Script
from postgres import PostgresMissing, cluster

pytestmark = pytest.mark.slow

PROCESSES = 4
CALLERS = 64
RUN = "shared"
LIMIT = 60 * 10**9
PICO_A_TOKEN = 10**6


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where the processes share a fresh ledger."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    try:
        with cluster("fsync=off", "max_connections=100") as server:
            yield server.new_database()
    except PostgresMissing as missing:
        pytest.skip(str(missing.__doc__))


def spenders(
    place: str, base_url: str, limit: int = LIMIT, *tokenizer: str
) -> list["subprocess.Popen[str]"]:
    """Processes that are ready and wait for the word."""
    words = [asker.__file__, place, RUN, base_url, str(CALLERS), str(limit), *tokenizer]
    started = [
        subprocess.Popen(
            [sys.executable, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(PROCESSES)
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    return started


def begin(processes: list["subprocess.Popen[str]"]) -> None:
    """Gives the word to all of them at once."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()


def dearest_call() -> int:
    """What a call is reserved at, at most."""
    longest = asker.request(10**9)
    return (input_bound(longest) + 2 * asker.MAX_OUTPUT_TOKENS + 10) * PICO_A_TOKEN


def test_four_processes_of_64_calls_never_pass_one_budget(place: str) -> None:
    Database.open(place).close()
    with FakeProvider(Script(latency_s=0.02), own_process=True) as provider:
        processes = spenders(place, provider.base_url)

        begin(processes)
        said = [process.communicate(timeout=300)[0] for process in processes]
        bill = provider.bill()

    billed = (bill.input_tokens + 2 * bill.output_tokens) * PICO_A_TOKEN
    with Database.open(place) as database, database.read() as connection:
        totals = wallet.totals(connection, RUN)
        assert totals is not None
        assert wallet.recount(connection, RUN) == totals
    assert [process.returncode for process in processes] == [0] * PROCESSES
    assert sum(map(int, said)) == len(bill.calls)
    assert billed <= LIMIT
    assert (totals.settled, totals.unsettled, totals.reserved) == (billed, 0, 0)
    assert LIMIT - billed < dearest_call(), "there was room for one more call"
    assert min(map(int, said)) > 0, "a process stood aside"
    assert bill.peak_in_flight <= PROCESSES * CALLERS


def test_a_budget_worth_fourteen_answers_buys_thirteen_where_the_tokenizer_is_known(
    tmp_path: Path,
) -> None:
    words = Tokenizer(models.WordLevel({"?": 0}, unk_token="?"))
    words.pre_tokenizer = pre_tokenizers.Split(Regex(r"(?m).{1,4}"), behavior="isolated")
    words.save(str(tmp_path / "four_characters_a_token.json"))
    place, tokenizer = str(tmp_path / "ledger.db"), str(tmp_path / "four_characters_a_token.json")
    Database.open(place).close()
    script = Script(latency_s=0.02, answer_tokens=asker.MAX_OUTPUT_TOKENS)
    longest = sum(-(-len(text) // 4) + 4 for text in texts_of(asker.request(10**9)))
    dearest = (longest + 2 * asker.MAX_OUTPUT_TOKENS) * PICO_A_TOKEN

    with FakeProvider(script, own_process=True) as provider:
        processes = spenders(place, provider.base_url, 14 * dearest, tokenizer)
        begin(processes)
        for process in processes:
            process.communicate(timeout=300)
        bill = provider.bill()

    assert 13 <= len(bill.calls) <= 14


def texts_of(request: Request) -> list[str]:
    return [request.system, *(text for _, text in request.messages)]

"""What `benchmarks/engine.py` tries besides speed: providers that say no, budgets, and starting.

A cap of 50 calls within any second is the strictest way in which providers count. A fault is
scripted by share. A budget is worth a number of answers exactly, and the model's tokenizer is
known: it is the provider's own, a token for every four characters.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from groundsmith.store.database import Database
from groundsmith.testing import FakeProvider, Outcome, Script
from groundsmith.testing.bill import Bill

LATENCY_S = 0.05
ASKER = Path(__file__).parents[1] / "tests" / "asker.py"
ANSWERS = 14
ANSWER_TOKENS = 64
PICO_A_TOKEN = 10**6
"""What a token of the input costs; one of the output costs twice as much."""
CAP_PER_S = 50
FAULTS = ((0.02, Outcome(status=429, retry_after="1")), (0.01, Outcome(status=500)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A provider that says no, and what is read off.

    Attributes:
        scripts: The provider's, one run each; the last is the one whose bill is looked at.
    """

    about: str
    heading: str
    row_count: int
    in_flight: int
    scripts: tuple[Script, ...]


CAPPED = Trial(
    about=f"a cap of {CAP_PER_S}/s, 400 rows, 100 in flight",
    heading="rows delivered, last call over the earliest possible, refusals in % of the rows",
    row_count=400,
    in_flight=100,
    scripts=(Script(latency_s=LATENCY_S, cap_per_s=CAP_PER_S),),
)
FAULTY = Trial(
    about="2 % 429 with Retry-After 1 and 1 % 500, 2,000 rows, 100 in flight",
    heading="rows delivered, seconds more than without faults",
    row_count=2_000,
    in_flight=100,
    scripts=(Script(latency_s=LATENCY_S), Script(latency_s=LATENCY_S, shares=FAULTS)),
)
TRIALS = (CAPPED, FAULTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How it went."""

    trial: Trial
    delivered: int
    bill: Bill
    walls: tuple[float, ...]

    def __str__(self) -> str:
        rows = self.trial.row_count
        if self.trial is FAULTY:
            calm, faulty = self.walls
            return f"{self.delivered:6} of {rows}  {faulty - calm:+6.2f} s"
        span = (self.bill.last_s - self.bill.first_s) / (rows / CAP_PER_S)
        refused = self.bill.statuses.get(429, 0) / rows
        return f"{self.delivered:6} of {rows}  {span:5.2f} x  {refused:6.1%}"


def budget_lines() -> Iterator[str]:
    """How many answers each way of spending gets out of a budget that is worth 14."""
    for processes in (1, 4):
        for in_flight in (20, 256):
            got = answers_for(processes, in_flight)
            yield (
                f"a budget worth {ANSWERS} answers, {processes} processes x {in_flight} in flight:"
                f" {got} answers"
            )


def answers_for(processes: int, in_flight: int) -> int:
    """How many calls the provider billed."""
    script = Script(latency_s=LATENCY_S, answer_tokens=ANSWER_TOKENS)
    with tempfile.TemporaryDirectory(prefix="groundsmith-budget-") as name:
        folder = Path(name)
        tokenizer = four_characters_a_token(folder / "tokenizer.json")
        place = str(folder / "ledger.db")
        Database.open(place).close()
        limit = ANSWERS * price_of_an_answer(folder, tokenizer)
        with FakeProvider(script, own_process=True) as fake:
            spend(place, fake.base_url, processes, in_flight, limit, tokenizer)
            return len(fake.bill().calls)


def price_of_an_answer(folder: Path, tokenizer: Path) -> int:
    """What the dearest of the asker's calls costs, in pico-dollars: process ids have lengths."""
    place = str(folder / "one.db")
    Database.open(place).close()
    with FakeProvider(Script(answer_tokens=ANSWER_TOKENS), own_process=True) as fake:
        spend(place, fake.base_url, 1, 1, 2 * ANSWER_TOKENS * 4 * PICO_A_TOKEN, tokenizer)
        calls = fake.bill().calls
    return max(call.input_tokens + 2 * call.output_tokens for call in calls) * PICO_A_TOKEN


def spend(
    place: str, base_url: str, processes: int, in_flight: int, limit: int, tokenizer: Path
) -> None:
    """Spends a budget to its end from several processes at once."""
    words = [str(ASKER), place, "budget", base_url, str(in_flight), str(limit), str(tokenizer)]
    spenders = [
        subprocess.Popen(
            [sys.executable, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(processes)
    ]
    for spender in spenders:
        assert spender.stdout is not None
        spender.stdout.readline()  # it is ready
    for spender in spenders:
        spender.communicate("go\n")


def four_characters_a_token(path: Path) -> Path:
    """A tokenizer that counts as the fake provider does."""
    from tokenizers import Regex, Tokenizer, models, pre_tokenizers

    made = Tokenizer(models.WordLevel({"?": 0}, unk_token="?"))
    made.pre_tokenizer = pre_tokenizers.Split(Regex(r"(?m).{1,4}"), behavior="isolated")
    made.save(str(path))
    return path


def starting_lines() -> Iterator[str]:
    """CPU seconds of `import groundsmith` and of `groundsmith --help`, the best of five."""
    for words in (["-c", "import groundsmith"], ["-m", "groundsmith", "--help"]):
        yield f"python {' '.join(words)}: {min(cpu_s(words) for _ in range(5)):.3f} s of CPU"


def cpu_s(words: list[str]) -> float:
    """CPU seconds of one Python process."""
    process = subprocess.Popen([sys.executable, *words], stdout=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_utime + used.ru_stime

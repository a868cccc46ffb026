"""A run in figures: the same line for the terminal and for who looks from outside."""

import io
from contextlib import redirect_stderr

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.cli.progress import Lines
from groundsmith.cli.tally import Tally, announced, figures
from groundsmith.events import (
    BudgetAlert,
    PhaseStarted,
    Progressed,
    SettingsRefused,
    SettingsReloaded,
)
from groundsmith.records import PICO

HALFWAY = Progressed(
    done_count=120,
    failed_count=3,
    total_count=436,
    rate_per_s=14.2,
    left_s=22.0,
    success_ratio=120 / 123,
    tokens_per_s=3100.4,
    spent=PICO * 14 // 100,
    budget=PICO,
)
LINE = (
    "120/436 items, 14.2/s, 0:22 left, 97 % done well, 3,100 tokens/s, $0.14 of $1.00"
)  # fmt: skip


def test_what_the_ledger_tells_is_the_line_until_the_phase_ends() -> None:
    tally = Tally()
    tally.add(PhaseStarted(phase="write"))

    tally.add(HALFWAY)
    during = tally.line()
    tally.add(PhaseStarted(phase="judge"))

    assert figures(HALFWAY) == LINE
    assert during == f"write {LINE}"
    assert tally.line() == "judge"


@given(st.integers(1, 10**16), st.integers(1, 10**16))
def test_no_amount_spent_is_understated_or_overdrawn_by_a_hundredth_of_a_cent(
    spent: int, budget: int
) -> None:
    [line] = announced(BudgetAlert(ratio=0.8, spent=spent, budget=budget))

    told = float(line.split("(")[1].split(" of ")[0].removeprefix("$"))
    assert -1e-9 <= told - spent / PICO < 1.0001e-4


def test_an_alert_is_a_line_and_the_wall_leaves_that_to_the_error() -> None:
    err = io.StringIO()

    with redirect_stderr(err), Lines() as emit:
        for ratio in (0.8, 1.0):
            emit(BudgetAlert(ratio=ratio, spent=PICO * 8 // 10, budget=PICO))

    assert err.getvalue() == "budget: 80 % is spent ($0.80 of $1.00)\n"


def test_a_changed_and_a_refused_settings_file_are_told_at_once() -> None:
    err = io.StringIO()

    with redirect_stderr(err), Lines() as emit:
        emit(SettingsReloaded(changed=("run.in_flight",), waiting=("qa.min_overall",)))
        emit(SettingsRefused(faults=("groundsmith.yaml:3: run.in_flight: must be at least 1",)))

    assert err.getvalue().splitlines() == [
        "settings changed: run.in_flight (in force from now on)",
        "settings changed: qa.min_overall (in force from the next command on)",
        "settings not changed: groundsmith.yaml:3: run.in_flight: must be at least 1",
    ]

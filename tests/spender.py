"""A process that spends from one budget with many calls at a time, until it is stopped by it.

    python tests/spender.py PLACE RUN OWNER CALLERS LIMIT WORST_CASE

Says that it is ready, begins at a line on standard input, and prints what it spent in how many
calls.
"""

import asyncio
import sys

from groundsmith.errors import BudgetReached
from groundsmith.store.database import Database
from groundsmith.store.run_wallet import RunWallet
from groundsmith.testing import FixedClock


async def spend(wallet: RunWallet, callers: int, worst_case: int) -> list[int]:
    """The cost of each call; every third costs its worst case, and the others half of it."""
    costs: list[int] = []

    async def caller() -> None:
        while True:
            try:
                reservation = await wallet.reserve(worst_case)
            except BudgetReached:
                return
            cost = worst_case if len(costs) % 3 == 0 else worst_case // 2
            costs.append(cost)
            await wallet.settle(reservation, cost, None)

    await asyncio.gather(*(caller() for _ in range(callers)))
    return costs


def main() -> None:
    """Spends."""
    place, run, owner, *numbers = sys.argv[1:]
    callers, limit, worst_case = (int(number) for number in numbers)
    with Database.open(place) as database:
        print("ready", flush=True)
        sys.stdin.readline()
        wallet = RunWallet(
            database,
            run,
            owner,
            limit=lambda: limit,
            clock=FixedClock(),
            waiting=lambda: None,
        )
        costs = asyncio.run(spend(wallet, callers, worst_case))
    print(sum(costs), len(costs))


if __name__ == "__main__":
    main()

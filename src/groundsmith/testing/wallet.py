"""A wallet and a store of answers in memory."""

from groundsmith.errors import BudgetReached
from groundsmith.records import Answer, Completion, in_dollars


class MemoryWallet:
    """Wallet and Answers in one, without a limit where `limit` is None.

    It does not wait for open reservations: what does not fit is refused at once.
    """

    def __init__(self, limit: int | None = None) -> None:
        self.limit = limit
        self.settled = 0
        self.unsettled = 0
        self.open: dict[str, int] = {}
        self.answers: dict[str, Completion] = {}
        self._count = 0

    async def reserve(self, worst_case: int) -> str:
        """A reservation's id."""
        held = self.settled + self.unsettled + sum(self.open.values())
        if self.limit is not None and held + worst_case > self.limit:
            raise BudgetReached(in_dollars(held), in_dollars(self.limit))
        self._count += 1
        reservation = str(self._count)
        self.open[reservation] = worst_case
        return reservation

    async def settle(self, reservation: str, cost: int | None, answer: Answer | None) -> None:
        """Books the cost and keeps the answer."""
        reserved = self.open.pop(reservation)
        if cost is None:
            self.unsettled += reserved
        else:
            self.settled += cost
        if answer is not None:
            self.answers[answer.key] = answer.completion

    async def find(self, key: str) -> Completion | None:
        """The stored answer."""
        return self.answers.get(key)

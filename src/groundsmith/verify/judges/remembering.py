"""A judge that is dear to ask, asked about the same claim and the same evidence only once."""

import time
from collections.abc import Sequence

from groundsmith.records import Claim, Evidence, JudgedClaim, Verdict, digest
from groundsmith.seams import Judge
from groundsmith.store import verdicts
from groundsmith.store.database import Database


class Remembering:
    """Another judge with a memory in the ledger; the seam Judge, under the other's name.

    What is UNCHECKED is not remembered: next time the judge may be able to.

    Args:
        settings_sha256: Hash of whatever else the judge's verdicts depend on.
    """

    def __init__(self, judge: Judge, database: Database, *, settings_sha256: str) -> None:
        self.name = judge.name
        self._judge = judge
        self._database = database
        self._settings_sha256 = settings_sha256

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """The verdict that is remembered, else the judge's own."""
        key = self._key(claim, evidence)
        with self._database.read() as connection:
            [known] = verdicts.find(connection, [key])
        if known is not None:
            return known
        found = await self._judge.judge(claim, evidence)
        if found.verdict is not Verdict.UNCHECKED:
            await self._database.write_soon(
                lambda connection: verdicts.put(connection, {key: found}, time.time())
            )
        return found

    def _key(self, claim: Claim, evidence: Sequence[Evidence]) -> str:
        shown = [[each.input, each.start, each.stop, each.text] for each in evidence]
        return digest([self.name, self._settings_sha256, claim.text, claim.kind, shown])

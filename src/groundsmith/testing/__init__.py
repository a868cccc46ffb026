"""Doubles we ship, for our own tests and for those of whoever builds on Groundsmith.

`FakeProvider` is a server on a real socket, so that a client is tested down to its bytes; the
others stand behind the seams of the same name.
"""

from groundsmith.testing.bill import Bill, BilledCall
from groundsmith.testing.clock import FixedClock, LoopClock
from groundsmith.testing.model import ScriptedModel
from groundsmith.testing.provider import FakeProvider
from groundsmith.testing.script import Outcome, Script
from groundsmith.testing.virtual import run_in_virtual_time
from groundsmith.testing.wallet import MemoryWallet

__all__ = [
    "Bill",
    "BilledCall",
    "FakeProvider",
    "FixedClock",
    "LoopClock",
    "MemoryWallet",
    "Outcome",
    "Script",
    "ScriptedModel",
    "run_in_virtual_time",
]

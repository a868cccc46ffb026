"""Runs first in a process that has this folder on PYTHONPATH, and guards its sockets.

Each address that the process asks to resolve or to reach is written to the file NETWORK_LOG; all
but NETWORK_ALLOWED (`host:port`) are refused. Python tells of its own sockets only, so the event
loop that has others is hidden, and the program takes Python's.
"""

import os
import sys
from typing import Any

_ADDRESS_AT: dict[str, int | slice] = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": slice(0, 2),
    "socket.gethostbyname": slice(0, 1),
    "socket.gethostbyaddr": slice(0, 1),
}


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    at = _ADDRESS_AT.get(event)
    address = None if at is None else arguments[at]
    if not isinstance(address, tuple):  # another event, or a socket of the file system
        return
    named = ":".join(str(part) for part in address[:2])
    with open(os.environ["NETWORK_LOG"], "a", encoding="utf-8") as log:  # noqa: PTH123  # pathlib is not imported for a guard
        log.write(f"{named}\n")
    if named != os.environ.get("NETWORK_ALLOWED"):
        raise PermissionError(f"{event} {named}: the network is denied")


sys.modules["uvloop"] = None  # type: ignore[assignment]  # how an import is made to fail
sys.addaudithook(_guard)

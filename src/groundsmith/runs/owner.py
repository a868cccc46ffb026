"""Which process holds work, and whether it still lives.

A lease runs out by time; a process that died on this machine is known to be dead at once, so a
killed run goes on without a wait. The start time tells a process from a later one with its pid.
"""

import os
import socket
import uuid

import psutil

from groundsmith.store.leases import Owner


def this_process() -> Owner:
    """A new owner for the calling process."""
    return Owner(
        id=uuid.uuid4().hex,
        host=socket.gethostname(),
        pid=os.getpid(),
        process_started_at=psutil.Process().create_time(),
    )


def is_dead(owner: Owner) -> bool:
    """Whether the owner certainly no longer runs; of other machines nothing is certain."""
    if owner.host != socket.gethostname():
        return False
    try:
        return psutil.Process(owner.pid).create_time() != owner.process_started_at
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False

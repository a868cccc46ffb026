"""What runs in a worker process: takes tasks from its pipe, one at a time, and answers them.

It imports next to nothing; a task's function brings what it needs. The process ends with its
parent, even one that was killed in the middle of a task, because a thread waits for just that.
"""

import os
import pickle
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from groundsmith.errors import GroundsmithError
from groundsmith.records import Json

Task = tuple[str, Mapping[str, Json], Json]
"""Path of a function (`package.module:name`), settings, payload."""


def serve(pipe: "Connection[bool, Task]") -> None:
    """Says that it is there, then answers tasks until the pool or the parent process is gone."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        pipe.send(True)
        while True:
            pipe.send_bytes(_answer(*pipe.recv()))


def _answer(function: str, settings: Mapping[str, Json], payload: Json) -> bytes:
    """Pickled: the result and nothing, or the exception and its traceback."""
    try:
        return pickle.dumps((_function(function)(settings, payload), ""))
    except Exception as error:  # the caller raises it again, whatever it is
        return pickle.dumps((_portable(error), "".join(traceback.format_exception(error))))


@cache
def _function(path: str) -> Callable[[Mapping[str, Json], Json], Json]:
    module, _, name = path.partition(":")
    found: Callable[[Mapping[str, Json], Json], Json] = getattr(import_module(module), name)
    return found


def _portable(error: Exception) -> Exception:
    """The exception; one that no pickle takes is told in words."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # made right here
    except Exception:  # a vendor's exception may refuse in any way it likes
        return GroundsmithError(f"{type(error).__name__}: {error}")
    return error


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

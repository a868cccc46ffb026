"""Functions that tests let a worker process do."""

import os
import signal
import time
from collections.abc import Mapping

from groundsmith.records import Json


class Stubborn(Exception):
    """An exception that no pickle takes."""

    def __reduce__(self) -> str:
        raise TypeError("never")


def both(settings: Mapping[str, Json], payload: Json) -> Json:
    """What it was called with."""
    return [dict(settings), payload]


def multiplied(settings: Mapping[str, Json], payload: Json) -> Json:
    """The payload as often as the settings say."""
    return settings["times"] * payload


def divided(settings: Mapping[str, Json], payload: Json) -> Json:
    """Raises ZeroDivisionError where the payload is 0."""
    return settings["times"] / payload


def stubborn(settings: Mapping[str, Json], payload: Json) -> Json:
    """Raises an exception that cannot be pickled."""
    raise Stubborn("stays here")


def alive(settings: Mapping[str, Json], payload: Json) -> Json:
    """A value that lives in its process alone."""
    return lambda: None


def dies_of(settings: Mapping[str, Json], payload: Json) -> Json:
    """Ends its process by a signal; a payload of 0 is a plain exit."""
    if payload:
        os.kill(os.getpid(), payload)
    os._exit(3)


def process(settings: Mapping[str, Json], payload: Json) -> Json:
    """The process it is done in."""
    return os.getpid()


def interrupted(settings: Mapping[str, Json], payload: Json) -> Json:
    """What is left to do after the SIGINT that a terminal sends to all of its processes."""
    os.kill(os.getpid(), signal.SIGINT)
    return payload


def endless(settings: Mapping[str, Json], payload: Json) -> Json:
    """Says in a file that it began, then never returns."""
    with open(payload, "w", encoding="utf-8") as file:  # noqa: PTH123  # leanest in a worker
        file.write(str(os.getpid()))
    while True:
        time.sleep(1)

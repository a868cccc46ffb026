"""numba, of the `graph` extra: what makes loops over edges fast, where it is installed.

What is compiled is kept on disk where that can be written, so that only the first process waits.
"""

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast

_F = TypeVar("_F", bound=Callable[..., Any])


@cache
def compiler() -> Any:
    """The numba module, or None where the `graph` extra is not installed."""
    try:
        return importlib.import_module("numba")
    except ImportError:
        return None


def compiled(function: _F) -> _F:
    """The function as machine code; itself where there is no compiler."""
    numba = compiler()
    if numba is None:
        return function
    try:
        return cast("_F", numba.njit(function, cache=True, nogil=True))
    except RuntimeError:  # no place to keep what is compiled
        return cast("_F", numba.njit(function, nogil=True))

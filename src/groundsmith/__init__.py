"""Groundsmith: content from your own sources, every sentence held against them.

`groundsmith.verify(text, sources=[...])` checks a text, `groundsmith.search(index, query)` and
`groundsmith.recommend(index, like=id)` ask a collection that `groundsmith index` has made. They are
imported when they are first named, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name == "verify":
        return import_module("groundsmith.verify")
    if name in ("search", "recommend"):
        return getattr(import_module("groundsmith.app.collections.searching"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

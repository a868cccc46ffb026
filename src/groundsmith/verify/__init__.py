"""Hold text against its sources: claims, evidence, checks, judges.

The package can be called: `groundsmith.verify("text", sources=[...])` gives a Report. It is a
package whose type was changed, because the library call and the room share the one name that fits
both; `groundsmith.app.checking.verifying.verify` is the same call under a name that type checkers
know.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _CallableRoom(ModuleType):
    """This package, as something that can be called."""

    def __call__(self, text: str, sources: Any, **options: Any) -> Any:
        """The report on `text`; see `groundsmith.app.checking.verifying.verify`."""
        # By name: a room does not know the wiring above it until somebody asks for all of it.
        return import_module("groundsmith.app.checking.verifying").verify(text, sources, **options)


sys.modules[__name__].__class__ = _CallableRoom

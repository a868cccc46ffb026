"""Which embedder a run compares meanings with, if with any; found out once, when it is opened."""

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from groundsmith.errors import RequestError
from groundsmith.index.dense.weights import NAME, is_unpacked
from groundsmith.seams import Embedder
from groundsmith.settings import GroundsmithSettings

if TYPE_CHECKING:
    from groundsmith.index.dense.transformers import SentenceTransformers

_NEEDED = ("safetensors", "tokenizers")


def embedder_of(settings: GroundsmithSettings) -> Embedder | None:
    """The embedder of `checks.dense`; `None` where meanings are not compared."""
    return minilm() if embedder_name(settings) else None


def embedder_name(settings: GroundsmithSettings) -> str | None:
    """Its name and version, without reading it.

    Raises:
        RequestError: It is required and not here, and `checks.allow_unchecked` is off.
    """
    wanted = settings.checks.dense
    if wanted == "off":
        return None
    if minilm_is_installed():
        return NAME
    if wanted == "required" and not settings.checks.allow_unchecked:
        raise RequestError(
            "checks.dense: required and not installed; `make dense` installs it, "
            "checks.allow_unchecked does without"
        )
    return None


def minilm_is_installed() -> bool:
    """Whether its weights and what reads them are here."""
    return is_unpacked() and all(map(find_spec, _NEEDED))


@cache
def minilm() -> Embedder:
    """The embedder that runs here, read once; raises RequestError where it is not whole."""
    # Imported here: it reads 91 MB, and most runs compare no meanings.
    from groundsmith.index.dense.minilm import MiniLM
    from groundsmith.index.dense.recalling import Recalling

    return Recalling(MiniLM())


@cache
def transformers(name: str) -> "SentenceTransformers":
    """A model of the library sentence-transformers, read once; raises RequestError."""
    # Imported here: numpy takes a while, and most runs compare no meanings.
    from groundsmith.index.dense.transformers import SentenceTransformers

    return SentenceTransformers(name)

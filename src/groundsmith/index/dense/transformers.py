"""Any model that the library sentence-transformers can load, by its name or from a folder.

A folder may hold another model tomorrow, so its name carries a hash of what is in it; the name of
a published model is taken at its word. The library, and torch with it, is imported when a model is
made and nowhere else.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groundsmith.errors import RequestError

PREFIX = "sentence-transformers:"
_HASH_CHARS = 12
_HIDDEN = "."
_MARK = "@"


class SentenceTransformers:
    """The seam Embedder; `name` is what stands in an index.

    Args:
        wanted: `sentence-transformers:`, then a model's name or a folder; with `@` and a hash the
            folder must hold what has that hash.

    Raises:
        RequestError: The library is missing, there is no such model, or the folder holds another.
    """

    def __init__(self, wanted: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise RequestError(
                f"{wanted}: sentence-transformers is not installed: "
                "pip install 'groundsmith[transformers]'"
            ) from error
        self.name, place = _identified(wanted)
        try:
            self._model = SentenceTransformer(place, device="cpu")
        except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
            line = " ".join(str(error).split())[:200]
            raise RequestError(f"{wanted}: no model that can be read ({line})") from error

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Float array of shape (len(texts), dimensions), rows of unit length."""
        known = [text.encode("utf-8", "replace").decode() for text in texts]
        made = self._model.encode(
            known, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(made, dtype=np.float32).reshape(len(known), -1)


def _identified(wanted: str) -> tuple[str, str]:
    """The name for an index, and what the library is asked for."""
    place = wanted.removeprefix(PREFIX)
    folder, mark, held = place.rpartition(_MARK)
    if mark and Path(folder).is_dir():
        if _hash_of(Path(folder)) != held:
            raise RequestError(
                f"{folder}: another model than the one that made the vectors; index again with it"
            )
        return wanted, folder
    if Path(place).is_dir():
        whole = str(Path(place).absolute())
        return f"{PREFIX}{whole}{_MARK}{_hash_of(Path(place))}", whole
    return wanted, place


def _hash_of(folder: Path) -> str:
    """A hash of every file's name and content, hidden ones apart."""
    hashed = hashlib.sha256()
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        inside = file.relative_to(folder)
        if not any(part.startswith(_HIDDEN) for part in inside.parts):
            hashed.update(inside.as_posix().encode("utf-8", "surrogateescape") + b"\0")
            with file.open("rb") as opened:
                hashed.update(hashlib.file_digest(opened, "sha256").digest())
    return hashed.hexdigest()[:_HASH_CHARS]

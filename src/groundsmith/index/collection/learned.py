"""A collection's learnt ranker, kept in the index beside what it ranks."""

import json
from pathlib import Path

import numpy as np

from groundsmith.errors import IndexCorrupt, InputError, RequestError
from groundsmith.index.files import FolderWriter, Snapshot
from groundsmith.index.files.manifest import EMPTY
from groundsmith.index.learning.lambdamart import LambdaMart
from groundsmith.index.learning.learned import Ranker
from groundsmith.index.learning.linear import LinearModel

KIND = "learned"
LINEAR, LAMBDAMART = "linear", "lambdamart"


def keep(folder: Path, model: LinearModel | LambdaMart) -> None:
    """Puts a model into an index in the place of the one before.

    Raises:
        OutputError: Another process writes the index.
        InputError: There is no index.
    """
    linear = isinstance(model, LinearModel)
    text = json.dumps(model.as_json()) if isinstance(model, LinearModel) else model.as_text()
    content = np.frombuffer(text.encode(), dtype=np.uint8)
    with FolderWriter(folder) as files:
        if files.manifest is EMPTY:
            raise InputError(f"{folder}: there is no index here")
        about = {"model": LINEAR if linear else LAMBDAMART}
        files.commit(KIND, [files.part(KIND, KIND, {"model": content}, about)])


def learned(snapshot: Snapshot) -> Ranker:
    """The model of an index.

    Raises:
        RequestError: None was learnt, or it was by another version.
        IndexCorrupt: It is not what was written.
    """
    parts = snapshot.manifest.of_kind(KIND)
    if not parts:
        raise RequestError(
            f"{snapshot.folder}: nothing was learnt here; `groundsmith train` learns from judgments"
        )
    text = snapshot.array(parts[0], "model").tobytes().decode()
    if parts[0].about.get("model") == LAMBDAMART:
        return LambdaMart(text)
    try:
        return LinearModel.from_json(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as exc:
        raise IndexCorrupt(snapshot.folder, "what was learnt cannot be read") from exc

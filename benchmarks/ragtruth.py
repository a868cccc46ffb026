"""The development responses of RAGTruth-QA in two halves, split by source.

Tables and thresholds are made from the selection half and reported on the held-out half. The
halves are drawn by a hash of the source's id, so that answers to one question stay together.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

Response = dict[str, Any]


def halves(data: Path) -> tuple[list[Response], list[Response]]:
    """Responses for selection, and responses held out."""
    lines = (data / "ragtruth_qa/train.jsonl").read_text(encoding="utf-8").splitlines()
    responses: list[Response] = [json.loads(line) for line in lines]
    selection = [response for response in responses if _first(response["source_id"])]
    held_out = [response for response in responses if not _first(response["source_id"])]
    return selection, held_out


def _first(source: str) -> bool:
    return hashlib.sha256(source.encode()).digest()[0] < 128

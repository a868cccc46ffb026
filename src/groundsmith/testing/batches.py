"""Files and batches of a FakeProvider: what is uploaded, what became of it, and its results."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import orjson

from groundsmith.records import Json
from groundsmith.testing import shapes
from groundsmith.testing.wire import Call

Line = Callable[[Json], tuple[int, Json]]
"""Answers one line: status and body."""


@dataclass(slots=True, kw_only=True)
class _Batch:
    id: str
    input_file: str
    metadata: Json
    ready_at: float
    files: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "object": "batch",
            "status": "completed" if self.files else "in_progress",
            "input_file_id": self.input_file,
            "output_file_id": self.files.get("output"),
            "error_file_id": self.files.get("error"),
            "metadata": self.metadata,
        }


class Batches:
    """Serves `/files` and `/batches`; a batch is done `batch_s` after it was ordered."""

    def __init__(self, line: Line, batch_s: float) -> None:
        self._line = line
        self._batch_s = batch_s
        self._files: dict[str, bytes] = {}
        self._batches: dict[str, _Batch] = {}

    def serve(self, call: Call) -> tuple[int, bytes]:
        """Status and body of the answer."""
        path, _, query = call.path.partition("?")
        *_, kind, name = ["", *path.rstrip("/").split("/")]
        for batch in self._batches.values():
            self._work(batch)
        if call.method == "POST" and name == "files":
            return 200, orjson.dumps({"id": self._keep(_uploaded(call)), "object": "file"})
        if call.method == "POST" and name == "batches":
            return 200, orjson.dumps(self._order(orjson.loads(call.body)).as_json())
        if name == "batches":
            return 200, orjson.dumps(self._page(query))
        if name == "content" and kind in self._files:
            return 200, self._files[kind]
        if kind == "batches" and name in self._batches:
            return 200, orjson.dumps(self._batches[name].as_json())
        return 404, orjson.dumps(shapes.error(f"no {name}", "not_found"))

    def _keep(self, content: bytes) -> str:
        name = f"file-{len(self._files)}"
        self._files[name] = content
        return name

    def _order(self, body: Json) -> _Batch:
        batch = _Batch(
            id=f"batch-{len(self._batches)}",
            input_file=body["input_file_id"],
            metadata=body.get("metadata"),
            ready_at=asyncio.get_running_loop().time() + self._batch_s,
        )
        self._batches[batch.id] = batch
        self._work(batch)
        return batch

    def _work(self, batch: _Batch) -> None:
        """Answers all lines, where it is time and it was not done."""
        if batch.files or asyncio.get_running_loop().time() < batch.ready_at:
            return
        results: dict[str, list[bytes]] = {"output": [], "error": []}
        for raw in self._files[batch.input_file].splitlines():
            asked = orjson.loads(raw)
            status, body = self._line(asked["body"])
            answer = {
                "custom_id": asked["custom_id"],
                "response": {"status_code": status, "body": body},
                "error": None,
            }
            results["output" if status == 200 else "error"].append(orjson.dumps(answer))
        batch.files = {
            kind: self._keep(b"\n".join(lines))
            for kind, lines in results.items()
            if lines or kind == "output"
        }

    def _page(self, query: str) -> Json:
        asked = dict(part.partition("=")[::2] for part in query.split("&"))
        newest = list(reversed(self._batches.values()))
        ids = [batch.id for batch in newest]
        start = ids.index(asked["after"]) + 1 if asked.get("after") in ids else 0
        stop = start + int(asked.get("limit") or 20)
        page = [batch.as_json() for batch in newest[start:stop]]
        return {"object": "list", "data": page, "has_more": stop < len(newest)}


def _uploaded(call: Call) -> bytes:
    """The file in a form."""
    border = call.headers.get("content-type", "").partition("boundary=")[2].strip('"')
    for part in call.body.split(f"--{border}".encode()):
        head, _, content = part.partition(b"\r\n\r\n")
        if b'name="file"' in head:
            return content.removesuffix(b"\r\n")
    return b""

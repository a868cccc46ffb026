"""The files and batches endpoints of OpenAI's shape: many requests in one file, at a discount.

The provider keeps the book: a batch carries the name of its run, and each line the name of its
answer. So a run that was killed finds everything again that it had asked, and needs no record.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import orjson

from groundsmith.errors import AnswerCut
from groundsmith.llm.body import decoded, encoded
from groundsmith.llm.client import Client, HttpAnswer, Timeouts
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.providers.openai import bearer
from groundsmith.llm.status import refusal
from groundsmith.records import Json
from groundsmith.seams import Clock

RUN_FIELD = "groundsmith_run"
_OVER = frozenset({"completed", "failed", "expired", "cancelled"})
_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch as the provider has it; files that do not exist are empty names."""

    id: str
    run: str
    state: str
    input_file: str
    output_files: tuple[str, ...]

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in _OVER


class BatchApi:
    """Submits, finds and reads batches; raises ModelErrors as any call does."""

    def __init__(
        self, endpoint: Endpoint, client: Client, clock: Clock, timeouts: Timeouts
    ) -> None:
        self._endpoint = endpoint
        self._client = client
        self._clock = clock
        self._timeouts = timeouts

    async def submit(self, requests: Sequence[tuple[str, Json]], run: str) -> Batch:
        """A new batch of (answer's name, body of its call)."""
        lines = [
            encoded({"custom_id": name, "method": "POST", "url": _CALL, "body": body})
            for name, body in requests
        ]
        kind, form = _form(b"\n".join(lines))
        file = await self._post("files", form, {"Content-Type": kind})
        order = {
            "input_file_id": file.get("id"),
            "endpoint": _CALL,
            "completion_window": "24h",
            "metadata": {RUN_FIELD: run},
        }
        return self._batch(await self._post("batches", encoded(order), {}))

    async def of_run(self, run: str) -> list[Batch]:
        """All batches that were submitted for `run`, the newest first."""
        found: list[Batch] = []
        after = ""
        while True:
            page = await self._get_json(f"batches?limit={_PAGE}{after}")
            batches = [self._batch(each) for each in page.get("data") or ()]
            found += [batch for batch in batches if batch.run == run]
            if not page.get("has_more") or not batches:
                return found
            after = f"&after={batches[-1].id}"

    async def now(self, batch: Batch) -> Batch:
        """The batch as it is by now."""
        return self._batch(await self._get_json(f"batches/{batch.id}"))

    async def lines(self, files: Iterable[str]) -> list[Mapping[str, Json]]:
        """The lines of the files; one that cannot be read is left out."""
        lines: list[Mapping[str, Json]] = []
        for file in files:
            answer = await self._get(f"files/{file}/content")
            for raw in answer.body.splitlines():
                try:
                    line = orjson.loads(raw)
                except orjson.JSONDecodeError:
                    continue
                if isinstance(line, dict):
                    lines.append(line)
        return lines

    def _batch(self, body: Json) -> Batch:
        if not isinstance(body, dict) or not isinstance(body.get("id"), str):
            raise AnswerCut(self._endpoint.label, "the answer names no batch")
        metadata = body.get("metadata")
        files = (body.get("output_file_id"), body.get("error_file_id"))
        return Batch(
            id=body["id"],
            run=str((metadata if isinstance(metadata, dict) else {}).get(RUN_FIELD, "")),
            state=str(body.get("status")),
            input_file=str(body.get("input_file_id") or ""),
            output_files=tuple(file for file in files if isinstance(file, str) and file),
        )

    async def _post(self, path: str, body: bytes, headers: Mapping[str, str]) -> dict[str, Json]:
        endpoint = self._endpoint
        answer = await self._client.post(
            f"{endpoint.base_url}/{path}",
            body,
            {**bearer(endpoint), **headers},
            self._timeouts,
            endpoint.label,
        )
        return self._object(answer)

    async def _get(self, path: str) -> HttpAnswer:
        endpoint = self._endpoint
        answer = await self._client.get(
            f"{endpoint.base_url}/{path}", bearer(endpoint), self._timeouts, endpoint.label
        )
        if answer.status != 200:
            raise refusal(endpoint, answer, self._clock.now())
        return answer

    async def _get_json(self, path: str) -> dict[str, Json]:
        return self._object(await self._get(path))

    def _object(self, answer: HttpAnswer) -> dict[str, Json]:
        if answer.status != 200:
            raise refusal(self._endpoint, answer, self._clock.now())
        body: dict[str, Json] = decoded(answer.body, self._endpoint.label)
        return body


_CALL = "/v1/chat/completions"


def _form(content: bytes) -> tuple[str, bytes]:
    """Content type and body of an upload (RFC 7578)."""
    border = secrets.token_hex(16)
    purpose = f'--{border}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nbatch\r\n'
    file = (
        f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="batch.jsonl"\r\n'
        "Content-Type: application/jsonl\r\n\r\n"
    )
    end = f"\r\n--{border}--\r\n"
    body = purpose.encode() + file.encode() + content + end.encode()
    return f"multipart/form-data; boundary={border}", body

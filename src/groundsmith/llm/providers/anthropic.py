"""Anthropic's own messages API.

It has no JSON mode that fits every model, so a schema stands in the instruction.
"""

from collections.abc import Mapping

import orjson

from groundsmith.errors import AnswerCut
from groundsmith.llm.body import decoded, encoded, instruction, usage_of
from groundsmith.llm.client import Client, Timeouts
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.presets import JsonMode
from groundsmith.llm.status import refusal
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Json, Request, Usage
from groundsmith.seams import Clock, Hear

_VERSION = "2023-06-01"
_REASONS = {"end_turn": "stop", "stop_sequence": "stop", "max_tokens": "length"}


class AnthropicModel(Streamed):
    """A model at an endpoint of Anthropic's shape."""

    def __init__(
        self, endpoint: Endpoint, client: Client, clock: Clock, timeouts: Timeouts
    ) -> None:
        self._endpoint = endpoint
        self._client = client
        self._clock = clock
        self._timeouts = timeouts
        self._url = f"{endpoint.base_url}/messages"
        self._headers = _headers(endpoint)

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The whole answer; raises a ModelError."""
        if hear is not None:
            return await self._listen(request, hear)
        endpoint = self._endpoint
        body = encoded(self._body(request))
        answer = await self._client.post(
            self._url, body, self._headers, self._timeouts, endpoint.label
        )
        if answer.status != 200:
            raise refusal(endpoint, answer, self._clock.now())
        return _completion(decoded(answer.body, endpoint.label), endpoint)

    async def _listen(self, request: Request, hear: Hear) -> Completion:
        endpoint = self._endpoint
        body = encoded(self._body(request) | {"stream": True})
        tail = _Tail(endpoint)
        async with self._client.stream(
            self._url, body, self._headers, self._timeouts, endpoint.label
        ) as answer:
            if answer.refusal is not None:
                raise refusal(endpoint, answer.refusal, self._clock.now())
            async for data in answer.events:
                event = decoded(data, endpoint.label)
                if event.get("type") == "message_stop":
                    return tail.completion()
                if text := tail.add(event):
                    hear(text)
        raise AnswerCut(endpoint.label, "the stream ended without message_stop")

    def _body(self, request: Request) -> dict[str, Json]:
        body: dict[str, Json] = {
            "model": self._endpoint.model,
            "max_tokens": request.max_output_tokens,
            "messages": [{"role": role, "content": text} for role, text in request.messages],
        }
        if system := instruction(request, JsonMode.INSTRUCTED):
            body["system"] = system
        if request.temperature is not None:
            body["temperature"] = request.temperature
        return body


class _Tail:
    """What a stream has said so far."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._texts: list[str] = []
        self._model = endpoint.model
        self._usage: dict[str, Json] = {}
        self._reason: Json = None

    def add(self, event: Json) -> str:
        """The text that an event adds."""
        match event.get("type"):
            case "message_start":
                message = _dict(event.get("message"))
                self._model = str(message.get("model") or self._model)
                self._usage |= _dict(message.get("usage"))
            case "content_block_delta":
                text = _dict(event.get("delta")).get("text")
                if isinstance(text, str):
                    self._texts.append(text)
                    return text
            case "message_delta":
                self._reason = _dict(event.get("delta")).get("stop_reason") or self._reason
                self._usage |= _dict(event.get("usage"))
            case "error":
                said = self._endpoint.quoted(orjson.dumps(event.get("error")).decode())
                raise AnswerCut(self._endpoint.label, f"the stream ended with an error: {said}")
        return ""

    def completion(self) -> Completion:
        """The whole answer; raises AnswerCut where no stop reason came."""
        return _ended("".join(self._texts), self._model, self._reason, self._usage, self._endpoint)


def _completion(body: Json, endpoint: Endpoint) -> Completion:
    blocks = body.get("content")
    if not isinstance(blocks, list) or not blocks:
        raise AnswerCut(endpoint.label, "the answer has no content")
    texts = [_dict(block).get("text") for block in blocks]
    text = "".join(part for part in texts if isinstance(part, str))
    model = str(body.get("model") or endpoint.model)
    return _ended(text, model, body.get("stop_reason"), _dict(body.get("usage")), endpoint)


def _ended(
    text: str, model: str, reason: Json, usage: Mapping[str, Json], endpoint: Endpoint
) -> Completion:
    if not isinstance(reason, str) or not reason:
        raise AnswerCut(endpoint.label, "the answer has no stop reason")
    return Completion(
        text=text,
        model=model,
        finish_reason=_REASONS.get(reason, reason),
        usage=_usage(usage, text),
    )


def _usage(reported: Mapping[str, Json], text: str) -> Usage | None:
    """Usage with what was read from the cache counted as input, as every other service does."""
    fresh = reported.get("input_tokens")
    cached = reported.get("cache_read_input_tokens") or 0
    if not isinstance(fresh, int) or not isinstance(cached, int):
        return None
    if reported.get("cache_creation_input_tokens"):
        return None  # writing to a cache costs extra, and we never ask for it
    return usage_of(fresh + cached, reported.get("output_tokens"), cached, text=text)


def _headers(endpoint: Endpoint) -> Mapping[str, str]:
    headers = {"Content-Type": "application/json", "anthropic-version": _VERSION}
    if endpoint.key is not None:
        headers["x-api-key"] = endpoint.key.get_secret_value()
    return headers


def _dict(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}

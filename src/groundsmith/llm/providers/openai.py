"""Chat completions in OpenAI's shape, which most services and all local servers speak.

A service that does not take a JSON Schema says so with a 400: the next surest way of asking for
JSON is then used, for this call and all later ones.
"""

from collections.abc import Mapping

import orjson

from groundsmith.errors import AnswerCut, AnswerUnusable, RequestRefused
from groundsmith.llm.body import decoded, encoded, instruction, usage_of
from groundsmith.llm.client import Client, Timeouts
from groundsmith.llm.endpoint import Endpoint
from groundsmith.llm.presets import JsonMode
from groundsmith.llm.status import refusal
from groundsmith.llm.stream import Streamed
from groundsmith.records import Completion, Json, Request, Usage
from groundsmith.seams import Clock, Hear

_WEAKER = {JsonMode.SCHEMA: JsonMode.OBJECT, JsonMode.OBJECT: JsonMode.INSTRUCTED}
_JSON_WORDS = ("response_format", "json_schema", "json_object", "json mode")


class OpenAiModel(Streamed):
    """A model at an endpoint of OpenAI's shape."""

    def __init__(
        self, endpoint: Endpoint, client: Client, clock: Clock, timeouts: Timeouts
    ) -> None:
        self._endpoint = endpoint
        self._client = client
        self._clock = clock
        self._timeouts = timeouts
        self._url = f"{endpoint.base_url}/chat/completions"
        self._headers = bearer(endpoint)
        self._json_mode = endpoint.preset.json_mode

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The whole answer; raises a ModelError."""
        while True:
            mode = self._json_mode
            try:
                return await self._ask(request, mode, hear)
            except RequestRefused as error:
                if request.response_schema is None or not _is_about_json(error):
                    raise
                if self._json_mode is mode:
                    if mode not in _WEAKER:
                        raise
                    self._json_mode = _WEAKER[mode]

    async def _ask(self, request: Request, mode: JsonMode, hear: Hear | None) -> Completion:
        if hear is not None:
            return await self._listen(request, mode, hear)
        body = encoded(chat_body(self._endpoint, request, mode))
        answer = await self._client.post(
            self._url, body, self._headers, self._timeouts, self._endpoint.label
        )
        if answer.status != 200:
            raise refusal(self._endpoint, answer, self._clock.now())
        return completion(decoded(answer.body, self._endpoint.label), self._endpoint)

    async def _listen(self, request: Request, mode: JsonMode, hear: Hear) -> Completion:
        options = {"stream": True, "stream_options": {"include_usage": True}}
        body = encoded(chat_body(self._endpoint, request, mode) | options)
        label = self._endpoint.label
        tail = _Tail(self._endpoint)
        async with self._client.stream(
            self._url, body, self._headers, self._timeouts, label
        ) as answer:
            if answer.refusal is not None:
                raise refusal(self._endpoint, answer.refusal, self._clock.now())
            async for event in answer.events:
                if event == b"[DONE]":
                    return tail.completion()
                if text := tail.add(decoded(event, label)):
                    hear(text)
        raise AnswerCut(label, "the stream ended without [DONE]")


class _Tail:
    """What a stream has said so far."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._texts: list[str] = []
        self._finish_reason: str | None = None
        self._usage: Json = None
        self._model = endpoint.model

    def add(self, event: Json) -> str:
        """The text that an event adds."""
        if error := event.get("error"):
            said = self._endpoint.quoted(orjson.dumps(error).decode())
            raise AnswerCut(self._endpoint.label, f"the stream ended with an error: {said}")
        groq = event.get("x_groq")
        self._usage = (
            event.get("usage") or (groq if isinstance(groq, dict) else {}).get("usage")
        ) or self._usage
        self._model = event.get("model") or self._model
        choice = _first(event.get("choices"))
        self._finish_reason = choice.get("finish_reason") or self._finish_reason
        delta = choice.get("delta")
        text = text_of((delta if isinstance(delta, dict) else {}).get("content")) or ""
        self._texts.append(text)
        return text

    def completion(self) -> Completion:
        """The whole answer; raises AnswerCut where no finish reason came."""
        if not self._finish_reason:
            raise AnswerCut(self._endpoint.label, "the stream ended without a finish reason")
        text = "".join(self._texts)
        return Completion(
            text=text,
            model=str(self._model),
            finish_reason=str(self._finish_reason),
            usage=_usage(self._usage, text),
        )


def chat_body(endpoint: Endpoint, request: Request, mode: JsonMode) -> dict[str, Json]:
    """What is sent for `request`."""
    system = instruction(request, mode)
    messages = [{"role": "system", "content": system}] if system else []
    messages += [{"role": role, "content": text} for role, text in request.messages]
    body: dict[str, Json] = {
        "model": endpoint.model,
        "messages": messages,
        endpoint.preset.limit_field: request.max_output_tokens,
    }
    if request.temperature is not None:
        body["temperature"] = request.temperature
    if request.response_schema is not None and mode is JsonMode.SCHEMA:
        schema = dict(request.response_schema)
        asked = {"name": "answer", "schema": schema, "strict": is_strict(schema)}
        body["response_format"] = {"type": "json_schema", "json_schema": asked}
    elif request.response_schema is not None and mode is JsonMode.OBJECT:
        body["response_format"] = {"type": "json_object"}
    return body


def completion(body: Json, endpoint: Endpoint) -> Completion:
    """The answer in a whole chat completion; raises where it has no content or no end."""
    choice = _first(body.get("choices"))
    message = choice.get("message")
    if not isinstance(message, dict):
        raise AnswerCut(endpoint.label, "the answer has no choices")
    text = text_of(message.get("content"))
    if text is None:
        if isinstance(said := message.get("refusal"), str):
            raise AnswerUnusable(endpoint.label, "the model declined to answer", said)
        raise AnswerCut(endpoint.label, "the answer has no content")
    reason = choice.get("finish_reason")
    if not isinstance(reason, str) or not reason:
        raise AnswerCut(endpoint.label, "the answer has no finish reason")
    return Completion(
        text=text,
        model=str(body.get("model") or endpoint.model),
        finish_reason=reason,
        usage=_usage(body.get("usage"), text),
    )


def text_of(content: Json) -> str | None:
    """The text of a message's content, which some services send in parts."""
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(part for part in parts if isinstance(part, str))
    return content if isinstance(content, str) else None


def bearer(endpoint: Endpoint) -> Mapping[str, str]:
    """The headers of a call."""
    headers = {"Content-Type": "application/json"}
    if endpoint.key is not None:
        headers["Authorization"] = f"Bearer {endpoint.key.get_secret_value()}"
    return headers


def is_strict(schema: Json) -> bool:
    """Whether each object names all its fields as required and allows no others.

    OpenAI's strict mode takes no other schemas.
    """
    if isinstance(schema, list):
        return all(map(is_strict, schema))
    if not isinstance(schema, dict):
        return True
    if schema.get("type") == "object":
        named = set(schema.get("properties", {}))
        if (
            schema.get("additionalProperties") is not False
            or set(schema.get("required", [])) != named
        ):
            return False
    return all(map(is_strict, schema.values()))


def _first(choices: Json) -> dict[str, Json]:
    if isinstance(choices, list) and choices and isinstance(choices[0], dict):
        return choices[0]
    return {}


def _usage(reported: Json, text: str) -> Usage | None:
    if not isinstance(reported, dict):
        return None
    details = reported.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, dict) else None
    return usage_of(
        reported.get("prompt_tokens"), reported.get("completion_tokens"), cached, text=text
    )


def _is_about_json(error: RequestRefused) -> bool:
    said = error.message.lower()
    return error.status in (400, 422) and any(word in said for word in _JSON_WORDS)

"""Puts a request into bytes, and reads what comes back: what providers' shapes have in common."""

import json

import orjson

from groundsmith.errors import AnswerCut
from groundsmith.llm.presets import JsonMode
from groundsmith.records import Json, Request, Usage

SCHEMA_INSTRUCTION = (
    "Answer with one JSON object that fits this JSON Schema, and with nothing else:\n"
)


def encoded(body: Json) -> bytes:
    """`body` as JSON; a lone surrogate, which UTF-8 cannot hold, becomes a question mark."""
    try:
        return orjson.dumps(body)
    except TypeError:
        return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")


def decoded(body: bytes, label: str) -> Json:
    """The JSON object in an answer; raises AnswerCut where there is none."""
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise AnswerCut(label, f"the answer is not JSON ({error})") from error
    if not isinstance(value, dict):
        raise AnswerCut(label, "the answer is not a JSON object")
    return value


def instruction(request: Request, mode: JsonMode) -> str:
    """The system instruction, with the schema in it where it cannot be sent apart."""
    if request.response_schema is None or mode is JsonMode.SCHEMA:
        return request.system
    schema = encoded(request.response_schema).decode()
    return f"{request.system}\n\n{SCHEMA_INSTRUCTION}{schema}".lstrip()


def usage_of(
    input_tokens: Json, output_tokens: Json, cached_tokens: Json, *, text: str
) -> Usage | None:
    """The usage as reported, or None where it is missing or cannot be true."""
    counts = (input_tokens, output_tokens, 0 if cached_tokens is None else cached_tokens)
    if any(type(count) is not int or count < 0 for count in counts):
        return None
    if input_tokens == 0 or (output_tokens == 0 and text) or counts[2] > input_tokens:
        return None
    return Usage(input_tokens=input_tokens, output_tokens=output_tokens, cached_tokens=counts[2])

"""Answers that fit a type: asked for by schema, read leniently, validated strictly.

What is repaired is form alone: fences and words around the object, a trailing comma, raw line
breaks within a string. Nothing is completed, since the rest of a truncated answer would be our
invention. An answer that does not fit is shown to the model once with what is wrong; a second one
that does not fit is a dead letter that keeps the raw text.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, TypeVar

import orjson
from pydantic import BaseModel, ValidationError

from groundsmith.errors import AnswerUnusable
from groundsmith.records import Completion, Json, Request
from groundsmith.seams import Model

M = TypeVar("M", bound=BaseModel)

_ECHO_CHARS = 8_000
_FAULTS_CHARS = 2_000
_REPAIR_CHARS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured(Generic[M]):
    """A value, and the completion that it was read from; `asked_again` if it took two."""

    value: M
    completion: Completion
    asked_again: bool


async def ask(model: Model, request: Request, kind: type[M]) -> Structured[M]:
    """The answer as a `kind`; raises AnswerUnusable with the last answer's raw text.

    Args:
        request: Its `response_schema` is set here.
    """
    request = replace(request, response_schema=schema_of(kind))
    completion = await model.complete(request)
    try:
        return Structured(value=read(completion, kind), completion=completion, asked_again=False)
    except AnswerUnusable as error:
        said = completion.text[:_ECHO_CHARS] or "(nothing)"
        again = replace(
            request,
            messages=(
                *request.messages,
                ("assistant", said),
                ("user", f"That does not fit. {error.message}\nAnswer again, with the JSON alone."),
            ),
        )
    completion = await model.complete(again)
    return Structured(value=read(completion, kind), completion=completion, asked_again=True)


def read(completion: Completion, kind: type[M]) -> M:
    """The value in an answer; raises AnswerUnusable, which says what is wrong."""
    try:
        return kind.model_validate(json_in(completion.text))
    except (ValidationError, ValueError) as error:
        message = _faults(error) if isinstance(error, ValidationError) else str(error)
        if completion.finish_reason == "length":
            message = f"The answer reached its limit of tokens and broke off. {message}"
        raise AnswerUnusable(completion.model, message, completion.text) from error


@cache
def schema_of(kind: type[BaseModel]) -> dict[str, Json]:
    """The JSON Schema of `kind`."""
    return kind.model_json_schema()


def json_in(text: str) -> Json:
    """The JSON object that `text` is, or holds; raises ValueError where it holds none."""
    start, stop = text.find("{"), text.rfind("}") + 1
    if start < 0 or stop <= start:
        raise ValueError("There is no JSON object in the answer.")
    found = text[start:stop]
    try:
        return orjson.loads(found)
    except ValueError as error:
        if len(found) > _REPAIR_CHARS:
            raise ValueError(f"The answer is not JSON: {error}") from error
    try:
        return orjson.loads(repaired(found))
    except ValueError as error:
        raise ValueError(f"The answer is not JSON: {error}") from error


def repaired(text: str) -> str:
    """`text` without trailing commas, and with the line breaks of its strings escaped.

    One pass over the characters, whatever they are.
    """
    kept: list[str] = []
    in_string = escaped = False
    comma_at: int | None = None
    for character in text:
        if in_string:
            kept.append(_ESCAPES.get(character, character))
            in_string = escaped or character != '"'
            escaped = character == "\\" and not escaped
            continue
        if character == ",":
            comma_at = len(kept)
        elif character in "}]" and comma_at is not None:
            kept[comma_at] = ""
            comma_at = None
        elif not character.isspace():
            comma_at = None
        in_string = character == '"'
        kept.append(character)
    return "".join(kept)


_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _faults(error: ValidationError) -> str:
    """Where the value does not fit and why, without the value itself."""
    faults = [
        f"{'.'.join(str(part) for part in fault['loc']) or 'the object'}: {fault['msg']}"
        for fault in error.errors(include_url=False, include_input=False)[:10]
    ]
    return "; ".join(faults)[:_FAULTS_CHARS]

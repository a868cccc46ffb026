"""The bodies that providers answer with: OpenAI's, with Groq's and Ollama's ways, and Anthropic's.

An answer is made of a `Reply` in one of two ways: whole, or as the events of a stream.
"""

from dataclasses import dataclass

import orjson

from groundsmith.records import Json
from groundsmith.testing.script import UsageKind

_DELTA_CHARS = 12


@dataclass(slots=True, kw_only=True)
class Reply:
    """What is said, in no shape yet; `cut_short` where it reached the limit of its tokens."""

    id: str
    model: str
    text: str | None
    input_tokens: int
    output_tokens: int
    cut_short: bool
    usage: UsageKind


def reported(reply: Reply, input_name: str, output_name: str) -> dict[str, Json]:
    """The usage as the script wants it told; empty where it is missing."""
    match reply.usage:
        case "true":
            counts: tuple[Json, Json] = (reply.input_tokens, reply.output_tokens)
        case "zero":
            counts = (0, 0)
        case "negative":
            counts = (-1, reply.output_tokens)
        case "text":
            counts = ("many", "some")
        case "huge":
            counts = (reply.input_tokens, 10**6 * reply.output_tokens)
        case "missing":
            return {}
    usage = {input_name: counts[0], output_name: counts[1]}
    return {"usage": usage}


def chat(reply: Reply, shape: str) -> Json:
    """A whole chat completion."""
    usage = reported(reply, "prompt_tokens", "completion_tokens")
    if usage and reply.usage == "true":
        usage["usage"]["total_tokens"] = reply.input_tokens + reply.output_tokens
    body = {
        "id": f"chatcmpl-{reply.id}",
        "object": "chat.completion",
        "created": 1700000000,
        "model": reply.model,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": reply.text},
                "finish_reason": "length" if reply.cut_short else "stop",
            }
        ],
        **usage,
    }
    if shape == "groq":
        body |= {"x_groq": {"id": f"req_{reply.id}"}, "service_tier": "on_demand"}
    if shape == "ollama":
        body["system_fingerprint"] = "fp_ollama"
    return body


def chat_events(reply: Reply, shape: str, *, with_usage: bool) -> list[bytes]:
    """A chat completion as server-sent events, `[DONE]` included."""
    head = {
        "id": f"chatcmpl-{reply.id}",
        "object": "chat.completion.chunk",
        "created": 1700000000,
        "model": reply.model,
    }
    text = reply.text or ""
    deltas: list[Json] = [{"role": "assistant", "content": ""}]
    deltas += [{"content": part} for part in _parts(text)]
    chunks: list[Json] = [
        head | {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]}
        for delta in deltas
    ]
    reason = "length" if reply.cut_short else "stop"
    last = head | {"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]}
    usage = reported(reply, "prompt_tokens", "completion_tokens")
    if shape == "groq":
        last["x_groq"] = {"id": f"req_{reply.id}", **usage}
    chunks.append(last)
    if with_usage and usage and shape != "groq":
        chunks.append(head | {"choices": [], **usage})
    return [b"data: " + orjson.dumps(chunk) + b"\n\n" for chunk in chunks] + [b"data: [DONE]\n\n"]


def message(reply: Reply) -> Json:
    """A whole answer in Anthropic's shape."""
    return {
        "id": f"msg_{reply.id}",
        "type": "message",
        "role": "assistant",
        "model": reply.model,
        "content": [] if reply.text is None else [{"type": "text", "text": reply.text}],
        "stop_reason": "max_tokens" if reply.cut_short else "end_turn",
        "stop_sequence": None,
        **reported(reply, "input_tokens", "output_tokens"),
    }


def message_events(reply: Reply) -> list[bytes]:
    """An answer in Anthropic's shape as server-sent events."""
    usage = reported(reply, "input_tokens", "output_tokens").get("usage", {})
    start = message(reply) | {"content": [], "stop_reason": None}
    if usage:
        start["usage"] = usage | {"output_tokens": 1}
    block = {"type": "text", "text": ""}
    events: list[Json] = [
        {"type": "message_start", "message": start},
        {"type": "content_block_start", "index": 0, "content_block": block},
        {"type": "ping"},
    ]
    events += [
        {
            "type": "content_block_delta",
            "index": 0,
            "delta": {"type": "text_delta", "text": part},
        }
        for part in _parts(reply.text or "")
    ]
    reason = "max_tokens" if reply.cut_short else "end_turn"
    written = {name: usage[name] for name in ("output_tokens",) if name in usage}
    events += [
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": {"stop_reason": reason}, "usage": written},
        {"type": "message_stop"},
    ]
    return [
        f"event: {event['type']}\n".encode() + b"data: " + orjson.dumps(event) + b"\n\n"
        for event in events
    ]


def embeddings(texts: list[str], model: str, input_tokens: int) -> Json:
    """Vectors that depend on nothing but the text: counts of its letters in 16 classes."""
    data = [
        {"object": "embedding", "index": at, "embedding": _vector(text)}
        for at, text in enumerate(texts)
    ]
    usage = {"prompt_tokens": input_tokens, "total_tokens": input_tokens}
    return {"object": "list", "model": model, "data": data, "usage": usage}


def error(message_text: str, kind: str) -> Json:
    """An error body; both vendors nest it alike."""
    return {"type": "error", "error": {"message": message_text, "type": kind, "code": kind}}


def _parts(text: str) -> list[str]:
    return [text[at : at + _DELTA_CHARS] for at in range(0, len(text), _DELTA_CHARS)]


def _vector(text: str) -> list[float]:
    counts = [0.0] * 16
    for letter in text:
        counts[ord(letter) % 16] += 1.0
    return counts

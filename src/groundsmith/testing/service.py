"""What a FakeProvider answers: it reads a call, bills it, and hands it to delivery.

A call is billed when it is accepted, as providers do: what is lost on the way back is paid for.
"""

import asyncio
from functools import partial

import orjson

from groundsmith.records import Json
from groundsmith.testing import shapes
from groundsmith.testing.batches import Batches
from groundsmith.testing.bill import Bill, BilledCall, CallState, Cap
from groundsmith.testing.delivery import deliver, deliver_events
from groundsmith.testing.sample import sample
from groundsmith.testing.script import Draw, Form, Outcome, Script
from groundsmith.testing.shapes import Reply
from groundsmith.testing.wire import Call, Wire

_TOKEN_BYTES = 4
_MESSAGE_TOKENS = 4
_HUGE_CHARS = 64 * 1024 * 1024
_NESTED_DEPTH = 100_000
_PROMPT_CHARS = 2_000


class Service:
    """Answers calls by a script; runs in one event loop and keeps the bill."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._draw = Draw(script)
        self._cap = Cap(script.cap_per_s) if script.cap_per_s else None
        self._in_flight = 0
        self._batches = Batches(self._line, script.batch_s)
        self.bill = Bill()

    def serve(self, call: Call, wire: Wire) -> None:
        """Answers one call, now or later."""
        path, _, query = call.path.partition("?")
        if "/files" in path or "/batches" in path:
            deliver(wire, *self._batches.serve(call), Outcome(), lambda full: None)
            return
        if call.method == "GET":
            self._get(path, query, wire)
            return
        loop = asyncio.get_running_loop()
        self.bill.request_count += 1
        if self.bill.request_count == 1:
            self.bill.first_s = loop.time()
        try:
            body = _read(call.body)
            refused = self._refusal(call, body, loop.time())
        except ValueError as error:
            refused = Outcome(status=400), f"not a request: {error}"
        if refused:
            self._refuse(wire, *refused)
            return
        outcome = self._draw()
        if outcome.status != 200:
            self._refuse(wire, outcome, outcome.message)
            return
        self._take(path, body, outcome, wire)

    def _get(self, path: str, query: str, wire: Wire) -> None:
        if path.endswith("/ledger"):
            body = self.bill.as_json(with_calls=query != "calls=0")
        else:
            names = self._script.models or ("fake",)
            body = {"object": "list", "data": [{"id": n, "object": "model"} for n in names]}
        deliver(wire, 200, orjson.dumps(body), Outcome(), lambda full: None)

    def _refusal(self, call: Call, body: Json, now: float) -> tuple[Outcome, str] | None:
        script = self._script
        bearer = call.headers.get("authorization", "").removeprefix("Bearer ")
        given = call.headers.get("x-api-key", bearer)
        if script.key is not None and given != script.key:
            return Outcome(status=401), f"Incorrect API key provided: {given}"
        if script.models and body.get("model") not in script.models:
            return Outcome(status=404), f"model '{body.get('model')}' not found"
        if self._cap is not None and not self._cap.takes(now):
            return Outcome(status=429, retry_after="1"), "Rate limit reached"
        return None

    def _refuse(self, wire: Wire, outcome: Outcome, message: str) -> None:
        statuses = self.bill.statuses
        statuses[outcome.status] = statuses.get(outcome.status, 0) + 1
        body = orjson.dumps(shapes.error(message[:_PROMPT_CHARS], "refused"))
        deliver(wire, outcome.status, body, outcome, lambda full: None)

    def _take(self, path: str, body: Json, outcome: Outcome, wire: Wire) -> None:
        """Bills the call and answers it after the latency."""
        bill = self.bill
        loop = asyncio.get_running_loop()
        reply = self._reply(path, body, outcome)
        entry = BilledCall(reply.id, reply.model, reply.input_tokens, reply.output_tokens)
        bill.calls.append(entry)
        bill.last_s = loop.time()
        self._in_flight += 1
        bill.peak_in_flight = max(bill.peak_in_flight, self._in_flight)
        end = partial(self._end, entry)
        wire.on_lost = partial(end, False)
        if not outcome.silent:
            delay = self._script.latency_s
            loop.call_later(delay, self._answer, path, body, reply, outcome, wire, end)

    def _line(self, body: Json) -> tuple[int, Json]:
        """Status and body of the answer to a line of a batch."""
        outcome = self._draw()
        if outcome.status != 200:
            return outcome.status, shapes.error(outcome.message, "refused")
        reply = self._reply("/chat/completions", body, outcome)
        self.bill.calls.append(
            BilledCall(
                reply.id, reply.model, reply.input_tokens, reply.output_tokens, CallState.FULL
            )
        )
        return 200, shapes.chat(reply, self._script.shape)

    def _end(self, entry: BilledCall, full: bool) -> None:
        entry.state = CallState.FULL if full else CallState.CUT
        self._in_flight -= 1
        self.bill.statuses[200] = self.bill.statuses.get(200, 0) + 1

    def _reply(self, path: str, body: Json, outcome: Outcome) -> Reply:
        prompt, count, length = _prompt(body)
        number = len(self.bill.calls)
        limit = int(body.get("max_tokens") or body.get("max_completion_tokens") or 1 << 30)
        text = "" if path.endswith("/embeddings") else self._text(body, prompt, number)
        text = spoilt(text, outcome.form)
        whole_tokens = _tokens(text)
        if whole_tokens > limit:
            text = text.encode()[: limit * _TOKEN_BYTES].decode("utf-8", "ignore")
        return Reply(
            id=f"{number:06d}",
            model=str(body.get("model") or "fake"),
            text=None if outcome.form == "null" else text,
            input_tokens=length // _TOKEN_BYTES + _MESSAGE_TOKENS * count,
            output_tokens=min(limit, whole_tokens),
            cut_short=whole_tokens > limit,
            usage=outcome.usage,
        )

    def _text(self, body: Json, prompt: str, number: int) -> str:
        schema = _schema(body)
        if self._script.answer is not None:
            return self._script.answer(prompt, schema)
        plain = f"Answer {number}" + " word" * max(0, self._script.answer_tokens - 3)
        return orjson.dumps(sample(schema, plain)).decode() if schema else plain

    def _answer(
        self, path: str, body: Json, reply: Reply, outcome: Outcome, wire: Wire, end: partial[None]
    ) -> None:
        streamed = bool(body.get("stream"))
        shape = self._script.shape
        if outcome.form in ("html", "no_choices"):
            spoilt_body = b"<html>Bad day</html>" if outcome.form == "html" else b'{"choices":[]}'
            deliver(wire, 200, spoilt_body, outcome, end)
        elif path.endswith("/messages"):
            if streamed:
                deliver_events(wire, shapes.message_events(reply), outcome, end)
            else:
                deliver(wire, 200, orjson.dumps(shapes.message(reply)), outcome, end)
        elif path.endswith("/embeddings"):
            texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
            vectors = shapes.embeddings(texts, reply.model, reply.input_tokens)
            deliver(wire, 200, orjson.dumps(vectors), outcome, end)
        elif streamed:
            wanted = bool((body.get("stream_options") or {}).get("include_usage"))
            events = shapes.chat_events(reply, shape, with_usage=wanted)
            deliver_events(wire, events, outcome, end)
        else:
            deliver(wire, 200, orjson.dumps(shapes.chat(reply, shape)), outcome, end)


def _read(raw: bytes) -> Json:
    """The body of a call; raises ValueError where it is none."""
    body = orjson.loads(raw)
    if not isinstance(body, dict):
        raise ValueError("the body is not an object")
    messages = body.get("messages", [])
    if not isinstance(messages, list) or not all(isinstance(m, dict) for m in messages):
        raise ValueError("messages is not a list of objects")
    if not messages and "input" not in body:
        raise ValueError("neither messages nor input")
    return body


def spoilt(text: str, form: Form) -> str:
    """The text as a careless model gives it."""
    match form:
        case "fenced":
            return f"```json\n{text}\n```"
        case "prose":
            return f"Sure! Here is what you asked for:\n\n{text}\n\nLet me know if it helps."
        case "comma":
            return text[:-1] + ", " + text[-1:]
        case "malformed":
            return text[: len(text) // 2]
        case "huge":
            return text + "x" * _HUGE_CHARS
        case "nested":
            return "[" * _NESTED_DEPTH
        case _:
            return text


def _prompt(body: Json) -> tuple[str, int, int]:
    """The last text asked, how many messages there are, and the bytes of them all."""
    if "messages" not in body:
        texts = body["input"] if isinstance(body.get("input"), list) else [str(body.get("input"))]
    else:
        texts = [_content(message.get("content")) for message in body["messages"]]
    system = body.get("system")
    if system:
        texts.insert(0, _content(system))
    return texts[-1] if texts else "", len(texts), sum(len(text.encode()) for text in texts)


def _content(content: Json) -> str:
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content)
    return str(content or "")


def _tokens(text: str) -> int:
    return -(-len(text.encode()) // _TOKEN_BYTES)


def _schema(body: Json) -> Json:
    """The schema an answer must fit, whether it was sent apart or within the instruction."""
    asked = body.get("response_format") or {}
    if "json_schema" in asked:
        return asked["json_schema"].get("schema")
    first = body["messages"][0] if body.get("messages") else {}
    for line in _content(body.get("system") or first.get("content")).splitlines():
        if line.startswith("{") and line.endswith("}"):
            return orjson.loads(line)
    return None

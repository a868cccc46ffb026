"""Personal data stays here: what a model is sent, what is stored of it, and what comes back."""

import asyncio
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.llm.cache import Cached
from groundsmith.llm.personal import Rule, Rules, personal_rules
from groundsmith.llm.redact import Redacted, RedactedTexts, Redaction
from groundsmith.records import Completion, Request
from groundsmith.seams import Hear, Model, Reset
from groundsmith.testing import ScriptedModel

RULES = personal_rules()
MARKED = [(rule, text) for rule in RULES.rules for text in rule.replaced]
LEFT = [text for rule in RULES.rules for text in rule.left]
VALUES = [part.partition("»")[0] for _, text in MARKED for part in text.split("«")[1:]]
PLAIN = "The fee is $1,234.56 (Rp 1.500.000) from 2024-01-15 to 31.12.2025, 09:30, version 3.11.7."

texts = st.lists(
    st.sampled_from([*VALUES, "[EMAIL_1]", "[PHONE_2]", "[", "]", "_1]", "EMAIL", "Tel: "])
    | st.text(max_size=8),
    max_size=12,
).map("".join)


def asking(text: str, *more: tuple[str, str]) -> Request:
    return Request(
        system="Be brief.",
        messages=(("user", text), *more),
        max_output_tokens=100,
        temperature=None,
    )


def sent(request: Request) -> str:
    return "\n".join((request.system, *(text for _, text in request.messages)))


def answer(model: Model, request: Request) -> str:
    return asyncio.run(model.complete(request)).text


@pytest.mark.parametrize(("rule", "text"), MARKED)
def test_every_marked_value_is_found_and_nothing_else(rule: Rule, text: str) -> None:
    plain = text.replace("«", "").replace("»", "")
    wanted = [part.partition("»")[0] for part in text.split("«")[1:]]

    found = [each.text for each in Rules(name="one", rules=[rule]).find(plain)]
    redacted = Redaction(asking(plain), RULES).request.messages[0][1]

    assert found == wanted
    assert not any(value in redacted for value in wanted)


@pytest.mark.parametrize("text", LEFT)
def test_what_only_looks_personal_is_left(text: str) -> None:
    found = [each.text for each in RULES.find(text)]

    assert found == []


def test_prices_dates_and_versions_reach_the_model_as_they_are() -> None:
    request = asking(PLAIN)

    redaction = Redaction(request, RULES)

    assert redaction.request is request


@given(texts, texts)
def test_what_was_taken_out_is_put_back(first: str, second: str) -> None:
    redaction = Redaction(asking(first, ("assistant", second)), RULES)

    back = [redaction.restored(text) for _, text in redaction.request.messages]

    assert back == [first, second]


@given(texts)
def test_nothing_that_is_found_is_sent(text: str) -> None:
    found = {each.text for each in RULES.find(text)}

    out = Redaction(asking(text), RULES).request.messages[0][1]

    assert not any(value in out for value in found)


@given(texts)
def test_a_restored_json_string_is_still_that_string(text: str) -> None:
    redaction = Redaction(asking(text), RULES)
    out = redaction.request.messages[0][1]

    restored = redaction.restored(json.dumps({"answer": out}))

    assert json.loads(restored) == {"answer": text}


def test_an_embedder_is_sent_placeholders_that_begin_anew_with_each_text() -> None:
    sent: list[str] = []

    class Embedder:
        def embed(self, texts: Sequence[str]) -> list[list[float]]:
            sent.extend(texts)
            return [[1.0]] * len(texts)

    RedactedTexts(Embedder(), rules=RULES).embed(["To a@example.org.", "To b@example.org.", "All."])

    assert sent == ["To [EMAIL_1].", "To [EMAIL_1].", "All."]


def test_a_value_keeps_its_placeholder_throughout_a_request() -> None:
    request = asking("From a@example.org to b@example.org, copy to a@example.org.")

    text = Redaction(request, RULES).request.messages[0][1]

    assert text == "From [EMAIL_1] to [EMAIL_2], copy to [EMAIL_1]."


def test_a_placeholder_that_a_source_holds_is_not_taken_for_ours() -> None:
    model = ScriptedModel(lambda request: request.messages[0][1])
    text = "The template says [EMAIL_1]; the man says a@example.org."

    said = answer(Redacted(model, rules=RULES), asking(text))

    assert "[EMAIL_2]" in model.requests[0].messages[0][1]
    assert said == text


def test_an_answer_that_is_shown_again_leaks_nothing() -> None:
    text = "Tel: 5551234 belongs to a@example.org."
    echo = '{"answer": "\\n5551234", "quote": "xa@example.orgx"}'

    again = Redaction(asking(text, ("assistant", echo), ("user", "Again.")), RULES).request

    assert "5551234" not in sent(again)
    assert "a@example.org" not in sent(again)
    assert again.messages[0] == Redaction(asking(text), RULES).request.messages[0]


def test_a_request_without_personal_data_is_asked_unchanged() -> None:
    model = ScriptedModel("Yes.")
    request = asking(PLAIN)

    answer(Redacted(model, rules=RULES), request)

    assert model.requests == [request]


@given(st.lists(st.integers(1, 9), max_size=40))
def test_a_stream_is_restored_wherever_it_is_parted(sizes: list[int]) -> None:
    request = asking("Ask a@example.org or +49 30 1234567.")
    said = "Write to [EMAIL_1] [not a mark] or ring [PHONE_1], [EMAIL_9] [EMA"
    heard: list[str | Reset] = []
    model = Parted(said, sizes)

    completion = asyncio.run(Redacted(model, rules=RULES).complete(request, heard.append))

    assert "".join(part for part in heard if isinstance(part, str)) == completion.text
    assert completion.text == (
        "Write to a@example.org [not a mark] or ring +49 30 1234567, [EMAIL_9] [EMA"
    )


def test_a_stream_that_starts_again_forgets_half_a_placeholder() -> None:
    heard: list[str | Reset] = []
    model = Parted("Hello [EMAIL_1]", [9], starts_again=True)

    asyncio.run(Redacted(model, rules=RULES).complete(asking("To a@example.org"), heard.append))

    at = next(place for place, part in enumerate(heard) if isinstance(part, Reset))
    assert "".join(str(part) for part in heard[at + 1 :]) == "Hello a@example.org"


def test_stored_answers_and_their_keys_hold_placeholders_only() -> None:
    kept = Remembering()
    cached = Cached(
        ScriptedModel("Ask [EMAIL_1]."),
        answers=kept,
        key=sent,
        label="m",
        emit=lambda event: None,
    )

    said = answer(Redacted(cached, rules=RULES), asking("Who? a@example.org"))

    assert said == "Ask a@example.org."
    assert kept.keys
    assert not any("a@example.org" in key for key in kept.keys)


@pytest.mark.parametrize(
    "text", ["1" * 400_000, "a@" * 200_000, "0 " * 200_000, ":" * 400_000, "DE89 " * 80_000]
)
def test_a_text_made_to_be_slow_holds_nothing(text: str) -> None:
    found = RULES.find(text)

    assert found == []


class Parted(ScriptedModel):
    """A model that streams its text in parts of given sizes, once or twice."""

    def __init__(self, text: str, sizes: list[int], *, starts_again: bool = False) -> None:
        super().__init__(text)
        self._text = text
        self._sizes = sizes
        self._starts_again = starts_again

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        completion = await super().complete(request)
        if hear is not None:
            if self._starts_again:
                hear(self._text[:8])
                hear(Reset())
            rest = self._text
            for size in self._sizes:
                hear(rest[:size])
                rest = rest[size:]
            hear(rest)
        return completion


class Remembering:
    """Answers that are never found; remembers what was looked for."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    async def find(self, key: str) -> None:
        self.keys.append(key)

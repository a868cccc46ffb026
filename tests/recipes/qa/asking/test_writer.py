"""One call an item: what is asked, and the drafts that an answer becomes."""

import asyncio
import pickle
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from groundsmith.errors import (
    AnswerUnusable,
    BudgetReached,
    KeyRefused,
    ProviderFailed,
    RateLimited,
    RequestRefused,
)
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.recipes.qa.asking.prompt_set import shipped
from groundsmith.recipes.qa.asking.unwritten import PairsUnwritten
from groundsmith.recipes.qa.asking.writer import AskingWriter
from groundsmith.records import Chunk, Completion, Draft, Item
from groundsmith.testing import ScriptedModel

MakeWriter = Callable[..., AskingWriter]
Answer = Callable[..., str]
MakePair = Callable[..., dict[str, str]]
MakeChunk = Callable[..., Chunk]

INDONESIAN = (
    "Perpustakaan Nasional Bhutan didirikan pada tahun 1967 di Thimphu. "
    "Perpustakaan itu adalah tempat penyimpanan naskah kuno yang dibuka untuk umum."
)
GERMAN = "Die Bibliothek wurde 1967 gegründet und ist an jedem Werktag für alle geöffnet."


def drafts_of(writer: AskingWriter, item: Item, *lines: str) -> Sequence[Draft]:
    return asyncio.run(writer.write(item, ScriptedModel(*lines)))


def cited(draft: Draft, item: Item) -> str:
    [citation] = draft.citations
    return item.inputs[citation.input].text[citation.start : citation.stop]


def test_all_pairs_of_a_passage_take_one_call(
    writer: MakeWriter, item: Item, answer: Answer, pair: MakePair
) -> None:
    model = ScriptedModel(answer(pair(), pair("What is the application fee?", "₹1,500"), pair()))

    drafts = asyncio.run(writer().write(item, model))

    assert len(model.requests) == 1
    assert [draft.part for draft in drafts] == [0, 1, 2]


def test_a_draft_says_who_wrote_it_with_what(
    writer: MakeWriter, item: Item, answer: Answer, pair: MakePair
) -> None:
    [draft] = drafts_of(writer(temperature=0.3), item, answer(pair(kind=" Temporal ")))

    assert draft.writer == "model:scripted"
    assert draft.prompt_sha256 == shipped().of("en").sha256
    assert draft.parameters == {
        "temperature": 0.3,
        "max_output_tokens": 1024,
        "prompt": "qa.v1.en",
    }
    assert draft.content == {
        "question": "When was Sharda University founded?",
        "answer": "2009",
        "kind": "temporal",
        "language": "en",
    }
    assert cited(draft, item) == "Sharda University was founded in 2009 in Greater Noida."


def test_more_pairs_than_asked_for_are_left_out(
    writer: MakeWriter, item: Item, answer: Answer, pair: MakePair
) -> None:
    drafts = drafts_of(writer(questions_per_chunk=2), item, answer(*[pair()] * 5))

    assert len(drafts) == 2


def test_a_model_may_find_nothing_worth_asking(
    writer: MakeWriter, item: Item, answer: Answer
) -> None:
    assert not drafts_of(writer(), item, answer())


@pytest.mark.parametrize("count", [1, 3, 10])
def test_the_more_is_asked_the_more_room_an_answer_has(
    writer: MakeWriter, item: Item, count: int
) -> None:
    request = writer(questions_per_chunk=count).request_for(item)

    assert request
    assert request.max_output_tokens == 256 * (count + 1)


def test_what_is_sent_is_what_request_for_says(
    writer: MakeWriter, item: Item, answer: Answer
) -> None:
    model = ScriptedModel(answer())

    asyncio.run(writer(max_output_tokens=700).write(item, model))

    assert model.requests == [writer(max_output_tokens=700).request_for(item)]


def test_an_indonesian_passage_is_asked_about_in_indonesian(
    writer: MakeWriter, chunk: MakeChunk, answer: Answer, pair: MakePair
) -> None:
    item = Item(name="a", inputs=(chunk(INDONESIAN, headings=("Perpustakaan",)),))
    said = answer(
        pair("Kapan Perpustakaan Nasional Bhutan didirikan?", "tahun 1967", quote=INDONESIAN[:67])
    )

    [draft] = drafts_of(writer(), item, said)

    assert draft.content["language"] == "id"
    assert draft.parameters["prompt"] == "qa.v1.id"
    request = writer().request_for(item)
    assert request
    assert request.system.startswith("Anda menulis")
    assert "bahasa Indonesia" in request.messages[0][1]


def test_a_passage_in_another_language_is_asked_about_in_its_own(
    writer: MakeWriter, chunk: MakeChunk
) -> None:
    request = writer().request_for(Item(name="a", inputs=(chunk(GERMAN, headings=()),)))

    assert request
    assert request.system == shipped().of("en").system
    assert "in the language of the passage" in request.messages[0][1]


def test_a_pair_about_a_passage_without_a_language_has_its_own(
    writer: MakeWriter, chunk: MakeChunk, answer: Answer, pair: MakePair
) -> None:
    item = Item(name="a", inputs=(chunk("Block A 40\nBlock B 25", headings=()),))

    [draft] = drafts_of(writer(), item, answer(pair("How many are there in Block A?", "40")))

    assert draft.content["language"] == "en"


@pytest.mark.parametrize("text", ["", " \n ", "…!?", "\ud800 ~~~"])
def test_nothing_is_asked_about_a_passage_without_words(
    writer: MakeWriter, chunk: MakeChunk, text: str
) -> None:
    model = ScriptedModel()
    item = Item(name="a", inputs=(chunk(text),))

    assert not asyncio.run(writer().write(item, model))
    assert not model.requests


def test_a_passage_in_another_language_than_the_chosen_one_costs_no_call(
    writer: MakeWriter, chunk: MakeChunk
) -> None:
    english = Item(name="a", inputs=(chunk(),))
    indonesian = Item(name="b", inputs=(chunk(INDONESIAN, headings=()),))

    chosen = writer(language="id")

    assert chosen.request_for(english) is None
    assert chosen.request_for(indonesian)


@pytest.mark.parametrize("around", ["```json\n{}\n```", "Here you are:\n{}\nAnything else?"])
def test_what_stands_around_an_answer_does_not_matter(
    writer: MakeWriter, item: Item, answer: Answer, pair: MakePair, around: str
) -> None:
    plain = drafts_of(writer(), item, answer(pair()))

    assert drafts_of(writer(), item, around.format(answer(pair()))) == plain


def test_an_answer_of_the_wrong_form_is_asked_for_once_more(
    writer: MakeWriter, item: Item, answer: Answer, pair: MakePair
) -> None:
    model = ScriptedModel(answer(pair(kind="riddle")), answer(pair()))

    drafts = asyncio.run(writer().write(item, model))

    assert len(drafts) == 1
    assert "kind" in model.requests[1].messages[-1][1]


def test_a_truncated_answer_is_a_dead_letter_with_its_text(
    writer: MakeWriter, item: Item, answer: Answer, pair: MakePair
) -> None:
    text = answer(pair(), pair())[:-40]
    cut = Completion(text=text, model="m", finish_reason="length", usage=None)

    with pytest.raises(PairsUnwritten, match="limit of tokens") as caught:
        asyncio.run(writer().write(item, ScriptedModel(cut)))

    letter = caught.value.dead_letter
    assert letter["answer"] == text
    assert letter["request"]["messages"][0][1].count(item.inputs[0].text) == 1
    assert (caught.value.item, caught.value.retryable) == (item.name, False)
    assert pickle.loads(pickle.dumps(caught.value)).dead_letter == letter


@pytest.mark.parametrize(
    ("error", "model", "causes"),
    [
        (RateLimited("groq:llama", "slow down"), "groq:llama", ["RateLimited: groq"]),
        (RequestRefused("groq:llama", "too long", 400), "groq:llama", ["RequestRefused: groq"]),
        (
            AllStrategiesFailed(
                "models",
                (
                    ("a", ProviderFailed("a", "bad", 500)),
                    ("b", AnswerUnusable("b", "huge", "so much")),
                ),
            ),
            "a, b",
            ["ProviderFailed: a: bad", "AnswerUnusable: b: huge"],
        ),
    ],
)
def test_whatever_a_model_fails_by_is_kept(
    writer: MakeWriter, item: Item, error: Exception, model: str, causes: list[str]
) -> None:
    with pytest.raises(PairsUnwritten) as caught:
        asyncio.run(writer().write(item, ScriptedModel(error)))

    assert caught.value.model == model
    assert len(caught.value.causes) == len(causes)
    assert all(map(str.startswith, caught.value.causes, causes))
    assert caught.value.answer == ("so much" if model == "a, b" else "")


@pytest.mark.parametrize(
    "error", [BudgetReached("$1", "$1"), KeyRefused("groq:llama", "GROQ_API_KEY", 401)]
)
def test_what_stops_a_run_is_no_failure_of_the_item(
    writer: MakeWriter, item: Item, error: Exception
) -> None:
    with pytest.raises(type(error)):
        asyncio.run(writer().write(item, ScriptedModel(error)))


def test_where_a_passage_lies_changes_nothing_that_is_asked(
    writer: MakeWriter, item: Item, chunk: MakeChunk
) -> None:
    moved = replace(item, name="b", inputs=(chunk(name="other.txt#x/7", start=5_000),))

    assert writer().request_for(moved) == writer().request_for(item)

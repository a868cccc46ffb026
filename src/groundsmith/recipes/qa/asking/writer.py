"""Writes the pairs of a passage with one call to a model.

All pairs of a passage are asked for at once: the passage and the instructions are read and paid
for once, and the model sees which questions it has already put.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from groundsmith.errors import ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.llm.structured import Structured, ask, schema_of
from groundsmith.prompt import fenced
from groundsmith.recipes.qa.asking.answer import AnsweredPair, AnsweredPairs
from groundsmith.recipes.qa.asking.kinds import kinds_of
from groundsmith.recipes.qa.asking.prompt_set import PromptSet
from groundsmith.recipes.qa.asking.quote import cited
from groundsmith.recipes.qa.asking.unwritten import unwritten
from groundsmith.records import Chunk, Draft, DraftCitation, Item, Json, Request
from groundsmith.seams import Model
from groundsmith.verify.language import language_of

_TOKENS_A_PAIR = 256
"""A question of 200 characters, an answer of 500 and a quote of two sentences, within their JSON;
one more pair's worth is added for what stands around them all. Three pairs have 1024."""
_LANGUAGES = {"en": "English"}
_ITS_OWN = "the language of the passage"
_UNKNOWN = "und"


class AskingSettings(Protocol):
    """What the writer needs to know of the recipe's settings."""

    @property
    def questions_per_chunk(self) -> int:
        """Questions asked of one chunk."""
        ...

    @property
    def language(self) -> str:
        """Language of the pairs: `document`, or the code of one."""
        ...

    @property
    def temperature(self) -> float | None:
        """How freely the model writes."""
        ...

    @property
    def max_output_tokens(self) -> int | None:
        """The most tokens of an answer; `None` is room for the pairs asked for."""
        ...


class AskingWriter:
    """What is asked about a passage, and the drafts that are made of the answer."""

    def __init__(self, settings: AskingSettings, prompts: PromptSet) -> None:
        self._settings = settings
        self._prompts = prompts

    def request_for(self, item: Item) -> Request | None:
        """The one call that an item takes; `None` where there is nothing to ask a model."""
        chunk = item.inputs[0]
        language = _language(chunk)
        wanted = self._settings.language
        if wanted not in ("document", language) or not any(map(str.isalnum, chunk.text)):
            return None
        prompt = self._prompts.of(language)
        shown = fenced(_shown(chunk))
        asked = prompt.filled(
            {
                "count": str(self._settings.questions_per_chunk),
                "kinds": ", ".join(kinds_of(chunk, language)),
                "language": _LANGUAGES.get(language, _ITS_OWN),
                "marker": shown.code,
                "passage": shown.text,
            }
        )
        return Request(
            system=prompt.system,
            messages=(("user", asked),),
            max_output_tokens=self._most_tokens,
            temperature=self._settings.temperature,
            response_schema=schema_of(AnsweredPairs),
        )

    async def write(self, item: Item, model: Model) -> Sequence[Draft]:
        """At most `questions_per_chunk` drafts; raises PairsUnwritten where no answer is usable.

        What stops a run or a machine is raised as it is.
        """
        request = self.request_for(item)
        if request is None:
            return []
        try:
            answer = await ask(model, request, AnsweredPairs)
        except (ModelError, AllStrategiesFailed) as error:
            raise unwritten(item.name, request, error) from error
        return list(self._drafts(item.inputs[0], answer))

    @property
    def _most_tokens(self) -> int:
        given = self._settings.max_output_tokens
        return given or _TOKENS_A_PAIR * (self._settings.questions_per_chunk + 1)

    def _drafts(self, chunk: Chunk, answer: Structured[AnsweredPairs]) -> Iterator[Draft]:
        language = _language(chunk)
        prompt = self._prompts.of(language)
        pairs = answer.value.pairs[: self._settings.questions_per_chunk]
        for part, pair in enumerate(pairs):
            yield Draft(
                part=part,
                content=_content(pair, language),
                citations=(_citation(pair, chunk),),
                writer=f"model:{answer.completion.model}",
                parameters={
                    "temperature": self._settings.temperature,
                    "max_output_tokens": self._most_tokens,
                    "prompt": prompt.name,
                },
                prompt_sha256=prompt.sha256,
            )


def _content(pair: AnsweredPair, language: str) -> dict[str, Json]:
    """The draft's own fields; a passage that is in no known language may be asked about in one."""
    question, answer = pair.question.strip(), pair.answer.strip()
    return {
        "question": question,
        "answer": answer,
        "kind": pair.kind.value,
        "language": language_of(f"{question}\n{answer}") if language == _UNKNOWN else language,
    }


def _shown(chunk: Chunk) -> str:
    """The chunk's headings, on one line, and its text."""
    headings = " > ".join(" ".join(heading.split()) for heading in chunk.headings)
    return f"[{headings}]\n{chunk.text}"


def _citation(pair: AnsweredPair, chunk: Chunk) -> DraftCitation:
    span = cited(pair.quote, pair.answer, chunk.text)
    return DraftCitation(input=0, start=span.start, stop=span.stop)


def _language(chunk: Chunk) -> str:
    return language_of("\n".join((*chunk.headings, chunk.text)))

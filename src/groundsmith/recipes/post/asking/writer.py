"""Writes a post by asking a model: the draft first, then all that can be asked at the same time.

The draft is streamed to whoever listens. Hashtags, caption, hooks, specificity and quality need the
draft and not each other, so they share the time of one call. The decision to question: quality is
asked of the draft, beside specificity and not after it; a third call in a row would cost the reader
as much time as the draft itself, and a post that was changed since says that its scores are not of
the text as it stands.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from groundsmith.errors import AnswerUnusable, ItemError, ModelError
from groundsmith.events import TextHeard
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.recipes.post.asking.answers import sections_in
from groundsmith.recipes.post.asking.passes import Asking
from groundsmith.recipes.post.asking.prompts import prompts_sha256
from groundsmith.recipes.post.asking.requests import Requests
from groundsmith.recipes.post.brief import Brief, data
from groundsmith.recipes.post.content import Hook, Origin, Part, Post, Sentence
from groundsmith.recipes.post.extractive import EXTRACTIVE, Extractor
from groundsmith.recipes.post.facts import facts
from groundsmith.recipes.post.hashtags import hashtags
from groundsmith.recipes.post.layout import fitted
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.settings import PostSettings
from groundsmith.records import Draft
from groundsmith.seams import Hear, Kit, Reset, SentenceSplitter

_MOST_SENTENCES = 60
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def requests_of(project: Project, brief: Brief, settings: PostSettings) -> Requests:
    """What is sent for a project's post, in the language that it is wanted in."""
    wanted = settings.language
    return Requests(
        project=project,
        brief=brief,
        language=project.language if wanted == "document" else wanted,
        temperature=settings.temperature,
    )


class AskingWriter:
    """Writes one project's post in one style.

    Args:
        extractor: Makes what no model is needed for, and stands in for passes that fail.
    """

    def __init__(self, settings: PostSettings, brief: Brief, extractor: Extractor) -> None:
        self._settings = settings
        self._brief = brief
        self._extractor = extractor

    async def draft(self, item: str, project: Project, kit: Kit) -> Draft:
        """The draft; raises ItemError where the model gave none that can be used."""
        assert kit.model is not None  # noqa: S101  # without one, the extractor writes
        asking = Asking(requests=requests_of(project, self._brief, self._settings), model=kit.model)
        try:
            answer = await asking.draft(self._settings.max_output_tokens, heard(item, kit))
        except (ModelError, AllStrategiesFailed) as error:
            raise ItemError(item, str(error)) from error
        sections = {
            part: sentences_of(body, kit.sentences)
            for part, body in sections_in(answer.text).items()
        }
        if not any(sections.values()):
            raise ItemError(item, str(AnswerUnusable(answer.model, "no draft in it", answer.text)))
        post = await self._finished(asking, sections, f"model:{answer.model}")
        return Draft(
            part=0,
            content=post.as_json(),
            citations=(),
            writer=f"model:{answer.model}",
            parameters={
                "temperature": self._settings.temperature,
                "max_output_tokens": self._settings.max_output_tokens,
            },
            prompt_sha256=prompts_sha256(),
        )

    async def _finished(
        self, asking: Asking, sections: Mapping[Part, tuple[Sentence, ...]], writer: str
    ) -> Post:
        """The post with everything that comes after the draft, asked all at once."""
        vague = [one.text for held in sections.values() for one in held if is_vague(one.text)]
        kinds = self._settings.hooks
        text = "\n\n".join(" ".join(one.text for one in held) for held in sections.values())
        specific, tags, caption, scores, hooks = await asyncio.gather(
            asking.specific(vague) if vague else _nothing(),
            asking.technologies(),
            asking.caption(),
            asking.scores(text),
            asking.hooks(kinds) if kinds else _nothing(),
        )
        sent = asking.requests
        made = facts(sent.project, sent.language)
        plain = None if caption and (hooks or not kinds) else self._extractor.post(kinds)
        better = dict(zip(vague, specific or vague, strict=True))
        closing = (*sections.get(Part.CALL_TO_ACTION, ()), *made["link"])
        post = Post(
            project=sent.project.name,
            language=sent.language,
            sections={
                **{part: _replaced(held, better) for part, held in sections.items()},
                Part.TECH_STACK: made["stack"],
                Part.CALL_TO_ACTION: closing,
            },
            hashtags=hashtags(sent.project, self._brief, tags or ()),
            caption=_models(caption) if caption else plain.caption if plain else (),
            hooks=tuple(Hook(kind=kind, sentence=_model(line)) for kind, line in hooks or ())
            or (plain.hooks if plain else ()),
            scores=scores,
            passes={
                "draft": writer,
                "hashtags": EXTRACTIVE if tags is None else writer,
                "caption": writer if caption else EXTRACTIVE,
                **({"quality": writer} if scores else {}),
                **({"specificity": writer} if specific else {}),
            },
        )
        missing = {} if post.of(Part.IMPACT) else {Part.IMPACT.value: "the draft names no figure"}
        return fitted(replace(post, missing=missing), self._brief.platform.value.max_chars)


def is_vague(sentence: str) -> bool:
    """Whether a sentence has words that say little."""
    return bool(_vague().search(sentence))


@cache
def _vague() -> re.Pattern[str]:
    written = "|".join(map(re.escape, data("vague.yaml"))).replace(r"\*", r"\w{0,12}")
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


def cleaned(text: str) -> str:
    """Text on one line, without markup at its ends and without what does not show."""
    return " ".join(_CONTROL.sub(" ", text).split()).strip("*_ ").lstrip("-•#> ")


def sentences_of(body: str, splitter: SentenceSplitter) -> tuple[Sentence, ...]:
    """The sentences of a section as a model wrote it, each line split for itself."""
    lines = (line for line in body.splitlines() if line.strip())
    split = (span.of(line) for line in lines for span in splitter.split(line))
    return tuple(_model(text) for one in split if any(map(str.isalnum, text := cleaned(one))))[
        :_MOST_SENTENCES
    ]


def _model(text: str) -> Sentence:
    return Sentence(text=cleaned(text), origin=Origin.MODEL)


def _models(text: str) -> tuple[Sentence, ...]:
    return (_model(text),)


def _replaced(held: Sequence[Sentence], better: Mapping[str, str]) -> tuple[Sentence, ...]:
    return tuple(_model(better.get(one.text) or one.text) for one in held)


def heard(item: str, kit: Kit) -> Hear:
    """What shows a draft to whoever listens, as it comes."""

    def hear(portion: str | Reset) -> None:
        anew = isinstance(portion, Reset)
        kit.emit(TextHeard(item=item, text="" if anew else str(portion), anew=anew))

    return hear


async def _nothing() -> None:
    return None

"""Changes a post as its author asks, in a talk with the model that is kept.

The model sees and answers with what it may write: hook, story, impact and call to action. The tech
stack, the address and the hashtags are made of facts and stay as they are; a sentence that comes
back word for word keeps its place in the sources. The decision to question: a section that the
answer does not name stays, one that it names and leaves empty goes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from groundsmith.errors import AnswerUnusable, ItemError, ModelError
from groundsmith.fallback import AllStrategiesFailed
from groundsmith.recipes.post.asking.answers import sections_in
from groundsmith.recipes.post.asking.passes import Asking
from groundsmith.recipes.post.asking.prompts import prompt
from groundsmith.recipes.post.asking.writer import heard, requests_of, sentences_of
from groundsmith.recipes.post.brief import Brief
from groundsmith.recipes.post.content import Origin, Part, Post, Sentence, post_of
from groundsmith.recipes.post.layout import fitted
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.settings import PostSettings
from groundsmith.recipes.revising import Turn
from groundsmith.records import Draft, Item
from groundsmith.seams import Kit, SentenceSplitter

_WRITTEN = (Part.HOOK, Part.STORY, Part.IMPACT, Part.CALL_TO_ACTION)
_OURS = frozenset({Origin.FACT, Origin.NEUTRAL})
_OF_THE_DRAFT = frozenset({"quality", "specificity"})


class PostReviser:
    """Changes posts of one project in one style."""

    def __init__(self, settings: PostSettings, brief: Brief) -> None:
        self._settings = settings
        self._brief = brief

    async def draft(self, item: Item, turns: Sequence[Turn], kit: Kit) -> Draft:
        """The draft that the last turn asks for; raises ItemError where none came of it."""
        assert kit.model is not None  # noqa: S101  # whoever revises has a model
        now = turns[-1]
        post = post_of(now.draft.content)
        sent = requests_of(Project.of(item), self._brief, self._settings)
        asking = Asking(requests=replace(sent, language=post.language), model=kit.model)
        most, hear = self._settings.max_output_tokens, heard(item.name, kit)
        try:
            answer = await asking.revised(turns, _shown, most, hear)
        except (ModelError, AllStrategiesFailed) as error:
            raise ItemError(item.name, str(error)) from error
        said = _said(answer.text, post, kit.sentences)
        if not any(said.values()):
            fault = AnswerUnusable(answer.model, "no post in it", answer.text)
            raise ItemError(item.name, str(fault))
        writer = f"model:{answer.model}"
        changed = self._changed(post, said, writer)
        return replace(
            now.draft,
            content=changed.as_json(),
            citations=(),
            writer=writer,
            parameters={
                "temperature": self._settings.temperature,
                "max_output_tokens": most,
                "instruction": now.instruction,
                "turn": len(turns),
            },
            prompt_sha256=prompt("revise").sha256,
        )

    def _changed(self, post: Post, said: Mapping[Part, tuple[Sentence, ...]], writer: str) -> Post:
        """The post with other sentences, and what is made of facts as it was."""
        sections = {
            part: (
                *held,
                *(one for one in post.sections.get(part, ()) if one.origin is Origin.FACT),
            )
            for part, held in said.items()
        }
        passes = {name: by for name, by in post.passes.items() if name not in _OF_THE_DRAFT}
        changed = replace(
            post,
            sections={**post.sections, **sections},
            scores=None,
            passes={**passes, "draft": writer},
        )
        missing = {} if changed.of(Part.IMPACT) else {Part.IMPACT.value: "left out"}
        return fitted(replace(changed, missing=missing), self._brief.platform.value.max_chars)


def _shown(draft: Draft) -> str:
    """The sections that a model writes, in the form in which it answers."""
    post = post_of(draft.content)
    bodies = {
        part: "\n".join(one.text for one in post.sections.get(part, ()) if one.origin not in _OURS)
        for part in _WRITTEN
    }
    return "\n".join(f"[{part.value.replace('_', ' ')}]\n{bodies[part]}" for part in _WRITTEN)


def _said(answer: str, post: Post, splitter: SentenceSplitter) -> dict[Part, tuple[Sentence, ...]]:
    """The sections of an answer; what is in the post word for word is the post's sentence."""
    known = {one.text: one for one in post.sentences if one.origin not in _OURS}
    ours = {one.text for one in post.sentences if one.origin in _OURS}
    return {
        part: tuple(
            known.get(one.text, one) for one in sentences_of(body, splitter) if one.text not in ours
        )
        for part, body in sections_in(answer).items()
    }

"""The post recipe: one item a project and style, one post an item.

A plan fixes what a post is written from; a changed README writes its posts again and no others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from groundsmith.errors import ItemError
from groundsmith.recipes.post.asking.reviser import PostReviser
from groundsmith.recipes.post.asking.writer import AskingWriter, requests_of
from groundsmith.recipes.post.content import Post, Sentence, post_of
from groundsmith.recipes.post.context import chosen, projects
from groundsmith.recipes.post.curate import Curator, style_of
from groundsmith.recipes.post.extractive import EXTRACTIVE, Extractor, TooLittle
from groundsmith.recipes.post.holding import Holder
from groundsmith.recipes.post.policy import STAGE as POLICY
from groundsmith.recipes.post.policy import PostPolicy
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.safety import Guard, Safety, confidence_of
from groundsmith.recipes.post.settings import PostSettings
from groundsmith.recipes.post.states import emptied
from groundsmith.recipes.revising import Turn
from groundsmith.records import (
    Draft,
    DraftCitation,
    Finding,
    Item,
    Json,
    Judged,
    Judgement,
    Record,
    Request,
    StageScore,
    rounded,
)
from groundsmith.seams import Corpus, Kit

CHECKS = ("origin@1", "additions@2", "grounding@1", "structure@1")


class PostRecipe:
    """Posts that only say what a project's sources say; the seam Recipe.

    Args:
        policy: The rules that posts are held to; `None` holds them to none.
    """

    name = "post"
    version = 2

    def __init__(
        self, settings: PostSettings | None = None, *, policy: PostPolicy | None = None
    ) -> None:
        self.settings = settings or PostSettings()
        self.checks: tuple[str, ...] = (*CHECKS, policy.name) if policy else CHECKS
        self._policy = policy

    def plan(self, corpus: Corpus) -> Iterator[Item]:
        """An item for each project and style, named `o/r/style`."""
        weights = self.settings.weights.of_sources()
        for project, chunks in projects(corpus.chunks()):
            for style in self.settings.styles:
                brief = self.settings.brief(style)
                queries = brief.style.value.queries
                inputs = chosen(chunks, queries, weights, self.settings.context_chars)
                yield Item(
                    name=f"{project}/{style}", inputs=inputs, category=style, template=brief.label
                )

    def requests_for(self, item: Item) -> Sequence[Request]:
        """The calls that `write` makes for an item with a model, as far as they are known before.

        Quality is asked of the draft, of which only the length is guessed; vague sentences take one
        call more.
        """
        settings, brief = self.settings, self.settings.brief(style_of(item.name))
        sent = requests_of(Project.of(item), brief, settings)
        hooks = [sent.hooks(settings.hooks)] if settings.hooks else []
        unwritten = "x" * settings.max_output_tokens  # a quarter of what it may have, as letters
        later = [sent.technologies(), sent.caption(), sent.scores(unwritten), *hooks]
        return [sent.draft(settings.max_output_tokens), *later]

    async def write(self, item: Item, kit: Kit) -> Sequence[Draft]:
        """The post that the run's model writes, or, without one, what can be extracted.

        Raises ItemError where the sources hold too little, or where the model could not write and
        `fallback` names nobody else.
        """
        project = Project.of(item)
        extractor = self._extractor(item, project, kit)
        try:
            extractor.require_enough()
        except TooLittle as error:
            raise ItemError(item.name, str(error)) from error
        if kit.model is None:
            return [self._extracted(item, project, extractor)]
        writer = AskingWriter(self.settings, self.settings.brief(style_of(item.name)), extractor)
        try:
            return [await writer.draft(item.name, project, kit)]
        except ItemError as failed:
            if self.settings.fallback == "none":
                raise
            draft = self._extracted(item, project, extractor)
            said = {"fallback_from": str(failed.reason)[:300]}
            return [replace(draft, parameters={**draft.parameters, **said})]

    async def revise(
        self, item: Item, draft: Draft, instruction: str, history: Sequence[Turn], kit: Kit
    ) -> Draft:
        """The post as it is asked for; the seam Reviser. Raises ItemError where none came of it."""
        reviser = PostReviser(self.settings, self.settings.brief(style_of(item.name)))
        turns = (*history, Turn(draft=draft, instruction=instruction))
        return await reviser.draft(item, turns, kit)

    async def judge(self, item: Item, draft: Draft, kit: Kit) -> Judgement:
        """The post with nothing unsupported in it, and what was found and corrected."""
        project, post = Project.of(item), post_of(draft.content)
        brief = self.settings.brief(style_of(item.name))
        holder = Holder(project, brief, kit, post.language)
        safety = await Guard(holder, self.settings.max_corrections).safe(post)
        violations = self._policy.findings(safety.post, safety.claims) if self._policy else []
        findings = (*safety.findings, *emptied(safety.post), *violations)
        changed = safety.post != post
        return Judgement(
            claims=tuple(safety.claims),
            stages=self._stages(safety, violations),
            findings=findings,
            repaired=replace(draft, **_held(safety.post)) if changed else None,
            corrections=tuple(safety.corrections),
        )

    def curate(self, drafts: Iterable[Judged], kit: Kit) -> Iterator[Record]:
        """A record for each draft: ready, for review, or rejected."""
        curator = Curator(recipe=self.name, version=self.version, settings=self.settings, kit=kit)
        return curator.records(drafts)

    def _extractor(self, item: Item, project: Project, kit: Kit) -> Extractor:
        fit: Callable[[str], bool] = self._policy.lets_pass if self._policy else lambda _: True
        brief = self.settings.brief(style_of(item.name))
        weights = self.settings.weights.of_sources()
        return Extractor(project, brief, kit.sentences, weights, fit)

    def _extracted(self, item: Item, project: Project, extractor: Extractor) -> Draft:
        wanted = self.settings.language
        if wanted not in ("document", project.language):
            raise ItemError(
                item.name,
                f"without a model a post is in its sources' language ({project.language}); "
                f"give --model, or set post.language to document instead of {wanted}",
            )
        return Draft(part=0, writer=EXTRACTIVE, **_held(extractor.post(self.settings.hooks)))

    def _stages(self, safety: Safety, violations: Sequence[Finding]) -> dict[str, StageScore]:
        why = "nothing in it could be judged"
        grounding, written = confidence_of(safety.claims), confidence_of(safety.written)
        present = sum(bool(held) for held in safety.post.sections.values())
        return {
            "grounding": StageScore(score=grounding, why="" if grounding is not None else why),
            "as_written": StageScore(score=written, why="" if written is not None else why),
            "structure": StageScore(score=rounded(present / len(safety.post.sections))),
            POLICY: StageScore(score=float(not violations))
            if self._policy
            else StageScore(score=None, why="post.policy is off"),
        }


class _Parts(TypedDict):
    content: Mapping[str, Json]
    citations: tuple[DraftCitation, ...]


def _held(post: Post) -> _Parts:
    """Content and citations of a draft that holds this post."""
    return _Parts(content=post.as_json(), citations=tuple(_citations(post.sentences)))


def _citations(sentences: Iterable[Sentence]) -> Iterator[DraftCitation]:
    for number, sentence in enumerate(sentences):
        for place in sentence.places:
            yield DraftCitation(input=place.input, start=place.start, stop=place.stop, claim=number)

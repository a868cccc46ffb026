"""Makes records of judged posts: each a record, ready, for review, or rejected with its reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from groundsmith.index.sources import shares
from groundsmith.recipes.post.brief import Brief
from groundsmith.recipes.post.content import Part, Post, Sentence, post_of
from groundsmith.recipes.post.context import context_quality, diversity, source_of
from groundsmith.recipes.post.engagement import rule_of_thumb
from groundsmith.recipes.post.holding import claims_of
from groundsmith.recipes.post.layout import published
from groundsmith.recipes.post.policy import severity_of
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.quality import quality
from groundsmith.recipes.post.safety import confidence_of
from groundsmith.recipes.post.settings import PostSettings
from groundsmith.recipes.post.states import certainty, state_of, tier_of
from groundsmith.records import (
    Assessment,
    Citation,
    Evidence,
    Item,
    Json,
    Judged,
    JudgedClaim,
    MadeBy,
    Passage,
    Record,
    Verdict,
    rounded,
)
from groundsmith.seams import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class Curator:
    """How judged posts become records of one recipe, version and settings."""

    recipe: str
    version: int
    settings: PostSettings
    kit: Kit

    def records(self, drafts: Iterable[Judged]) -> Iterator[Record]:
        """A record for each draft, in their order; none depends on another."""
        return map(self._record, drafts)

    def _record(self, judged: Judged) -> Record:
        post = post_of(judged.draft.content)
        made = judged.judgement
        confidence = confidence_of(made.claims)
        state = state_of(confidence, made.findings, self.settings)
        stages = {name: stage.score for name, stage in made.stages.items()}
        return Record(
            id=judged.id,
            recipe=self.recipe,
            item=judged.item,
            content=self._content(judged, post, state.value, confidence),
            citations=tuple(_citations(made.claims, judged.inputs)),
            claims=made.claims,
            assessment=Assessment(
                tier=tier_of(state, confidence),
                confidence=certainty(made.stages, made.findings),
                overall=confidence,
                stages=stages,
                unchecked={name: one.why for name, one in made.stages.items() if one.why},
                findings=made.findings,
            ),
            made_by=MadeBy(
                recipe_version=self.version,
                writer=judged.draft.writer,
                prompt_sha256=judged.draft.prompt_sha256,
                parameters=judged.draft.parameters,
                settings_sha256=self.kit.settings_sha256,
            ),
            corrections=made.corrections,
        )

    def _content(
        self, judged: Judged, post: Post, state: str, confidence: float | None
    ) -> dict[str, Json]:
        item = Item(name=judged.item, inputs=tuple(one.chunk for one in judged.inputs))
        brief = self.settings.brief(style_of(judged.item))
        asked = post.passes.get("quality") if not judged.judgement.corrections else None
        text = published(post)
        return {
            "project": post.project,
            **_names(brief),
            "language": post.language,
            "text": text,
            "word_count": len(text.split()),
            "sections": _sections(post, self.kit),
            "hashtags": list(post.hashtags),
            "caption": " ".join(one.text for one in post.caption),
            "hooks": [{"kind": one.kind, "text": one.sentence.text} for one in post.hooks],
            "quality": quality(post, asked),
            "engagement": rule_of_thumb().estimate(text).as_json(),
            "safety": _safety(judged, state, confidence, self.settings),
            "sources": Project.of(item).transparency.as_json(),
            "context": _context(item, brief, self.settings, self.kit),
            "passes": dict(post.passes),
            "missing": dict(post.missing),
        }


def style_of(item: str) -> str:
    """The style that an item's name ends in."""
    return item.rpartition("/")[2]


def _names(brief: Brief) -> dict[str, str]:
    return {
        "style": brief.style.name,
        "tone": brief.tone.name,
        "audience": brief.audience.name,
        "platform": brief.platform.name,
    }


def _sections(post: Post, kit: Kit) -> dict[str, list[Json]]:
    """Each part's sentences, with where they come from and the numbers of their claims."""
    count = 0
    made: dict[str, list[Json]] = {}
    for part in Part:
        shown: list[Json] = []
        for sentence in post.sections.get(part, ()):
            claims = len(claims_of(sentence, kit.sentences))
            shown.append(_shown(sentence, range(count, count + claims)))
            count += claims
        made[part.value] = shown
    return made


def _shown(sentence: Sentence, claims: range) -> Json:
    return {"text": sentence.text, "origin": sentence.origin.value, "claims": list(claims)}


def _safety(
    judged: Judged, state: str, confidence: float | None, settings: PostSettings
) -> dict[str, Json]:
    """The safety report; original → rewritten → reason stand in the record's corrections.

    `would_be` is the state without the violations.
    """
    made = judged.judgement
    others = [finding for finding in made.findings if severity_of(finding) is None]
    unviolated = state_of(confidence, others, settings)
    verdicts = [claim.verdict for claim in made.claims]
    return {
        "state": state,
        "would_be": unviolated.value,
        "confidence": confidence,
        "confidence_as_written": made.stages["as_written"].score,
        "claims": {verdict.value: verdicts.count(verdict) for verdict in Verdict},
        "corrections": len(made.corrections),
        "violations": [
            {"severity": severity.name, "message": finding.message}
            for finding in made.findings
            if (severity := severity_of(finding)) is not None
        ],
    }


def _context(item: Item, brief: Brief, settings: PostSettings, kit: Kit) -> dict[str, Json]:
    """What the post was written from: each passage with its source and that source's weight."""
    weights: Mapping[str, float] = settings.weights.of_sources()
    shared_out = shares(weights, map(source_of, item.inputs))
    worth = context_quality(item, brief.style.value.queries, weights, kit.embedder)
    return {
        "passages": [
            {
                "document": chunk.document,
                "start": chunk.start,
                "stop": chunk.stop,
                "source": source_of(chunk),
                "weight": shared_out.get(source_of(chunk)),
            }
            for chunk in item.inputs
        ],
        "diversity": diversity(item, weights),
        "quality": None if worth.overall is None else rounded(worth.overall),
        "quality_why": worth.why,
        "quality_by": "words, vectors" if kit.embedder else "words",
    }


def _citations(claims: Sequence[JudgedClaim], inputs: Sequence[Passage]) -> Iterator[Citation]:
    """Where each supported claim stands in the present documents."""
    for number, claim in enumerate(claims):
        if claim.verdict is Verdict.SUPPORTED:
            for shown in claim.evidence:
                yield _citation(shown, inputs[shown.input], number)


def _citation(shown: Evidence, passage: Passage, claim: int) -> Citation:
    chunk = passage.chunk
    return Citation(
        document=chunk.document,
        sha256=passage.sha256,
        text_sha256=passage.text_sha256,
        reader=passage.reader,
        start=chunk.start + shown.start,
        stop=chunk.start + shown.stop,
        quote=chunk.text[shown.start : shown.stop],
        claim=claim,
    )

"""Writes a post without a model: sentences of the sources, facts, and neutral connecting text.

What reads like a post is the choice and the order; not a word of what is claimed is ours. Sentences
are chosen by the style's queries, weighed by their source as the context is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from itertools import islice

from groundsmith.corpus.project.kinds import SourceKind
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.index.sources import shares
from groundsmith.recipes.post.brief import Brief, data
from groundsmith.recipes.post.content import Hook, Origin, Part, Place, Post, Sentence
from groundsmith.recipes.post.facts import facts
from groundsmith.recipes.post.hashtags import hashtags
from groundsmith.recipes.post.layout import fitted, tidied
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.sentences import LONGEST_CHARS, Told, is_fit, told
from groundsmith.records import rounded
from groundsmith.seams import SentenceSplitter
from groundsmith.verify.amounts import amounts

EXTRACTIVE = "extractive"
LEAST_SENTENCES = 2
_HOOK_CHARS = 200
_OPENING = 6
_HOOKS_EACH = 3
_NO_FIGURE = "the sources give no figure"


class TooLittle(ValueError):
    """The sources hold too little to write from; says what would help."""


class Extractor:
    """Writes one project's post in one style.

    Args:
        weights: What a sentence counts by its source.
        fit: Whether a sentence may be published at all.
    """

    def __init__(
        self,
        project: Project,
        brief: Brief,
        splitter: SentenceSplitter,
        weights: Mapping[str, float],
        fit: Callable[[str], bool],
    ) -> None:
        self._project = project
        self._brief = brief
        self._splitter = splitter
        self._weights = weights
        self._fit = fit

    @cached_property
    def _pool(self) -> list[Told]:
        return list(told(self._project, self._splitter, self._fit))

    @cached_property
    def _described(self) -> Sentence | None:
        return _described(self._project, self._fit)

    @cached_property
    def _scores(self) -> list[float]:
        return _scores(self._pool, self._brief.style.value.queries, self._weights)

    def post(self, hook_kinds: Sequence[str]) -> Post:
        """The post; raises TooLittle."""
        self.require_enough()
        made = facts(self._project, self._project.language)
        hook = self._hook(made["about"])
        impact = self._impact(hook)
        story = self._story(hook, impact)
        leads = self._brief.leads(self._project.language)
        figures = tuple(map(_copied, impact)) or made["tags"]
        post = Post(
            project=self._project.name,
            language=self._project.language,
            sections={
                Part.HOOK: (hook,),
                Part.STORY: tidied((*_lead(leads.story), *map(_copied, story))),
                Part.TECH_STACK: made["stack"],
                Part.IMPACT: tidied((*(_lead(leads.impact) if impact else ()), *figures)),
                Part.CALL_TO_ACTION: (*_lead(leads.call_to_action), *made["link"]),
            },
            hashtags=hashtags(self._project, self._brief),
            caption=(self._described or hook,),
            hooks=tuple(self._hooks(hook_kinds)),
            passes=dict.fromkeys(("draft", "hashtags", "caption"), EXTRACTIVE),
            missing={} if figures else {Part.IMPACT.value: _NO_FIGURE},
        )
        return fitted(post, self._brief.platform.value.max_chars)

    def require_enough(self) -> None:
        """Raises TooLittle where there are not enough sentences to write anything from."""
        usable = told(self._project, self._splitter, self._fit)
        count = bool(self._described) + sum(1 for _ in islice(usable, LEAST_SENTENCES))
        if count < LEAST_SENTENCES:
            raise TooLittle(
                f"too little to write from: {count} usable sentence{'' if count == 1 else 's'} in "
                "README, docs and manifests; add a README that says in whole sentences what the "
                "project is and does, and run the same command again"
            )

    def _hook(self, about: Sequence[Sentence]) -> Sentence:
        """The README's first sentence that is short enough and names the project.

        Else what the manifest says that it is; else the README's first at all.
        """
        readme = [one for one in self._in_order() if one.source is SourceKind.README]
        opening = [one for one in readme[:_OPENING] if len(one.text) <= _HOOK_CHARS]
        for one in opening:
            if any(name.lower() in one.text.lower() for name in self._project.names):
                return _copied(one)
        if about:
            return about[0]
        if opening:
            return _copied(opening[0])
        return self._described or _copied(min(self._in_order(), key=lambda one: len(one.text)))

    def _impact(self, hook: Sentence) -> list[Told]:
        """The best sentences of README and docs that measure something, in digits."""
        counted = [
            one
            for one in self._best()
            if one.text != hook.text
            and one.source is not SourceKind.EXAMPLES
            and any(amount.unit and not amount.spelled for amount in amounts(one.text))
        ]
        return counted[: self._brief.tone.value.impact_sentences]

    def _story(self, hook: Sentence, impact: Sequence[Told]) -> list[Told]:
        """The best other sentences, in the order in which their sources have them."""
        taken = {hook.text, *(one.text for one in impact)}
        best = [one for one in self._best() if one.text not in taken]
        kept = {one.text for one in best[: self._brief.tone.value.story_sentences]}
        return [one for one in self._in_order() if one.text in kept]

    def _hooks(self, kinds: Sequence[str]) -> list[Hook]:
        """Up to three short sentences of each kind, the best first."""
        short = [one for one in self._best() if len(one.text) <= _HOOK_CHARS]
        found: list[Hook] = []
        for kind in kinds:
            fit = [one for one in short if _cues()[kind].search(one.text)][:_HOOKS_EACH]
            found += [Hook(kind=kind, sentence=_copied(one)) for one in fit]
        return found

    def _best(self) -> list[Told]:
        ranked = sorted(range(len(self._pool)), key=lambda at: (-self._scores[at], at))
        return [self._pool[at] for at in ranked]

    def _in_order(self) -> list[Told]:
        inputs = self._project.inputs
        documents = list(dict.fromkeys(chunk.document for chunk in inputs))

        def place(one: Told) -> tuple[int, int]:
            chunk = inputs[one.place.input]
            return documents.index(chunk.document), chunk.start + one.place.start

        return sorted(self._pool, key=place)


def _scores(
    pool: Sequence[Told], queries: Sequence[str], weights: Mapping[str, float]
) -> list[float]:
    """For each sentence its source's weight, half of it for the best query's normalised score.

    The other half is due to every sentence: what the README says goes before what some page of the
    documentation says in the style's own words.
    """
    index = LexicalRetriever((str(at), one.text) for at, one in enumerate(pool))
    shared_out = shares(weights, (one.source.value for one in pool))
    scores = [shared_out.get(one.source.value, 0.0) / 2 for one in pool]
    for query in queries:
        hits = index.retrieve(query, len(pool) or 1)
        most = max((hit.score for hit in hits), default=0.0)
        for hit in hits:
            at = int(hit.chunk)
            weight = shared_out.get(pool[at].source.value, 0.0)
            share = hit.score / most if most > 0 else 0.0
            scores[at] = max(scores[at], rounded(weight * (1 + share) / 2))
    return scores


def _described(project: Project, fit: Callable[[str], bool]) -> Sentence | None:
    """A manifest's description of the project, if it is a sentence."""
    for number, held in project.manifests:
        text = held.description
        at = project.inputs[number].text.find(text) if text else -1
        if at >= 0 and is_fit(text) and fit(text):
            place = Place(input=number, start=at, stop=at + len(text))
            return Sentence(text=text, origin=Origin.SOURCE, places=(place,))
    return None


def _copied(one: Told) -> Sentence:
    return Sentence(text=one.text[:LONGEST_CHARS], origin=Origin.SOURCE, places=(one.place,))


def _lead(text: str) -> tuple[Sentence, ...]:
    return (Sentence(text=text, origin=Origin.NEUTRAL),) if text else ()


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, held['cues']))})(?!\w)", re.I)
        for kind, held in data("hooks.yaml").items()
    }

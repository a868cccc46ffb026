"""Writes the file of an item: its words, by a model or from the facts, and the template around.

A draft keeps the words beside the file, because words are what can be corrected: the file is then
made again around them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from groundsmith.recipes.page.asking import Asking, asking_prompt
from groundsmith.recipes.page.catalogue import parts_of, slug_of
from groundsmith.recipes.page.component import Component
from groundsmith.recipes.page.component_set import ComponentSet
from groundsmith.recipes.page.fact import Fact, facts_of, tree_of
from groundsmith.recipes.page.rendering import TemplateFailed, parsed, rendered
from groundsmith.recipes.page.settings import PageSettings
from groundsmith.recipes.page.shown import shown_facts
from groundsmith.recipes.page.unwritten import FileUnwritten, TextsUnwritten
from groundsmith.records import Draft, DraftCitation, Item, Json, digest
from groundsmith.seams import Kit, Model

FACTS = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a file is made of: an item's component, its facts, and the files that it needs.

    Attributes:
        needs: Component → its file, parsed.
    """

    item: str
    component: Component
    facts: tuple[Fact, ...]
    needs: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWriter:
    """Writes files of a set of components."""

    components: ComponentSet
    settings: PageSettings
    asking: Asking

    async def draft(self, item: Item, kit: Kit) -> Draft:
        """The file of an item; raises FileUnwritten or TextsUnwritten."""
        subject = self.subject(item, kit)
        if subject.component.kind != "model":
            return self.file(subject, (), FACTS)
        if kit.model is None:
            return self.file(subject, self._facts_only(subject), FACTS)
        try:
            return await self._asked(subject, kit.model)
        except TextsUnwritten as error:
            if self.settings.fallback == "none":
                raise
            made = self.file(subject, self._facts_only(subject), FACTS)
            return replace(made, parameters={"fallback_from": error.reason})

    def subject(self, item: Item, kit: Kit) -> Subject:
        """What the item's file is made of; raises FileUnwritten where a need cannot be used."""
        component = self.components.by_name[parts_of(item.name)[1]]
        return Subject(
            item=item.name,
            component=component,
            facts=facts_of(item.inputs),
            needs={name: _need(item.name, name, kit.needs) for name in component.needs.components},
        )

    def file(self, subject: Subject, words: Sequence[str], writer: str) -> Draft:
        """The draft of a file around these words."""
        component = subject.component
        said = " ".join(words) if component.answer == "text" else list(words)
        text = self._filled(subject, component.template, {"words": said})
        return Draft(
            part=0,
            content={
                "component": component.name,
                "format": component.format,
                "text": text,
                "words": list(words),
            },
            citations=tuple(
                DraftCitation(input=fact.input, start=fact.start, stop=fact.stop, claim=claim)
                for claim, fact in enumerate(shown_facts(text, subject.facts))
            ),
            writer=writer,
        )

    async def _asked(self, subject: Subject, model: Model) -> Draft:
        group = self.components.group_of(subject.component)
        said = await self.asking.words(subject.item, subject.component, group, subject.facts, model)
        made = self.file(subject, said.texts, f"model:{said.model}")
        return replace(
            made,
            parameters={
                "prompt": asking_prompt().name,
                "temperature": subject.component.temperature,
                "max_output_tokens": sum(each.tokens for each in group),
            },
            prompt_sha256=digest([asking_prompt().sha256, [each.prompt for each in group]]),
        )

    def _facts_only(self, subject: Subject) -> tuple[str, ...]:
        """What is said without a model, in the form in which one would have answered."""
        said = self._filled(subject, subject.component.words, {})
        if subject.component.answer == "text":
            return (said.strip(),)
        return tuple(filter(None, map(str.strip, said.splitlines())))

    def _filled(self, subject: Subject, template: str, more: Mapping[str, Any]) -> str:
        own = {"site": {"url": self.settings.url.rstrip("/")}, "slug": slug_of(subject.item)}
        context = {**tree_of(subject.facts), **subject.needs, **more, **own}
        try:
            return rendered(template, context)
        except TemplateFailed as error:
            reason = f"its template cannot be filled: {error}"
            raise FileUnwritten(subject.item, reason) from error


def file_of(item: str, category: str, draft: Draft) -> dict[str, Json]:
    """What a record holds of a draft: the file, its place below the site's folder, its category.

    The place is the item's and no draft's: items that show the same lines share their drafts.
    """
    component, suffix = draft.content["component"], draft.content["format"]
    return {
        "component": component,
        "format": suffix,
        "path": f"{component}/{slug_of(item)}.{suffix}",
        "text": draft.content["text"],
        **({"category": category} if category else {}),
    }


def _need(item: str, name: str, needs: Mapping[str, Sequence[Draft]]) -> Json:
    drafts = needs.get(f"{parts_of(item)[0]}/{name}", ())
    if not drafts:
        raise FileUnwritten(item, f"there is no {name} to make it from")
    try:
        return parsed(drafts[0].content["text"], drafts[0].content["format"])
    except TemplateFailed as error:
        raise FileUnwritten(item, str(error)) from error

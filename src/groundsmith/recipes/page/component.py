"""A component: one kind of file that every item of the catalogue gets, as its YAML declares it.

Declared and not coded, so that a site's own component is a file and no plug-in. Words and file are
two templates: `words` is what is said without a model, in the form in which a model would answer,
and `template` is the file around either.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from groundsmith.recipes.page.need import Selector
from groundsmith.records import Json, digest

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
PathText = Annotated[str, StringConstraints(pattern=r"^[^\s:.][^\n:]{0,199}$")]
Arguments = dict[str, int | float | str | list[str]]

_CONFIG = ConfigDict(frozen=True, extra="forbid")


class Needs(BaseModel):
    """What a component is made from: paths of facts, and other components of the same item."""

    model_config = _CONFIG

    facts: tuple[PathText, ...] = ("name",)
    components: tuple[Name, ...] = ()


class Component(BaseModel):
    """How one file of an item is made, and what it must hold to.

    Attributes:
        format: Suffix of the file; `yaml` and `json` are handed on parsed to what needs it.
        template: The file: `words` stands for what the model, or the facts-only form, said.
        words: The facts-only form of what a model is asked for; a list has one entry a line.
        answer: What is said: a text, a list of texts, or tags, which state nothing by themselves.
        validators: Name → its arguments, in the order in which they run.
        group: Components of one group are asked for in one call.
    """

    model_config = _CONFIG

    name: Name
    kind: Literal["facts", "derived", "model"]
    needs: Needs = Needs()
    format: Literal["md", "yaml", "json", "html", "txt"]
    template: str = Field(min_length=1)
    words: str = ""
    answer: Literal["text", "list", "tags"] = "text"
    prompt: str = ""
    tokens: int = Field(512, ge=16, le=100_000)
    temperature: float | None = Field(0.4, ge=0, le=2)
    validators: dict[str, Arguments]
    priority: int = Field(0, ge=-1000, le=1000)
    group: Name | None = None

    @model_validator(mode="after")
    def _whole(self) -> "Component":
        if self.kind == "model" and not self.prompt.strip():
            raise ValueError("kind is model, but there is no prompt")
        if self.kind == "model" and not self.words.strip():
            raise ValueError("kind is model, but there are no words for a run without one")
        if self.kind != "model" and (self.prompt or self.words or self.group):
            raise ValueError("prompt, words and group are for kind: model")
        if self.kind == "derived" and not self.needs.components:
            raise ValueError("kind is derived, but it needs no component")
        return self

    @cached_property
    def selector(self) -> Selector:
        """Which facts it shows."""
        return Selector(self.needs.facts)

    @cached_property
    def written_by(self) -> dict[str, Json]:
        """What decides its text; validators and priority do not."""
        return self.model_dump(mode="json", exclude={"validators", "priority"})

    @cached_property
    def judged_by(self) -> str:
        """Hash of what decides its judgement."""
        return digest([self.name, self.format, self.kind, self.validators])

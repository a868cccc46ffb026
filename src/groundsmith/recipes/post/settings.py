"""Settings of posts, each with the phase in which it matters.

What the post is to be like decides what is written; from which confidence on it is ready is a
setting of curation, so that a changed threshold neither writes nor judges again.
"""

from typing import Literal, Self

from pydantic import Field, field_serializer, field_validator, model_validator

from groundsmith.phases import Settings, curate, judge, plan, write
from groundsmith.recipes.post.brief import Brief, BriefUnusable, shelf

HOOK_KINDS = ("curiosity", "bold-claim", "story", "contrarian", "emotional")


class WeightSettings(Settings):
    """What a passage counts by its source; only the proportions among those that exist matter."""

    readme: float = plan(0.50, ge=0, le=1, about="Weight of the README.")
    examples: float = plan(0.20, ge=0, le=1, about="Weight of examples.")
    issues: float = plan(0.15, ge=0, le=1, about="Weight of issues.")
    commits: float = plan(0.10, ge=0, le=1, about="Weight of commits.")
    docs: float = plan(0.05, ge=0, le=1, about="Weight of other documentation.")

    def of_sources(self) -> dict[str, float]:
        """Source → weight."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class PostSettings(Settings):
    """What a post is like, how it is checked, and when it is ready."""

    styles: tuple[str, ...] = plan(("showcase",), about="One post a project in each; by comma.")
    tone: str = write("balanced", about="How it sounds.")
    audience: str = write("developers", about="Whom it is for.")
    platform: str = write("linkedin", about="Where it is published: how long it may be.")
    language: Literal["document", "en", "id"] = write(
        "document", about="Language of the post: the README's own, or this one."
    )
    own: str | None = plan(
        None,
        min_length=1,
        about="Folder with styles/, tones/, audiences/, platforms/ of your own: a YAML file each.",
    )
    forge: bool = plan(
        False,
        about="Ask the forge for a repository's metadata and issues without a token, too; with "
        "one in GITHUB_TOKEN it is asked anyway.",
    )
    context_chars: int = plan(
        12_000, ge=1000, le=200_000, about="Most that a post is written from, in characters."
    )
    hooks: tuple[str, ...] = write(
        (), about=f"Kinds of which three first lines each are made: {', '.join(HOOK_KINDS)}."
    )
    temperature: float | None = write(
        0.7, ge=0, le=2, about="How freely a model writes; null leaves it to the model."
    )
    max_output_tokens: int = write(
        800, ge=64, le=100_000, about="The most tokens of a model's draft."
    )
    fallback: Literal["none", "extractive"] = write(
        "none", about="Who writes, labelled, where a model could not."
    )
    max_corrections: int = judge(
        2, ge=0, le=5, about="How often an unsupported sentence is rewritten before it is left out."
    )
    policy: bool = judge(True, about="Hold posts to the rules of `verify.policy`.")
    weights: WeightSettings = Field(
        default_factory=WeightSettings, description="What a passage counts by its source."
    )
    ready_from: float = curate(
        0.7, ge=0, le=1, about="Ready from this share of supported claims on."
    )
    review_from: float = curate(
        0.5, ge=0, le=1, about="For review from this share of supported claims on."
    )

    @field_validator("styles", "hooks", mode="before")
    @classmethod
    def _from_text(cls, given: object) -> object:
        """An option and a variable hold text: names with commas between them."""
        if not isinstance(given, str):
            return given
        return tuple(name.strip() for name in given.split(",") if name.strip())

    @field_validator("hooks")
    @classmethod
    def _known_hooks(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := sorted(set(given) - set(HOOK_KINDS)):
            raise ValueError(f"no kind of hook is {unknown[0]!r}; there is {', '.join(HOOK_KINDS)}")
        return given

    @model_validator(mode="after")
    def _known(self) -> Self:
        try:
            held = shelf(self.own)
        except BriefUnusable as error:
            raise ValueError(str(error)) from error
        if not self.styles or len(set(self.styles)) < len(self.styles):
            raise ValueError("styles: name one or more, each once")
        for key, names, known in (
            ("styles", self.styles, held.styles),
            ("tone", (self.tone,), held.tones),
            ("audience", (self.audience,), held.audiences),
            ("platform", (self.platform,), held.platforms),
        ):
            if unknown := [name for name in names if name not in known]:
                raise ValueError(f"{key}: {unknown[0]!r} is none of {', '.join(known)}")
        if self.review_from > self.ready_from:
            raise ValueError("review_from must not be above ready_from")
        return self

    @field_serializer("own", when_used="json")
    def _own_as_text(self, folder: str | None) -> str | None:
        """A hash of what the files say: that enters fingerprints, not where they lie."""
        return None if folder is None else shelf(folder).sha256

    def brief(self, style: str) -> Brief:
        """What a post in this style is to be like."""
        held = shelf(self.own)
        return Brief(
            style=held.styles[style],
            tone=held.tones[self.tone],
            audience=held.audiences[self.audience],
            platform=held.platforms[self.platform],
        )

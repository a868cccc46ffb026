"""Settings of question-answer datasets, each with the phase in which it matters.

What a stage measures is a setting of judging; what a measurement is worth (weights, minima) is a
setting of curation, so that a changed threshold neither writes nor judges again.
"""

from typing import Literal

from pydantic import Field, field_serializer, field_validator, model_validator

from groundsmith.phases import Settings, curate, judge, write
from groundsmith.recipes.qa.asking.prompt_set import PromptUnusable, prompts_in
from groundsmith.recipes.qa.content import Kind


class LengthSettings(Settings):
    """How long questions and answers may be, in characters."""

    question_min_chars: int = judge(10, ge=1, le=1000, about="Shortest question that is let in.")
    question_max_chars: int = judge(200, ge=1, le=10_000, about="Longest question.")
    fact_min_chars: int = judge(
        1, ge=1, le=1000, about="Shortest answer to a factual, quantitative or temporal question."
    )
    answer_min_chars: int = judge(
        5, ge=1, le=1000, about="Shortest answer to a question of any other kind."
    )
    answer_max_chars: int = judge(500, ge=1, le=100_000, about="Longest answer.")


class WeightSettings(Settings):
    """What each stage counts in the overall score; only their proportions matter."""

    extractive: float = curate(0.35, ge=0, le=1, about="Weight of: the answer is in the source.")
    hallucination: float = curate(0.25, ge=0, le=1, about="Weight of: every claim is supported.")
    relevancy: float = curate(0.20, ge=0, le=1, about="Weight of: all is about one thing.")
    question: float = curate(0.10, ge=0, le=1, about="Weight of: the question is a good one.")
    answer: float = curate(0.10, ge=0, le=1, about="Weight of: the answer is a good one.")

    @model_validator(mode="after")
    def _weigh_something(self) -> "WeightSettings":
        if not sum(self.of_stages().values()):
            raise ValueError("at least one weight must be above 0")
        return self

    def of_stages(self) -> dict[str, float]:
        """Stage → weight; the format stage is a gate and has none."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class VerbatimSettings(Settings):
    """The extractive stage's minimum for each kind: how literal an answer must be."""

    factual: float = curate(0.8, ge=0, le=1, about="Minimum for factual pairs.")
    definition: float = curate(0.8, ge=0, le=1, about="Minimum for definitions.")
    explanatory: float = curate(0.7, ge=0, le=1, about="Minimum for explanations.")
    comparative: float = curate(0.6, ge=0, le=1, about="Minimum for comparisons.")
    procedural: float = curate(0.7, ge=0, le=1, about="Minimum for procedures.")
    list: float = curate(0.7, ge=0, le=1, about="Minimum for lists.")
    quantitative: float = curate(0.8, ge=0, le=1, about="Minimum for quantities.")
    temporal: float = curate(0.8, ge=0, le=1, about="Minimum for times.")


class MinimumSettings(Settings):
    """What each stage must score at least; a stage that could not run counts as this much."""

    format: float = curate(0.8, ge=0, le=1, about="Minimum of the format gate.")
    extractive: VerbatimSettings = Field(
        default_factory=VerbatimSettings, description="Minima of the answer's literalness, by kind."
    )
    hallucination: float = curate(0.7, ge=0, le=1, about="Minimum of the claims' support.")
    relevancy: float = curate(0.75, ge=0, le=1, about="Minimum of the closeness in meaning.")
    question: float = curate(0.5, ge=0, le=1, about="Minimum of the question's quality.")
    answer: float = curate(0.5, ge=0, le=1, about="Minimum of the answer's quality.")

    def of_stages(self, kind: Kind) -> dict[str, float]:
        """Stage → minimum, as it stands for pairs of one kind."""
        return {
            name: getattr(self.extractive, kind.value)
            if name == "extractive"
            else getattr(self, name)
            for name in type(self).model_fields
        }


class QaSettings(Settings):
    """What is asked, how it is checked, and what is kept."""

    questions_per_chunk: int = write(3, ge=1, le=10, about="Questions asked of one chunk.")
    language: Literal["document", "en", "id"] = write(
        "document", about="Language of the pairs: the document's own, or this one only."
    )
    temperature: float | None = write(
        0.1, ge=0, le=2, about="How freely a model writes; null leaves it to the model."
    )
    max_output_tokens: int | None = write(
        None,
        ge=64,
        le=1_000_000,
        about="The most tokens of a model's answer; null is room for the questions asked.",
    )
    prompts: str | None = write(
        None,
        min_length=1,
        about="Folder with prompts of your own, named like the ones that they replace.",
    )
    fallback: Literal["none", "extractive"] = write(
        "none", about="Who writes, labelled, where a model could not."
    )
    max_corrections: int = judge(
        1,
        ge=0,
        le=5,
        about="How often a model rewrites an answer that is not supported; 0 never does.",
    )
    policy: bool = judge(
        True,
        about="Reject pairs with secrets, hate or threats, and note orders to a model in passages.",
    )
    lengths: LengthSettings = Field(
        default_factory=LengthSettings, description="How long questions and answers may be."
    )
    weights: WeightSettings = Field(
        default_factory=WeightSettings, description="What each stage counts in the overall score."
    )
    minima: MinimumSettings = Field(
        default_factory=MinimumSettings, description="What each stage must score at least."
    )
    min_overall: float = curate(0.70, ge=0, le=1, about="Accept a pair from this score on.")
    round_trip_top_k: int = curate(
        5, ge=1, le=100, about="A question must bring its chunk back among so many ranks."
    )
    near_duplicate: float = curate(
        0.85, gt=0, le=1, about="Questions are the same from this word overlap (Jaccard) on."
    )
    max_per_answer: int | None = curate(
        None, ge=1, le=1000, about="Keep at most so many pairs with one answer; null keeps all."
    )

    @field_validator("prompts")
    @classmethod
    def _usable(cls, folder: str | None) -> str | None:
        try:
            prompts_in(folder)
        except PromptUnusable as error:
            raise ValueError("; ".join(error.faults)) from error
        return folder

    @field_serializer("prompts", when_used="json")
    def _prompts_as_text(self, folder: str | None) -> str:
        """A hash of the prompts' texts: what they say enters fingerprints, not where they lie."""
        return prompts_in(folder).sha256

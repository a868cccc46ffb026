"""A post and its sentences: what every part of this recipe hands to the next.

A sentence keeps where it comes from, because that decides how it is held: a copy and a fact have
their places in the sources, connecting text is ours word for word, and a model's sentence has
nothing until it was judged.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from groundsmith.records import Json


class Origin(StrEnum):
    """Where a sentence comes from."""

    SOURCE = "source"
    """Copied from a source, its markup left out."""
    FACT = "fact"
    """Made of a manifest's, a tag's or a commit's own values."""
    NEUTRAL = "neutral"
    """Connecting text that ships with the style and states nothing."""
    MODEL = "model"


class Part(StrEnum):
    """The five sections, in order."""

    HOOK = "hook"
    STORY = "story"
    TECH_STACK = "tech_stack"
    IMPACT = "impact"
    CALL_TO_ACTION = "call_to_action"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`[start, stop)` of input number `input`."""

    input: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a post; `places` are where it stands, for a copy or a fact."""

    text: str
    origin: Origin
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """A candidate for the first line, of one kind."""

    kind: str
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as written and not yet checked.

    Attributes:
        language: Of the post, as an ISO 639-1 code; `und` where nobody knows.
        sections: What stands in each part; a part without sentences is not there.
        scores: What a model thought of the draft, 0 to 10 each; `None` where none was asked.
        passes: Who did each pass: `model:NAME`, `extractive`, or `facts`.
        missing: Why a part is not there.
    """

    project: str
    language: str
    sections: Mapping[Part, tuple[Sentence, ...]]
    hashtags: tuple[str, ...] = ()
    caption: tuple[Sentence, ...] = ()
    hooks: tuple[Hook, ...] = ()
    scores: Mapping[str, int] | None = None
    passes: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The post without its hashtags."""
        return "\n\n".join(
            body for part in Part if (body := _joined(part, self.sections.get(part, ())))
        )

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences that are published: the sections', then the caption's."""
        for part in Part:
            yield from self.sections.get(part, ())
        yield from self.caption

    def of(self, part: Part) -> str:
        """The text of one part; empty where there is none."""
        return _joined(part, self.sections.get(part, ()))

    def with_part(self, part: Part, sentences: tuple[Sentence, ...]) -> "Post":
        """The post with other sentences in one part."""
        return replace(self, sections={**self.sections, part: sentences})

    def as_json(self) -> dict[str, Json]:
        """For drafts; `post_of` makes the same post of it."""
        return {
            "project": self.project,
            "language": self.language,
            "sections": {
                part.value: [_sentence_json(one) for one in self.sections.get(part, ())]
                for part in Part
            },
            "hashtags": list(self.hashtags),
            "caption": [_sentence_json(one) for one in self.caption],
            "hooks": [
                {"kind": hook.kind, "sentence": _sentence_json(hook.sentence)}
                for hook in self.hooks
            ],
            "scores": None if self.scores is None else dict(self.scores),
            "passes": dict(self.passes),
            "missing": dict(self.missing),
        }


def post_of(content: Mapping[str, Json]) -> Post:
    """The post that `as_json` gave."""
    return Post(
        project=content["project"],
        language=content["language"],
        sections={
            part: tuple(map(_sentence_of, content["sections"].get(part.value, ()))) for part in Part
        },
        hashtags=tuple(content["hashtags"]),
        caption=tuple(map(_sentence_of, content["caption"])),
        hooks=tuple(
            Hook(kind=one["kind"], sentence=_sentence_of(one["sentence"]))
            for one in content["hooks"]
        ),
        scores=content["scores"],
        passes=content["passes"],
        missing=content["missing"],
    )


def _joined(part: Part, sentences: tuple[Sentence, ...]) -> str:
    """Connecting text stands on a line of its own, and so does each line of a hook."""
    text = ""
    after_lead = False
    for one in sentences:
        own_line = part is Part.HOOK or after_lead or one.origin is Origin.NEUTRAL
        text += ("" if not text else "\n" if own_line else " ") + one.text
        after_lead = one.origin is Origin.NEUTRAL
    return text


def _sentence_json(one: Sentence) -> dict[str, Json]:
    places = [[place.input, place.start, place.stop] for place in one.places]
    return {"text": one.text, "origin": one.origin.value, "places": places}


def _sentence_of(held: Json) -> Sentence:
    return Sentence(
        text=held["text"],
        origin=Origin(held["origin"]),
        places=tuple(Place(input=i, start=start, stop=stop) for i, start, stop in held["places"]),
    )

"""A project as its item's inputs show it: what it is called, made of, and where each word stands.

Everything is read off the inputs, so that writing and judging see the same and nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from groundsmith.corpus.project.kinds import SourceKind, file_of, kind_of
from groundsmith.corpus.project.manifests import Manifest, parsed, place_of
from groundsmith.corpus.project.transparency import Transparency, transparency_of
from groundsmith.recipes.post.content import Place
from groundsmith.records import Chunk, Item
from groundsmith.verify.language import language_of

_ADDRESS = re.compile(r"https?://\S{1,2000}")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,500}\)|<img\b[^<>]{0,1000}>", re.IGNORECASE)
_RST_IMAGE = re.compile(
    r"^[ \t]*\.\.(?: \|[^|\n]{1,100}\|)? image::.*(?:\n[ \t]+:\w.*)*", re.MULTILINE
)
_NO_EVIDENCE = frozenset({SourceKind.SOURCES})
_LINKS = ("repository", "source", "source code", "github", "code", "homepage", "documentation")


@dataclass(frozen=True)
class Project:
    """The inputs of an item, in their order; built once a phase."""

    name: str
    inputs: tuple[Chunk, ...]

    @classmethod
    def of(cls, item: Item) -> "Project":
        """The project of an item, by the name that its manifest or its folder gives it."""
        inputs = item.inputs
        folder = item.name.rpartition("/")[0].rpartition("/")[2] or item.name
        found = (held.name for _, held in _manifests(inputs) if held.name)
        declared = next(found, "")
        return cls(name=declared.rpartition("/")[2] or folder, inputs=inputs)

    @cached_property
    def manifests(self) -> tuple[tuple[int, Manifest], ...]:
        """Each manifest that could be parsed, with the number of its input."""
        return tuple(_manifests(self.inputs))

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its name, and the title of its README."""
        readme = self.first(SourceKind.README)
        titles = self.inputs[readme].headings[:1] if readme is not None else ()
        return (self.name, *titles)

    @cached_property
    def kinds(self) -> tuple[SourceKind, ...]:
        """The kind of each input."""
        return tuple(kind_of(chunk.document) for chunk in self.inputs)

    @cached_property
    def evidence(self) -> tuple[str, ...]:
        """The text of each input, empty for what is no evidence."""
        return tuple(
            "" if kind in _NO_EVIDENCE else chunk.text
            for kind, chunk in zip(self.kinds, self.inputs, strict=True)
        )

    @cached_property
    def said(self) -> str:
        """All evidence as one text, headings included."""
        lines = dict.fromkeys(line for chunk in self.inputs for line in chunk.headings)
        return "\n".join((*lines, *self.evidence))

    @cached_property
    def naming(self) -> str:
        """What may name a technology: the README, metadata and manifests, with their language."""
        texts = [
            "\n".join((*chunk.headings, without_images(chunk.text)))
            for kind, chunk in zip(self.kinds, self.inputs, strict=True)
            if kind in (SourceKind.README, SourceKind.METADATA, SourceKind.MANIFEST)
        ]
        return "\n".join((*texts, *(held.language for _, held in self.manifests), self.name))

    @cached_property
    def language(self) -> str:
        """Of the README, else of all that is said."""
        prose = [text for kind, text in self._prose() if kind is SourceKind.README]
        told = "\n".join(prose or [text for _, text in self._prose()])
        return language_of(_ADDRESS.sub("", without_images(told)))

    @cached_property
    def transparency(self) -> Transparency:
        """Which sources were used, and which not."""
        return transparency_of((chunk.document, chunk.text) for chunk in self.inputs)

    @cached_property
    def link(self) -> tuple[str, Place] | None:
        """An address of the project that a manifest gives, and where."""
        for number, held in self.manifests:
            known: Mapping[str, str] = dict(held.links)
            for key in _LINKS:
                if key in known and (place := self.place(number, known[key])):
                    return known[key], place
        return None

    def place(self, number: int, text: str) -> Place | None:
        """Where an input has this text as a whole word; `None` where it does not."""
        found = place_of(text, self.inputs[number].text)
        return Place(input=number, start=found.start, stop=found.stop) if found else None

    def first(self, kind: SourceKind) -> int | None:
        """Number of the first input of a kind."""
        return next((at for at, one in enumerate(self.kinds) if one is kind), None)

    def _prose(self) -> Iterator[tuple[SourceKind, str]]:
        for kind, text in zip(self.kinds, self.evidence, strict=True):
            if kind in (SourceKind.README, SourceKind.DOCS, SourceKind.METADATA):
                yield kind, text


def without_images(text: str) -> str:
    """A text without its images: a badge names who measures or builds, not what is used."""
    return _RST_IMAGE.sub("", _IMAGE.sub("", text))


def _manifests(inputs: tuple[Chunk, ...]) -> Iterator[tuple[int, Manifest]]:
    for number, chunk in enumerate(inputs):
        if kind_of(chunk.document) is SourceKind.MANIFEST:
            held = parsed(file_of(chunk.document), chunk.text)
            if held is not None:
                yield number, held

"""A written file with the facts that it may rest on: what every validator is handed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from groundsmith.recipes.page.fact import Fact, Tree, tree_of
from groundsmith.records import Json, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFile:
    """One file of one item.

    Attributes:
        facts: Those that its component shows.
        allowed: Texts of the site's own whose numbers may stand in any file: its address, the slug.
        needs: The files that it was made from, parsed.
        sentence_spans: Its sentences; split outside, because languages differ.
    """

    component: str
    format: str
    text: str
    facts: tuple[Fact, ...]
    allowed: tuple[str, ...] = ()
    needs: Mapping[str, Json] = field(default_factory=dict)
    sentence_spans: tuple[Span, ...] = ()

    @property
    def tree(self) -> Tree:
        """Its facts as templates see them."""
        return tree_of(self.facts)

    def value(self, path: str) -> str:
        """The first value under a path; empty where there is none."""
        return next((fact.value for fact in self.facts if fact.path == path), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a file, and what to do about it."""

    code: str
    message: str
    advice: str
    span: Span | None = None

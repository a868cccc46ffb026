"""Facts put together for people to approve: one proposal a chapter, with its risk and why.

High: a fact contradicts an approved one, or its evidence is weak (a memory, a supposition). Medium:
a kind that nobody approved yet, or another name for somebody. Low: the rest.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.reading import Mode
from groundsmith.records import Json

_UNIQUE = frozenset({FactKind.APPEARANCE, FactKind.BORN, FactKind.RELATION, FactKind.SKILL})
"""Kinds of which one subject has one value an attribute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """The facts of one chapter that are proposed together."""

    id: str
    chapter: str
    risk: str
    reason: str
    facts: tuple[Fact, ...]


def bundles(found: Iterable[Fact], approved: Sequence[Mapping[str, Json]]) -> list[Bundle]:
    """One bundle a chapter, without the facts that are approved already."""
    known = {str(one["id"]) for one in approved}
    chapters: dict[str, list[Fact]] = defaultdict(list)
    for fact in found:
        if fact.id not in known:
            chapters[fact.place.chapter].append(fact)
    return [_bundle(chapter, facts, approved) for chapter, facts in chapters.items()]


def _bundle(chapter: str, facts: Sequence[Fact], approved: Sequence[Mapping[str, Json]]) -> Bundle:
    risk, reason = _risk(facts, approved)
    name = hashlib.sha256("\x1f".join(fact.id for fact in facts).encode()).hexdigest()[:12]
    return Bundle(id=name, chapter=chapter, risk=risk, reason=reason, facts=tuple(facts))


def _risk(facts: Sequence[Fact], approved: Sequence[Mapping[str, Json]]) -> tuple[str, str]:
    held = {(one["kind"], one["subject"], one["attribute"]): one["value"] for one in approved}
    for fact in facts:
        value = held.get((fact.kind.value, fact.subject, fact.attribute))
        if fact.kind in _UNIQUE and value is not None and value != fact.value:
            return "high", f"{fact.subject}: {fact.attribute} {fact.value}; approved is {value}"
    weak = [fact for fact in facts if fact.mode not in (Mode.TOLD, Mode.RECOUNTED)]
    if weak:
        return "high", f"{weak[0].subject}: {weak[0].attribute} is only {weak[0].mode}"
    kinds = {one["kind"] for one in approved}
    new = [fact for fact in facts if fact.kind is FactKind.ALIAS or fact.kind.value not in kinds]
    if new:
        return "medium", f"nothing of kind {new[0].kind} is approved yet"
    return "low", "like what is approved already"

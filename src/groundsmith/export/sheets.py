"""One record laid out for reading: its texts, what it cites, what its checks measured.

The first text of a content is read as its headline (a question, a title); a quote that repeats one
of the texts word for word is not shown twice, only where it stands.
"""

from dataclasses import dataclass

from groundsmith.export.words import figure, shortened, words
from groundsmith.records import Citation, Finding, Record

_LABELS = frozenset({"kind", "language"})
_MOST_CITATIONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A citation for reading; `text` is empty where the record's own text is the quote."""

    text: str
    document: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A record for reading; `stages` are (name, score as shown, score or None)."""

    id: str
    headline: str
    texts: tuple[tuple[str, str], ...]
    kind: str
    tier: str
    overall: str
    stages: tuple[tuple[str, str, float | None], ...]
    quotes: tuple[Quote, ...]
    findings: tuple[Finding, ...]
    cause: str = ""


def sheet(record: Record, cause: str = "") -> Sheet:
    """The record as a page shows it; `cause` says why it is shown."""
    texts = [
        (words(name), shortened(value))
        for name, value in record.content.items()
        if isinstance(value, str) and value and name not in _LABELS
    ]
    assessment = record.assessment
    return Sheet(
        id=record.id,
        headline=texts[0][1] if texts else record.item,
        texts=tuple(texts[1:]),
        kind=str(record.content.get("kind", "")),
        tier=assessment.tier.value,
        overall=figure(assessment.overall),
        stages=tuple((words(name), figure(one), one) for name, one in assessment.stages.items()),
        quotes=tuple(
            _quote(citation, {text for _, text in texts})
            for citation in record.citations[:_MOST_CITATIONS]
        ),
        findings=assessment.findings,
        cause=cause,
    )


def _quote(citation: Citation, shown: set[str]) -> Quote:
    text = shortened(citation.quote)
    return Quote(
        text="" if text in shown else text,
        document=citation.document,
        start=citation.start,
        stop=citation.stop,
    )

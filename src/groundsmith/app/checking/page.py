"""The page that a checked text makes: one file that asks the network for nothing and runs nothing.

The text stands as it was written, its claims underlined by verdict; pointing at one, or moving to
it with the keyboard, shows beside it what the sources say. Text and sources are hostile until
escaped: the template escapes all of it, and the page forbids itself scripts and requests. The
look is the run report's, whose style sheet comes first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from groundsmith.export.files import atomic
from groundsmith.export.words import figure, words
from groundsmith.records import Span, Verdict
from groundsmith.verify.report import CheckedClaim, Place, Report, Violation

_NAMES = {
    Verdict.REFUTED: "refuted",
    Verdict.NOT_ENOUGH_INFO: "not enough information",
    Verdict.UNCHECKED: "unchecked",
    Verdict.SUPPORTED: "supported",
}
_WORST_FIRST = tuple(_NAMES)
_PASSAGE_CHARS = 900
_AROUND_CHARS = 120
_TITLE_CHARS = 80
_UNFOLDED_SOURCES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place in a source with what stands around it."""

    document: str
    line: int
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim as the page shows it.

    Attributes:
        number: Counts the checkable claims from 1; 0 for one that was set apart.
        tone: Class of the style sheet.
        parts: Its text in pieces, each with whether a finding points at it.
        said: Why it has its verdict, a line a reason.
        opened: Whether its evidence shows while nothing is pointed at.
    """

    number: int
    tone: str
    verdict: str
    score: str
    kind: str
    parts: tuple[tuple[str, bool], ...]
    said: tuple[str, ...]
    passages: tuple[Passage, ...]
    opened: bool

    @property
    def text(self) -> str:
        """The claim's text, whole."""
        return "".join(text for text, _ in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRule:
    """A broken rule as the page shows it, with the place in the text."""

    rule: str
    severity: str
    serious: bool
    line: int
    message: str
    advice: str
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the text: a claim, or what stands between two."""

    text: str
    claim: ShownClaim | None = None


def write_page(report: Report, to: Path) -> None:
    """Writes the page to a file, as a whole; raises OutputError where that cannot be."""
    page = verify_page(report)
    with atomic(to) as file:
        file.write(page.encode("utf-8", "replace"))


def verify_page(report: Report) -> str:
    """The whole page."""
    claims = _shown(report)
    numbered = [claim for claim in claims if claim.number]
    return _template().render(
        report=report,
        title=_title(report),
        heading=_heading(report),
        lead=_lead(report),
        figures=_figures(report),
        legend=[(_tone(v), name, report.summary.by_verdict[v]) for v, name in _NAMES.items()],
        pieces=list(_pieces(report, claims)),
        failed=[
            claim
            for verdict in _WORST_FIRST
            for claim in numbered
            if claim.tone == _tone(verdict) and verdict is not Verdict.SUPPORTED
        ],
        supported=[claim for claim in numbered if claim.tone == _tone(Verdict.SUPPORTED)],
        apart=[claim for claim in claims if not claim.number],
        rules=None if report.policy is None else [_rule(report.text, one) for one in report.policy],
        kinds=_kinds(report),
        names=list(_NAMES.items()),
        judges=sorted({claim.judge for claim in report.claims if claim.judge}),
        folded_at=_UNFOLDED_SOURCES,
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"figure": figure, "words": words}
    base = (files("groundsmith.export") / "report.css").read_text("utf-8")
    own = (files("groundsmith.app.checking") / "page.css").read_text("utf-8")
    environment.globals["style"] = Markup(f"{base}\n{own}")  # noqa: S704 - our own files, no one else's text
    source = (files("groundsmith.app.checking") / "page.html").read_text("utf-8")
    return environment.from_string(source)


def _title(report: Report) -> str:
    """The beginning of the text's first line."""
    lines = report.text[: 4 * _TITLE_CHARS].strip().split("\n", 1)
    first = " ".join(lines[0].split()).lstrip("# ")
    return first if len(first) <= _TITLE_CHARS else first[:_TITLE_CHARS].rpartition(" ")[0] + " …"


def _heading(report: Report) -> str:
    """What came of it, in one line."""
    counts = report.summary.by_verdict
    total = report.summary.claim_count
    if not total:
        return "Nothing to check"
    if refuted := counts[Verdict.REFUTED]:
        return f"{_of(refuted, total)} contradicted by the sources"
    if missing := counts[Verdict.NOT_ENOUGH_INFO]:
        return f"{_of(missing, total)} not borne out by the sources"
    if unchecked := counts[Verdict.UNCHECKED]:
        return f"{_of(unchecked, total)} not judged"
    return "Every claim is supported" if total > 1 else "The claim is supported"


def _rule(text: str, broken: Violation) -> ShownRule:
    before = text[max(0, broken.start - _AROUND_CHARS) : broken.start]
    after = text[broken.stop : broken.stop + _AROUND_CHARS]
    return ShownRule(
        rule=words(broken.rule),
        severity=broken.severity.lower(),
        serious=broken.is_serious,
        line=broken.line,
        message=broken.message,
        advice=broken.advice,
        before=before.rpartition("\n")[2],
        marked=text[broken.start : broken.stop][:_PASSAGE_CHARS],
        after=after.partition("\n")[0],
    )


def _of(count: int, total: int) -> str:
    if total == 1:
        return "The claim is"
    return f"{count} of {total} claims {'is' if count == 1 else 'are'}"


def _lead(report: Report) -> str:
    count = len(report.sources)
    sources = report.sources[0].name if count == 1 else f"{count:,} sources"
    held = f"Held against {sources}, {report.judged_as}."
    if report.verdict is Verdict.SUPPORTED:
        return f"{held} The sources say what the text says, as far as the judge can tell."
    return f"{held} Point at a claim, or move to it with Tab, to see what the sources say."


def _figures(report: Report) -> list[tuple[str, str, str]]:
    """The first things to know, as (value, name, note)."""
    found = report.summary
    judged = found.claim_count - found.by_verdict[Verdict.UNCHECKED]
    share, note = "none", "no claim was judged"
    if found.supported_ratio is not None and found.interval is not None:
        low, high = found.interval
        share = f"{found.supported_ratio:.0%}"
        note = f"of {judged:,} judged; 95 % interval {low:.0%} to {high:.0%}"
    return [
        (share, "supported", note),
        *(
            (f"{found.by_verdict[verdict]:,}", name, "")
            for verdict, name in _NAMES.items()
            if verdict is not Verdict.SUPPORTED
        ),
        (figure(report.score), "score", "of the weakest claim"),
    ]


def _shown(report: Report) -> list[ShownClaim]:
    checkable = [claim for claim in report.claims if claim.checkable]
    worst = min(
        checkable, key=lambda claim: (_WORST_FIRST.index(claim.verdict), claim.start), default=None
    )
    numbers = iter(range(1, len(checkable) + 1))
    return [
        ShownClaim(
            number=next(numbers) if claim.checkable else 0,
            tone=_tone(claim.verdict) if claim.checkable else "apart",
            verdict=_NAMES[claim.verdict],
            score="" if claim.score is None else f"{claim.score:.2f}",
            kind=words(claim.kind.value),
            parts=tuple(_parts(claim)),
            said=_said(claim),
            passages=tuple(map(_passage, _places(claim))),
            opened=claim is worst,
        )
        for claim in report.claims
    ]


def _tone(verdict: Verdict) -> str:
    return verdict.value.lower().replace("_", "-")


def _said(claim: CheckedClaim) -> tuple[str, ...]:
    """Reasons, then findings with what to do, each once."""
    found = (
        f"{one.message}; {one.advice}" if one.advice else one.message for one in claim.findings
    )
    messages = {one.message for one in claim.findings}
    reasons = [claim.reason] if claim.reason and claim.reason not in messages else []
    return tuple(dict.fromkeys([*reasons, *found]))


def _places(claim: CheckedClaim) -> Sequence[Place]:
    """Where a finding says otherwise, then the evidence that shows none of those places."""
    against = [found.source for found in claim.findings if found.source]
    return [
        *dict.fromkeys(against),
        *(
            place
            for place in claim.evidence
            if not any(
                place.document == one.document and place.start <= one.start < place.stop
                for one in against
            )
        ),
    ]


def _passage(place: Place) -> Passage:
    marked = place.text
    if len(marked) > _PASSAGE_CHARS:
        marked = marked[:_PASSAGE_CHARS].rpartition(" ")[0] + " …"
    return Passage(
        document=place.document,
        line=place.line,
        before=place.before,
        marked=marked,
        after=place.after,
    )


def _parts(claim: CheckedClaim) -> Iterator[tuple[str, bool]]:
    """The claim's text cut at the spans of its findings."""
    at = claim.start
    spans = [found.span for found in claim.findings if found.span]
    for span in sorted(spans, key=lambda span: (span.start, span.stop)):
        start, stop = max(span.start, at), min(span.stop, claim.stop)
        if start >= stop:
            continue
        yield _cut(claim, Span(start=at, stop=start)), False
        yield _cut(claim, Span(start=start, stop=stop)), True
        at = stop
    yield _cut(claim, Span(start=at, stop=claim.stop)), False


def _cut(claim: CheckedClaim, span: Span) -> str:
    return claim.text[span.start - claim.start : span.stop - claim.start]


def _pieces(report: Report, claims: Sequence[ShownClaim]) -> Iterator[Piece]:
    """The text from start to end, nothing left out."""
    at = 0
    for claim, shown in zip(report.claims, claims, strict=True):
        if claim.start > at:
            yield Piece(text=report.text[at : claim.start])
        yield Piece(text=claim.text, claim=shown)
        at = claim.stop
    if at < len(report.text):
        yield Piece(text=report.text[at:])


def _kinds(report: Report) -> list[tuple[str, list[int], int]]:
    """Each kind with its verdicts, in the order of the names, and its sum; the commonest first."""
    rows = [
        (words(kind), [counts.get(verdict.value, 0) for verdict in _NAMES], sum(counts.values()))
        for kind, counts in report.summary.by_kind.items()
    ]
    return sorted(rows, key=lambda row: (-row[2], row[0]))

"""`report.html`: what a person looks at; one file that asks the network for nothing.

Everything a record says is hostile until escaped: the template escapes all of it, the page forbids
itself scripts and requests, and a text's own direction cannot turn the page around it. What is
drawn is computed here; the template only places it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from groundsmith.export.charts import Bar, bars, histogram
from groundsmith.export.facts import Cut, RunFacts
from groundsmith.export.lengths import LengthsByField
from groundsmith.export.sheets import sheet
from groundsmith.export.showcase import Showcase
from groundsmith.export.tally import Tally
from groundsmith.export.words import bytes_of, duration, figure, percent, settings_rows, words
from groundsmith.records import Json, Record, Tier

_TIERS = (Tier.PREMIUM, Tier.STANDARD, Tier.BASIC)
_MOST_KINDS = 12
_MOST_SOURCES = 200
_UNFOLDED_SOURCES = 20
_MOST_SKIPPED = 40


class Exhibits:
    """What only the page needs of the records, collected while they pass."""

    def __init__(self) -> None:
        self.showcase = Showcase()
        self.lengths = LengthsByField()

    def add(self, record: Record) -> None:
        """Takes one record into account."""
        self.showcase.add(record)
        if record.accepted:
            self.lengths.add(record.content)


def report_page(
    facts: RunFacts, tally: Tally, exhibits: Exhibits, report: Mapping[str, Json]
) -> str:
    """The whole page; `report` holds the recipe's own figures, as its accumulator gives them."""
    coverage = _coverage(facts, tally)
    return _template().render(
        facts=facts,
        date=_date(facts),
        lead=_lead(facts, tally),
        figures=_figures(facts, tally),
        tiers=_tiers(tally),
        kinds=bars(tally.kinds.most_common(_MOST_KINDS)),
        findings=_findings(tally),
        unchecked=[
            (stage, count, tally.reasons[stage]) for stage, count in tally.unchecked.most_common()
        ],
        coverage=coverage[:_MOST_SOURCES],
        reach=_reach(report.get("coverage", {})),
        measures=_measures(report),
        more_sources=max(len(coverage) - _MOST_SOURCES, 0),
        folded_at=_UNFOLDED_SOURCES,
        histograms=[histogram(lengths) for lengths in exhibits.lengths],
        best=[sheet(record) for record in exhibits.showcase.best],
        alike=_alike(exhibits.showcase),
        weakest=[sheet(record) for record in exhibits.showcase.weakest],
        refused=[
            sheet(record, f"{words(stage)}: {words(code)}")
            for stage, code, record in exhibits.showcase.refused
        ],
        skipped=facts.skipped[:_MOST_SKIPPED],
        more_skipped=max(len(facts.skipped) - _MOST_SKIPPED, 0),
        tips=report.get("tips", []),
        promise=report.get("promise"),
        table=report.get("table"),
        making=_making(facts),
        settings=settings_rows(dict(facts.settings)),
    )


@cache
def _template() -> Template:
    room = files("groundsmith.export")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"figure": figure, "words": words}
    style = (room / "report.css").read_text("utf-8")
    environment.globals["style"] = Markup(style)  # noqa: S704 - our own file, no one else's text
    return environment.from_string((room / "report.html").read_text("utf-8"))


def _date(facts: RunFacts) -> str:
    """When the run ended, for people; in UTC, so that it reads the same everywhere."""
    at = facts.finished_at.astimezone(UTC)
    return f"{at.day} {at:%B %Y, %H:%M} UTC"


def _alike(showcase: Showcase) -> bool:
    """Whether all accepted records have one score, so that none is weaker than another."""
    scores = {record.assessment.overall for record in (*showcase.best, *showcase.weakest)}
    return len(scores) == 1


def _lead(facts: RunFacts, tally: Tally) -> str:
    """What came of it, in two sentences."""
    if not tally.accepted_count:
        return (
            f"No draft was accepted. {tally.rejected_count:,} were turned away, and below stands "
            "why; nothing is exported that the checks did not let through."
        )
    cited = sum(1 for count in tally.by_source.values() if count)
    records = "One record" if tally.accepted_count == 1 else f"{tally.accepted_count:,} records"
    sources = "one source" if cited == 1 else f"{cited:,} sources"
    return (
        f"{records} from {sources}, each tied to the exact words it rests on. "
        "Read a few of them below before you trust the rest."
    )


def _making(facts: RunFacts) -> list[tuple[str, str]]:
    """What made the dataset and what it took, as (name, value); what is unknown is left out."""
    spent = facts.spending
    items = [f"{count:,} {words(state).lower()}" for state, count in facts.items.items()]
    phases = [f"{name} {duration(seconds)}" for name, seconds in facts.durations_s.items()]
    peak = facts.peak_memory_bytes
    rows = [
        ("Recipe", f"{facts.recipe}, version {facts.recipe_version}"),
        ("Inputs", ", ".join(facts.inputs)),
        ("Corpus", _corpus(facts.cut)),
        ("Items", ", ".join(items)),
        ("Time", ", ".join(phases)),
        ("Tokens", f"{spent.input_tokens:,} in, {spent.output_tokens:,} out"),
        *((words(name).capitalize(), version) for name, version in facts.versions.items()),
        ("Peak memory", "" if peak is None else bytes_of(peak)),
    ]
    return [(name, value) for name, value in rows if value]


def _corpus(cut: Cut) -> str:
    """How the sources were cut, and what merging small sections saved."""
    said = f"{cut.document_count:,} documents, {cut.chunk_count:,} chunks"
    if cut.saved_ratio is None:
        return said
    said += f", {cut.unmerged_chunk_count:,} without merging"
    saved = percent(cut.saved_ratio, 1)
    return f"{said}: merging saved {saved} of the items" if cut.saved_ratio > 0 else said


def _figures(facts: RunFacts, tally: Tally) -> list[tuple[str, str, str]]:
    """The first things to know, as (value, name, note)."""
    drafts = tally.accepted_count + tally.rejected_count
    spent = facts.spending
    calls = f"{spent.call_count:,} model calls" if spent.call_count else "no model was asked"
    cited = sum(1 for count in tally.by_source.values() if count)
    return [
        (
            f"{tally.accepted_count:,}",
            "accepted",
            f"{percent(tally.accepted_count, drafts)} of drafts",
        ),
        (f"{tally.rejected_count:,}", "rejected", "each kept with its findings"),
        (f"{cited:,}", "sources cited", f"of {len(facts.sources):,} found"),
        (f"${spent.cost_usd}", "cost", calls),
        (
            duration((facts.finished_at - facts.started_at).total_seconds()),
            "from start to end",
            f"{facts.cut.chunk_count:,} chunks",
        ),
    ]


def _tiers(tally: Tally) -> list[Bar]:
    counts = [(tier.value, tally.tiers[tier]) for tier in _TIERS]
    drafts = tally.accepted_count + tally.rejected_count
    return bars([*counts, ("rejected", tally.rejected_count)], of=drafts)


def _findings(tally: Tally) -> list[Bar]:
    """A bar for each stage, with what it found most in its note."""
    totals = sorted(
        ((stage, codes.total()) for stage, codes in tally.findings.items()),
        key=lambda row: (-row[1], row[0]),
    )
    return [
        replace(
            bar,
            note=", ".join(
                f"{words(code)} {count:,}"
                for code, count in tally.findings[bar.label].most_common(5)
            ),
        )
        for bar in bars(totals)
    ]


def _measures(report: Mapping[str, Json]) -> list[tuple[str, str]]:
    """How evenly and how variedly the records spread, as far as the recipe measured it."""
    rows = [("balance of kinds", report.get("kind_balance"))]
    rows += [(name.replace("_", "-"), ratio) for name, ratio in report.get("diversity", {}).items()]
    return [(name, figure(ratio)) for name, ratio in rows if ratio is not None]


def _reach(coverage: Mapping[str, Json]) -> list[tuple[str, str]]:
    """How many chunks gave something, and why the others did not, as (count, what)."""
    chunks = coverage.get("chunks")
    if not chunks:
        return []
    rows = [(coverage["with_pairs"], "gave at least one accepted record")]
    rows.append((coverage["without_draft"], "gave no draft: there was nothing to write from"))
    for cause, count in coverage["all_rejected_by"].items():
        rows.append((count, f"gave drafts that were all rejected by {words(cause)}"))
    return [(f"{count:,} of {chunks:,} chunks", what) for count, what in rows if count]


def _coverage(facts: RunFacts, tally: Tally) -> list[Bar]:
    """A bar for each source: the share of its chunks that gave an accepted record."""
    rows = [
        Bar(
            label=source.path,
            count=tally.by_source[source.path],
            width=round(100 * tally.items_by_source[source.path] / source.chunk_count, 2),
            note=f"{tally.items_by_source[source.path]:,} of {source.chunk_count:,} chunks",
        )
        for source in facts.sources
        if source.chunk_count
    ]
    return sorted(rows, key=lambda bar: (bar.width, bar.label))

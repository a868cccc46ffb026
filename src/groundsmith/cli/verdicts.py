"""A checked text on a terminal: each claim by its verdict, why, and where a source says so.

A sign stands beside each colour, for who sees none, and for output that is no terminal.
"""

from collections.abc import Iterator

import click

from groundsmith.app.checking.verifying import CheckedClaim, Place, Report, Violation
from groundsmith.records import Verdict

_SIGNS = {
    Verdict.SUPPORTED: ("✓", "cyan"),
    Verdict.REFUTED: ("✗", "red"),
    Verdict.NOT_ENOUGH_INFO: ("?", "yellow"),
    Verdict.UNCHECKED: ("–", "bright_black"),
}
_NAMES = {
    Verdict.SUPPORTED: "supported",
    Verdict.REFUTED: "refuted",
    Verdict.NOT_ENOUGH_INFO: "not enough information",
    Verdict.UNCHECKED: "unchecked",
}
_QUOTE_CHARS = 200
_QUOTES = 2


def as_text(report: Report) -> str:
    """The report for a person."""
    blocks = ["\n".join(_claim_lines(claim)) for claim in report.claims]
    blocks += ["\n".join(_rule_lines(one)) for one in report.policy or ()]
    return "\n\n".join([*blocks, "\n".join(_closing_lines(report))])


def _claim_lines(claim: CheckedClaim) -> Iterator[str]:
    sign, colour = _SIGNS[claim.verdict]
    text = _one_line(claim.text)
    if not claim.checkable:
        yield click.style(f"· {text}", dim=True)
        yield click.style(f"  {claim.reason}", dim=True)
        return
    score = "" if claim.score is None else f" {claim.score:.2f}"
    head = click.style(f"{sign} {_NAMES[claim.verdict]}{score}", fg=colour, bold=True)
    yield f"{head}  {text}"
    for reason in dict.fromkeys([claim.reason, *(found.message for found in claim.findings)]):
        if reason:
            yield f"  {_one_line(reason)}"
    for place in claim.evidence[:_QUOTES]:
        where = click.style(f"{_one_line(place.document)}:{place.line}", underline=True)
        yield f"  {where} {click.style(f'“{_quote(place)}”', dim=True)}"


def _rule_lines(broken: Violation) -> Iterator[str]:
    colour = "red" if broken.is_serious else "yellow"
    head = click.style(f"! {broken.severity.lower()} {broken.rule}", fg=colour, bold=True)
    yield f"{head}  line {broken.line}: {_one_line(broken.message)}"
    yield f"  {_one_line(broken.advice)}"


def _closing_lines(report: Report) -> Iterator[str]:
    figures = report.summary
    counts = [
        f"{count} {_NAMES[Verdict(verdict)]}"
        for verdict, count in figures.by_verdict.items()
        if count
    ]
    apart = sum(figures.set_apart.values())
    if not figures.claim_count:
        yield f"nothing checkable: {report.reason or 'no claim'}" + _apart(apart)
    else:
        noun = "claim" if figures.claim_count == 1 else "claims"
        yield f"{figures.claim_count} {noun}: {', '.join(counts)}{_apart(apart)}"
    if figures.supported_ratio is not None and figures.interval is not None:
        low, high = figures.interval
        yield (
            f"{figures.supported_ratio:.0%} of the judged claims are supported "
            f"(95 % interval {low:.0%} to {high:.0%}); {report.judged_as}"
        )
    yield _policy_line(report)
    score = "null" if report.score is None else f"{report.score:.2f}"
    sign, colour = _SIGNS[report.verdict]
    yield click.style(f"{sign} {_NAMES[report.verdict]}, score {score}", fg=colour, bold=True)


def _policy_line(report: Report) -> str:
    if report.policy is None:
        return "policy: not checked"
    serious = sum(broken.is_serious for broken in report.policy)
    count = len(report.policy)
    if not count:
        return "policy: no rule is broken"
    places = "place breaks" if count == 1 else "places break"
    return f"policy: {count} {places} a rule, {serious} seriously"


def _apart(count: int) -> str:
    return f"; {count} set apart" if count else ""


def _quote(place: Place) -> str:
    text = _one_line(place.text)
    if len(text) <= _QUOTE_CHARS:
        return text
    return text[:_QUOTE_CHARS].rpartition(" ")[0] + " …"


def _one_line(text: str) -> str:
    """The text without line breaks and without characters that would drive a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())

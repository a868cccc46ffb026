"""What the hard checks catch of planted errors, and how often they object to what is faithful.

    python benchmarks/planted.py                  the open half, which the checks are written by
    python benchmarks/planted.py --half sealed    the second half, read since the checks were mended
    python benchmarks/planted.py --half sealed-2  sums of the half that no writer of checks has read
    python benchmarks/planted.py --misses         what they miss, and where they are wrong
    python benchmarks/planted.py --totals         the sums of each language alone
    python benchmarks/planted.py --verdicts       what the judge makes of them, checks and all
    GROUNDSMITH_DATA=DIR python benchmarks/planted.py --natural    SummEdits and RAGTruth-QA
    GROUNDSMITH_DATA=DIR python benchmarks/planted.py --codes      each code's worth on all sets

An error is caught where some check objects to the claim. "own" is the share caught by a check of
the error's own kind, "at" the share where a finding's span touches the words that are wrong,
"alone" the share caught when the checks that see any other name, number or word are switched off
for the kinds that are not theirs. Intervals are Wilson's (1927), at 95 %.
"""

import argparse
import hashlib
import json
import math
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from groundsmith.app.checking.verifying import verify
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.records import Claim, Evidence, Finding, Verdict
from groundsmith.verify.checks import REFUTING, hard_findings
from groundsmith.verify.claims import split_claims
from groundsmith.verify.evidence import find_evidence
from labelled import labelled
from ragtruth import halves

PLANTED = Path(__file__).parent / "planted"
LANGUAGES = ("en", "id")
STAGES = {
    "number": ("numbers",),
    "unit": ("numbers",),
    "date": ("dates",),
    "name": ("names", "roles"),
    "quotation": ("quotations",),
    "negation": ("negation",),
    "quantifier": ("quantifiers",),
    "comparative": ("comparatives", "roles"),
    "modality": ("modality",),
    "antonym": ("antonyms",),
}
CATCH_ALL = {"names", "numbers"}
READ = {
    "open": "open",
    "sealed": "second, read since af4e322",
    "sealed-2": "sealed",
}
"""The halves, and who has read them."""
SPLITTER = RuleSplitter()
MAX_WINDOWS = 3

Row = dict[str, Any]


def rows(half: str, name: str) -> list[Row]:
    """The lines of a file of one half; none where it is not there."""
    path = PLANTED / half / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def shown(claim: Claim, source: str) -> Sequence[Evidence]:
    """The claim's windows in the source, as the judge sees them."""
    return find_evidence(claim, [source], MAX_WINDOWS)


def objections(row: Row) -> list[Finding]:
    """What the checks say of a row's claim."""
    claim = Claim(text=row["claim"], start=0, stop=len(row["claim"]))
    return hard_findings(claim, shown(claim, row["source"]))


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The interval of a share at 95 %."""
    if not total:
        return 0.0, 1.0
    z, share = 1.96, hits / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (middle - spread) / (1 + z * z / total), (middle + spread) / (1 + z * z / total)


def told(hits: int, total: int) -> str:
    """A share with its interval."""
    low, high = wilson(hits, total)
    return f"{hits / max(total, 1):.3f} [{low:.2f}, {high:.2f}]"


def touches(finding: Finding, row: Row) -> bool:
    """Whether the finding points at the words that are wrong."""
    start = row["claim"].find(row["wrong"])
    return (
        finding.span is not None
        and finding.span.start < start + len(row["wrong"])
        and start < finding.span.stop
    )


def alone(found: Sequence[Finding], kind: str) -> bool:
    """Whether something objects that is not a catch-all of another kind."""
    return any(one.stage not in CATCH_ALL - {*STAGES[kind]} for one in found)


def planted(half: str, *, misses: bool, totals: bool) -> None:
    """Print recall by kind, and false alarms by what a claim touches."""
    for language in LANGUAGES:
        errors = [(row, objections(row)) for row in rows(half, language)]
        print(f"\n{READ[half]} {language}    recall [Wilson]            own    at     alone")
        for kind in ("all",) if totals else (*STAGES, "all"):
            mine = [(r, f) for r, f in errors if kind in (r["kind"], "all")]
            caught = sum(bool(found) for _, found in mine)
            own = sum(any(f.stage in STAGES[r["kind"]] for f in found) for r, found in mine)
            at = sum(any(touches(f, r) for f in found) for r, found in mine)
            bare = sum(alone(found, r["kind"]) for r, found in mine)
            n = max(len(mine), 1)
            print(f"  {kind:12} {caught:3}/{len(mine):<3} {told(caught, len(mine))}", end="")
            print(f"   {own / n:.2f}   {at / n:.2f}   {bare / n:.2f}")
        faithful = [(row, objections(row)) for row in rows(half, f"faithful_{language}")]
        alarms = Counter(row["touches"] for row, found in faithful if found)
        total = sum(alarms.values())
        print(f"  false alarms {total:3}/{len(faithful):<3} {told(total, len(faithful))}", end="")
        kinds = "" if totals else ", ".join(f"{k} {count}" for k, count in alarms.most_common())
        print(f"  {kinds}")
        refuted = sum(any(one.code in REFUTING for one in found) for _, found in faithful)
        print(f"    of them refuted {refuted:3}     {told(refuted, len(faithful))}")
        if misses and not totals:
            show(errors, faithful)


def show(
    errors: list[tuple[Row, list[Finding]]], faithful: list[tuple[Row, list[Finding]]]
) -> None:
    """Print each miss, and each false alarm with its finding."""
    for row, found in errors:
        if not found:
            print(f"MISS {row['id']} [{row['wrong']}]\n  {row['source']}\n  > {row['claim']}")
    for row, found in faithful:
        for one in found:
            print(f"ALARM {row['id']} {row['touches']} {one.code}: {one.message}")
        if found:
            print(f"  {row['source']}\n  > {row['claim']}")


def verdicts(half: str) -> None:
    """Print what the whole judge makes of each half: errors not supported, what is faithful is."""
    for language in LANGUAGES:
        shares: list[str] = []
        for name in (language, f"faithful_{language}"):
            found = [verify(row["claim"], [row["source"]]).verdict for row in rows(half, name)]
            kept = sum(verdict is Verdict.SUPPORTED for verdict in found)
            hits = kept if name.startswith("faithful") else len(found) - kept
            shares.append(told(hits, len(found)))
        print(f"{READ[half]} {language}: errors not supported {shares[0]}", end="")
        print(f", faithful supported {shares[1]}")


def natural(data: Path, *, read: bool) -> None:
    """Print what the checks alone make of summaries and answers that models wrote."""
    for half in ("first", "second"):
        flagged: Counter[tuple[str, bool]] = Counter()
        for path in sorted((data / "summedits").glob("*.json")):
            for row in json.loads(path.read_text("utf-8")):
                if half != _half(row["doc"]):
                    continue
                found = list(_all_objections(row["summary"], row["doc"]))
                for kind in _edits(row):
                    flagged[kind, bool(found)] += 1
                if read and half == "first" and kind == "kept":
                    for claim, one in found[:1]:
                        print(f"ALARM {one.code}: {one.message} > {claim.text}")
        _tell_summaries(half, flagged)
    answers(data, read=read)


def _half(document: str) -> str:
    return "first" if hashlib.sha256(document.encode()).digest()[0] < 128 else "second"


def _edits(row: Row) -> list[str]:
    """The kinds of edit that a summary suffered; `kept` where it is faithful."""
    if int(row["label"]):
        return ["kept"]
    named = row["edit_types"]
    kinds = json.loads(named.replace("'", '"')) if isinstance(named, str) else named
    return ["edited", *kinds]


def _tell_summaries(half: str, flagged: Counter[tuple[str, bool]]) -> None:
    kinds = sorted({kind for kind, _ in flagged})
    shares = {
        kind: flagged[kind, True] / (flagged[kind, True] + flagged[kind, False]) for kind in kinds
    }
    balanced = (shares["edited"] + 1 - shares["kept"]) / 2
    print(f"SummEdits, {half} half by document: balanced accuracy of any finding {balanced:.3f}")
    for kind in kinds:
        count = flagged[kind, True] + flagged[kind, False]
        print(f"  {kind:30} flagged {shares[kind]:.3f} of {count}")


def _all_objections(text: str, source: str) -> Iterator[tuple[Claim, Finding]]:
    """What the checks say of each claim of a text."""
    for claim in split_claims(text, SPLITTER):
        if claim.kind.checkable:
            for one in hard_findings(claim, shown(claim, source)):
                yield claim, one


def answers(data: Path, *, read: bool) -> None:
    """Print the share of marked and of unmarked claims of RAGTruth-QA with a finding, by half."""
    for name, half in zip(("first", "second"), halves(data), strict=True):
        tally: Counter[tuple[bool, bool]] = Counter()
        stages: Counter[tuple[str, bool]] = Counter()
        spent_s = known_s = 0.0
        for response in half:
            for claim in split_claims(response["response"], SPLITTER):
                if not claim.kind.checkable:
                    continue
                marked = any(a < claim.stop and claim.start < b for a, b in response["spans"])
                windows = shown(claim, response["source"])
                started = time.process_time()
                found = hard_findings(claim, windows)
                spent_s += time.process_time() - started
                again = Claim(text=f"{claim.text} ", start=0, stop=len(claim.text) + 1)
                started = time.process_time()
                hard_findings(again, windows)
                known_s += time.process_time() - started
                tally[marked, bool(found)] += 1
                stages.update((stage, marked) for stage in {one.stage for one in found})
                if read and name == "first" and found and not marked:
                    print(f"ALARM {found[0].code}: {found[0].message} > {claim.text}")
        _tell_answers(name, tally, stages, (spent_s, known_s))


def _tell_answers(
    name: str,
    tally: Counter[tuple[bool, bool]],
    stages: Counter[tuple[str, bool]],
    spent_s: tuple[float, float],
) -> None:
    marked, clean = tally[True, True] + tally[True, False], tally[False, True] + tally[False, False]
    print(f"RAGTruth-QA, {name} half by source: {clean} claims unmarked, {marked} marked")
    print(f"  unmarked with a finding {told(tally[False, True], clean)}")
    print(f"  marked with a finding   {told(tally[True, True], marked)}")
    for stage in sorted({stage for stage, _ in stages}):
        print(
            f"    {stage:14} unmarked {stages[stage, False] / clean:.4f}"
            f"  marked {stages[stage, True] / max(marked, 1):.4f}"
        )
    cold_us, known_us = (1e6 * spent / (clean + marked) for spent in spent_s)
    print(f"  {cold_us:.0f} µs a claim for all checks, {known_us:.0f} µs with the source known")


def codes(data: Path) -> None:
    """Print the share of wrong and of right claims with each code, by set, and their ratio."""
    counts: Counter[tuple[str, bool]] = Counter()
    hits: Counter[tuple[str, str, bool]] = Counter()
    for dataset, wrong, found in _every_claim(data):
        counts[dataset, wrong] += 1
        hits.update((code, dataset, wrong) for code in {one.code for one in found})
    sets = sorted({dataset for dataset, _ in counts})
    print(f"{'':24}" + "".join(f"{name:^28}" for name in sets))
    for code in sorted({code for code, _, _ in hits}):
        print(f"{'*' if code in REFUTING else ' '}{code:23}", end="")
        for name in sets:
            bad, good = (hits[code, name, w] / max(counts[name, w], 1) for w in (True, False))
            ratio = f"{bad / good:6.1f}" if good else f"{'only' if bad else '-':>6}"
            print(f"  {bad:.4f} {good:.4f} {ratio}     ", end="")
        print()
    print("wrong, right, ratio (only: on no right one, -: on none); * refutes; planted: two halves")


def _every_claim(data: Path) -> Iterator[tuple[str, bool, list[Finding]]]:
    """Each labelled claim's set, whether it is wrong, and what is found."""
    for half in ("open", "sealed"):
        for name in (*LANGUAGES, *(f"faithful_{language}" for language in LANGUAGES)):
            for row in rows(half, name):
                yield "planted", not name.startswith("faithful"), objections(row)
    for text in labelled(data):
        for claim, wrong in zip(text.claims, text.wrong, strict=True):
            if claim.kind.checkable and not text.dataset.startswith("planted"):
                yield text.dataset, wrong, hard_findings(claim, shown(claim, text.source))


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description="planted errors and the hard checks")
    parser.add_argument("--half", choices=tuple(READ), default="open")
    parser.add_argument("--totals", action="store_true", help="the last line of each language")
    parser.add_argument("--misses", action="store_true", help="each miss and false alarm")
    parser.add_argument("--natural", action="store_true", help="SummEdits and RAGTruth-QA")
    parser.add_argument("--codes", action="store_true", help="what each code is worth on all sets")
    parser.add_argument("--verdicts", action="store_true", help="the judge's verdicts as well")
    asked = parser.parse_args()
    if asked.verdicts:
        verdicts(asked.half)
    elif asked.codes:
        codes(Path(os.environ["GROUNDSMITH_DATA"]))
    elif asked.natural:
        natural(Path(os.environ["GROUNDSMITH_DATA"]), read=asked.misses)
    else:
        totals = asked.totals or asked.half == "sealed-2"
        planted(asked.half, misses=asked.misses, totals=totals)
    print(
        "command: python benchmarks/planted.py"
        " [--half HALF] [--totals] | --verdicts | --natural | --codes"
    )


if __name__ == "__main__":
    main()

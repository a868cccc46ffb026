"""Learns from labels what a judge's score promises, and reads the promise back."""

from dataclasses import dataclass, replace
from pathlib import Path

from groundsmith.app.verdicts.feedback import listed
from groundsmith.app.verdicts.impressions import Impressions, impressions_of
from groundsmith.app.verdicts.labels import Labelled, labels_of_file, labels_of_run
from groundsmith.errors import InputError, RequestError
from groundsmith.export.files import atomic
from groundsmith.records import Json
from groundsmith.settings import Loaded
from groundsmith.verify.calibration.calibration import (
    UNEVEN,
    Calibration,
    CalibrationFault,
    calibrate,
    percent,
    read_calibration,
)
from groundsmith.verify.calibration.drift import Drift

NAME = "calibration.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """A new calibration and what there is to say about it.

    Attributes:
        to: The file it was written to.
        left_out: How many verdicts were not used, by reason.
        live_share: Share of all claims of the run that it accepts; `None` for a file of labels.
        drift: How far those lie from the labelled ones.
        impressions: How people find the run's texts; no promise rests on it.
    """

    calibration: Calibration
    to: Path
    left_out: dict[str, int]
    live_share: float | None
    drift: Drift | None
    impressions: Impressions | None = None

    def as_text(self) -> str:
        """For people."""
        found = self.calibration
        lines = [
            str(found),
            f"labels    {found.label_count} ({found.unsupported_count} unsupported), "
            f"sources {found.source_count}; {found.sampling}",
        ]
        if found.accepted is not None:
            own = found.accepted
            lines.append(
                f"accepted  {percent(own.share)} of the claims (95 %: {percent(own.low)} to "
                f"{percent(own.high)}); {own.label_count} labels among them, "
                f"{own.unsupported_count} unsupported"
            )
        if self.live_share is not None and found.passed:
            lines.append(f"this run  {percent(round(self.live_share, 4))} of all its claims")
        lines += [f"left out  {why}: {count}" for why, count in self.left_out.items()]
        lines += [_needs_text(found, at) for at in range(len(found.needs))]
        if self.drift is not None and self.drift.drifted:
            lines.append(f"warning   {self.drift}: label claims of all kinds")
        if found.evenness < UNEVEN:
            lines.append(
                "warning   a few sources hold most labels, so the confidence is less than it says: "
                "label fewer claims of each, from more sources"
            )
        if self.impressions is not None:
            lines.append(f"read as   {self.impressions}")
        lines.append(f"written   {self.to}")
        if found.passed:
            lines.append(f"use it    verify.calibration: {self.to}")
        return "\n".join(lines)

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        found = self.calibration
        return {
            "file": str(self.to),
            "passed": found.passed,
            "said": str(found),
            "judge": found.judge,
            "threshold": found.threshold,
            "alpha": found.alpha,
            "delta": found.delta,
            "accepted_share": found.accepted.share if found.accepted else 0.0,
            "live_share": self.live_share,
            "labels": found.label_count,
            "sources": found.source_count,
            "left_out": self.left_out,
            "needs": [
                {
                    "alpha": one.alpha,
                    "labels": one.labels,
                    "sources": one.sources,
                    "fewest_sources": one.fewest_sources,
                }
                for one in found.needs
            ],
            "evenness": found.evenness,
            "drifted": self.drift.drifted if self.drift else None,
            "impressions": self.impressions.as_json() if self.impressions else None,
        }


def calibrate_run(
    out: Path, loaded: Loaded, *, alpha: float, delta: float, rejected: bool, to: Path | None
) -> Calibrated:
    """Calibrates by people's verdicts on the claims of a run, and tells their impressions."""
    found = labels_of_run(out, loaded, rejected=rejected)
    impressions = impressions_of(out, listed(out, loaded))
    if not found.labels:
        told = f" (impressions, which promise nothing: {impressions})" if impressions else ""
        raise RequestError(
            f"{out}: nobody has judged a claim here yet; `groundsmith review {out} --sample 100`, "
            f"or name a file with --labels{told}"
        )
    return replace(_calibrated(found, alpha, delta, to or out / NAME), impressions=impressions)


def calibrate_file(
    file: Path, loaded: Loaded, *, alpha: float, delta: float, to: Path | None
) -> Calibrated:
    """Calibrates by a file of labels; see `labels.labels_of_file`."""
    found = labels_of_file(file, loaded)
    if not found.labels:
        raise InputError(f"{file}: no label in it; a line is {{score, supported, source}}")
    return _calibrated(found, alpha, delta, to or Path(NAME))


def load_calibration(file: Path) -> Calibration:
    """The calibration in a file; raises InputError, which says what is wrong with it."""
    try:
        return read_calibration(file.read_bytes())
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror})") from error
    except CalibrationFault as fault:
        raise InputError(f"{file}: {fault}") from fault


def _calibrated(found: Labelled, alpha: float, delta: float, to: Path) -> Calibrated:
    calibration = calibrate(
        found.labels, judge=found.judge, alpha=alpha, delta=delta, sampling=found.sampling
    )
    with atomic(to) as file:
        file.write(calibration.as_json())
    return Calibrated(
        calibration=calibration,
        to=to,
        left_out={why: count for why, count in found.left_out.items() if count},
        live_share=calibration.accepted_share(found.live),
        drift=calibration.drift_of(found.live),
    )


def _needs_text(found: Calibration, at: int) -> str:
    own = found.needs[at]
    least = f"at least {own.fewest_sources} sources, if not one claim is unsupported"
    if own.sources is None or own.labels is None:
        likely = "no threshold of this judge is that clean, by these labels"
    else:
        more = max(0, own.labels - found.label_count)
        likely = f"about {more} labels more, from {own.sources} sources in all"
    return f"for {percent(own.alpha):<6}{likely}; {least}"

"""Holds a run against the promise of a calibration: whose scores, how many covered, any drift.

What reckons with scores is imported where there is a promise: most runs have none.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from groundsmith.app.judges import judges_of
from groundsmith.errors import RequestError
from groundsmith.records import Json, Record
from groundsmith.seams import Report
from groundsmith.settings import GroundsmithSettings

if TYPE_CHECKING:
    from groundsmith.verify.calibration.calibration import Calibration


def promise_of(settings: GroundsmithSettings) -> "Promise | None":
    """The promise of `verify.calibration`; `None` where nothing is promised.

    Raises:
        RequestError: The file cannot be read, promises nothing, or was made for another judge.
    """
    if settings.verify.calibration is None:
        return None
    from groundsmith.app.verdicts.calibrate import load_calibration

    promise = Promise(load_calibration(Path(settings.verify.calibration)))
    promise.check_judges(judges_of(settings))
    return promise


class Promise:
    """What a calibration promises of the records that pass; the seam Report of an export.

    Raises:
        RequestError: It found no threshold, so nothing is promised.
    """

    def __init__(self, calibration: "Calibration") -> None:
        from groundsmith.verify.calibration.drift import Live

        if calibration.threshold is None:
            raise RequestError(f"verify.calibration: nothing is promised: {calibration}")
        self.least_score = calibration.threshold
        self._calibration = calibration
        self._judges = frozenset(calibration.judge.split("+"))
        self._live = Live()
        self._unchecked = 0

    def add(self, record: Record) -> None:
        """Takes one record into account; raises RequestError where another judge scored it."""
        if record.accepted:
            self._add(record)

    def check_judges(self, names: Sequence[str]) -> None:
        """Raises RequestError where one of these judges is not among the calibrated ones."""
        if others := sorted(set(names) - self._judges):
            raise RequestError(
                f"verify.calibration: made for {self._calibration.judge}, but {', '.join(others)} "
                "judges here; calibrate again, or leave verify.calibration out"
            )

    def as_dict(self) -> dict[str, Json]:
        """For the manifest and the report; asked for after the last record."""
        found, live = self._calibration, self._live
        share = found.accepted_share(live)
        drift = found.drift_of(live)
        drifted = drift is not None and drift.drifted
        return {
            "said": str(found),
            "passed": found.passed,
            "threshold": found.threshold,
            "alpha": found.alpha,
            "delta": found.delta,
            "judge": found.judge,
            "labels_sha256": found.labels_sha256,
            "claim_count": live.claim_count,
            "covered_count": None if share is None else round(share * live.claim_count),
            "unchecked_count": self._unchecked,
            "drifted": drifted if drift else None,
            "warning": f"{drift}: the promise was made for other scores" if drifted else None,
        }

    def _add(self, record: Record) -> None:
        from groundsmith.app.verdicts.labels import source_of

        for judged in record.claims:
            if judged.score is None:
                self._unchecked += 1
                continue
            self.check_judges([judged.judge])
            self._live.add(source_of(record), judged.score)


class Promised:
    """A recipe's report, and beside it what is promised of its records; the seam Report."""

    def __init__(self, report: Report, promise: Promise) -> None:
        self._report = report
        self._promise = promise

    def add(self, record: Record) -> None:
        """Takes one record into account."""
        self._report.add(record)
        self._promise.add(record)

    def as_dict(self) -> dict[str, Json]:
        """The recipe's figures, and the promise under `promise`."""
        return {**self._report.as_dict(), "promise": self._promise.as_dict()}

"""Holds a run against the promise of a calibration: whose scores, how many covered, any drift."""

from collections.abc import Iterator, Sequence

from groundsmith.app.labels import source_of
from groundsmith.errors import RequestError
from groundsmith.records import Json, Record
from groundsmith.verify.calibration.calibration import Calibration
from groundsmith.verify.calibration.drift import Live


class Promise:
    """Watches records on their way to the folder, and says what the calibration promises of them.

    Args:
        calibration: As `calibrate.load_calibration` reads it.
    """

    def __init__(self, calibration: Calibration) -> None:
        self._calibration = calibration
        self._judges = frozenset(calibration.judge.split("+"))
        self._live = Live()
        self._unchecked = 0

    def watch(self, records: Iterator[Record]) -> Iterator[Record]:
        """The records as they are; raises RequestError where another judge scored one."""
        for record in records:
            if record.accepted:
                self._add(record)
            yield record

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
        for judged in record.claims:
            if judged.score is None:
                self._unchecked += 1
                continue
            self.check_judges([judged.judge])
            self._live.add(source_of(record), judged.score)

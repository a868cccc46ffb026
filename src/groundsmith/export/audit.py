"""Holds a finished output folder against its manifest and against its sources as they are now.

Nothing is asked of a model and nothing is written. What the source says today comes from the
caller, who can read: this room can only compare.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import orjson

from groundsmith.errors import InputError
from groundsmith.export.faults import AuditFault, Fault, Faults
from groundsmith.export.manifest import NAME as MANIFEST
from groundsmith.export.manifest import PROVENANCE, RECORDS, REJECTED
from groundsmith.export.record_audit import RecordAudit, SourceNow
from groundsmith.records import Citation, Json

__all__ = ["AuditFault", "AuditReport", "Fault", "SourceNow", "audit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """What was looked at, and what does not hold; `fault_count` counts each fault by itself."""

    record_count: int
    rejected_count: int
    citation_count: int
    file_count: int
    fault_count: int
    faults: tuple[AuditFault, ...]

    @property
    def clean(self) -> bool:
        """Whether everything holds."""
        return not self.faults


def audit(out: Path, source_now: Callable[[Citation], SourceNow]) -> AuditReport:
    """Everything in `out` that no longer holds; it streams, so that a million records fit.

    `source_now` is called for each citation of an accepted record, those of one document mostly
    one after the other. Raises InputError where `out` is no folder.
    """
    if not out.is_dir():
        raise InputError(f"{out}: there is no such folder; name the --out of a finished run")
    faults = Faults()
    manifest = _manifest(out, faults)
    file_count = _check_files(out, manifest, faults)
    accepted = RecordAudit(out / RECORDS, faults)
    rejected = RecordAudit(out / REJECTED, faults)
    accepted.check(accepted=True, source_now=source_now)
    rejected.check(accepted=False, source_now=None)
    _check_counts(out, manifest, accepted.line_count, rejected.line_count, faults)
    return AuditReport(
        record_count=accepted.line_count,
        rejected_count=rejected.line_count,
        citation_count=accepted.citation_count,
        file_count=file_count,
        fault_count=faults.total_count,
        faults=faults.all(),
    )


def _manifest(out: Path, faults: Faults) -> dict[str, Json]:
    """The manifest, or an empty one with a fault that says why."""
    try:
        manifest = orjson.loads((out / MANIFEST).read_bytes())
    except OSError as exc:
        faults.add(Fault.MISSING_FILE, MANIFEST, f"it cannot be read ({exc.strerror})")
        return {}
    except ValueError:
        faults.add(Fault.TORN_LINE, MANIFEST, "it is not whole JSON")
        return {}
    if isinstance(manifest, dict) and _listed(manifest) is not None:
        return manifest
    faults.add(Fault.CHANGED_FILE, MANIFEST, "it does not list the files of the folder")
    return {}


def _listed(manifest: dict[str, Json]) -> list[tuple[str, int, str]] | None:
    """The listed files as `(name, size, hash)`; `None` where the list is not one."""
    try:
        rows = [(row["name"], row["size_bytes"], row["sha256"]) for row in manifest["files"]]
    except (KeyError, TypeError):
        return None
    plain = all(
        isinstance(name, str) and name not in ("", ".", "..") and Path(name).name == name
        for name, *_ in rows
    )
    return rows if plain else None


def _check_files(out: Path, manifest: dict[str, Json], faults: Faults) -> int:
    """How many files the manifest lists; each is there and is what it was."""
    rows = _listed(manifest) or []
    for name, size_bytes, sha256 in rows:
        try:
            with (out / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
                found_bytes = file.tell()
        except (OSError, ValueError) as exc:
            reason = getattr(exc, "strerror", None) or str(exc)
            faults.add(Fault.MISSING_FILE, name, f"the manifest lists it, but: {reason}")
            continue
        if found_bytes != size_bytes:
            what = f"it has {found_bytes:,} bytes where the manifest says {size_bytes}"
            faults.add(Fault.CHANGED_FILE, name, what)
        elif found != sha256:
            faults.add(Fault.CHANGED_FILE, name, "its SHA-256 is not the one in the manifest")
    return len(rows)


def _check_counts(
    out: Path, manifest: dict[str, Json], accepted: int, rejected: int, faults: Faults
) -> None:
    """The manifest's counts are those of the lines, and each record has its provenance."""
    counts = manifest.get("counts")
    stated = counts if isinstance(counts, dict) else {}
    rows = [
        (RECORDS, accepted, stated.get("records")),
        (REJECTED, rejected, stated.get("rejected")),
    ]
    for name, found, said in rows:
        if manifest and found != said:
            faults.add(Fault.WRONG_COUNT, name, f"{found:,} records where the manifest says {said}")
    try:
        with (out / PROVENANCE).open("rb") as file:
            lines = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return
    if lines != accepted:
        what = f"{lines:,} lines for {accepted:,} records"
        faults.add(Fault.WRONG_COUNT, PROVENANCE, what)

"""`groundsmith audit`: does every record still hold?"""

from dataclasses import asdict
from pathlib import Path

import click

from groundsmith.app.audit import audit_folder
from groundsmith.cli.options import configured, printing
from groundsmith.cli.output import Output
from groundsmith.settings import Loaded


@click.command("audit")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--source",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Where the sources lie now, if they were moved.",
)
@configured()
@printing
def command(out: Path, source: Path | None, loaded: Loaded, output: Output) -> int:
    """Re-check citations, hashes, schema and duplicates of a finished dataset, offline.

    Every quote is cut anew from its source. Exit 1 where anything no longer holds; each line says
    what, where, and what to do.
    """
    report = audit_folder(out, source, loaded)
    lines = list(map(str, report.faults))
    summary = (
        f"{report.record_count} records, {report.citation_count} citations, "
        f"{report.file_count} files: "
        + ("all hold" if report.clean else f"{report.fault_count} faults")
    )
    figures = asdict(report) | {"clean": report.clean}
    output.show("\n".join([*lines, summary]), figures)
    return 0 if report.clean else 1

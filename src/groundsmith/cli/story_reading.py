"""What the commands that read a manuscript say of the files that they leave out."""

from groundsmith.cli.output import Output
from groundsmith.events import Emit, Event, SourceSkipped


def skipping(output: Output) -> Emit:
    """An `Emit` that names what was skipped, and why."""

    def skipped(event: Event) -> None:
        if isinstance(event, SourceSkipped):
            output.say(event.skipped.told)

    return skipped
